using System.Runtime.InteropServices;
using System.Text.Json;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>Is told the truth entry by entry, and says at the end where the indexes differ from what it makes of them.</summary>
internal sealed class SqliteIndexCheck
{
    private readonly SqliteLedger ledger;
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, IndexedArticle> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> actors;
    private readonly Dictionary<string, int> codes;
    private readonly IEnumerator<TieRow> ties;
    private readonly List<PairRow> pairs = [];
    private RowSum articleRows, readingRows, decisionRows, pairRows;
    private long claims;

    public SqliteIndexCheck(SqliteLedger ledger, SqliteConnection connection)
    {
        this.ledger = ledger;
        this.connection = connection;
        actors = Numbers("select code, actor_no from actor");
        codes = Numbers("select code, code_no from code");
        ties = StoredTies().GetEnumerator();
    }

    public void Article(Entry entry, Article article) => articles[entry.Subject] = new(entry.Subject, entry.Seq, article.Name, article.Published);

    /// <summary>Gives the entry of the article that was read.</summary>
    public long Reading(Entry entry, string reader)
    {
        var article = articles[entry.Subject];
        Close(article, entry.Known.ToUnixMicroseconds());
        article.InForce = (entry.Seq, entry.Known.ToUnixMicroseconds(), reader);
        return article.Entry;
    }

    public void Withdrawal(Entry entry) => articles[entry.Subject].Withdrawn ??= entry.Known.ToUnixMicroseconds();

    public void Decision(Entry entry)
    {
        using var body = JsonDocument.Parse(entry.Body);
        decisionRows.Add(entry.Seq, entry.Subject, body.RootElement.GetProperty("verdict").GetString(), entry.Known.ToUnixMicroseconds());
    }

    public Fault? Claim(Entry reading, long claimNo, Claim claim)
    {
        if (claimNo != ++claims)
            return Differs("claims", $"number {claimNo}", $"{claims}");
        // 0, which no row has, for one that is missing: the sums will differ.
        int code = codes.GetValueOrDefault(ClaimFilter.CodeOf(claim));
        pairs.Clear();
        PairRow.AddAll(claim, articles[reading.Subject].Reported, actor => actors.GetValueOrDefault(actor), pairs);
        Fault? fault = null;
        foreach (var pair in pairs)
        {
            pairRows.Add(pair.A, pair.B, claimNo);
            if (pair.IsTie && !(ties.MoveNext() && ties.Current == pair.Tie(code, claimNo, reading.Seq)))
                fault = Differs("ties", "another tie or none", $"claim {claimNo} between {pair.A} and {pair.B}");
        }
        return fault;
    }

    public IEnumerable<Fault> Compare()
    {
        foreach (var article in articles.Values)
        {
            Close(article, null);
            articleRows.Add(article.Id, article.Entry, article.Name, article.Reported?.Text, article.Withdrawn);
        }
        (string Table, RowSum Expected, string Sql)[] tables =
        [
            ("article", articleRows, "select id, entry, name, reported, withdrawn from article"),
            ("reading", readingRows, "select a.id, r.seq, r.known, r.reader, r.superseded from reading r left join article a using (article_no)"),
            ("decision", decisionRows, "select seq, claim_id, verdict, known from decision"),
            ("pair", pairRows, "select a, b, claim_no from pair"),
        ];
        foreach (var (table, expected, sql) in tables)
            if (Stored(sql) is var found && found != expected)
                yield return Differs(table, $"{found.Rows} rows{(found.Rows == expected.Rows ? ", some changed" : "")}", $"{expected.Rows} as the entries say");
        if (SqliteLedger.Scalar(connection, "select count(*) from claim") is var stored && stored != claims)
            yield return Differs("claim", $"{stored} claims", $"{claims}");
        if (ties.MoveNext())
            yield return Differs("ties", "more ties", "those of the claims");
        if (SqliteLedger.Scalar(connection, $"select count(*) from segment where rows * {Marshal.SizeOf<TieRow>()} <> length(data)") is var wrong and > 0)
            yield return Differs("segment", $"{wrong} of another length", "rows and data in step");
    }

    private void Close(IndexedArticle article, long? superseded)
    {
        if (article.InForce is var (seq, known, reader))
            readingRows.Add(article.Id, seq, known, reader, superseded);
    }

    private Fault Differs(string table, string found, string expected) => Faults.BrokenChain($"{ledger.Place} index {table}", found, expected);

    private RowSum Stored(string sql)
    {
        var sum = new RowSum();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        object?[] fields = new object?[row.FieldCount];
        while (row.Read())
        {
            row.GetValues(fields!);
            sum.Add(fields);
        }
        return sum;
    }

    private IEnumerable<TieRow> StoredTies()
    {
        foreach (string sql in SqliteLedger.TieColumns)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var row = command.ExecuteReader();
            while (row.Read())
                foreach (var tie in MemoryMarshal.Cast<byte, TieRow>((byte[])row[1]).ToArray())
                    yield return tie;
        }
    }

    private Dictionary<string, int> Numbers(string sql)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        while (row.Read())
            numbers[row.GetString(0)] = row.GetInt32(1);
        return numbers;
    }

    private sealed class IndexedArticle(string id, long entry, string name, When? reported)
    {
        public string Id => id;

        public long Entry => entry;

        public string Name => name;

        public When? Reported => reported;

        public long? Withdrawn { get; set; }

        public (long Seq, long Known, string Reader)? InForce { get; set; }
    }
}
