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

    /// <summary>Said to somebody: "criticised his fellow lawmakers" is a quarrel at home, whoever else the article is about.</summary>
    private static bool IsSaid(EventType type) =>
        type is EventType.ACCUSE or EventType.REJECT or EventType.REQUEST or EventType.SUPPORT or EventType.AGREE or EventType.THREATEN;

    /// <summary>Done to somebody: "Clinton attacked Trump" is a quarrel at home, too.</summary>
    private static bool IsHarm(EventType type) => type is EventType.ASSAULT or EventType.COERCE or EventType.SANCTION;

    /// <summary>
    /// The types of which an agreement is the stuff: told as an agreement, they are not told again. To end one is an act of its own.
    /// </summary>
    private static bool IsCooperative(EventType type) => IsMutual(type) || type == EventType.SUPPORT;

    /// <summary>What an agreement has its parties do for each other: "signed a pact that deepens cooperation", "an accord that sets up a joint bank".</summary>
    private static bool IsPromised(EventType type) => type is EventType.AGREE or EventType.COOPERATE or EventType.SUPPORT or EventType.AID;

    /// <summary>Done by saying so: who does it is its speaker. To recognise, to decorate or to open an embassy takes more than words.</summary>
    private static bool IsSaying(EventRule rule) => rule.Type is EventType.ACCUSE or EventType.REQUEST or EventType.THREATEN or EventType.REJECT
        || (rule.Type == EventType.SUPPORT && rule.What is not ("recognition" or "embassy" or "envoy" or "membership" or "honour" or "call"));

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
        IsWrittenSo(match, context) && !IsAuxiliary(match, context) && !IsContentOf(last, type, match, covered, context) && !(IsCooperative(type) && context.IsPartOfAgreement(match.Head)) && !(IsPromised(type) && context.IsContentOfAgreement(match.Head))
        && !((IsCooperative(type) || type is EventType.AID or EventType.ACCUSE) && context.IsPartOfDuty(match.Head));

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
        if (!match.HeadIsVerb && context.Article.Text.Names.Any(n => n.Kind == Language.NameKind.Organisation && n.FirstToken < match.Head && match.Head < n.EndToken - 1))
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
            "of" or "for" => last.Type == EventType.ACCUSE && IsCooperative(type),
            _ => false,
        };

    /// <summary>"urged Britain to agree to more meetings of their ministers": the friendly acts that are asked for are the content of the request.</summary>
    private static bool IsAskedFor(EventType type, TriggerMatch match, SentenceContext context) =>
        (IsCooperative(type) || type is EventType.AID or EventType.CONCEDE or EventType.RETREAT) && context.Article.Grammar.IsInContentOf(match.Head, verb => context.Article.Classes.HasWord("ask-verb", verb));

    /// <summary>"NATO held a summit": who meets in a body need not be told.</summary>
    private bool IsMeetingOfBody(EventRule rule, TriggerMatch match, IReadOnlyList<string> who, SentenceContext context) =>
        rule.Type == EventType.CONSULT && rule.Whom.IsNone && gazetteer.FormOf(who[0]) is not null && context.Article.Grammar.RelationOf(match.Head) is "nsubj" or "obj" or "root" or "obl";

    /// <summary>Who stands behind the organs among them.</summary>
    private IReadOnlyList<string> ActFor(IReadOnlyList<string> named) => Claim.Sorted(named.Select(gazetteer.ActsFor));

    /// <summary>The mention that fills the slot of the recipient.</summary>
    private static ActorMention? WhomBy(EventRule rule, TriggerMatch match, SentenceContext context) =>
        rule.Whom.Alternatives.Select(parts => context.Arguments.Find(parts[0], match)).FirstOrDefault(g => g is { Actors.Count: > 0 })?.Mentions[^1];

    /// <summary>"Manila said that a Chinese ship had rammed one of its boats": nobody does so to himself; who tells it has suffered it.</summary>
    private IReadOnlyList<string> SufferedBySpeaker(EventRule rule, TriggerMatch match, IReadOnlyList<string> who, SentenceContext context) =>
        rule.Type is EventType.ASSAULT or EventType.COERCE && WhomBy(rule, match, context) is { Kind: MentionKind.Pronoun, IsPossessive: true }
        && context.Arguments.Find("speaker", match)?.Actors is [var speaker] && gazetteer.FormOf(speaker) is null ? Claim.Sorted(ActFor([speaker]).Except(who)) : [];

    private EventClaim? Make(EventRule rule, TriggerMatch match, SentenceContext context, ToldEvents told)
    {
        var charge = told.ChargeOver(match);
        // "accused Chad of arming rebels": the charge is told, and Chad says nothing.
        if (charge is not null && rule.Who.IsSpeaker)
            return null;
        var named = charge?.Recipients ?? context.Arguments.Fill(rule.Who, match, ofState: !IsMutual(rule.Type) && rule.Type != EventType.PROTEST) ?? [];
        var namedWhom = context.Arguments.Fill(rule.Whom, match, named);
        var (who, found) = (ActFor(named), namedWhom is null ? null : ActFor(namedWhom));
        if (found is null && rule.Type is EventType.ACCUSE or EventType.REJECT or EventType.SUPPORT)
            found = told.AuthorsOf(match, who);
        bool isReciprocal = who.Count > 1 && told.IsReciprocal(match);
        if (isReciprocal)
            found = [];
        else if (charge is not null && found is not null && !found.Except(who).Any())
            found = charge.Actors;
        var whom = Claim.Sorted((found ?? []).Except(who));
        if (whom.Count == 0 && found is { Count: > 0 })
            whom = SufferedBySpeaker(rule, match, who, context);
        double confidence = rule.Confidence;
        if (whom.Count == 0 && found is not null && !(found.Count > 0 && (IsSaid(rule.Type) || (IsHarm(rule.Type) && WhomBy(rule, match, context) is not { Kind: MentionKind.Pronoun }))) && !rule.Whom.IsNone && who.Count == 1 && context.Counterpart(who[0]) is { } counterpart)
        {
            whom = [counterpart];
            confidence *= ImpliedRecipient;
        }
        string? whyNot = who.Count == 0 ? "nobody found who did it"
            : found is null ? "nobody found to whom it was done"
            : who.Count + whom.Count < 2 && (NeedsTwo(rule.Type) || !rule.Whom.IsOptional || (rule.Whom.IsNone && rule.Type == EventType.ASSAULT)) && !IsMeetingOfBody(rule, match, who, context) ? "only one side found"
            : whom.Count == 0 && !rule.Whom.IsOptional && !IsMutual(rule.Type) && !isReciprocal ? "done only to themselves"
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
            Modality = charge is not null && modality == Modality.Fact && told.IsAlleged(match) ? Modality.Possible : modality,
            Speaker = context.SpeakerOf(match) ?? (IsSaying(rule) ? context.DoerOf(match) : null),
            Evidence = context.EvidenceOf(match, named.Concat(namedWhom ?? []).Concat(whom)),
            Confidence = Math.Round(confidence, 3),
            Rule = rule.Id,
        };
    }
}
