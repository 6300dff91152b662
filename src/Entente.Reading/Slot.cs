using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Where a rule looks for an actor, as written in the rule tables: alternatives joined by <c>|</c> in order of preference, united parts by
/// <c>+</c>, a trailing <c>?</c> for one that may be missing, <c>-</c> for none, <c>nobody</c> and <c>abroad</c> for what is said to the world.
/// </summary>
public sealed class Slot
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "with", "to", "for", "of", "on", "against", "from", "between", "in", "at", "over", "by", "into", "toward", "towards", "near", "among", "upon", "about",
    };

    private Slot(string[][] alternatives, bool isOptional)
    {
        Alternatives = alternatives;
        IsOptional = isOptional;
    }

    public IReadOnlyList<string[]> Alternatives { get; }

    public bool IsOptional { get; }

    /// <summary>Filled by whoever is quoted: the deed is the saying.</summary>
    public bool IsSpeaker => Alternatives is [["speaker"]];

    public bool IsNone => Alternatives.Count == 0;

    /// <summary>The words of the rule alone make it an affair between states: "called for a ban on nuclear tests".</summary>
    public bool IsNobody { get; private init; }

    /// <summary>It is one where a body does it, or another state stands in the sentence: "condemned the bombing in Madrid".</summary>
    public bool IsAbroad { get; private init; }

    /// <exception cref="EntenteException">ENT0402: a part that is no role and no preposition.</exception>
    public static Slot Parse(string place, string text)
    {
        if (text is "-" or "")
            return new([], true);
        if (text is "nobody" or "abroad")
            return new([], true) { IsNobody = text == "nobody", IsAbroad = text == "abroad" };
        bool isOptional = text.EndsWith('?');
        string[][] alternatives = [.. text.TrimEnd('?').Split('|').Select(a => a.TrimEnd('?').Split('+'))];
        foreach (string part in alternatives.SelectMany(a => a))
            if (part is not ("subject" or "people" or "object" or "owner" or "beside" or "speaker") && !Prepositions.Contains(part))
                throw new EntenteException(Faults.BadRule(place, $"'{part}'", "subject, people, object, owner, beside, speaker, nobody, abroad, or a preposition"));
        return new(alternatives, isOptional);
    }
}
