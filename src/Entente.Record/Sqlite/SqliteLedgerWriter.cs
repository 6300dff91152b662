using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>Appends to the SQLite store. One transaction a call; numbers of actors and codes are remembered between calls.</summary>
internal sealed class SqliteLedgerWriter : LedgerWriter
{
    private const int RowsPerSegment = 16_384;

    private readonly SqliteLedger ledger;
    private readonly SqliteConnection connection;
    private readonly Statements statements;
    private readonly Dictionary<string, int> actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly List<PairRow> pairs = [];
    private readonly List<TieRow> ties = [];
    private long seq;
    private long known;
    private long claimNo;
    private byte[] hash = Entry.Genesis;

    public SqliteLedgerWriter(SqliteLedger ledger, SqliteConnection connection, TimeProvider clock) : base(clock)
    {
        this.ledger = ledger;
        this.connection = connection;
        statements = new Statements(connection);
    }

    public override bool Knows(string articleId, ReaderVersion reader)
    {
        bool knows = false;
        ledger.Guard(() => knows = statements.KnowsReading.Scalar(articleId, reader.ToString()) > 0);
        return knows;
    }

    public override AppendOutcome Append(IReadOnlyList<ArticleReading> readings)
    {
        foreach (var reading in readings)
            CheckEvidence(reading);
        int articles = 0, appended = 0, claims = 0;
        InTransaction(() =>
        {
            foreach (var reading in readings)
            {
                articles += TakeIn(reading.Article) ? 1 : 0;
                if (statements.KnowsReading.Scalar(reading.Article.Id, reading.Reader.ToString()) > 0)
                    continue;
                Add(reading);
                appended++;
                claims += reading.Claims.Count;
            }
            Pack();
        });
        return new(articles, appended, claims);
    }

    public override void Withdraw(string articleId, string reason) => InTransaction(() =>
    {
        ArticleNo(articleId);
        AddEntry(EntryKind.Withdrawal, articleId, BodyOfWithdrawal(reason));
        statements.Withdraw.Run(articleId, known);
    });

    public override void Decide(Decision decision) => InTransaction(() =>
    {
        AddEntry(EntryKind.Decision, decision.ClaimId, BodyOf(decision));
        statements.AddDecision.Run(seq, decision.ClaimId, decision.Verdict.ToString(), known);
    });

    public override IEnumerable<(string ArticleId, ReadOnlyMemory<byte>? Fingerprint)> Fingerprints() =>
        statements.Fingerprints.Rows(r => (r.GetString(0), r.IsDBNull(1) ? (ReadOnlyMemory<byte>?)null : (byte[])r[1]));

    public override void Match(IReadOnlyList<(string ArticleId, ReadOnlyMemory<byte> Fingerprint)> fingerprints, IReadOnlyList<IReadOnlyList<string>> copies) => InTransaction(() =>
    {
        foreach (var (id, fingerprint) in fingerprints)
            statements.AddFingerprint.Run(ArticleNo(id), fingerprint.ToArray());
        statements.ClearCopies.Run();
        foreach (var group in copies)
        {
            long[] numbers = [.. group.Select(ArticleNo)];
            long origin = numbers.Min();
            foreach (long number in numbers)
                statements.AddCopy.Run(number, origin);
        }
    });

    protected override void Dispose(bool disposing)
    {
        statements.Dispose();
        connection.Dispose();
    }

    private void InTransaction(Action work)
    {
        ledger.Guard(() =>
        {
            SqliteLedger.Execute(connection, "begin immediate");
            try
            {
                ReadEnd();
                work();
                SqliteLedger.Execute(connection, "commit");
            }
            catch
            {
                // Some errors (disk full) have rolled back already; the rollback then fails, and that is fine.
                try
                {
                    SqliteLedger.Execute(connection, "rollback");
                }
                catch (SqliteException)
                {
                }
                actors.Clear();
                codes.Clear();
                ties.Clear();
                throw;
            }
        });
    }

    /// <summary>
    /// Where the chain ends now: another program may have written since. The clock may have stepped back or stand still; the record's always
    /// goes on, so that no instant of the past ever gets a second answer.
    /// </summary>
    private void ReadEnd()
    {
        (seq, long last, hash) = statements.End.Row(r => (r.GetInt64(0), r.GetInt64(1), (byte[])r[2]), (0L, 0L, Entry.Genesis));
        known = Math.Max(Clock.GetUtcNow().ToUnixMicroseconds(), last + 1);
        claimNo = statements.LastClaim.Scalar();
    }

    private long ArticleNo(string articleId) => statements.ArticleNo.Scalar(articleId) is > 0 and var no ? no : throw new EntenteException(Faults.UnknownId(articleId));

    private bool TakeIn(Article article)
    {
        if (statements.ArticleNo.Scalar(article.Id) > 0)
            return false;
        AddEntry(EntryKind.Article, article.Id, BodyOf(article));
        statements.AddArticle.Run(article.Id, seq, article.Name, article.Published?.Text);
        return true;
    }

    private void Add(ArticleReading reading)
    {
        string articleId = reading.Article.Id;
        long articleNo = statements.ArticleNo.Scalar(articleId);
        string[] lines = [.. reading.Claims.Select(ClaimJson.Write)];
        AddEntry(EntryKind.Reading, articleId, BodyOf(reading, Digest(lines.Zip(reading.Claims, (line, claim) => (line, claim.Rule)))));
        statements.Supersede.Run(articleNo, known);
        statements.AddReading.Run(seq, articleNo, known, reading.Reader.ToString());
        for (int i = 0; i < lines.Length; i++)
        {
            var claim = reading.Claims[i];
            claimNo++;
            statements.AddClaim.Run(claimNo, seq, ContentId.Of(articleId, claim), lines[i], claim.Rule);
            AddPairs(claim, reading.Article.Published);
        }
    }

    /// <summary>Over each claim's line and the rule that made it.</summary>
    internal static string Digest(IEnumerable<(string Line, string? Rule)> claims)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (line, rule) in claims)
            digest.AppendData(Encoding.UTF8.GetBytes($"{line}\t{rule}\n"));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private void AddEntry(EntryKind kind, string subject, byte[] body)
    {
        seq++;
        hash = Entry.HashOf(hash, seq, UnixTime.FromUnixMicroseconds(known), kind, subject, body);
        statements.AddEntry.Run(seq, known, kind.ToString().ToLowerInvariant(), subject, body, hash);
    }

    private void AddPairs(Claim claim, When? reported)
    {
        int code = NumberOf(codes, ClaimFilter.CodeOf(claim), statements.CodeNo, statements.AddCode);
        pairs.Clear();
        PairRow.AddAll(claim, reported, actor => NumberOf(actors, actor, statements.ActorNo, statements.AddActor), pairs);
        foreach (var pair in pairs)
        {
            statements.AddPair.Run(pair.A, pair.B, claimNo);
            if (pair.IsTie)
                ties.Add(pair.Tie(code, claimNo, seq));
        }
    }

    private int NumberOf(Dictionary<string, int> cache, string code, Statement find, Statement add)
    {
        if (cache.TryGetValue(code, out int number))
            return number;
        number = (int)find.Scalar(code);
        if (number == 0)
        {
            add.Run(code);
            number = (int)find.Scalar(code);
        }
        // A tie has two bytes for each; beyond them it would silently stand for others.
        if (number > ushort.MaxValue)
            throw new EntenteException(Faults.WriteFailed(ledger.Place, $"more than {ushort.MaxValue} different actors or codes ('{code}')"));
        return cache[code] = number;
    }

    /// <summary>Writes this transaction's ties to the tail; a tail that is long enough becomes a segment.</summary>
    private void Pack()
    {
        if (ties.Count == 0)
            return;
        byte[] data = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(ties)).ToArray();
        bool isLarge = ties.Count >= RowsPerSegment;
        ties.Clear();
        if (isLarge && statements.TailBytes.Scalar() == 0)
        {
            statements.AddSegment.Run(data.Length / RowSize, data);
            return;
        }
        statements.AddTail.Run(data);
        long bytes = statements.TailBytes.Scalar();
        if (bytes < RowsPerSegment * RowSize)
            return;
        byte[] packed = new byte[bytes];
        int at = 0;
        foreach (byte[] part in statements.Tail.Rows(r => (byte[])r[0]))
        {
            part.CopyTo(packed, at);
            at += part.Length;
        }
        statements.AddSegment.Run(packed.Length / RowSize, packed);
        statements.ClearTail.Run();
    }

    private static int RowSize => Marshal.SizeOf<TieRow>();
}
