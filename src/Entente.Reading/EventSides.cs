using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who did what an event's words say, and to whom.</summary>
internal sealed class EventSides(EventRule rule, TriggerMatch match, SentenceContext context, ToldEvents told, Gazetteer gazetteer)
{
    /// <param name="Named">Those whom the text names for it, organs and not the bodies for which they act.</param>
    /// <param name="IsCharged">Somebody is said to have done it by who accuses him.</param>
    /// <param name="IsImplied">The recipient is not told: it is the other of the two that the article is about.</param>
    public readonly record struct Found(IReadOnlyList<string> Who, IReadOnlyList<string> Whom, IReadOnlyList<string> Named, bool IsCharged, bool IsImplied);

    /// <summary>Null if both are found; else why not.</summary>
    public string? Find(out Found sides)
    {
        sides = default;
        var charge = told.ChargeOver(match);
        if (charge is not null && rule.Who.IsSpeaker)
            return "told as a charge";
        var named = charge?.Recipients ?? context.Arguments.Fill(rule.Who, match, ofState: !rule.Type.IsMutual() && rule.Type != EventType.PROTEST) ?? [];
        var namedWhom = context.Arguments.Fill(rule.Whom, match, named);
        var who = ActFor(named);
        bool isReciprocal = who.Count > 1 && told.IsReciprocal(match);
        var found = isReciprocal ? [] : Recipients(who, namedWhom, charge);
        var whom = Claim.Sorted((found ?? []).Except(who));
        if (whom.Count == 0 && found is { Count: > 0 })
            whom = SufferedBySpeaker(who);
        string? counterpart = whom.Count == 0 && found is not null && MayBeImplied(found) && who.Count == 1 ? context.Counterpart(who[0]) : null;
        if (counterpart is not null)
            whom = [counterpart];
        sides = new(who, whom, [.. named, .. namedWhom ?? [], .. whom], charge is not null, counterpart is not null);
        return who.Count == 0 ? "nobody found who did it"
            : found is null ? "nobody found to whom it was done"
            : who.Count + whom.Count < 2 && TakesTwo && !IsMeetingOfBody(who) && !IsSaidToWorld(who) ? "only one side found"
            : whom.Count == 0 && !rule.Whom.IsOptional && !rule.Type.IsMutual() && !isReciprocal ? "done only to themselves"
            : null;
    }

    private bool TakesTwo => rule.Type.NeedsTwo() || !rule.Whom.IsOptional || (rule.Whom.IsNone && rule.Type == EventType.ASSAULT);

    /// <summary>Who stands in the slot, else whose act is taken up; of what one is accused of, who accuses.</summary>
    private IReadOnlyList<string>? Recipients(IReadOnlyList<string> who, IReadOnlyList<string>? named, EventClaim? charge)
    {
        var found = named is null ? null : ActFor(named);
        if (rule is { Type: EventType.REJECT, What: "denial" } && found is null or { Count: 0 } && told.AccusersOf(who) is { Count: > 0 } accusers)
            found = accusers;
        if (found is null && rule.Type is EventType.ACCUSE or EventType.REJECT or EventType.SUPPORT)
            found = told.AuthorsOf(match, who);
        return charge is not null && found is not null && !found.Except(who).Any() ? charge.Actors : found;
    }

    /// <summary>Nobody is told to whom it was done; and not only themselves, of what is said or done to others.</summary>
    private bool MayBeImplied(IReadOnlyList<string> found) =>
        !rule.Whom.IsNone && !(found.Count > 0 && (rule.Type.IsSaid() || (rule.Type.IsHarm() && WhomBy is not { Kind: MentionKind.Pronoun })));

    /// <summary>"NATO held a summit": who meets in a body need not be told.</summary>
    private bool IsMeetingOfBody(IReadOnlyList<string> who) =>
        rule.Type == EventType.CONSULT && rule.Whom.IsNone && gazetteer.FormOf(who[0]) is not null && context.Article.Grammar.RelationOf(match.Head) is "nsubj" or "obj" or "root" or "obl";

    /// <summary>Said to the world: who is alone with it says something of relations between states all the same.</summary>
    private bool IsSaidToWorld(IReadOnlyList<string> who) => rule.Whom.IsNobody
        || (rule.Whom.IsAbroad && (who.Any(w => gazetteer.FormOf(w) is not null) || context.Actors.Groups.Any(g => g.Actors.Except(who).Any())));

    /// <summary>Who stands behind the organs among them.</summary>
    private IReadOnlyList<string> ActFor(IReadOnlyList<string> named) => Claim.Sorted(named.Select(gazetteer.ActsFor));

    /// <summary>The mention that fills the slot of the recipient.</summary>
    private ActorMention? WhomBy =>
        rule.Whom.Alternatives.Select(parts => context.Arguments.Find(parts[0], match)).FirstOrDefault(g => g is { Actors.Count: > 0 })?.Mentions[^1];

    /// <summary>"Manila said that a Chinese ship had rammed one of its boats": nobody does so to himself; who tells it has suffered it.</summary>
    private IReadOnlyList<string> SufferedBySpeaker(IReadOnlyList<string> who) =>
        rule.Type is EventType.ASSAULT or EventType.COERCE && WhomBy is { Kind: MentionKind.Pronoun, IsPossessive: true }
        && context.Arguments.Find("speaker", match)?.Actors is [var speaker] && gazetteer.FormOf(speaker) is null ? Claim.Sorted(ActFor([speaker]).Except(who)) : [];
}
