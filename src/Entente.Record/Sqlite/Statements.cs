using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>A prepared statement with numbered parameters (<c>?1</c>, <c>?2</c>, …).</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        int parameters = 0;
        while (sql.Contains($"?{parameters + 1}", StringComparison.Ordinal))
            command.Parameters.Add(new SqliteParameter($"?{++parameters}", null));
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, 0 if there is none.</summary>
    public long Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is long value ? value : 0;
    }

    public T Row<T>(Func<SqliteDataReader, T> read, T otherwise)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? read(row) : otherwise;
    }

    public List<T> Rows<T>(Func<SqliteDataReader, T> read)
    {
        var rows = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read())
            rows.Add(read(row));
        return rows;
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}

/// <summary>All that the writer says to SQLite.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> all = [];

    private Statement Prepare(ref Statement? statement, string sql)
    {
        if (statement is null)
            all.Add(statement = new(connection, sql));
        return statement;
    }

    private Statement? end, lastClaim, knowsReading, articleNo, addEntry, addArticle, supersede, addReading, addClaim, addPair, actorNo, addActor, codeNo, addCode, withdraw, addDecision,
        tailBytes, tail, addTail, clearTail, addSegment, fingerprints, addFingerprint, addCopy, clearCopies;

    public Statement End => Prepare(ref end, "select seq, known, hash from entry order by seq desc limit 1");

    public Statement LastClaim => Prepare(ref lastClaim, "select coalesce(max(claim_no), 0) from claim");

    /// <summary>A withdrawn article is known to every reader: taking the same folder in again must not undo what a person decided.</summary>
    public Statement KnowsReading => Prepare(ref knowsReading,
        "select count(*) from reading r join article a using (article_no) where a.id = ?1 and r.superseded is null and (r.reader = ?2 or a.withdrawn is not null)");

    public Statement ArticleNo => Prepare(ref articleNo, "select article_no from article where id = ?1");

    public Statement AddEntry => Prepare(ref addEntry, "insert into entry (seq, known, kind, subject, body, hash) values (?1, ?2, ?3, ?4, ?5, ?6)");

    public Statement AddArticle => Prepare(ref addArticle, "insert into article (id, entry, name, reported) values (?1, ?2, ?3, ?4)");

    public Statement Supersede => Prepare(ref supersede, "update reading set superseded = ?2 where article_no = ?1 and superseded is null");

    public Statement AddReading => Prepare(ref addReading, "insert into reading (seq, article_no, known, reader) values (?1, ?2, ?3, ?4)");

    public Statement AddClaim => Prepare(ref addClaim, "insert into claim (claim_no, reading, id, json, rule) values (?1, ?2, ?3, ?4, ?5)");

    public Statement AddPair => Prepare(ref addPair, "insert into pair (a, b, claim_no) values (?1, ?2, ?3)");

    public Statement ActorNo => Prepare(ref actorNo, "select actor_no from actor where code = ?1");

    public Statement AddActor => Prepare(ref addActor, "insert into actor (code) values (?1)");

    public Statement CodeNo => Prepare(ref codeNo, "select code_no from code where code = ?1");

    public Statement AddCode => Prepare(ref addCode, "insert into code (code) values (?1)");

    public Statement Withdraw => Prepare(ref withdraw, "update article set withdrawn = ?2 where id = ?1 and withdrawn is null");

    public Statement AddDecision => Prepare(ref addDecision, "insert into decision (seq, claim_id, verdict, known) values (?1, ?2, ?3, ?4)");

    public Statement TailBytes => Prepare(ref tailBytes, "select coalesce(sum(length(data)), 0) from tail");

    public Statement Tail => Prepare(ref tail, "select data from tail order by tail_no");

    public Statement AddTail => Prepare(ref addTail, "insert into tail (data) values (?1)");

    public Statement ClearTail => Prepare(ref clearTail, "delete from tail");

    public Statement AddSegment => Prepare(ref addSegment, "insert into segment (rows, data) values (?1, ?2)");

    public Statement Fingerprints => Prepare(ref fingerprints, "select a.id, f.data from article a left join fingerprint f using (article_no) order by a.article_no");

    public Statement AddFingerprint => Prepare(ref addFingerprint, "insert or replace into fingerprint (article_no, data) values (?1, ?2)");

    public Statement AddCopy => Prepare(ref addCopy, "insert or replace into copy (article_no, origin) values (?1, ?2)");

    public Statement ClearCopies => Prepare(ref clearCopies, "delete from copy");

    public void Dispose()
    {
        foreach (var statement in all)
            statement.Dispose();
    }
}
