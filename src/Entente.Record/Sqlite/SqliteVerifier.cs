using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>Walks the whole chain once and checks everything that hangs on it.</summary>
internal sealed class SqliteVerifier(string path, SqliteConnection connection)
{
    public IEnumerable<Fault> Verify()
    {
        SqliteLedger.Execute(connection, "begin");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[] before = Entry.Genesis;
        long seq = 0, articles = 0, readings = 0;
        var known = DateTimeOffset.MinValue;
        foreach (var entry in SqliteLedger.EntriesOf(connection, 0))
        {
            string place = $"{path} entry {entry.Seq}";
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
            if (entry.Kind == EntryKind.Article)
            {
                articles++;
                texts[entry.Subject] = TextOf(entry.Body);
            }
            else if (entry.Kind == EntryKind.Reading)
            {
                readings++;
                foreach (var fault in VerifyReading(entry, place, texts.GetValueOrDefault(entry.Subject, "")))
                    yield return fault;
            }
        }
        foreach (var fault in VerifyIndexes(articles, readings))
            yield return fault;
    }

    private static string TextOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    private IEnumerable<Fault> VerifyReading(Entry entry, string place, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select json from claim where reading = $seq order by claim_no";
        command.Parameters.AddWithValue("$seq", entry.Seq);
        var lines = new List<string>();
        using (var row = command.ExecuteReader())
            while (row.Read())
                lines.Add(row.GetString(0));
        using var body = JsonDocument.Parse(entry.Body);
        string expected = body.RootElement.GetProperty("claims_sha256").GetString()!, found = SqliteLedgerWriter.Digest(lines);
        if (found != expected)
            yield return Faults.BrokenChain(place, $"claims with the digest {found[..8]}…", $"{expected[..8]}…");
        foreach (string line in lines)
        {
            var (span, quote) = ClaimJson.Read(line).Evidence;
            if (span.End > text.Length || !text.AsSpan(span.Start, span.Length).SequenceEqual(quote))
                yield return Faults.BrokenChain(place, $"the quote \"{quote}\"", "the article's own words at its offsets");
        }
    }

    private IEnumerable<Fault> VerifyIndexes(long articles, long readings)
    {
        var counts = new (string What, long Found, long Expected)[]
        {
            ("articles in the index", Count("article"), articles),
            ("readings in the index", Count("reading"), readings),
            ("readings in force", Count("reading where superseded is null"), articles),
            ("claims with actors in the index", SqliteLedger.Scalar(connection, "select count(distinct claim_no) from pair"), Count("claim")),
            ("ties in columns", SqliteLedger.Scalar(connection, "select coalesce((select sum(rows) from segment), 0) + coalesce((select sum(length(data)) from tail), 0) / " + Marshal.SizeOf<TieRow>().ToString(CultureInfo.InvariantCulture)),
                Count("pair where a <> b and kind in (0, 2)")),
        };
        foreach (var (what, found, expected) in counts)
            if (found != expected)
                yield return Faults.BrokenChain($"{path} indexes", $"{found} {what}", $"{expected}");
    }

    private long Count(string from) => SqliteLedger.Scalar(connection, $"select count(*) from {from}");
}
