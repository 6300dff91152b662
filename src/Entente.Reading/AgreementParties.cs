using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Between whom an agreement is: whom its noun names, who does something to it, and who is told before or in what it says.</summary>
internal static class AgreementParties
{
    /// <summary>
    /// "The pact between A and B" and "the A-B pact" name all parties, whoever signs or approves it; "a pact with B" wants the one who does.
    /// </summary>
    internal static (HashSet<string> One, HashSet<string> Other) Of(AgreementNounRule rule, TriggerMatch noun, BoundStatus? status, SentenceContext context)
    {
        HashSet<string> one = [.. context.Arguments.Fill(rule.Who, noun) ?? []], other = [.. context.Arguments.Fill(rule.Whom, noun) ?? []];
        if (status is not null && one.Count < 2)
        {
            one.UnionWith(context.Arguments.Fill(status.Rule.Who, status.Match) ?? []);
            other.UnionWith(context.Arguments.Fill(status.Rule.Whom, status.Match) ?? []);
        }
        if (one.Count + other.Count > 2)
            one.ExceptWith(Brokers(noun, context));
        if (rule.Form != "arms-transfer" && rule.Parties is null)
        {
            one.RemoveWhere(a => IsPrivate(a, noun, context));
            other.RemoveWhere(a => IsPrivate(a, noun, context));
        }
        if (IsParty(noun, context))
            BindFriends(noun, one, other, context);
        else if (one.Count == 0 && other.Count > 1)
            AddWhoseTheyAre(noun, one, other, context);
        other.ExceptWith(one);
        return (one, other);
    }

    /// <summary>"its allies Peru and Chile", "Peru's NATO allies", "Syria and Iran are allies": who is a friend of whom.</summary>
    private static void BindFriends(TriggerMatch noun, HashSet<string> one, HashSet<string> other, SentenceContext context)
    {
        var owner = context.Arguments.Find("owner", noun);
        if (other.Count == 0 && Listed(noun, context) is { } listed)
            other.UnionWith(listed.Actors);
        if (other.Count == 0 && owner is { Mentions: [{ Kind: MentionKind.Agent, IsPossessive: false } alliance] } && Possessor(alliance.First, context) is { } possessor)
            other.UnionWith(possessor.Actors);
        if (one.Count == 0 && context.Article.Grammar.VerbOf(context.Article.Grammar.TopOf(noun)) is >= 0 and var verb)
            one.UnionWith(context.Arguments.Find("subject", new(verb, verb + 1, verb, HeadIsVerb: true))?.Actors ?? []);
        // Friends of nobody named are friends of each other only where just that is said of them.
        if (one.Count == 0 && !(other.Count > 1 && context.Article.Grammar.HasSubject(noun.Head)))
            other.Clear();
        // "Peru and U.S. ally Chile" joins Peru to Chile, not to the U.S.
        if (owner is { Mentions: [.., { Kind: not MentionKind.Qualifier }, { Kind: MentionKind.Qualifier } last] })
        {
            one.Clear();
            one.UnionWith(last.Actors);
        }
    }

    /// <summary>"hopes to sign deals with Peru, Chile and Fiji": one more has to be known, and is it where the article is about one.</summary>
    private static void AddWhoseTheyAre(TriggerMatch noun, HashSet<string> one, HashSet<string> other, SentenceContext context)
    {
        if (context.Arguments.Find("with", noun) is null || context.Arguments.Find("between", noun) is not null)
            return;
        if (context.Article.Protagonist is { } hero && !other.Contains(hero))
            one.Add(hero);
        else
            other.Clear();
    }

    /// <summary>Whose "its" or "Peru's" right before a token is.</summary>
    private static ActorGroup? Possessor(int before, SentenceContext context) =>
        (context.Actors.At(before - 1) ?? context.Actors.At(before - 2)) is { IsPossessive: true, Actors.Count: > 0 } group && before - group.End <= 1 ? group : null;

    /// <summary>"a deal with a Korean firm": nobody here speaks for the state.</summary>
    private static bool IsPrivate(string actor, TriggerMatch noun, SentenceContext context)
    {
        bool isFound = false;
        foreach (var mention in context.Actors.Groups.SelectMany(g => g.Mentions).Where(m => m.Actors.Contains(actor)))
            if (mention.IsCivil && noun.First - mention.End is < 0 or > 3)
                isFound = true;
            else
                return false;
        return isFound;
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

    /// <summary>"Under a deal with Peru, Chile will pay": who acts under it, is bound by it.</summary>
    internal static IReadOnlyList<string> UnderIt(TriggerMatch noun, SentenceContext context)
    {
        int top = context.Article.Grammar.TopOf(noun), verb = context.Article.Text.Words[top].Head;
        bool isUnder = verb >= 0 && context.Article.Text.Words[top].Relation.StartsWith("obl", StringComparison.Ordinal) && context.Article.Grammar.CaseOf(top) is var how
            && (how is "under" or "in" or "as" or "following" || (how is "through" or "via" or "by" or "despite" or "since" or "over" && context.Arguments.Find("with", noun) is not null));
        if (!isUnder)
            return [];
        var act = new TriggerMatch(verb, verb + 1, verb, HeadIsVerb: true);
        var subject = context.Arguments.Find("subject", act)?.Actors ?? [];
        return subject.Count != 1 ? subject : [.. subject, .. (context.Arguments.Find("object", act) ?? context.Arguments.Find("to", act) ?? context.Arguments.Find("from", act))?.Actors ?? []];
    }

    /// <summary>In an article about two the one who is not named is the other; of "talks with Peru" in one about Chile, where the sentence names nobody else, Chile.</summary>
    internal static bool Implied(HashSet<string> one, HashSet<string> other, TriggerMatch noun, SentenceContext context)
    {
        if (one.Count + other.Count != 1 || IsPlural(noun, context))
            return false;
        string named = one.Concat(other).First();
        bool isAlone = one.Count == 0 && context.Actors.Groups.All(g => g.Actors.All(a => a == named));
        string? unnamed = context.Article.Counterpart(named) ?? (isAlone && context.Article.Protagonist is { } hero && hero != named ? hero : null);
        return unnamed is not null && other.Add(unnamed);
    }

    /// <summary>"informed Peru that it would end the pact": whom it concerns is told.</summary>
    internal static bool Told(HashSet<string> one, HashSet<string> other, TriggerMatch act, SentenceContext context)
    {
        var words = context.Article.Text.Words;
        int verb = act.HeadIsVerb && context.Article.Grammar.RelationOf(act.Head) == "ccomp" ? words[act.Head].Head : -1;
        return one.Count + other.Count == 1 && verb >= 0 && words[verb].Lemma is "inform" or "notify" or "tell" or "advise"
            && context.Arguments.Find("object", new(verb, verb + 1, verb, HeadIsVerb: true)) is { Actors.Count: 1 } told
            && !one.Concat(other).Contains(told.Actors[0]) && other.Add(told.Actors[0]);
    }

    /// <summary>"approved an accord that gives American forces two ports", "the deal lets Peru buy gas from Chile": with whom, only the clause tells.</summary>
    internal static bool FromContent(HashSet<string> one, HashSet<string> other, TriggerMatch noun, BoundStatus? status, AgreementContent content)
    {
        if (one.Count + other.Count > 1)
            return false;
        var found = content.PartiesIn(noun, [.. one, .. other]);
        if (found.Count == 0 && status is { Rule: { IsStanding: true, Role: AgreementRole.Subject } })
            found = content.PartiesUnder(status.Match, [.. one, .. other]);
        other.UnionWith(found);
        return found.Count > 0;
    }

    /// <summary>"Russia suspended New START": of a treaty with a name it is known who else is bound, and it counts who is spoken of in this article.</summary>
    internal static bool Complete(AgreementNounRule rule, StatusRule status, HashSet<string> one, HashSet<string> other, SentenceContext context)
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

    /// <summary>
    /// "Japan has similar deals with Britain and Australia" are two arrangements; "a pact between Japan, Britain and Italy" is one. Several
    /// are meant where the noun is plural, or "similar", and one side is a single actor.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<string>> Arrangements(HashSet<string> one, HashSet<string> other, TriggerMatch noun, SentenceContext context)
    {
        bool isSeveral = IsSimilar(noun, context) || IsPlural(noun, context);
        if (isSeveral && HyphenatedPairs(noun, context) is { Count: > 1 } pairs)
            return pairs;
        var (single, many) = one.Count == 1 ? (one, other) : (other, one);
        if (isSeveral && single.Count == 1 && many.Count > 1)
            return many.Except(single).Order(StringComparer.Ordinal).Select(m => Claim.Sorted([.. single, m]));
        return [Claim.Sorted(one.Concat(other))];
    }

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

    /// <summary>"its allies", "a strategic partner": said of those who are bound, not of the bond; what they sign is something else.</summary>
    internal static bool IsParty(TriggerMatch noun, SentenceContext context) => context.Tokens[noun.End - 1].Norm is "ally" or "allies" or "partner" or "partners";

    internal static bool IsSimilar(TriggerMatch noun, SentenceContext context) => noun.First > context.Sentence.First && context.Tokens[noun.First - 1].Norm is "similar" or "such";

    internal static bool IsPlural(TriggerMatch noun, SentenceContext context) =>
        context.Tokens[noun.End - 1].Norm is var head && head.EndsWith('s') && head is not ("ties" or "relations" or "links" or "guarantees" or "assurances");
}
