using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Entente.Matching;

/// <summary>
/// Puts articles together that tell of one happening. They come one by one in any order; each is put with a story or begins one, and the
/// stories near to it are put together anew, so that an early mistake does not last. Every change tells its reason.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>Texts of a story that are looked at one by one; a larger story is joined as a whole and never taken apart.</summary>
    private const int TakenApart = 32;

    private const int TermsOfStory = 8;

    private readonly StoryTerms terms;
    private readonly StoryReasons reasons;
    private readonly Neighbourhood neighbourhood = new();
    private readonly Dictionary<string, StoryText> byArticle = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, StoryText> byKey = [];
    private readonly Dictionary<int, StoryText> byOrigin = [];

    public StoryIndex(WordFrequencies frequencies)
    {
        var list = new TermList(frequencies);
        terms = new(frequencies, list);
        reasons = new(list);
    }

    /// <summary>A story without an article for so many days is over. Articles without a date may belong to any.</summary>
    public int QuietDays { get; init; } = 10;

    /// <summary>By arrival of their first articles.</summary>
    public IReadOnlyList<Story> Stories => [.. neighbourhood.Texts.Select(t => t.Group).Distinct().Select(Snapshot)];

    /// <summary>An id that is there already changes nothing.</summary>
    public StoryPlacement Add(StoryArticle article)
    {
        if (byArticle.TryGetValue(article.Id, out var there))
            return new(article.Id, there.Group.Id, "already there");
        var key = KeyOf(article);
        var days = Days.Of(article.Published);
        return CopyOf(article, key) is { } text ? AddCopy(article, text, days) : AddText(article, key, days);
    }

    private StoryText? CopyOf(StoryArticle article, UInt128 key) =>
        article.Origin is { } origin && byOrigin.TryGetValue(origin, out var known) ? known : byKey.GetValueOrDefault(key);

    /// <summary>A copy with a date far off, likely a wrong one, does not stretch the story to it.</summary>
    private StoryPlacement AddCopy(StoryArticle article, StoryText text, Days days)
    {
        text.Print(byArticle.Count, article.Id, text.Days.Gap(days) > QuietDays ? Days.Unknown : days);
        text.Group.Widen(text.Days);
        byArticle.Add(article.Id, text);
        string reason = $"the same text as {text.Articles[0].Id}";
        text.Group.Changes.Add(new(StoryChangeKind.Added, article.Id, reason));
        return new(article.Id, text.Group.Id, reason);
    }

    private StoryPlacement AddText(StoryArticle article, UInt128 key, Days days)
    {
        var text = new StoryText(neighbourhood.Texts.Count, key, terms.VectorOf(article));
        text.Print(byArticle.Count, article.Id, days);
        byArticle.Add(article.Id, text);
        if (article.Origin is { } origin)
            byOrigin.Add(origin, text);
        if (!text.Vector.IsEmpty)
            byKey.TryAdd(key, text);
        var near = neighbourhood.Of(text, QuietDays);
        neighbourhood.Add(text);
        return Put(article.Id, text, near);
    }

    private StoryPlacement Put(string article, StoryText text, List<StoryGroup> near)
    {
        var blocks = near.SelectMany(g => g.Texts.Count > TakenApart ? [new StoryBlock(g)] : g.Texts.Select(t => new StoryBlock(t))).Append(new StoryBlock(text));
        new Regrouping(reasons, text, near.FirstOrDefault()).Apply(AverageLink.Group(blocks, QuietDays));
        return new(article, text.Group.Id, text.Group.Changes[^1].Reason);
    }

    private Story Snapshot(StoryGroup group) => new(
        group.Id,
        [.. group.Texts.SelectMany(t => t.Articles).OrderBy(a => a.Arrival).Select(a => a.Id)],
        group.Days.ToWhen(),
        reasons.Top(group.Sum, TermsOfStory),
        [.. group.Changes]);

    private static UInt128 KeyOf(StoryArticle article)
    {
        var text = article.Text.AsSpan().Trim();
        return MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.IsEmpty ? article.Title : text)));
    }
}
