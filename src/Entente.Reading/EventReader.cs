using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Events: a trigger of a PLOVER type, who did it, and to whom.</summary>
internal sealed class EventReader(RuleBook rules, Gazetteer gazetteer)
{
    /// <summary>How much of the rule's confidence is left where the recipient is only implied.</summary>
    private const double ImpliedRecipient = 0.85;

    /// <summary>Tokens between a request and the infinitive that says what for.</summary>
    private const int LongestComplement = 6;

    private static bool IsMutual(EventType type) => type is EventType.CONSULT or EventType.COOPERATE or EventType.AGREE;

    /// <summary>Done to or with somebody by nature: of a lone actor they say nothing of relations between states.</summary>
    private static bool NeedsTwo(EventType type) => IsMutual(type)
        || type is EventType.SUPPORT or EventType.REJECT or EventType.REQUEST or EventType.ACCUSE or EventType.AID or EventType.CONCEDE or EventType.SANCTION;

    /// <summary>
    /// The types of which an agreement is the stuff: told as an agreement, they are not told again. To end one is an act of its own.
    /// </summary>
    private static bool IsCooperative(EventType type) => IsMutual(type) || type == EventType.SUPPORT;

    /// <summary>Done by saying so: who does it is its speaker. To recognise, to decorate or to open an embassy takes more than words.</summary>
    private static bool IsSaying(EventRule rule) => rule.Type is EventType.ACCUSE or EventType.REQUEST or EventType.THREATEN or EventType.REJECT
        || (rule.Type == EventType.SUPPORT && rule.What is not ("recognition" or "embassy" or "envoy" or "membership" or "honour" or "call"));

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        EventClaim? last = null;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
        {
            // Of the rules that match here the first in the table that finds its actors wins. What it covers says nothing more: a call
            // for talks is no talks.
            var (claim, end) = rules.Events.At(context.Tokens, i, context.Sentence.End)
                .Where(m => IsWrittenSo(m.Match, context) && m.Match.First >= covered && !IsAuxiliary(m.Match, context)
                    && !IsContentOf(last, m.Item.Type, m.Match, covered, context) && !(IsCooperative(m.Item.Type) && context.IsPartOfAgreement(m.Match.Head)))
                .Select(m => (Claim: Make(m.Item, m.Match, context), m.Match.End)).FirstOrDefault(m => m.Claim is not null);
            if (claim is null)
                continue;
            yield return claim;
            (last, covered) = (claim, end);
        }
    }

    /// <summary>The "have" of "have agreed to hold talks" holds none.</summary>
    private static bool IsAuxiliary(TriggerMatch match, SentenceContext context) =>
        match.HeadIsVerb && context.Tokens[match.Head].Norm is "have" or "has" or "had" or "having"
        && context.Article.Text.Words[match.Head].Pos == Upos.Aux;

    /// <summary>
    /// A verb of the rule does not qualify a noun: an "armed attack" arms nobody. After a noun it is a verb all the same, whatever the tree
    /// says: "artillery shelled positions".
    /// </summary>
    private static bool IsWrittenSo(TriggerMatch match, SentenceContext context)
    {
        var words = context.Article.Text.Words;
        bool isQualifier = match.HeadIsVerb && words[match.Head] is { Pos: Upos.Adj or Upos.Verb, Relation: "amod" or "compound" };
        return !isQualifier || (match.Head > context.Sentence.First && words[match.Head - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron);
    }

    /// <summary>"urged Moscow to withdraw", "agreed to withdraw", "accused it of supporting": what is asked for, promised or alleged is not done.</summary>
    private static bool IsContentOf(EventClaim? last, EventType type, TriggerMatch match, int covered, SentenceContext context) =>
        last is not null && match.First - covered <= LongestComplement && context.Tokens[match.First - 1].Norm switch
        {
            "to" => last.Type is EventType.REQUEST or EventType.AGREE or EventType.REJECT or EventType.THREATEN,
            "of" or "for" => last.Type == EventType.ACCUSE && IsCooperative(type),
            _ => false,
        };

    /// <summary>"a NATO summit": who meets in a body need not be told.</summary>
    private bool IsMeetingOfBody(EventRule rule, IReadOnlyList<string> who) => rule.Type == EventType.CONSULT && rule.Whom.IsNone && gazetteer.FormOf(who[0]) is not null;

    private EventClaim? Make(EventRule rule, TriggerMatch match, SentenceContext context)
    {
        var who = context.Arguments.Fill(rule.Who, match) ?? [];
        var found = context.Arguments.Fill(rule.Whom, match, who);
        var whom = Claim.Sorted((found ?? []).Except(who));
        double confidence = rule.Confidence;
        if (whom.Count == 0 && found is not null && !rule.Whom.IsNone && who.Count == 1 && context.Article.Counterpart(who[0]) is { } counterpart)
        {
            whom = [counterpart];
            confidence *= ImpliedRecipient;
        }
        string? whyNot = who.Count == 0 ? "nobody found who did it"
            : found is null ? "nobody found to whom it was done"
            : who.Count + whom.Count < 2 && (NeedsTwo(rule.Type) || !rule.Whom.IsOptional) && !IsMeetingOfBody(rule, who) ? "only one side found"
            : whom.Count == 0 && !rule.Whom.IsOptional && !IsMutual(rule.Type) ? "done only to themselves"
            : null;
        if (whyNot is not null)
        {
            context.PassOver(match, rule, whyNot);
            return null;
        }
        if ((rule.Who.IsSpeaker ? Modality.Fact : context.ModalityOf(match)) is not { } modality)
        {
            context.PassOver(match, rule, "only a purpose");
            return null;
        }
        (var date, modality) = context.AsOf(match, context.DateInStory(match, modality), modality);
        return new EventClaim
        {
            Doc = context.Article.Article.Name,
            Type = rule.Type,
            Actors = Claim.Sorted(who),
            Recipients = whom,
            What = rule.What,
            Place = context.PlaceOf(match),
            Date = date,
            Modality = modality,
            Speaker = context.SpeakerOf(match) ?? (IsSaying(rule) ? context.DoerOf(match) : null),
            Evidence = context.EvidenceOf(match, who.Concat(whom)),
            Confidence = Math.Round(confidence, 3),
            Rule = rule.Id,
        };
    }
}
