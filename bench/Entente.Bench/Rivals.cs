using DuckDB.NET.Data;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Bench;

/// <summary>The same claims in plain tables of ten columns, as somebody would keep them without Entente.</summary>
internal interface IRival : IDisposable
{
    string Name { get; }

    void Insert(IReadOnlyList<AgreementClaim> claims);

    void Index();

    /// <summary>The whole network on a day: pairs with their best form and how many claims.</summary>
    int Network(DateOnly asOf);

    int Pair(string a, string b);
}

internal sealed class PlainSqlite : IRival
{
    private readonly SqliteConnection connection;

    public PlainSqlite(string path)
    {
        connection = new($"Data Source={path};Pooling=false");
        connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000; pragma mmap_size = 4294967296; pragma cache_size = -65536");
        Execute("create table claim (id integer primary key, a text, b text, form text, status integer, modality integer, valid_from integer, valid_to integer, known integer, quote text)");
    }

    public string Name => "SQLite, plain table";

    public void Insert(IReadOnlyList<AgreementClaim> claims)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "insert into claim (a, b, form, status, modality, valid_from, valid_to, known, quote) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        var parameters = Enumerable.Range(1, 9).Select(i => command.Parameters.AddWithValue($"${i}", DBNull.Value)).ToArray();
        foreach (var claim in claims)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value) = (claim.Parties[0], claim.Parties[1], claim.Form);
            (parameters[3].Value, parameters[4].Value, parameters[5].Value) = ((int)claim.Status, (int)claim.Modality, claim.Date!.Value.First!.Value.DayNumber);
            (parameters[6].Value, parameters[7].Value, parameters[8].Value) = (int.MaxValue, 0, claim.Evidence.Quote);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public void Index() => Execute("create index pair on claim (a, b, valid_from); analyze");

    public int Network(DateOnly asOf) => Count(
        "select count(*) from (select a, b, max(form), count(*) from claim where valid_from <= $day and valid_to > $day group by a, b)", ("$day", asOf.DayNumber));

    public int Pair(string a, string b) => Count("select count(*) from (select id, form, status, quote from claim where a = $a and b = $b)", ("$a", a), ("$b", b));

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private int Count(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return (int)(long)command.ExecuteScalar()!;
    }
}

internal sealed class DuckDb : IRival
{
    private readonly DuckDBConnection connection;

    public DuckDb(string path)
    {
        connection = new($"Data Source={path}");
        connection.Open();
        Execute("set threads to 1");
        Execute("create table claim (a varchar, b varchar, form varchar, status integer, modality integer, valid_from integer, valid_to integer, known bigint, quote varchar)");
    }

    public string Name => "DuckDB, one thread";

    public void Insert(IReadOnlyList<AgreementClaim> claims)
    {
        using var appender = connection.CreateAppender("claim");
        foreach (var claim in claims)
            appender.CreateRow().AppendValue(claim.Parties[0]).AppendValue(claim.Parties[1]).AppendValue(claim.Form).AppendValue((int)claim.Status).AppendValue((int)claim.Modality)
                .AppendValue(claim.Date!.Value.First!.Value.DayNumber).AppendValue(int.MaxValue).AppendValue(0L).AppendValue(claim.Evidence.Quote).EndRow();
    }

    public void Index()
    {
    }

    public int Network(DateOnly asOf) => Count($"select count(*) from (select a, b, max(form), count(*) from claim where valid_from <= {asOf.DayNumber} and valid_to > {asOf.DayNumber} group by a, b)");

    public int Pair(string a, string b) => Count($"select count(*) from (select form, status, quote from claim where a = '{a}' and b = '{b}')");

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private int Count(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
