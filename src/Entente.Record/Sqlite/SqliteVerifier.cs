using System.Text.Json;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>Walks the whole chain once, and makes the indexes again in the mind to compare them with those on the disk.</summary>
internal sealed class SqliteVerifier(SqliteLedger ledger, SqliteConnection connection)
{
    private (long Seq, string Text) lastText;

    /// <summary>Never throws for damage: the exception that it causes is one more fault, and the last.</summary>
    public IEnumerable<Fault> Verify()
    {
        using var faults = Walk().GetEnumerator();
        while (Next(faults) is var (fault, isLast) && fault is not null)
        {
            yield return fault;
            if (isLast)
                yield break;
        }
    }

    private (Fault? Fault, bool IsLast) Next(IEnumerator<Fault> faults)
    {
        try
        {
            return (faults.MoveNext() ? faults.Current : null, false);
        }
        // Damaged bytes may surface in SQLite, in the JSON or in any conversion: whatever it is, it is damage.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (Faults.BrokenChain(ledger.Place, $"contents that cannot be read ({e.Message})", "readable contents"), true);
        }
    }

    private IEnumerable<Fault> Walk()
    {
        SqliteLedger.Execute(connection, "begin");
        foreach (var fault in VerifyFile())
            yield return fault;
        var indexes = new SqliteIndexCheck(ledger, connection);
        byte[] before = Entry.Genesis;
        long seq = 0;
        var known = DateTimeOffset.MinValue;
        foreach (var entry in ledger.EntriesOf(connection, 0))
        {
            string place = $"{ledger.Place} entry {entry.Seq}";
            if (entry.Seq != ++seq)
            {
                yield return Faults.BrokenChain(place, $"number {entry.Seq}", $"number {seq}");
                yield break;
            }
            if (entry.Known < known)
                yield return Faults.BrokenChain(place, $"known {entry.Known:O}", $"not before {known:O}");
            if (!entry.Hash.AsSpan().SequenceEqual(Entry.HashOf(before, entry.Seq, entry.Known, entry.Kind, entry.Subject, entry.Body)))
                yield return Faults.BrokenChain(place, "a hash that does not fit its contents", "the hash of its contents");
            (before, known) = (entry.Hash, entry.Known);
            foreach (var fault in VerifyEntry(entry, place, indexes))
                yield return fault;
        }
        foreach (var fault in indexes.Compare())
            yield return fault;
    }

    /// <summary>SQLite's own look at its pages and trees, and whether tables and triggers are those that we made.</summary>
    private IEnumerable<Fault> VerifyFile()
    {
        foreach (string line in Texts(connection, "pragma integrity_check(20)").Where(l => l != "ok"))
            yield return Faults.BrokenChain(ledger.Place, line, "a sound file");
        const string Schema = "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema order by type, name";
        using var model = new SqliteConnection("Data Source=:memory:;Pooling=False");
        model.Open();
        SqliteLedger.Execute(model, SqliteLedger.Schema());
        List<string> expected = [.. Texts(model, Schema)], found = [.. Texts(connection, Schema)];
        foreach (string missing in expected.Except(found).Concat(found.Except(expected)))
            yield return Faults.BrokenChain($"{ledger.Place} schema", "not as Entente made it", missing.Split('\n')[0]);
    }

    private IEnumerable<Fault> VerifyEntry(Entry entry, string place, SqliteIndexCheck indexes)
    {
        switch (entry.Kind)
        {
            case EntryKind.Article:
                var article = View.ArticleFrom(entry.Body);
                lastText = (entry.Seq, article.Text);
                if (ContentId.Of(article) != entry.Subject)
                    yield return Faults.BrokenChain(place, $"an article whose content has the id {ContentId.Of(article)}", entry.Subject);
                indexes.Article(entry, article);
                break;
            case EntryKind.Reading:
                foreach (var fault in VerifyReading(entry, place, indexes))
                    yield return fault;
                break;
            case EntryKind.Withdrawal:
                indexes.Withdrawal(entry);
                break;
            default:
                indexes.Decision(entry);
                break;
        }
    }

    private IEnumerable<Fault> VerifyReading(Entry entry, string place, SqliteIndexCheck indexes)
    {
        using var body = JsonDocument.Parse(entry.Body);
        string text = TextOf(indexes.Reading(entry, body.RootElement.GetProperty("reader").GetString()!));
        using var command = connection.CreateCommand();
        command.CommandText = "select claim_no, id, json, rule from claim where reading = $seq order by claim_no";
        command.Parameters.AddWithValue("$seq", entry.Seq);
        var lines = new List<(string, string?)>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            lines.Add((row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)));
            var claim = ClaimJson.Read(row.GetString(2));
            var (span, quote) = claim.Evidence;
            if (span.Start < 0 || span.Start >= span.End || span.End > text.Length || !text.AsSpan(span.Start, span.Length).SequenceEqual(quote))
                yield return Faults.BrokenChain(place, $"the quote \"{quote}\"", "the article's own words at its offsets");
            string id = ContentId.Of(entry.Subject, claim);
            if (row.GetString(1) != id)
                yield return Faults.BrokenChain(place, $"a claim with the id {row.GetString(1)}", id);
            if (indexes.Claim(entry, row.GetInt64(0), claim) is { } fault)
                yield return fault;
        }
        string expected = body.RootElement.GetProperty("claims_sha256").GetString()!, found = SqliteLedgerWriter.Digest(lines);
        if (found != expected)
            yield return Faults.BrokenChain(place, $"claims with the digest {found[..8]}…", $"{expected[..8]}…");
    }

    /// <summary>A reading mostly follows its article at once; others are fetched again rather than all texts kept.</summary>
    private string TextOf(long articleEntry)
    {
        if (lastText.Seq != articleEntry)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select body from entry where seq = $seq";
            command.Parameters.AddWithValue("$seq", articleEntry);
            lastText = (articleEntry, View.ArticleFrom((byte[])command.ExecuteScalar()!).Text);
        }
        return lastText.Text;
    }

    private static IEnumerable<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return row.GetString(0);
    }
}
