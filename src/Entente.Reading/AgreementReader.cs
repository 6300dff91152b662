using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Agreements: a phrase that names one, its parties, and what is done to it ("signed", "is negotiating", "expired"). One that is merely
/// mentioned counts where such a thing exists only by being in force, as an alliance does.
/// </summary>
internal sealed class AgreementReader(RuleBook rules, Gazetteer gazetteer)
{
    /// <summary>How much of the confidence is left where only "agreement" is said, where one party is only implied, where no grammar binds the status, and of a mere mention.</summary>
    private const double UnknownForm = 0.75, ImpliedParty = 0.85, ByWordOrder = 0.85, MereMention = 0.8;

    private static readonly HashSet<string> Bonds = new(StringComparer.Ordinal)
    {
        "agreement", "agreements", "treaty", "treaties", "pact", "pacts", "deal", "deals", "accord", "accords", "arrangement", "arrangements", "memorandum", "protocol", "convention", "partnership", "partnerships", "alliance",
        "alliances", "ties", "cooperation", "co-operation", "relationship", "guarantee", "guarantees", "ceasefire", "cease-fire", "truce", "armistice", "contract", "gsomia", "acsa", "raa", "vfa", "declaration", "commission",
        "dialogue", "base", "bases",
    };

    private readonly AgreementNouns phrases = new(rules, gazetteer);

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        var nouns = phrases.In(context);
        if (nouns.Count == 0)
            return [];
        var statuses = Outermost(rules.Statuses.In(context.Words));
        context.AgreementNouns.AddRange(nouns.Select(n => n.Noun));
        context.AgreementPhrases.AddRange(nouns.Where(n => !n.Noun.HeadIsVerb && n.Rule.Form != "exercise-series").Select(n => n.Noun));
        var finder = new StatusFinder(context);
        var content = new AgreementContent(rules, context);
        return nouns.SelectMany(n => Make(n.Rule, n.Noun, statuses, finder, content, context));
    }

    /// <summary>"agreed to set up" says more than the "set up" inside it; in "withdrew the notice ending its pact" what ends is withdrawn.</summary>
    /// <param name="all">From left to right.</param>
    private static List<(StatusRule Rule, TriggerMatch Match)> Outermost(List<(StatusRule Rule, TriggerMatch Match)> all)
    {
        var outermost = new List<(StatusRule, TriggerMatch)>(all.Count);
        int first = -1, reachedHere = 0, reachedBefore = 0;
        foreach (var status in all)
        {
            if (status.Match.First > first)
                (first, reachedBefore) = (status.Match.First, reachedHere);
            reachedHere = Math.Max(reachedHere, status.Match.End);
            bool isLongest = !all.Exists(s => s.Match.First == status.Match.First && s.Match.End > status.Match.End && s.Match.Head == status.Match.Head);
            if (isLongest && status.Match.End > reachedBefore && (status.Match.Head >= reachedBefore || !status.Match.HeadIsVerb))
                outermost.Add(status);
        }
        return outermost;
    }

    private static IEnumerable<AgreementClaim> Make(AgreementNounRule rule, TriggerMatch noun, List<(StatusRule, TriggerMatch)> statuses, StatusFinder finder, AgreementContent content, SentenceContext context)
    {
        var bound = AgreementParties.IsParty(noun, context) ? [] : finder.Of(noun, statuses);
        if (bound.Count > 0 && finder.IsApposition(noun))
        {
            context.PassOver(noun, rule, "another name of the agreement before it");
            yield break;
        }
        // "normalised relations" is what they are, not what was done.
        if (noun.HeadIsVerb && context.Article.Text.Words[noun.Head].Relation == "amod")
        {
            context.PassOver(noun, rule, "an attribute");
            yield break;
        }
        if (noun.HeadIsVerb && content.IsContent(noun))
        {
            context.PassOver(noun, rule, "what another agreement says");
            yield break;
        }
        if (bound.Count == 0)
            foreach (var claim in Mention(rule, noun, content, context))
                yield return claim;
        foreach (var status in bound.Where(s => !content.IsContent(noun, s) && !(s.Rule.IsStanding && noun.HeadIsVerb)))
            foreach (var claim in Act(rule, noun, status, content, context))
                yield return claim;
    }

    /// <summary>An agreement to which nothing is done: it is there, if such a thing is only by being in force or it is spoken of as one that is.</summary>
    private static IEnumerable<AgreementClaim> Mention(AgreementNounRule rule, TriggerMatch noun, AgreementContent content, SentenceContext context)
    {
        bool isDefinite = !noun.HeadIsVerb && IsBond(rule, noun, context) && IsDefinite(noun, context);
        var standing = rule.Standing ?? (isDefinite ? Status.InForce : null);
        var (one, other) = AgreementParties.Of(rule, noun, null, context);
        if (!noun.HeadIsVerb && IsBond(rule, noun, context) && one.Count + other.Count < 2 && AgreementParties.UnderIt(noun, context) is { Count: > 0 } bound)
        {
            other.UnionWith(bound.Except(one));
            standing ??= one.Count + other.Count > 1 ? Status.InForce : null;
        }
        bool isImplied = rule.Standing is not null && rule.Form != "basing" && AgreementParties.Implied(one, other, noun, context);
        var modality = isDefinite ? Modality.Fact : AgreementParties.IsParty(noun, context) ? FriendshipOf(noun, context) : IsGerund(noun, context) ? null : context.ModalityOf(noun);
        // "will strengthen our alliance": what is planned is not that it should be.
        if (modality == Modality.Planned && standing == Status.InForce && !noun.HeadIsVerb)
            modality = Modality.Fact;
        string form = rule.Form ?? content.TopicOf(noun, null) ?? "other";
        bool isToldBefore = rule.Form is null && rule.Standing is null && context.Article.LastParties is { } last && one.Concat(other).All(last.Contains);
        string? whyNot = standing is null || isToldBefore ? "nothing is done to it"
            : one.Union(other).Count() < 2 || (rule.Form == "basing" && (one.Count == 0 || other.Count == 0)) ? "parties not resolved"
            : modality is null ? "only a purpose"
            : null;
        if (whyNot is not null)
        {
            context.PassOver(noun, rule, whyNot);
            yield break;
        }
        if (noun.HeadIsVerb)
            context.AgreementsClaimed.Add((noun.First, noun.End));
        double confidence = rule.Confidence * (rule.Standing is null ? MereMention : 1) * (form == "other" ? UnknownForm : 1) * (isImplied ? ImpliedParty : 1);
        foreach (var parties in AgreementParties.Arrangements(one, other, noun, context))
        {
            var claim = ClaimOf(rule, rule.Id, noun, noun, form, parties, standing!.Value, modality!.Value, noun.HeadIsVerb ? context.DateOf(noun, modality, isStep: standing != Status.InForce) : context.SinceOf(noun), confidence, context);
            if (form is not ("other" or "alliance"))
                Remember(claim, context);
            yield return claim;
        }
    }

    private static IEnumerable<AgreementClaim> Act(AgreementNounRule rule, TriggerMatch noun, BoundStatus status, AgreementContent content, SentenceContext context)
    {
        var act = status.Match;
        var earlier = Earlier(rule, noun, context);
        var (one, other) = AgreementParties.Of(rule, noun, status, context);
        if (one.Count + other.Count < 2 && (status.Rule.IsStanding || context.Article.Grammar.CaseOf(context.Article.Grammar.TopOf(noun)) == "under"))
            other.UnionWith(AgreementParties.UnderIt(noun, context).Except(one));
        if (one.Count + other.Count < 2 && earlier is not null)
            one = [.. earlier.Parties];
        bool isImplied = AgreementParties.Complete(rule, status.Rule, one, other, context) || AgreementParties.FromContent(one, other, noun, status, content) || AgreementParties.Told(one, other, act, context) || AgreementParties.Implied(one, other, noun, context);
        var modality = ModalityOf(status.Rule, act, context);
        string? whyNot = one.Union(other).Count() < 2 ? "parties not resolved" : IsUnnamedAlliance(rule, noun, context) ? "which alliance is not said" : IsMeeting(rule, status, context) ? "a meeting, and no step of its own" : modality is null ? "only a purpose"
            : IsNoNews(rule, status.Rule, earlier) ? "told before, and more of it"
            : status.Rule.IsStanding && modality is Modality.Possible or Modality.Planned ? "only supposed" : null;
        if (whyNot is not null)
        {
            context.PassOver(noun, rule, whyNot);
            yield break;
        }
        string form = content.Deepened(rule.Form, noun) ?? (AgreementParties.IsSimilar(noun, context) ? earlier?.Form : null) ?? content.TopicOf(noun, act) ?? (earlier is not null && one.Concat(other).All(earlier.Parties.Contains) ? earlier.Form : null) ?? "other";
        double confidence = rule.Confidence * status.Rule.Confidence * (rule.Form is null && form == "other" ? UnknownForm : 1) * (isImplied ? ImpliedParty : 1) * (status.ByTree ? 1 : ByWordOrder);
        context.AgreementsClaimed.Add((Math.Min(act.First, noun.First), Math.Max(act.End, noun.End)));
        var date = status.Rule.IsStanding ? null : status.Rule.Status == Status.InForce ? context.DateOf(act, modality) : context.DateInStory(act, modality, isStep: true);
        (date, modality) = context.AsOf(act, date, modality!.Value);
        foreach (var parties in AgreementParties.Arrangements(one, other, noun, context))
        {
            var claim = ClaimOf(rule, $"{rule.Id}+{status.Rule.Id}", noun, act, form, parties, status.Rule.Status, modality!.Value, date, confidence, context);
            // One of unknown form, or mere ties, tell nothing about "the pact" after them.
            if (form != "other" && context.Tokens[noun.End - 1].Norm is not ("ties" or "relations" or "cooperation" or "links"))
                Remember(claim, context);
            yield return claim;
        }
    }

    /// <summary>"The access agreement, a key defence pact": what is said of it in general does not take its place.</summary>
    private static void Remember(AgreementClaim claim, SentenceContext context)
    {
        if (!(claim.Form == "defence-cooperation" && context.Article.LastAgreement is { } last && last.Parties.SequenceEqual(claim.Parties)))
            context.Article.LastAgreement = claim;
    }

    private static AgreementClaim ClaimOf(AgreementNounRule rule, string id, TriggerMatch noun, TriggerMatch act, string form, IReadOnlyList<string> parties, Status status, Modality modality,
        When? date, double confidence, SentenceContext context)
    {
        context.Article.LastParties = parties;
        return new()
        {
            Doc = context.Article.Article.Name,
            Name = rule.Name,
            Form = form,
            Parties = parties,
            Status = status,
            Date = date,
            Modality = modality,
            Speaker = context.SpeakerOf(noun),
            Evidence = Evidence(context, noun, act, parties),
            Confidence = Math.Round(confidence, 3),
            Rule = id,
        };
    }

    /// <summary>"wants to arm its allies": they are that already, unless "no ally" is said.</summary>
    private static Modality FriendshipOf(TriggerMatch noun, SentenceContext context)
    {
        for (int i = noun.First - 1; i >= context.Sentence.First && noun.First - i <= 4; i--)
            if (context.Tokens[i].Norm is "not" or "no" or "n't" or "never")
                return Modality.Denied;
        return Modality.Fact;
    }

    /// <summary>"The agreement was reached in June": after "signed" it says nothing new.</summary>
    private static bool IsNoNews(AgreementNounRule rule, StatusRule status, AgreementClaim? earlier) =>
        rule.Form is null && earlier is { Modality: Modality.Fact, Status: Status.Signed or Status.Ratified or Status.InForce } && status.Status is Status.Agreed or Status.Proposed && status.Modality is null;

    /// <summary>"to join the alliance": one told before, as often NATO as not.</summary>
    private static bool IsUnnamedAlliance(AgreementNounRule rule, TriggerMatch noun, SentenceContext context) =>
        rule.Form == "alliance" && context.Tokens[noun.End - 1].Norm == "alliance" && HasArticle(noun, context)
        && context.Arguments.Find("with", noun) is null && context.Arguments.Find("between", noun) is null;

    /// <summary>"urged a return to the six-party talks", "wrapped up joint drills": talks and drills that are held are events.</summary>
    private static bool IsMeeting(AgreementNounRule rule, BoundStatus status, SentenceContext context) => status.Rule.Status switch
    {
        Status.Negotiating or Status.Proposed => rule is { Form: "dialogue", Parties: not null },
        Status.Agreed => (rule.Form == "exercise-series" || rule is { Form: "dialogue", Parties: not null }) && !context.Article.Classes.HasWord("own-promise", Lemma(status, context)) && Lemma(status, context) is not ("agree" or "decide" or "renew" or "resume"),
        _ => false,
    };

    private static string Lemma(BoundStatus status, SentenceContext context) => context.Article.Text.Words[status.Match.Head].Lemma;

    /// <summary>"the alliance", "the western military alliance".</summary>
    private static bool HasArticle(TriggerMatch noun, SentenceContext context)
    {
        int i = noun.First - 1;
        while (i > context.Sentence.First && noun.First - i < 3 && context.Article.Text.Words[i].Pos == Upos.Adj && context.Actors.At(i) is not { Mentions: [.., { Kind: MentionKind.Qualifier }] })
            i--;
        return i >= context.Sentence.First && context.Tokens[i].Norm == "the";
    }

    /// <summary>"restoring relations would help": an idea, no act.</summary>
    private static bool IsGerund(TriggerMatch noun, SentenceContext context) =>
        noun.HeadIsVerb && context.Article.Text.Words[noun.Head].Tag == "VBG" && context.Article.Grammar.ChildOf(noun.Head, "aux") < 0;

    /// <summary>A word for what binds, or its name; "Russian fighter jets" are none.</summary>
    private static bool IsBond(AgreementNounRule rule, TriggerMatch noun, SentenceContext context) => rule.Parties is not null || Bonds.Contains(context.Tokens[context.Article.Grammar.TopOf(noun)].Norm);

    /// <summary>"the treaty with Peru", "its pact", "the 1960 treaty": one that exists, not any.</summary>
    private static bool IsDefinite(TriggerMatch noun, SentenceContext context)
    {
        if (AgreementParties.IsPlural(noun, context) && context.Tokens[noun.End - 1].Norm is not "agreements" and not "treaties" and not "pacts" and not "accords" and not "deals")
            return false;
        for (int i = noun.First - 1; i >= context.Sentence.First && noun.First - i <= 4; i--)
        {
            string norm = context.Tokens[i].Norm;
            if (context.Actors.At(i) is { } group)
                return group.IsPossessive || group.Mentions[^1].Kind is MentionKind.Qualifier or MentionKind.Pronoun;
            bool isYear = norm.Length == 4 && norm.All(char.IsDigit);
            if (isYear || norm is "the" or "this" or "that" or "these" or "those" or "their" or "its")
                return true;
            if (Trigger.IsMark(norm) || norm is "a" or "an" or "any" or "no" or "new" or "possible" or "potential" or "future" or "such" or "some" || VerbLexicon.IsPreposition(norm))
                return false;
        }
        return false;
    }

    /// <summary>"the pact", "a similar deal", "no such agreement": without a topic of its own it takes the form, and the parties too, of the one before.</summary>
    private static AgreementClaim? Earlier(AgreementNounRule rule, TriggerMatch noun, SentenceContext context)
    {
        if (context.Article.LastAgreement is not { } last || (rule.Form is not null && rule.Form != last.Form) || rule.Parties is not null)
            return null;
        for (int i = noun.First - 1; i >= context.Sentence.First && noun.First - i <= 4; i--)
        {
            string norm = context.Tokens[i].Norm;
            if (norm is "the" or "this" or "that" or "similar" or "such")
                return last;
            if (norm is "any" or "new" or "another" or "other" || context.Article.Text.Words[i].Pos is not (Upos.Adj or Upos.Cconj or Upos.Adv))
                return null;
        }
        return null;
    }

    /// <summary>The reached status is a fact even where more is planned of it; a rule may say that its words always mean a plan.</summary>
    private static Modality? ModalityOf(StatusRule status, TriggerMatch trigger, SentenceContext context)
    {
        var read = IsStillToCome(trigger, context) ? Modality.Possible : IsPutOff(trigger, context) ? Modality.Planned : context.ModalityOf(trigger);
        // "The treaty does not oblige Peru": there is one.
        if (status is { IsStanding: true, Role: AgreementRole.Subject } && read == Modality.Denied)
            return Modality.Fact;
        if (read is Modality.Fact && IsMereIdea(status, trigger, context))
            return Modality.Possible;
        return status.Modality is { } fixedModality && read == Modality.Fact ? fixedModality : read;
    }

    /// <summary>"must be ratified", "has yet to be signed".</summary>
    private static bool IsStillToCome(TriggerMatch act, SentenceContext context)
    {
        for (int i = act.Head - 1; act.HeadIsVerb && i >= context.Sentence.First && act.Head - i <= 4; i--)
            if (context.Tokens[i].Norm == "must" || (context.Tokens[i].Norm == "to" && i > context.Sentence.First && context.Tokens[i - 1].Norm is "yet" or "needs" or "need"))
                return true;
            else if (context.Tokens[i].Norm is not ("be" or "to" or "still" or "first" or "now" or "both"))
                return false;
        return false;
    }

    /// <summary>"postponed the signing of a pact", "delayed ratifying it".</summary>
    private static bool IsPutOff(TriggerMatch act, SentenceContext context) =>
        context.Article.Text.Words[act.Head] is { Head: >= 0 and var verb } word && word.Relation is "obj" or "nsubj:pass" or "xcomp"
        && context.Article.Classes.HasWord("put-off-verb", context.Article.Text.Words[verb].Lemma);

    /// <summary>"progress on reaching a deal", "hopes of signing one": nothing is reached or signed.</summary>
    private static bool IsMereIdea(StatusRule status, TriggerMatch act, SentenceContext context) =>
        !status.IsStanding && act.HeadIsVerb && context.Article.Text.Words[act.Head].Tag == "VBG" && context.Article.Grammar.ChildOf(act.Head, "aux") < 0
        && (context.Article.Grammar.MarkOf(act.Head) is { Length: > 0 } mark ? mark : context.Article.Grammar.CaseOf(act.Head)) is "on" or "of" or "toward" or "towards" or "about" or "without" or "before";

    private static Evidence Evidence(SentenceContext context, TriggerMatch noun, TriggerMatch trigger, IEnumerable<string> parties)
    {
        var whole = new TriggerMatch(Math.Min(noun.First, trigger.First), Math.Max(noun.End, trigger.End), trigger.Head, trigger.HeadIsVerb);
        return context.EvidenceOf(whole, parties);
    }
}
