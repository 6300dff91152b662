using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>What story building looks at of an article.</summary>
public sealed record StoryArticle
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    public When? Published { get; init; }

    /// <summary>Equal for copies and versions of one text, where that is known: they count once.</summary>
    public int? Origin { get; init; }
}
