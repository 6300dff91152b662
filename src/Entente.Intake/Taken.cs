using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// What became of one input: an article, the reason why it was set aside, or, at the end of an archive, how much in it was left alone.
/// Exactly one of the three is there.
/// </summary>
/// <param name="Place">File, and line in it where it has several articles.</param>
public sealed record Taken(string Place, Article? Article, Fault? SetAside)
{
    /// <summary>What stood around the story and was left out, in the order of the input.</summary>
    public IReadOnlyList<Removed> Removed { get; init; } = [];

    public LeftAlone? LeftAlone { get; init; }

    /// <summary>Bylines and credits as they stand around the story, in which an agency may be named.</summary>
    internal IReadOnlyList<string> Bylines { get; init; } = [];

    internal static Taken From(string place, Article article) => new(place, article, null);

    internal static Taken Aside(Fault fault) => new(fault.Place, null, fault);

    internal static Taken Left(string place, string why, int count) => new(place, null, null) { LeftAlone = new(why, count) };
}

/// <summary>A stretch of a page that is no part of its story.</summary>
/// <param name="Why">"phrase", "caption", "links", …: see docs/intake.md.</param>
public sealed record Removed(string Text, string Why);

/// <summary>What an archive holds that is no article, counted and not told one by one.</summary>
/// <param name="Why">"another kind of file", "an answer other than 200", …</param>
public sealed record LeftAlone(string Why, int Count);
