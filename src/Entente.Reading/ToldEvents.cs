using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>The events of one sentence in order, to which what comes later in it refers: the deed of a charge, "an attack that Oman condemned", "each other".</summary>
internal sealed class ToldEvents(SentenceContext context, WordClasses classes)
{
    /// <summary>Tokens between a charge and the gerund that says of what; between a noun that takes up what was told and the verb.</summary>
    private const int LongestCharge = 12, LongestClause = 10;

    /// <summary>Paragraphs, and events, after which "the decision" means something else.</summary>
    private const int LongestMemory = 1, MostEvents = 20;

    private readonly List<EventClaim> told = [];
    private int end;

    public void Add(EventClaim claim, int claimEnd)
    {
        told.Add(claim);
        end = claimEnd;
        context.Article.LastEvents.Add((claim, context.Sentence.Paragraph));
    }

    /// <summary>"accused Libya of breaking the truce by attacking": who is accused did it. Null where no charge stands before.</summary>
    public EventClaim? ChargeOver(TriggerMatch match) =>
        told.LastOrDefault() is { Type: EventType.ACCUSE, Recipients.Count: > 0 } charge && IsGerund(match) && match.First >= end && match.First - end <= LongestCharge
        && (Norm(Introducer(match)) is "of" or "for" or "by") ? charge : null;

    /// <summary>What one is accused of is not sure; what one is blamed for is.</summary>
    public bool IsAlleged(TriggerMatch match) => Norm(Introducer(match)) is "of" or "by";

    /// <summary>", a charge that Kigali denied", ", which Oman condemned": those who did what was told last, other than who judges it.</summary>
    public IReadOnlyList<string>? AuthorsOf(TriggerMatch match, IReadOnlyList<string> judges) =>
        TakesUp(match) ? told.Select(c => c.Actors).LastOrDefault(a => a.Except(judges).Any()) : ActTakenUp(match) is >= 0 and var act ? AuthorsOf(act, judges) : null;

    /// <summary>"Iran says its reactor is peaceful": said to whoever has just accused it.</summary>
    public IReadOnlyList<string> AccusersOf(IReadOnlyList<string> accused) =>
        context.Article.LastEvents.LastOrDefault(e => context.Sentence.Paragraph - e.Paragraph <= LongestMemory && e.Claim.Type == EventType.ACCUSE && e.Claim.Recipients.Intersect(accused).Any()).Claim?.Actors ?? [];

    /// <summary>"the attack" is the last one told; "the decision" whatever was told last.</summary>
    private IReadOnlyList<string>? AuthorsOf(int act, IReadOnlyList<string> judges)
    {
        var known = context.Article.LastEvents;
        for (int i = known.Count - 1; i >= Math.Max(0, known.Count - MostEvents) && context.Sentence.Paragraph - known[i].Paragraph <= LongestMemory; i--)
            if (known[i].Claim is var claim && claim.Modality != Modality.Denied && claim.Actors.Except(judges).Any() && IsNameOf(act, claim.Type))
                return claim.Actors;
        return null;
    }

    private bool IsNameOf(int act, EventType type)
    {
        string lemma = context.Article.Grammar.Words[act].Lemma;
        return (classes.HasWord("act-of-any", lemma) && type is not (EventType.ACCUSE or EventType.REQUEST or EventType.CONSULT)) || classes.HasWord("act-of-" + type.ToString().ToLowerInvariant(), lemma);
    }

    /// <summary>The "decision" of "welcomed the decision" and "this decision was welcomed by"; -1 where the verb is about something else.</summary>
    private int ActTakenUp(TriggerMatch match)
    {
        var grammar = context.Article.Grammar;
        foreach (string relation in (ReadOnlySpan<string>)["obj", "nsubj"])
            if (grammar.ChildOf(match.Head, relation) is >= 0 and var noun && (relation == "obj" || grammar.Words[noun].Relation == "nsubj:pass")
                && grammar.ChildOf(noun, "det") is >= 0 and var determiner && Norm(determiner) is "the" or "this" or "that" or "these" or "both" && grammar.ChildOf(noun, "nmod") < 0)
                return noun;
        return -1;
    }

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
