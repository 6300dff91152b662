using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>What kind of phrase mentions an actor.</summary>
public enum MentionKind
{
    /// <summary>The actor itself, or what acts for it: "Japan", "Tokyo", "the Pentagon", "Chinese officials".</summary>
    Agent,

    /// <summary>A person who stands for it: "Kishida".</summary>
    Person,

    /// <summary>A word that only qualifies another: "Chinese" exports, "Japan's" coast, "NATO" summit.</summary>
    Qualifier,

    /// <summary>"he", "it", "the two countries", resolved to what was mentioned before.</summary>
    Pronoun,
}

/// <summary>
/// A mention of one or more actors, as a half-open range of tokens. <see cref="Actors"/> is empty for a person who speaks for no actor
/// (an analyst), who can be a speaker but never a party.
/// </summary>
public sealed record ActorMention(int First, int End, IReadOnlyList<string> Actors, MentionKind Kind)
{
    public string? Person { get; init; }

    public string? Role { get; init; }

    /// <summary>The token at which the title before the name begins: the tree may hang the verb on it. Not part of the mention.</summary>
    public int? Title { get; init; }

    /// <summary>A possessive marker follows: "Japan's".</summary>
    public bool IsPossessive { get; init; }

    /// <summary>"French" of French carmakers: it can be done to them, but what they do their state does not.</summary>
    public bool IsCivil { get; init; }

    /// <summary>"Qatar" of the Qatar Computing Research Institute.</summary>
    public bool IsInPrivateName { get; init; }

    /// <summary>A capital or place, which after "in" or "at" is only where something happened.</summary>
    public bool IsPlace { get; init; }

    public bool CanAct => Kind != MentionKind.Qualifier && !IsPossessive && Actors.Count > 0;
}

/// <summary>Mentions joined by "and" or commas that act together: "Japan, Britain and Italy".</summary>
public sealed record ActorGroup(int First, int End, IReadOnlyList<ActorMention> Mentions)
{
    public IReadOnlyList<string> Actors { get; } = Claim.Sorted(Mentions.SelectMany(m => m.Actors));

    /// <summary>Without the persons among them who act for nobody: "Afghan rebels".</summary>
    public IReadOnlyList<string> OfState => Claim.Sorted(Mentions.Where(m => !m.IsCivil || m.IsInPrivateName).SelectMany(m => m.Actors));

    public bool CanAct => Mentions[^1].CanAct;

    public bool IsPossessive => Mentions[^1].IsPossessive;

    public bool IsPlace => Mentions.All(m => m.IsPlace);
}
