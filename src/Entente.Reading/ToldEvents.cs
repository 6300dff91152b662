using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>The events of one sentence in order, to which what comes later in it refers: the deed of a charge, "an attack that Oman condemned", "each other".</summary>
internal sealed class ToldEvents(SentenceContext context, WordClasses classes)
{
    /// <summary>Tokens between a charge and the gerund that says of what; between a noun that takes up what was told and the verb.</summary>
    private const int LongestCharge = 12, LongestClause = 10;

    private readonly List<EventClaim> told = [];
    private int end;

    public void Add(EventClaim claim, int claimEnd)
    {
        told.Add(claim);
        end = claimEnd;
    }

    /// <summary>"accused Libya of breaking the truce by attacking": who is accused did it. Null where no charge stands before.</summary>
    public EventClaim? ChargeOver(TriggerMatch match) =>
        told.LastOrDefault() is { Type: EventType.ACCUSE, Recipients.Count: > 0 } charge && IsGerund(match) && match.First >= end && match.First - end <= LongestCharge
        && (Norm(Introducer(match)) is "of" or "for" or "by") ? charge : null;

    /// <summary>What one is accused of is not sure; what one is blamed for is.</summary>
    public bool IsAlleged(TriggerMatch match) => Norm(Introducer(match)) is "of" or "by";

    /// <summary>", a charge that Kigali denied", ", which Oman condemned": those who did what was told last, other than who judges it.</summary>
    public IReadOnlyList<string>? AuthorsOf(TriggerMatch match, IReadOnlyList<string> judges) =>
        TakesUp(match) ? told.Select(c => c.Actors).LastOrDefault(a => a.Except(judges).Any()) : null;

    /// <summary>"accused each other", "bombed one another's cities".</summary>
    public bool IsReciprocal(TriggerMatch match)
    {
        for (int i = match.Head + 1; i < Math.Min(context.Sentence.End, match.Head + 4); i++)
            if ((Norm(i) == "each" && Norm(i + 1) == "other") || (Norm(i) == "one" && Norm(i + 1) == "another"))
                return true;
        return false;
    }

    private bool TakesUp(TriggerMatch match)
    {
        int comma = match.First - 1;
        while (comma > context.Sentence.First && match.First - comma < LongestClause && Norm(comma) is not ("," or ";"))
            comma--;
        if (told.Count == 0 || Norm(comma) != ",")
            return false;
        if (Norm(comma + 1) == "which")
            return true;
        for (int i = comma + 2; i < Math.Min(match.End, comma + 5); i++)
            if (Norm(comma + 1) is "a" or "an" && classes.Match("act-noun", context.Tokens, i, match.End) > 0)
                return true;
        return false;
    }

    private bool IsGerund(TriggerMatch match) => match.HeadIsVerb && (Norm(match.Head).EndsWith("ing", StringComparison.Ordinal) || Norm(match.Head - 1) == "having");

    private int Introducer(TriggerMatch match) => Norm(match.First - 1) == "having" || VerbLexicon.IsAdverb(Norm(match.First - 1)) ? match.First - 2 : match.First - 1;

    private string Norm(int i) => context.Sentence.First <= i && i < context.Sentence.End ? context.Tokens[i].Norm : "";
}
