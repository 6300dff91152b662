using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>What became of a batch: all of it is in the record, durably, or an exception was thrown and none is.</summary>
public sealed record AppendOutcome(int Articles, int Readings, int Claims);

/// <summary>
/// Adds to the ledger; the only part of Entente that meets the clock. Each call is one transaction: when it returns, everything in it
/// survives kill -9 and power loss; when it throws, nothing of it is there. (Where the disk refused to confirm a commit and the machine dies
/// before the next, all of it may come back, never half; taking it in again doubles nothing.)
/// </summary>
public abstract class LedgerWriter(TimeProvider clock) : IDisposable
{
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected TimeProvider Clock { get; } = clock;

    /// <summary>Whether this article was already read by this very reader: reading it again would change nothing.</summary>
    public abstract bool Knows(string articleId, ReaderVersion reader);

    /// <summary>
    /// Takes articles in with all their claims. An article that is known is not stored twice; a reading equal in reader to one in force is
    /// skipped; one of another reader supersedes it.
    /// </summary>
    /// <exception cref="EntenteException">ENT0203: a quote is not what stands in the article. ENT0205, ENT0206: could not be stored.</exception>
    public abstract AppendOutcome Append(IReadOnlyList<ArticleReading> readings);

    /// <summary>Withdraws an article's support: its claims leave all views from now on, and stay in views of before.</summary>
    /// <exception cref="EntenteException">ENT0207: no such article.</exception>
    public abstract void Withdraw(string articleId, string reason);

    public abstract void Decide(Decision decision);

    /// <summary>All articles in the order taken in, with the fingerprint kept of each; null for one not matched yet.</summary>
    public abstract IEnumerable<(string ArticleId, ReadOnlyMemory<byte>? Fingerprint)> Fingerprints();

    /// <summary>
    /// Keeps what Matching found. It is made from the articles: a crash before it leaves articles without a fingerprint, and whoever writes
    /// next finds them.
    /// </summary>
    /// <param name="fingerprints">Of articles that had none, or one of another format.</param>
    /// <param name="copies">Articles that are copies of one text; they take the place of all that were kept before.</param>
    /// <exception cref="EntenteException">ENT0207: no such article.</exception>
    public abstract void Match(IReadOnlyList<(string ArticleId, ReadOnlyMemory<byte> Fingerprint)> fingerprints, IReadOnlyList<IReadOnlyList<string>> copies);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>Promise 3 of the record: evidence is exact, or the reading is refused.</summary>
    protected static void CheckEvidence(ArticleReading reading)
    {
        string text = reading.Article.Text;
        foreach (var claim in reading.Claims)
        {
            var (span, quote) = claim.Evidence;
            bool inside = span.Start >= 0 && span.Start < span.End && span.End <= text.Length;
            if (!inside || !text.AsSpan(span.Start, span.Length).SequenceEqual(quote))
                throw new EntenteException(Faults.EvidenceMismatch($"{reading.Article.Name} {span}", quote, inside ? span.In(text) : "(outside the text)"));
        }
    }

    protected static byte[] BodyOf(Article article) => Json(writer =>
    {
        writer.WriteString("name", article.Name);
        writer.WriteString("external_id", article.ExternalId);
        writer.WriteString("title", article.Title);
        writer.WriteString("outlet", article.Outlet);
        writer.WriteString("wire", article.Wire);
        writer.WriteString("published", article.Published?.Text);
        writer.WriteStartArray("authors");
        foreach (string author in article.Authors)
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteString("modified", article.Modified?.Text);
        writer.WriteString("language", article.Language);
        writer.WriteString("url", article.Url);
        writer.WriteString("text", article.Text);
    });

    /// <param name="claimsDigest">SHA-256 of the claims' lines, so that the chain covers them.</param>
    protected static byte[] BodyOf(ArticleReading reading, string claimsDigest) => Json(writer =>
    {
        writer.WriteString("reader", reading.Reader.ToString());
        writer.WriteNumber("claims", reading.Claims.Count);
        writer.WriteString("claims_sha256", claimsDigest);
        writer.WriteStartArray("passed");
        foreach (var passed in reading.Passed)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(passed.Span.Start);
            writer.WriteNumberValue(passed.Span.End);
            writer.WriteStringValue(passed.Rule);
            writer.WriteStringValue(passed.Reason);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    });

    protected static byte[] BodyOf(Decision decision) => Json(writer =>
    {
        writer.WriteString("verdict", decision.Verdict.ToString());
        writer.WriteString("by", decision.By);
        writer.WriteString("note", decision.Note);
    });

    protected static byte[] BodyOfWithdrawal(string reason) => Json(writer => writer.WriteString("reason", reason));

    private static byte[] Json(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, Legible);
        writer.WriteStartObject();
        fields(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
