using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What became of one input: an article, or the reason why it was set aside. Exactly one of the two is there.</summary>
/// <param name="Place">File, and line in it where it has several articles.</param>
public sealed record Taken(string Place, Article? Article, Fault? SetAside)
{
    /// <summary>What stood around the story and was left out, in the order of the input.</summary>
    public IReadOnlyList<Removed> Removed { get; init; } = [];

    internal static Taken From(string place, Article article) => new(place, article, null);

    internal static Taken Aside(Fault fault) => new(fault.Place, null, fault);
}

/// <summary>A stretch of a page that is no part of its story.</summary>
/// <param name="Why">"phrase", "caption", "links", …: see docs/intake.md.</param>
public sealed record Removed(string Text, string Why);
