using System.Runtime.CompilerServices;

namespace Entente.Vocabulary;

/// <summary>
/// A news article as taken in. <see cref="Text"/> is the exact clean text: every offset of every claim counts in it, so it is never
/// changed again.
/// </summary>
public sealed record Article
{
    /// <summary>Beside the article, not in it: a copy by <c>with</c> must not inherit the id, nor equality depend on who asked for it.</summary>
    private static readonly ConditionalWeakTable<Article, string> Ids = [];

    /// <summary>What its file or feed calls it; written as <c>doc</c> on each claim.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>The id its sender gave it, if any. A file's name is no id: the same text under two file names is one article.</summary>
    public string? ExternalId { get; init; }

    public string? Title { get; init; }

    /// <summary>Who published this copy.</summary>
    public string? Outlet { get; init; }

    /// <summary>The agency that wrote it, where the text credits one.</summary>
    public string? Wire { get; init; }

    /// <summary>As the byline names them; empty if nobody is named.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was reported, as stated by metadata or dateline; null if nobody says. Never guessed from when it was taken in.</summary>
    public When? Published { get; init; }

    /// <summary>When its outlet last changed it, as stated.</summary>
    public When? Modified { get; init; }

    /// <summary>ISO 639-1 code of the language it is written in; null if it could not be told.</summary>
    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>Content address: see <see cref="ContentId"/>.</summary>
    public string Id => Ids.GetValue(this, ContentId.Of);
}
