using System.Runtime.InteropServices;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>A view on the SQLite store: one read transaction, so that it stays as it was opened while others write.</summary>
internal sealed class SqliteView : View
{
    private const string ClaimColumns = "select c.claim_no, c.id, c.json, r.known, a.id, a.reported, c.rule from claim c join reading r on r.seq = c.reading join article a using (article_no)";

    private const string InForce = "r.known <= $known and (r.superseded is null or r.superseded > $known) and (a.withdrawn is null or a.withdrawn > $known)";

    private readonly SqliteLedger ledger;
    private readonly SqliteConnection connection;
    private readonly long known;
    private readonly Dictionary<string, Verdict> verdicts;
    private Origins? origins;
    private IReadOnlyList<string>? actorCodes;
    private IReadOnlyList<string>? codes;

    public SqliteView(SqliteLedger ledger, SqliteConnection connection, DateOnly? asOf, DateTimeOffset? knownOn)
    {
        this.ledger = ledger;
        this.connection = connection;
        AsOf = asOf;
        KnownOn = knownOn;
        known = knownOn?.ToUnixMicroseconds() ?? long.MaxValue;
        ledger.Guard(() => SqliteLedger.Execute(connection, "begin"));
        verdicts = Query("select claim_id, verdict from decision where known <= $known order by seq", r => (Id: r.GetString(0), Verdict: Enum.Parse<Verdict>(r.GetString(1))))
            .GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.Last().Verdict, StringComparer.Ordinal);
    }

    public override DateOnly? AsOf { get; }

    public override DateTimeOffset? KnownOn { get; }

    public override IReadOnlyList<string> ActorCodes => actorCodes ??= Numbered("select actor_no, code from actor order by actor_no");

    public override IReadOnlyList<string> Codes => codes ??= Numbered("select code_no, code from code order by code_no");

    public override int ArticleCount => (int)Query($"select count(*) from article a where a.article_no in (select article_no from reading where known <= $known) and (a.withdrawn is null or a.withdrawn > $known)", r => r.GetInt64(0)).First();

    public override Origins Origins => origins ??= new(Query($"select a.id, r.seq, c.origin from copy c join article a using (article_no) join reading r using (article_no) where {InForce} order by a.article_no",
        r => (r.GetString(0), (int)r.GetInt64(1), r.GetInt64(2))));

    public override IEnumerable<RecordedClaim> Claims(ClaimFilter filter)
    {
        var (where, parameters) = Where(filter);
        return Query($"{ClaimColumns} where {InForce}{where} order by c.claim_no", Recorded, parameters)
            .Where(c => filter.Matches(c.Claim) && IsShown(c) && (filter.IncludeRejected || c.Verdict != Verdict.Reject));
    }

    public override IEnumerable<ReadOnlyMemory<TieRow>> Ties()
    {
        int lastReading = (int)Query("select coalesce(max(seq), 0) from reading where known <= $known", r => r.GetInt64(0)).First();
        var retired = Query("select r.seq from reading r join article a using (article_no) where r.superseded <= $known or a.withdrawn <= $known", r => (int)r.GetInt64(0)).ToHashSet();
        var rejected = verdicts.Where(v => v.Value == Verdict.Reject)
            .SelectMany(v => Query("select claim_no from claim where id = $id", r => (int)r.GetInt64(0), ("$id", v.Key))).ToHashSet();
        int day = AsOf?.DayNumber ?? int.MaxValue;
        TieRow[] buffer = [];
        foreach (string sql in SqliteLedger.TieColumns)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var row = ledger.Guard(command.ExecuteReader);
            Func<bool> next = row.Read;
            while (ledger.Guard(next))
            {
                int count = ReadTies(row, ref buffer);
                yield return buffer.AsMemory(0, Keep(buffer.AsSpan(0, count), day, lastReading, retired, rejected));
            }
        }
    }

    public override RecordedClaim ClaimNumbered(int claimNo) => Query($"{ClaimColumns} where c.claim_no = $no", Recorded, ("$no", claimNo)).First();

    public override IReadOnlyList<string> IdsBeginning(string prefix)
    {
        // '~' comes after every letter of an id.
        string end = prefix + "~";
        return
        [
            .. Query($"select distinct c.id from claim c join reading r on r.seq = c.reading join article a using (article_no) where c.id >= $from and c.id < $end and {InForce} limit 50",
                r => r.GetString(0), ("$from", prefix), ("$end", end)),
            .. Query("select a.id from article a join entry e on e.seq = a.entry where a.id >= $from and a.id < $end and e.known <= $known limit 50", r => r.GetString(0), ("$from", prefix), ("$end", end)),
        ];
    }

    public override RecordedClaim? FindClaim(string id) => Query($"{ClaimColumns} where c.id = $id and {InForce} order by c.claim_no desc limit 1", Recorded, ("$id", id)).FirstOrDefault();

    public override Article? FindArticle(string id) =>
        Query("select e.body from article a join entry e on e.seq = a.entry where a.id = $id and e.known <= $known", r => ArticleFrom((byte[])r[0]), ("$id", id)).FirstOrDefault();

    public override IReadOnlyList<PassedOver> PassedOver(string articleId) =>
        Query($"select e.body from reading r join article a using (article_no) join entry e on e.seq = r.seq where a.id = $id and {InForce}", r => PassedFrom((byte[])r[0]), ("$id", articleId))
            .FirstOrDefault() ?? [];

    public override IEnumerable<Article> Articles() =>
        Query("select e.body from article a join entry e on e.seq = a.entry where e.known <= $known and (a.withdrawn is null or a.withdrawn > $known) order by a.entry", r => ArticleFrom((byte[])r[0]));

    protected override void Dispose(bool disposing) => connection.Dispose();

    /// <summary>Straight from the file into the shared buffer; gives how many rows.</summary>
    private static int ReadTies(SqliteDataReader row, ref TieRow[] buffer)
    {
        using var data = row.GetStream(1);
        int count = (int)(data.Length / Marshal.SizeOf<TieRow>());
        if (buffer.Length < count)
            buffer = new TieRow[count];
        data.ReadExactly(MemoryMarshal.AsBytes(buffer.AsSpan(0, count)));
        return count;
    }

    /// <summary>Moves the rows that hold to the front; gives how many.</summary>
    private static int Keep(Span<TieRow> rows, int day, int lastReading, HashSet<int> retired, HashSet<int> rejected)
    {
        int count = 0;
        bool isPlain = retired.Count == 0 && rejected.Count == 0;
        foreach (ref readonly var row in rows)
            if (row.FirstDay <= day && row.Reading <= lastReading && (isPlain || (!retired.Contains(row.Reading) && !rejected.Contains(row.ClaimNo))))
                rows[count++] = row;
        return count;
    }

    private bool IsShown(RecordedClaim claim) => AsOf is not { } day || Holds.FirstDay(claim.Claim, claim.Reported) <= day.DayNumber;

    private RecordedClaim Recorded(SqliteDataReader r)
    {
        string id = r.GetString(1);
        var claim = ClaimJson.Read(r.GetString(2)) with { Rule = r.IsDBNull(6) ? null : r.GetString(6) };
        return new(id, claim, r.GetString(4), r.IsDBNull(5) ? null : When.Parse(r.GetString(5)), UnixTime.FromUnixMicroseconds(r.GetInt64(3)),
            verdicts.TryGetValue(id, out var verdict) ? verdict : null);
    }

    private (string Where, (string, object)[] Parameters) Where(ClaimFilter filter)
    {
        var (where, parameters) = WhereActors(filter.Actor, filter.Other == filter.Actor ? null : filter.Other);
        return filter.ArticleId is { } article ? (where + " and a.id = $article", [.. parameters, ("$article", article)]) : (where, parameters);
    }

    private (string Where, (string, object)[] Parameters) WhereActors(string? actor, string? other)
    {
        if (actor is null)
            return ("", []);
        int first = NumberOf(actor);
        if (other is null)
            return (" and c.claim_no in (select claim_no from pair where a = $x union select claim_no from pair where b = $x)", [("$x", first)]);
        int second = NumberOf(other);
        return (" and c.claim_no in (select claim_no from pair where a = $x and b = $y)", [("$x", Math.Min(first, second)), ("$y", Math.Max(first, second))]);
    }

    /// <summary>0 for an actor whom no claim names.</summary>
    private int NumberOf(string actor) => (int)Query("select actor_no from actor where code = $code", r => r.GetInt64(0), ("$code", actor)).FirstOrDefault();

    private List<string> Numbered(string sql)
    {
        var list = new List<string> { "" };
        foreach (var (number, code) in Query(sql, r => (Number: (int)r.GetInt64(0), Code: r.GetString(1))))
        {
            while (list.Count < number)
                list.Add("");
            list.Add(code);
        }
        return list;
    }

    private IEnumerable<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains("$known", StringComparison.Ordinal))
            command.Parameters.AddWithValue("$known", known);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using var row = ledger.Guard(command.ExecuteReader);
        Func<bool> next = row.Read;
        while (ledger.Guard(next))
            yield return read(row);
    }
}
