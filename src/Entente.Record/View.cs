using System.Runtime.InteropServices;
using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>
/// Two actors of one agreement or obligation, small enough to read millions of them: what Analysis builds networks from. Numbers stand for
/// <see cref="View.ActorCodes"/> and <see cref="View.Codes"/>. <see cref="IsDated"/> is 1 where the text dates the claim, 0 where
/// <see cref="FirstDay"/> is only the day of the report.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct TieRow(ushort A, ushort B, ushort Code, byte Kind, byte Modality, byte Status, byte IsDated, int FirstDay, int ClaimNo, int Reading);

/// <summary>The record as of a day, as known on an instant. Never changes while it is open, whatever is written meanwhile.</summary>
public abstract class View : IDisposable
{
    public abstract DateOnly? AsOf { get; }

    public abstract DateTimeOffset? KnownOn { get; }

    /// <summary>Claims that hold, in the order in which they were recorded.</summary>
    public abstract IEnumerable<RecordedClaim> Claims(ClaimFilter filter);

    /// <summary>All pairs of all agreements and obligations that hold, in the order recorded. Rejected claims are left out.
    /// A batch is valid until the next one is asked for: they share a buffer.</summary>
    public abstract IEnumerable<ReadOnlyMemory<TieRow>> Ties();

    /// <summary>The actor that a number in a <see cref="TieRow"/> stands for.</summary>
    public abstract IReadOnlyList<string> ActorCodes { get; }

    /// <summary>The form or level that a number in a <see cref="TieRow"/> stands for.</summary>
    public abstract IReadOnlyList<string> Codes { get; }

    /// <summary>The claim with a number that a <see cref="TieRow"/> gave.</summary>
    public abstract RecordedClaim ClaimNumbered(int claimNo);

    /// <summary>Ids of claims and articles that begin so.</summary>
    public abstract IReadOnlyList<string> IdsBeginning(string prefix);

    public abstract RecordedClaim? FindClaim(string id);

    public abstract Article? FindArticle(string id);

    /// <summary>What the reading in force noticed and passed over.</summary>
    public abstract IReadOnlyList<PassedOver> PassedOver(string articleId);

    /// <summary>All articles in the view, in the order in which they were taken in.</summary>
    public abstract IEnumerable<Article> Articles();

    public abstract int ArticleCount { get; }

    /// <summary>Which of its articles are copies of one text.</summary>
    public abstract Origins Origins { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    protected internal static Article ArticleFrom(ReadOnlySpan<byte> body)
    {
        using var json = JsonDocument.Parse(body.ToArray());
        var root = json.RootElement;
        return new Article
        {
            Name = root.GetProperty("name").GetString()!,
            Text = root.GetProperty("text").GetString()!,
            ExternalId = Text("external_id"),
            Title = Text("title"),
            Outlet = Text("outlet"),
            Wire = Text("wire"),
            Authors = root.TryGetProperty("authors", out var authors) ? [.. authors.EnumerateArray().Select(a => a.GetString()!)] : [],
            Published = Text("published") is { } published ? When.Parse(published) : null,
            Modified = Text("modified") is { } modified ? When.Parse(modified) : null,
            Language = Text("language"),
            Url = Text("url"),
        };

        // Records of the first days have fewer fields.
        string? Text(string field) => root.TryGetProperty(field, out var value) ? value.GetString() : null;
    }

    protected static IReadOnlyList<PassedOver> PassedFrom(ReadOnlySpan<byte> body)
    {
        using var json = JsonDocument.Parse(body.ToArray());
        return
        [
            .. json.RootElement.GetProperty("passed").EnumerateArray().Select(p =>
                new PassedOver(new(p[0].GetInt32(), p[1].GetInt32()), p[2].GetString()!, p[3].GetString()!)),
        ];
    }
}
