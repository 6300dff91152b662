using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// Who fills the places around the head of a trigger, read off the tree: whose verb it is through control, relatives and coordination, what it
/// is done to through the passive, and what a preposition leads to, whether it hangs on the verb, on its noun or on the verb of its noun.
/// </summary>
public sealed class ClauseArguments(ArticleGrammar grammar, WordClasses classes, SentenceActors actors)
{
    private const int LongestClimb = 8, DeepestDescent = 4;

    private readonly IReadOnlyList<Token> tokens = grammar.Tokens;
    private readonly IReadOnlyList<Word> words = grammar.Words;
    private readonly DependencyTree tree = grammar.Tree;
    private readonly PhraseActors phrases = new(grammar, classes, actors);

    public ActorGroup? Find(string role, TriggerMatch match) => role switch
    {
        "subject" => Subject(match, Doer) is { } group && !group.Mentions[^1].IsCivil ? group : null,
        "people" => Subject(match, phrases.Of),
        "object" => Object(match),
        "owner" => phrases.OwnerOf(NounOf(match)) ?? OwnerOfOccasion(NounOf(match)),
        "beside" => Beside(NounOf(match)),
        _ => Preposition(role, match),
    };

    /// <summary>
    /// Whether the tree is sure that nobody here does it: the subject is somebody who acts for no state ("rebels", "a Japanese firm"), or the act
    /// is one that the subject condemns or suffers.
    /// </summary>
    public bool IsSureOfNone(string role, TriggerMatch match)
    {
        int head = match.Head;
        if (role == "object")
            return Relation(head) != "obj" && IsStance(head) && Child(head, "obj") is >= 0 and var act && classes.HasWord("attack", words[act].Lemma);
        if (role != "subject")
            return false;
        if (words[head].Pos is Upos.Noun or Upos.Propn)
            return StanceBefore(head);
        if (words[head].Pos != Upos.Verb || IsPassive(head))
            return false;
        if (Child(head, "nsubj") is var own && own >= actors.Sentence.First && words[Antecedent(own, head)].Pos is Upos.Noun or Upos.Propn or Upos.Num)
            return true;
        bool shares = Relation(head) is "acl" or "advcl" || (Relation(head) == "conj" && words[words[head].Head].Tag == words[head].Tag);
        return shares && GrammaticalSubject(head, 0) is >= 0 and var shared && actors.AtOrTitled(shared) is null && IsNobodyOfState(shared);
    }

    /// <summary>"Rebels who attacked", "a bombing that killed": it is not done by whoever else stands before the verb.</summary>
    private bool IsNobodyOfState(int noun) => words[noun].Pos == Upos.Noun && !HasSubject(noun)
        && (classes.HasWord("attack", words[noun].Lemma) || classes.HasWord("civil", words[noun].Lemma) || (noun > actors.Sentence.First && classes.Match("civil", tokens, noun - 1, noun + 1) == 2));

    /// <summary>Of "a visa that would allow", "rebels who attacked" the noun, if it is nobody's: "a UN resolution that condemned" is the UN's.</summary>
    private int Antecedent(int subject, int verb) =>
        words[subject].Tag is "WDT" or "WP" && words[verb] is { Relation: "acl:relcl", Head: >= 0 and var noun } && noun == subject - 1 && phrases.OwnerOf(noun) is null && !HasSubject(noun) && !classes.HasWord("delegate", words[noun].Lemma) ? noun : subject;

    /// <summary>"its troops", "its airspace": what stands there is done to whose it is.</summary>
    public bool IsOfState(int noun) => noun < words.Count && (classes.HasWord("means", words[noun].Lemma) || classes.HasWord("force", words[noun].Lemma) || classes.HasWord("envoy", words[noun].Lemma));

    /// <summary>"opposes sanctions": its object is what somebody else does.</summary>
    public bool IsStance(int token) => classes.HasWord("stance-verb", words[token].Lemma);

    /// <summary>"condemns deadly attack": the tree of a headline may miss that it is an object.</summary>
    private bool StanceBefore(int noun)
    {
        if (Relation(noun) == "obj" && IsStance(words[noun].Head))
            return true;
        int before = noun - 1;
        while (before > actors.Sentence.First && noun - before < 4 && words[before].Pos is Upos.Adj or Upos.Det or Upos.Noun && actors.AtOrTitled(before) is null && !IsStance(before))
            before--;
        return before >= actors.Sentence.First && words[before].Pos is Upos.Verb or Upos.Noun && IsStance(before);
    }

    private string Relation(int token) => grammar.RelationOf(token);

    private bool HasSubject(int token) => grammar.HasSubject(token);

    private int Child(int token, string relation) => grammar.ChildOf(token, relation);

    /// <summary>The noun of a trigger: its head, or the last noun beside a verb.</summary>
    private int NounOf(TriggerMatch match)
    {
        if (!match.HeadIsVerb)
            return match.Head;
        for (int i = match.End - 1; i > match.Head; i--)
            if (words[i].Pos is Upos.Noun or Upos.Propn)
                return i;
        return match.Head;
    }

    private bool IsPassive(int verb, int depth = 0)
    {
        if (grammar.ChildExactly(verb, "aux:pass") >= 0 || grammar.ChildExactly(verb, "nsubj:pass") >= 0)
            return true;
        bool isBare = words[verb].Tag == "VBN" && Child(verb, "aux") < 0 && !HasSubject(verb);
        return isBare && (Relation(verb) is "acl" or "advcl" or "root" or "amod" || (Relation(verb) == "conj" && depth < LongestClimb && IsPassive(words[verb].Head, depth + 1)));
    }

    private ActorGroup? Subject(TriggerMatch match, Func<int, ActorGroup?> actorOf)
    {
        int head = match.Head;
        if (words[head].Pos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num && !HasSubject(head))
            return SubjectOfNoun(head, 0);
        return IsPassive(head) ? phrases.AgentOf(head) : actorOf(grammar.SpeakerAfter(head) is >= 0 and var speaker ? speaker : GrammaticalSubject(head, 0));
    }

    /// <summary>Who acts: not whoever merely has a nationality ("a Japanese singer"), unless what is theirs is an act or a means of state ("Chinese activity").</summary>
    private ActorGroup? Doer(int nominal)
    {
        if (nominal >= 0 && actors.AtOrTitled(nominal) is null && Child(nominal, "appos") < 0 && !classes.HasWord("delegate", words[nominal].Lemma) && !classes.HasWord("means", words[nominal].Lemma) && Child(nominal, "conj") < 0 && !phrases.IsTitled(nominal))
            return null;
        return phrases.Of(nominal);
    }

    /// <summary>"Its visit", "a visit by", "paid a visit".</summary>
    private ActorGroup? SubjectOfNoun(int noun, int depth)
    {
        if (depth > LongestClimb)
            return null;
        if (phrases.OwnerOf(noun) is { } owner)
            return owner;
        if (phrases.AgentOf(noun) is { } agent)
            return agent;
        int governor = words[noun].Head;
        if (governor < 0)
            return null;
        if (Relation(noun) is "nmod" or "conj" or "compound" or "appos" && words[governor].Pos is Upos.Noun or Upos.Propn)
            return SubjectOfNoun(governor, depth + 1);
        return Relation(noun) is "obj" or "obl" or "xcomp" or "iobj" && classes.HasWord("light-verb", words[governor].Lemma) ? IsPassive(governor) ? phrases.AgentOf(governor) : phrases.Of(GrammaticalSubject(governor, depth + 1))
            : words[noun].Relation == "nsubj:pass" ? phrases.AgentOf(governor)
            : OwnerOfOccasion(noun);
    }

    /// <summary>"After talks with Chad's president, | Sudan's leader said": whose talks, visit or letter it was.</summary>
    private ActorGroup? OwnerOfOccasion(int noun) => Relation(noun) == "obl" && words[noun].Head is >= 0 and var governor && words[governor].Pos == Upos.Verb && classes.HasWord("own-occasion", words[noun].Lemma)
        && CaseOf(noun) is "after" or "before" or "during" or "in" or "at" or "following" or "on" or "since" ? phrases.Of(GrammaticalSubject(governor, 0)) : null;

    /// <summary>The token that stands as subject of a verb, its own or the one it shares; -1 for none.</summary>
    private int GrammaticalSubject(int verb, int depth)
    {
        if (depth > LongestClimb || verb < 0)
            return -1;
        int own = OwnSubject(verb);
        if (own >= 0)
            return words[own].Pos == Upos.Pron && words[own].Tag is "WDT" or "WP" or "DT" && words[verb].Relation == "acl:relcl" ? phrases.IsContrast(words[verb].Head) ? words[words[verb].Head].Head : words[verb].Head : own;
        int governor = words[verb].Head;
        if (governor < 0)
            return -1;
        switch (Relation(verb))
        {
            case "xcomp" or "ccomp":
                int controller = classes.HasWord("own-promise", words[governor].Lemma) ? -1 : Child(governor, "obj") is >= 0 and var obj ? obj : Child(governor, "iobj");
                return controller >= 0 && controller < verb ? controller : GrammaticalSubject(governor, depth + 1);
            case "acl" when words[verb].Relation == "acl:relcl" || words[verb].Tag is "VBG" or "VBN":
                return phrases.IsContrast(governor) ? words[governor].Head : governor;
            case "acl":
                // "its decision to send": who owns the noun, or does what it is the object of.
                return phrases.OwnerToken(governor) is >= 0 and var owner ? owner : Relation(governor) is "obj" or "obl" or "xcomp" ? GrammaticalSubject(words[governor].Head, depth + 1)
                    : Relation(governor) == "root" && HasSubject(governor) ? GrammaticalSubject(governor, depth + 1) : -1;
            // "stopped insurgents from entering", "accused rebels of attacking"
            case "advcl" when grammar.ChildExactly(verb, "mark") is >= 0 and var mark && tokens[mark].Norm is "from" or "of" && Child(governor, "obj") is >= 0 and var kept:
                return kept;
            case "conj" or "aux" or "cop" or "advcl" or "parataxis":
                return GrammaticalSubject(governor, depth + 1);
            default:
                return -1;
        }
    }

    /// <summary>Of two that the tree gives to a verb ("NATO member | Turkey accused") the one that is an actor.</summary>
    private int OwnSubject(int verb)
    {
        int first = Child(verb, "nsubj");
        for (int child = first; child >= 0 && child < verb; child = tree.NextSibling(child))
            if (Relation(child) == "nsubj" && actors.AtOrTitled(child) is { Actors.Count: > 0 })
                return child;
        return first;
    }

    private ActorGroup? Object(TriggerMatch match)
    {
        if (match.HeadIsVerb && IsPassive(match.Head))
            return phrases.Of(GrammaticalSubject(match.Head, 0));
        for (int i = match.Head; i < match.End; i++)
            if (ObjectOf(i, match) is { } group)
                return group;
        return null;
    }

    private ActorGroup? ObjectOf(int verb, TriggerMatch match)
    {
        for (int child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
        {
            if (child < match.Head)
                continue;
            bool isVictim = IsStance(verb) && classes.HasWord("attack", words[child].Lemma);
            bool isObject = Relation(child) is "obj" or "iobj" || (Relation(child) is "nmod" && CaseOf(child) == "of") || (Relation(child) is "xcomp" && phrases.IsNominal(child));
            if (isObject && (phrases.Of(child) ?? (isVictim ? null : Below(child, 0))) is { } group)
                return group;
            if (Relation(child) is "ccomp" or "xcomp" && Child(child, "nsubj") is >= 0 and var subject && phrases.Of(subject) is { } controlled)
                return controlled;
        }
        // "a country that Japan attacked"
        if (words[verb].Relation == "acl:relcl" && Child(verb, "obj") < 0 && Child(verb, "nsubj") is >= 0 and var s && s != words[verb].Head && words[s].Tag is not ("WDT" or "WP"))
            return phrases.Of(words[verb].Head);
        return null;
    }

    /// <summary>The nearest actor below a noun that is none itself: "the decision of", "attacks on".</summary>
    private ActorGroup? Below(int noun, int depth)
    {
        if (depth >= 2)
            return null;
        for (int child = tree.FirstChild(noun); child >= 0; child = tree.NextSibling(child))
            if (Relation(child) == "nmod" && CaseOf(child) is "of" or "on" or "by" or "from" or "against" && (phrases.Of(child) ?? Below(child, depth + 1)) is { } group)
                return group;
        return null;
    }

    private string CaseOf(int nominal) => grammar.CaseOf(nominal);

    private ActorGroup? Preposition(string preposition, TriggerMatch match)
    {
        for (int i = match.Head; i < match.End; i++)
            if (Down(i, preposition, match.First, 0) is { } group)
                return group;
        // "signed a pact on trade with Japan" hangs on the verb; of a noun that is its object, too.
        int noun = NounOf(match), governor = words[noun].Head;
        if (governor >= 0 && Relation(noun) is "obj" or "obl" or "conj" or "nsubj" or "xcomp" or "nmod" && Down(governor, preposition, match.First, 1) is { } above)
            return above;
        return null;
    }

    private ActorGroup? Down(int token, string preposition, int from, int depth)
    {
        for (int child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
            if (child >= from && phrases.HasCase(child, preposition) && phrases.Of(child) is { } group)
                return group;
        if (depth >= DeepestDescent)
            return null;
        for (int child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
            if (child >= from && Relation(child) is "obj" or "obl" or "nmod" or "xcomp" or "compound" or "fixed" or "flat" && Down(child, preposition, from, depth + 1) is { } group)
                return group;
        return null;
    }

    /// <summary>"its ally Japan", "Japan is an ally", "Australia, a US ally".</summary>
    private ActorGroup? Beside(int noun)
    {
        if (Child(noun, "appos") is >= 0 and var appos && phrases.Of(appos) is { } named)
            return named;
        if (Child(noun, "nsubj") is >= 0 and var subject)
            return phrases.Of(words[subject].Tag is "WDT" or "WP" && words[noun].Relation == "acl:relcl" ? words[noun].Head : subject);
        int governor = words[noun].Head;
        if (governor < 0)
            return null;
        if (Relation(noun) is "appos" or "compound" or "flat" or "nmod" && CaseOf(noun).Length == 0 && actors.AtOrTitled(governor) is { Actors.Count: > 0 } beside)
            return beside;
        // "Peru is one of the members".
        if (Relation(noun) == "conj" || (Relation(noun) == "nmod" && CaseOf(noun) is "of" or "among" && tokens[governor].Norm is "one" or "some" or "two" or "three"))
            return Beside(governor);
        return Relation(noun) is "xcomp" || CaseOf(noun) == "as" ? phrases.Of(GrammaticalSubject(governor, 0)) : null;
    }
}
