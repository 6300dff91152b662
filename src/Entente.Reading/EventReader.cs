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

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        EventClaim? last = null;
        var told = new ToldEvents(context, rules.Classes);
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            // Of the rules that match here the first in the table that finds its actors wins. What it covers says nothing more: a call
            // for talks is no talks.
            foreach (var (rule, match) in rules.Events.At(context.Words, i))
            {
                if ((match.First < covered && !IsDeedJudged(last, rule.Type, match)) || !MayTell(rule.Type, match, last, covered, context)
                    || IsAskedFor(rule.Type, match, context) || Make(rule, match, context, told) is not { } claim)
                    continue;
                yield return claim;
                (last, covered) = (claim, Math.Max(covered, match.End));
                told.Add(claim, match.End);
                break;
            }
    }

    private static bool MayTell(EventType type, TriggerMatch match, EventClaim? last, int covered, SentenceContext context) =>
        IsWrittenSo(match, context) && !IsAuxiliary(match, context) && !IsContentOf(last, type, match, covered, context) && !(type.IsCooperative() && context.IsPartOfAgreement(match.Head)) && !(type.IsPromised() && context.IsContentOfAgreement(match.Head))
        && !((type.IsCooperative() || type is EventType.AID or EventType.ACCUSE) && context.IsPartOfDuty(match.Head));

    /// <summary>"called the shelling of a town by Syria a crime": of what is judged by one, the deed of another is told as well.</summary>
    private static bool IsDeedJudged(EventClaim? last, EventType type, TriggerMatch match) =>
        last?.Type is EventType.ACCUSE or EventType.REJECT && type is EventType.ASSAULT or EventType.COERCE && !match.HeadIsVerb;

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
        // "the United States": no form of "to state".
        if (match.HeadIsVerb && words[match.Head].Tag == "NNPS")
            return false;
        // "Coast guard ships blocked": nothing is shipped.
        if (match.HeadIsVerb && words[match.Head] is { Tag: "NNS", Relation: "nsubj", Head: >= 0 and var verb } && words[verb] is { Pos: Upos.Verb, Tag: "VBD" or "VBZ" or "VBP" or "VBN" } && verb > match.Head)
            return false;
        // "campaigned on tax cuts and ties": a noun, though it is written like the verb.
        if (match.HeadIsVerb && words[match.Head] is { Tag: "NNS", Relation: "conj" or "obl" or "nmod" or "obj" } && context.Article.Grammar.ChildOf(match.Head, "compound") is >= 0 and var of && context.Actors.At(of) is null)
            return false;
        // "a rocket launch system": none is launched.
        if (!match.HeadIsVerb && words[match.Head] is { Relation: "compound", Head: var thing } && thing >= match.End && context.Article.Classes.HasWord("act-equipment", context.Tokens[thing].Norm))
            return false;
        // "Japan International Cooperation Agency": a word of a name.
        if (!match.HeadIsVerb && context.Article.Text.NameAt(match.Head) is { Kind: Language.NameKind.Organisation } name && name.FirstToken < match.Head && match.Head < name.EndToken - 1)
            return false;
        // "the lifting of": a noun, whose doer is not the subject of its sentence.
        if (match.HeadIsVerb && context.Tokens[match.Head].Norm.EndsWith("ing", StringComparison.Ordinal) && match.Head > context.Sentence.First && match.Head + 1 < context.Sentence.End
            && context.Tokens[match.Head + 1].Norm == "of" && context.Tokens[match.Head - 1].Norm is "the" or "a" or "its" or "their" or "'s")
            return false;
        bool isQualifier = match.HeadIsVerb && words[match.Head] is { Pos: Upos.Adj or Upos.Verb, Relation: "amod" or "compound" };
        return !isQualifier || (match.Head > context.Sentence.First && words[match.Head - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron);
    }

    /// <summary>"urged Moscow to withdraw", "agreed to withdraw", "accused it of supporting": what is asked for, promised or alleged is not done.</summary>
    private static bool IsContentOf(EventClaim? last, EventType type, TriggerMatch match, int covered, SentenceContext context) =>
        last is not null && match.First - covered <= (context.Tokens[match.First - 1].Norm == "by" ? 2 : 1) * LongestComplement && context.Tokens[match.First - 1].Norm switch
        {
            "by" => last.Type == EventType.REQUEST,
            "to" => last.Type is EventType.REQUEST or EventType.AGREE or EventType.REJECT or EventType.THREATEN,
            "of" or "for" => last.Type == EventType.ACCUSE && type.IsCooperative(),
            _ => false,
        };

    /// <summary>"urged Britain to agree to more meetings of their ministers": the friendly acts that are asked for are the content of the request.</summary>
    private static bool IsAskedFor(EventType type, TriggerMatch match, SentenceContext context) =>
        (type.IsCooperative() || type is EventType.AID or EventType.CONCEDE or EventType.RETREAT) && context.Article.Grammar.IsInContentOf(match.Head, verb => context.Article.Classes.HasWord("ask-verb", verb));

    private EventClaim? Make(EventRule rule, TriggerMatch match, SentenceContext context, ToldEvents told)
    {
        if (new EventSides(rule, match, context, told, gazetteer).Find(out var sides) is { } whyNot)
            return PassOver(rule, match, context, whyNot);
        if ((rule.Who.IsSpeaker ? Modality.Fact : context.ModalityOf(match)) is not { } modality)
            return PassOver(rule, match, context, "only a purpose");
        (var date, modality) = context.AsOf(match, context.DateInStory(match, modality), modality);
        return new EventClaim
        {
            Doc = context.Article.Article.Name,
            Type = rule.Type,
            Actors = sides.Who,
            Recipients = sides.Whom,
            What = rule.What,
            Place = context.PlaceOf(match),
            Date = date,
            Modality = sides.IsCharged && modality == Modality.Fact && told.IsAlleged(match) ? Modality.Possible : modality,
            Speaker = context.SpeakerOf(match) ?? (rule.IsSaying() ? context.DoerOf(match) : null),
            Evidence = context.EvidenceOf(match, sides.Named),
            Confidence = Math.Round(sides.IsImplied ? rule.Confidence * ImpliedRecipient : rule.Confidence, 3),
            Rule = rule.Id,
        };
    }

    private static EventClaim? PassOver(EventRule rule, TriggerMatch match, SentenceContext context, string reason)
    {
        context.PassOver(match, rule, reason);
        return null;
    }
}
