using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Agreements: a phrase that names one, its parties, and what is done to it ("signed", "is negotiating", "expired"). One that is merely
/// mentioned counts where such a thing exists only by being in force, as an alliance does.
/// </summary>
internal sealed class AgreementReader(RuleBook rules)
{
    /// <summary>How much of the confidence is left where only "agreement" is said, where one party is only implied, where no grammar binds the status, and of a mere mention.</summary>
    private const double UnknownForm = 0.75, ImpliedParty = 0.85, ByWordOrder = 0.85, MereMention = 0.8;

    private static readonly HashSet<string> Bonds = new(StringComparer.Ordinal)
    {
        "agreement", "agreements", "treaty", "treaties", "pact", "pacts", "deal", "deals", "accord", "accords", "arrangement", "arrangements", "memorandum", "protocol", "convention", "partnership", "partnerships", "alliance",
        "alliances", "ties", "cooperation", "co-operation", "relationship", "guarantee", "guarantees", "ceasefire", "cease-fire", "truce", "armistice", "contract", "gsomia", "acsa", "raa", "vfa", "declaration", "commission",
        "dialogue", "base", "bases",
    };

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        var nouns = NounsIn(context);
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
            if (status.Match.End > reachedBefore && (status.Match.Head >= reachedBefore || !status.Match.HeadIsVerb))
                outermost.Add(status);
        }
        return outermost;
    }

    /// <summary>The phrases that name agreements, none within another.</summary>
    private List<(AgreementNounRule Rule, TriggerMatch Noun)> NounsIn(SentenceContext context)
    {
        var found = new List<(AgreementNounRule, TriggerMatch)>();
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            if (i >= covered && rules.AgreementNouns.FirstAt(context.Words, i) is var (rule, noun))
            {
                found.Add((rule, noun));
                covered = noun.End;
            }
        return found;
    }

    private static IEnumerable<AgreementClaim> Make(AgreementNounRule rule, TriggerMatch noun, List<(StatusRule, TriggerMatch)> statuses, StatusFinder finder, AgreementContent content, SentenceContext context)
    {
        var bound = IsParty(noun, context) ? [] : finder.Of(noun, statuses);
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
        foreach (var status in bound.Where(s => !content.IsContent(noun, s)))
            foreach (var claim in Act(rule, noun, status, content, context))
                yield return claim;
    }

    /// <summary>An agreement to which nothing is done: it is there, if such a thing is only by being in force or it is spoken of as one that is.</summary>
    private static IEnumerable<AgreementClaim> Mention(AgreementNounRule rule, TriggerMatch noun, AgreementContent content, SentenceContext context)
    {
        bool isDefinite = !noun.HeadIsVerb && IsBond(rule, noun, context) && IsDefinite(noun, context);
        var standing = rule.Standing ?? (isDefinite ? Status.InForce : null);
        var (one, other) = Parties(rule, noun, null, context);
        if (!noun.HeadIsVerb && IsBond(rule, noun, context) && one.Count + other.Count < 2 && UnderIt(noun, context) is { Count: > 0 } bound)
        {
            other.UnionWith(bound.Except(one));
            standing ??= one.Count + other.Count > 1 ? Status.InForce : null;
        }
        bool isImplied = rule.Standing is not null && Implied(one, other, noun, context);
        var modality = isDefinite ? Modality.Fact : IsParty(noun, context) ? FriendshipOf(noun, context) : IsGerund(noun, context) ? null : context.ModalityOf(noun);
        // "will strengthen our alliance": what is planned is not that it should be.
        if (modality == Modality.Planned && standing == Status.InForce && !noun.HeadIsVerb)
            modality = Modality.Fact;
        string form = rule.Form ?? content.TopicOf(noun, null) ?? "other";
        bool isToldBefore = rule.Form is null && rule.Standing is null && context.Article.LastParties is { } last && one.Concat(other).All(last.Contains);
        string? whyNot = standing is null || isToldBefore ? "nothing is done to it"
            : one.Union(other).Count() < 2 ? "parties not resolved"
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
        foreach (var parties in Arrangements(one, other, noun, context))
        {
            var claim = ClaimOf(rule, rule.Id, noun, noun, form, parties, standing!.Value, modality!.Value, noun.HeadIsVerb ? context.DateOf(noun, modality, isStep: standing != Status.InForce) : context.SinceOf(noun), confidence, context);
            if (form is not ("other" or "alliance"))
                context.Article.LastAgreement = claim;
            yield return claim;
        }
    }

    private static IEnumerable<AgreementClaim> Act(AgreementNounRule rule, TriggerMatch noun, BoundStatus status, AgreementContent content, SentenceContext context)
    {
        var act = status.Match;
        var earlier = Earlier(rule, noun, context);
        var (one, other) = Parties(rule, noun, status, context);
        if (one.Count + other.Count < 2 && (status.Rule.IsStanding || context.Article.Grammar.CaseOf(context.Article.Grammar.TopOf(noun)) == "under"))
            other.UnionWith(UnderIt(noun, context).Except(one));
        if (one.Count + other.Count < 2 && earlier is not null)
            one = [.. earlier.Parties];
        bool isImplied = Complete(rule, status.Rule, one, other, context) || FromContent(one, other, noun, content) || Told(one, other, act, context) || Implied(one, other, noun, context);
        var modality = ModalityOf(status.Rule, act, context);
        string? whyNot = one.Union(other).Count() < 2 ? "parties not resolved" : IsUnnamedAlliance(rule, noun, context) ? "which alliance is not said" : modality is null ? "only a purpose"
            : IsNoNews(rule, status.Rule, earlier) ? "told before, and more of it"
            : status.Rule.IsStanding && modality is Modality.Possible or Modality.Planned ? "only supposed" : null;
        if (whyNot is not null)
        {
            context.PassOver(noun, rule, whyNot);
            yield break;
        }
        string form = content.Deepened(rule.Form, noun) ?? (IsSimilar(noun, context) ? earlier?.Form : null) ?? content.TopicOf(noun, act) ?? (earlier is not null && one.Concat(other).All(earlier.Parties.Contains) ? earlier.Form : null) ?? "other";
        double confidence = rule.Confidence * status.Rule.Confidence * (rule.Form is null && form == "other" ? UnknownForm : 1) * (isImplied ? ImpliedParty : 1) * (status.ByTree ? 1 : ByWordOrder);
        context.AgreementsClaimed.Add((Math.Min(act.First, noun.First), Math.Max(act.End, noun.End)));
        var date = status.Rule.IsStanding ? null : status.Rule.Status == Status.InForce ? context.DateOf(act, modality) : context.DateInStory(act, modality, isStep: true);
        (date, modality) = context.AsOf(act, date, modality!.Value);
        foreach (var parties in Arrangements(one, other, noun, context))
        {
            var claim = ClaimOf(rule, $"{rule.Id}+{status.Rule.Id}", noun, act, form, parties, status.Rule.Status, modality!.Value, date, confidence, context);
            // One of unknown form, or mere ties, tell nothing about "the pact" after them.
            if (form != "other" && context.Tokens[noun.End - 1].Norm is not ("ties" or "relations" or "cooperation" or "links"))
                context.Article.LastAgreement = claim;
            yield return claim;
        }
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

    /// <summary>"Under a deal with Peru, Chile will pay": who acts under it, is bound by it.</summary>
    private static IReadOnlyList<string> UnderIt(TriggerMatch noun, SentenceContext context)
    {
        int top = context.Article.Grammar.TopOf(noun), verb = context.Article.Text.Words[top].Head;
        bool isUnder = verb >= 0 && context.Article.Text.Words[top].Relation.StartsWith("obl", StringComparison.Ordinal) && context.Article.Grammar.CaseOf(top) is "under" or "in" or "as" or "following";
        if (!isUnder)
            return [];
        var act = new TriggerMatch(verb, verb + 1, verb, HeadIsVerb: true);
        var subject = context.Arguments.Find("subject", act)?.Actors ?? [];
        return subject.Count != 1 ? subject : [.. subject, .. (context.Arguments.Find("object", act) ?? context.Arguments.Find("to", act))?.Actors ?? []];
    }

    /// <summary>"The agreement was reached in June": after "signed" it says nothing new.</summary>
    private static bool IsNoNews(AgreementNounRule rule, StatusRule status, AgreementClaim? earlier) =>
        rule.Form is null && earlier is { Modality: Modality.Fact, Status: Status.Signed or Status.Ratified or Status.InForce } && status.Status is Status.Agreed or Status.Proposed && status.Modality is null;

    /// <summary>In an article about two the one who is not named is the other; of "talks with Peru" in one about Chile, where the sentence names nobody else, Chile.</summary>
    private static bool Implied(HashSet<string> one, HashSet<string> other, TriggerMatch noun, SentenceContext context)
    {
        if (one.Count + other.Count != 1 || IsPlural(noun, context))
            return false;
        string named = one.Concat(other).First();
        bool isAlone = one.Count == 0 && context.Actors.Groups.All(g => g.Actors.All(a => a == named));
        string? unnamed = context.Article.Counterpart(named) ?? (isAlone && context.Article.Protagonist is { } hero && hero != named ? hero : null);
        return unnamed is not null && other.Add(unnamed);
    }

    /// <summary>"informed Peru that it would end the pact": whom it concerns is told.</summary>
    private static bool Told(HashSet<string> one, HashSet<string> other, TriggerMatch act, SentenceContext context)
    {
        var words = context.Article.Text.Words;
        int verb = act.HeadIsVerb && context.Article.Grammar.RelationOf(act.Head) == "ccomp" ? words[act.Head].Head : -1;
        return one.Count + other.Count == 1 && verb >= 0 && words[verb].Lemma is "inform" or "notify" or "tell" or "advise"
            && context.Arguments.Find("object", new(verb, verb + 1, verb, HeadIsVerb: true)) is { Actors.Count: 1 } told
            && !one.Concat(other).Contains(told.Actors[0]) && other.Add(told.Actors[0]);
    }

    /// <summary>"approved an accord that gives American forces two ports": with whom, only the clause tells.</summary>
    private static bool FromContent(HashSet<string> one, HashSet<string> other, TriggerMatch noun, AgreementContent content) =>
        one.Count + other.Count == 1 && content.PartyIn(noun, [.. one, .. other]) is { } party && other.Add(party);

    /// <summary>"to join the alliance": one told before, as often NATO as not.</summary>
    private static bool IsUnnamedAlliance(AgreementNounRule rule, TriggerMatch noun, SentenceContext context) =>
        rule.Form == "alliance" && noun.End - noun.First == 1 && noun.First > context.Sentence.First && context.Tokens[noun.First - 1].Norm == "the"
        && context.Arguments.Find("with", noun) is null && context.Arguments.Find("between", noun) is null;

    /// <summary>"Russia suspended New START": of a treaty with a name it is known who else is bound, and it counts who is spoken of in this article.</summary>
    private static bool Complete(AgreementNounRule rule, StatusRule status, HashSet<string> one, HashSet<string> other, SentenceContext context)
    {
        if (one.Count + other.Count > 1 || rule.Parties is not { Count: > 0 } parties || !one.Concat(other).All(a => parties.Contains(a) || parties.Count == 1))
            return false;
        if (parties.Count == 1 && status.IsStanding)
            return false;
        var spokenOf = parties.Count == 1 ? parties : [.. parties.Where(context.Article.Mentioned.Contains)];
        if (one.Union(other).Union(spokenOf).Count() < 2)
            return false;
        other.UnionWith(spokenOf.Except(one));
        return true;
    }

    /// <summary>"restoring relations would help": an idea, no act.</summary>
    private static bool IsGerund(TriggerMatch noun, SentenceContext context) =>
        noun.HeadIsVerb && context.Article.Text.Words[noun.Head].Tag == "VBG" && context.Article.Grammar.ChildOf(noun.Head, "aux") < 0;

    /// <summary>A word for what binds, or its name; "Russian fighter jets" are none.</summary>
    private static bool IsBond(AgreementNounRule rule, TriggerMatch noun, SentenceContext context) => rule.Parties is not null || Bonds.Contains(context.Tokens[context.Article.Grammar.TopOf(noun)].Norm);

    /// <summary>"the treaty with Peru", "its pact", "the 1960 treaty": one that exists, not any.</summary>
    private static bool IsDefinite(TriggerMatch noun, SentenceContext context)
    {
        if (IsPlural(noun, context) && context.Tokens[noun.End - 1].Norm is not "agreements" and not "treaties" and not "pacts" and not "accords" and not "deals")
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

    /// <summary>"its allies", "a strategic partner": said of those who are bound, not of the bond; what they sign is something else.</summary>
    private static bool IsParty(TriggerMatch noun, SentenceContext context) => context.Tokens[noun.End - 1].Norm is "ally" or "allies" or "partner" or "partners";

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

    /// <summary>
    /// "Japan has similar deals with Britain and Australia" are two arrangements; "a pact between Japan, Britain and Italy" is one. Several
    /// are meant where the noun is plural, or "similar", and one side is a single actor.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Arrangements(HashSet<string> one, HashSet<string> other, TriggerMatch noun, SentenceContext context)
    {
        bool isSeveral = IsSimilar(noun, context) || IsPlural(noun, context);
        if (isSeveral && HyphenatedPairs(noun, context) is { Count: > 1 } pairs)
            return pairs;
        var (single, many) = one.Count == 1 ? (one, other) : (other, one);
        if (isSeveral && single.Count == 1 && many.Count > 1)
            return many.Except(single).Order(StringComparer.Ordinal).Select(m => Claim.Sorted([.. single, m]));
        return [Claim.Sorted(one.Concat(other))];
    }

    private static bool IsSimilar(TriggerMatch noun, SentenceContext context) => noun.First > context.Sentence.First && context.Tokens[noun.First - 1].Norm is "similar" or "such";

    private static bool IsPlural(TriggerMatch noun, SentenceContext context) =>
        context.Tokens[noun.End - 1].Norm is var head && head.EndsWith('s') && head is not ("ties" or "relations" or "links" or "guarantees" or "assurances");

    /// <summary>"the U.S.-Japan and U.S.-ROK alliances".</summary>
    private static List<IReadOnlyList<string>> HyphenatedPairs(TriggerMatch noun, SentenceContext context)
    {
        var pairs = new List<IReadOnlyList<string>>();
        if (context.Arguments.Find("owner", noun) is { } owner)
            for (int i = 1; i < owner.Mentions.Count; i++)
                if (context.Tokens[owner.Mentions[i].First - 1].Norm is "-" or "–")
                    pairs.Add(Claim.Sorted(owner.Mentions[i - 1].Actors.Concat(owner.Mentions[i].Actors)));
        return pairs;
    }

    /// <summary>
    /// "The pact between A and B" and "the A-B pact" name all parties, whoever signs or approves it; "a pact with B" wants the one who does.
    /// </summary>
    private static (HashSet<string> One, HashSet<string> Other) Parties(AgreementNounRule rule, TriggerMatch noun, BoundStatus? status, SentenceContext context)
    {
        HashSet<string> one = [.. context.Arguments.Fill(rule.Who, noun) ?? []], other = [.. context.Arguments.Fill(rule.Whom, noun) ?? []];
        if (status is not null && one.Count < 2)
        {
            one.UnionWith(context.Arguments.Fill(status.Rule.Who, status.Match) ?? []);
            other.UnionWith(context.Arguments.Fill(status.Rule.Whom, status.Match) ?? []);
        }
        if (one.Count + other.Count > 2)
            one.ExceptWith(Brokers(noun, context));
        if (IsParty(noun, context))
        {
            if (other.Count == 0 && Listed(noun, context) is { } listed)
                other = [.. listed.Actors];
            if (one.Count == 0 && context.Article.Grammar.VerbOf(context.Article.Grammar.TopOf(noun)) is >= 0 and var verb)
                one = [.. context.Arguments.Find("subject", new(verb, verb + 1, verb, HeadIsVerb: true))?.Actors ?? []];
            // Friends of nobody named are not friends of each other.
            if (one.Count == 0)
                other.Clear();
        }
        // "Peru and U.S. ally Chile" joins Peru to Chile, not to the U.S.
        if (IsParty(noun, context) && context.Arguments.Find("owner", noun) is { Mentions: [.., { Kind: not MentionKind.Qualifier }, { Kind: MentionKind.Qualifier } last] })
            one = [.. last.Actors];
        other.ExceptWith(one);
        return (one, other);
    }

    /// <summary>"a U.S.-brokered truce": who helped to bring it about is not bound by it.</summary>
    private static IEnumerable<string> Brokers(TriggerMatch noun, SentenceContext context) =>
        context.Actors.Groups.SelectMany(g => g.Mentions).Where(m => m.End < noun.End && noun.First - m.End < 6 && HasBroker(m.End, context)).SelectMany(m => m.Actors);

    private static bool HasBroker(int after, SentenceContext context)
    {
        int word = after < context.Sentence.End && context.Tokens[after].Norm is "-" or "–" ? after + 1 : after;
        return word < context.Sentence.End && context.Tokens[word].Norm is var norm && (norm.TrimStart('-') is "brokered" or "mediated" or "sponsored" or "facilitated" or "backed");
    }

    /// <summary>"its allies, including Japan and Australia", "allies such as Peru".</summary>
    private static ActorGroup? Listed(TriggerMatch noun, SentenceContext context)
    {
        int i = noun.End;
        while (i < context.Sentence.End && i - noun.End < 4 && context.Tokens[i].Norm is "," or "including" or "such" or "as" or "like" or "notably" or "namely" or "—" or "–" or ":" or "(" or "the")
            i++;
        return i > noun.End && context.Actors.At(i) is { Actors.Count: > 0 } group ? group : null;
    }

    /// <summary>The reached status is a fact even where more is planned of it; a rule may say that its words always mean a plan.</summary>
    private static Modality? ModalityOf(StatusRule status, TriggerMatch trigger, SentenceContext context)
    {
        var read = IsStillToCome(trigger, context) ? Modality.Possible : context.ModalityOf(trigger);
        // "The treaty does not oblige Peru": there is one.
        if (status is { IsStanding: true, Role: AgreementRole.Subject } && read == Modality.Denied)
            return Modality.Fact;
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

    private static Evidence Evidence(SentenceContext context, TriggerMatch noun, TriggerMatch trigger, IEnumerable<string> parties)
    {
        var whole = new TriggerMatch(Math.Min(noun.First, trigger.First), Math.Max(noun.End, trigger.End), trigger.Head, trigger.HeadIsVerb);
        return context.EvidenceOf(whole, parties);
    }
}
