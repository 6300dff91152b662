using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// Which words of a sentence give the status of an agreement: those whose object or subject it is in the tree ("signed a pact", "the pact, which
/// was signed", "the terms of the pact expired"), and where the tree binds none to it, the nearest in word order.
/// </summary>
internal sealed class StatusFinder(SentenceContext context)
{
    /// <summary>How far, in tokens, word order is trusted where the tree is silent.</summary>
    private const int LongestReach = 8;

    private const int LongestClimb = 7, None = -1;

    /// <summary>Verbs that may stand between an agreement and the words of its status.</summary>
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "begin", "start", "hold", "have", "continue", "resume", "build", "forge", "develop", "deepen", "boost", "open", "launch", "work", "pursue", "create", "share", "keep", "establish", "strengthen", "expand", "upgrade", "set",
        "conclude", "reach", "sign", "normalize", "normalise", "restore", "move", "go", "get", "make", "include",
    };

    private readonly IReadOnlyList<Token> tokens = context.Tokens;
    private readonly IReadOnlyList<Word> words = context.Article.Text.Words;
    private readonly DependencyTree tree = context.Article.Grammar.Tree;

    /// <summary>The statuses of this noun: the closest, and those bound as closely that reach another ("signed in May, took effect in June").</summary>
    public IReadOnlyList<BoundStatus> Of(TriggerMatch noun, IReadOnlyList<(StatusRule Rule, TriggerMatch Match)> statuses)
    {
        int top = context.Article.Grammar.TopOf(noun);
        if (IsOfPeople(top))
            return [];
        var bound = statuses.Where(s => !IsInside(s.Match, noun)).Select(s => (s.Rule, s.Match, Steps: Bond(s.Rule, s.Match, top)))
            .Where(s => s.Steps != None).OrderBy(s => s.Steps).ThenBy(s => Distance(noun, s.Match)).ToList();
        if (bound.Count > 0)
            return [.. bound.Where((s, i) => i == 0 || (s.Steps == 0 && s.Rule.Status != bound[0].Rule.Status)).DistinctBy(s => s.Rule.Status)
                .Select(s => new BoundStatus(s.Rule, s.Match, ByTree: true))];
        // What happens "at the base" does not happen to it.
        bool isScene = context.Article.Grammar.CaseOf(top) is "at" or "near" or "outside" or "inside" or "around";
        return !isScene && NearestInOrder(noun, statuses) is { } nearest ? [nearest] : [];
    }

    /// <summary>"signed an access agreement, the most significant pact since 1902": one agreement, named twice.</summary>
    public bool IsApposition(TriggerMatch noun)
    {
        int top = context.Article.Grammar.TopOf(noun);
        return words[top].Relation == "appos" && context.AgreementNouns.Exists(n => n.First != noun.First && IsWithin(n, words[top].Head));
    }

    /// <summary>"urged alliance members" urges no alliance.</summary>
    private bool IsOfPeople(int top) => words[top] is { Relation: "compound", Head: >= 0 and var governor } && context.Article.Classes.HasWord("delegate", words[governor].Lemma);

    private string Relation(int token) => context.Article.Grammar.RelationOf(token);

    private static bool IsWithin(TriggerMatch match, int token) => match.First <= token && token < match.End;

    private static bool IsInside(TriggerMatch inner, TriggerMatch outer) => outer.First <= inner.First && inner.End <= outer.End;

    private static int Distance(TriggerMatch noun, TriggerMatch act) => Math.Max(0, act.Head < noun.First ? noun.First - act.End : act.First - noun.End);

    private int Bond(StatusRule rule, TriggerMatch match, int noun)
    {
        if (rule.Role == AgreementRole.Object && !IsDoneToAnother(rule, noun, match) && AsObject(noun, match) is >= 0 and var steps)
            return steps;
        return Below(noun, match, rule.Role);
    }

    /// <summary>"launched negotiations on a pact" launches no pact, "raised objections to it" raises none.</summary>
    private bool IsDoneToAnother(StatusRule rule, int noun, TriggerMatch match) =>
        match.HeadIsVerb && Child(match.Head, "obj") is var other && other >= match.End && other != noun
        && (context.Article.Classes.HasWord("about-noun", words[other].Lemma) || (rule.Status == Vocabulary.Status.Agreed && context.Article.Classes.HasWord("talks", words[other].Lemma)));

    /// <summary>How many steps lead up from the noun to the words that act on it.</summary>
    private int AsObject(int noun, TriggerMatch match)
    {
        // "under a pact", "the proposed pact": the words stand below the noun.
        for (int child = tree.FirstChild(noun); child >= 0 && child < noun; child = tree.NextSibling(child))
            if (IsWithin(match, child) && match.End <= noun && (!match.HeadIsVerb || words[child].Relation == "amod"))
                return 0;
        int at = noun;
        for (int climbed = 0, steps = 0; climbed < LongestClimb; climbed++)
        {
            int governor = words[at].Head;
            if (governor < 0)
                return None;
            string relation = Relation(at);
            if (IsWithin(match, governor))
                return IsActedOn(at, governor, match) ? steps : None;
            if (relation is not ("conj" or "nmod" or "compound" or "obl" or "obj" or "xcomp" or "acl" or "appos") || words[at].Relation == "acl:relcl")
                return None;
            if (relation is "acl" && words[at].Pos != Upos.Verb)
                return None;
            // "offered to host talks on a pact" does not offer the pact; "agreed to begin talks on it" does.
            if (words[governor].Pos == Upos.Verb && !Openers.Contains(words[governor].Lemma))
                return None;
            if (relation is "nmod" && context.Article.Grammar.CaseOf(at) is "for" or "at" or "by" or "with" or "under" or "after" or "during" or "between" or "before" or "like" or "as" or "following" or "despite" or "amid" or "since" or "until" or "without")
                return None;
            // "rejected reports of a pact" rejects no pact.
            if (context.Article.Classes.HasWord("about-noun", words[governor].Lemma))
                return None;
            // What is done to "talks on a pact" is done to the talks.
            if (relation is "nmod" && context.AgreementNouns.Exists(n => IsWithin(n, governor)))
                return None;
            steps += relation == "conj" ? 0 : 1;
            at = governor;
        }
        return None;
    }

    private bool IsActedOn(int at, int governor, TriggerMatch match) => words[at].Relation switch
    {
        "nsubj:pass" => true,
        "nsubj" => !match.HeadIsVerb,
        "obj" or "iobj" or "xcomp" or "ccomp" or "compound" or "dep" or "acl" or "nmod" or "amod" => true,
        var r when r.StartsWith("nmod", StringComparison.Ordinal) => true,
        var r when r.StartsWith("obl", StringComparison.Ordinal) => context.Article.Grammar.CaseOf(at) is var c && (c.Length == 0 || IsInMatch(at, match) || c is "on" or "to" or "upon" or "of" or "from" or "in" or "for" or "into"),
        _ => !match.HeadIsVerb && governor == match.Head,
    };

    private bool IsInMatch(int nominal, TriggerMatch match) => Child(nominal, "case") is >= 0 and var c && IsWithin(match, c);

    private int Child(int token, string relation) => context.Article.Grammar.ChildOf(token, relation);

    /// <summary>
    /// The words lie below the noun or beside it: "the pact signed in May", "the pact, which both ratified", "the pact was negotiated and
    /// signed", "the pact is expected to expire".
    /// </summary>
    private int Below(int noun, TriggerMatch match, AgreementRole role)
    {
        bool isPassive = IsPassive(match.Head);
        int at = match.Head;
        for (int climbed = 0, steps = 0; climbed < LongestClimb; climbed++)
        {
            int subject = Child(at, "nsubj");
            bool isRelative = subject >= 0 && words[subject].Tag is "WDT" or "WP";
            if (subject >= 0 && !isRelative && LeadsTo(noun, subject))
                return isPassive == (role == AgreementRole.Object) ? steps : None;
            int governor = words[at].Head;
            if (governor < 0)
                return None;
            if (Relation(at) == "acl" && LeadsTo(governor, noun))
                return IsObjectOf(subject, isRelative, isPassive) == (role == AgreementRole.Object) ? steps : None;
            if (Relation(at) is not ("conj" or "xcomp" or "aux" or "parataxis"))
                return None;
            steps += Relation(at) == "conj" ? 0 : 1;
            at = governor;
        }
        return None;
    }

    /// <summary>Of "the pact signed" and "the pact that both signed" it is the object, of "the pact that binds" the subject.</summary>
    private static bool IsObjectOf(int subject, bool isRelative, bool isPassive) => isPassive || (subject >= 0 && !isRelative);

    /// <summary>"the terms of the pact", "a pact and a treaty": what is said of the first is said of it.</summary>
    private bool LeadsTo(int from, int to)
    {
        for (int i = 0; i < 4 && from >= 0; i++)
        {
            if (from == to)
                return true;
            if (Relation(from) is not ("conj" or "nmod" or "compound" or "appos"))
                return false;
            from = words[from].Head;
        }
        return false;
    }

    private bool IsPassive(int verb) => words[verb].Tag == "VBN" && Child(verb, "aux") is var aux && (aux < 0 || words[aux].Relation == "aux:pass" || HasPassiveAuxiliary(verb));

    private bool HasPassiveAuxiliary(int verb)
    {
        for (int child = tree.FirstChild(verb); child >= 0; child = tree.NextSibling(child))
            if (words[child].Relation is "aux:pass" or "nsubj:pass")
                return true;
        return false;
    }

    private BoundStatus? NearestInOrder(TriggerMatch noun, IReadOnlyList<(StatusRule Rule, TriggerMatch Match)> statuses)
    {
        BoundStatus? best = null;
        int nearest = LongestReach + 1;
        foreach (var (rule, match) in statuses)
        {
            bool before = match.Head < noun.First;
            int distance = Distance(noun, match);
            bool fits = rule.Role == AgreementRole.Object
                ? (before && !IsSeparated(match.End, noun.First)) || (!before && IsPassiveInOrder(noun, match))
                : !before && !IsSeparated(noun.End, match.First) && !HasRelative(noun.End, match.First);
            if (fits && !(rule.IsStanding && rule.Id != "standing-under") && distance < nearest && !IsInside(match, noun))
                (best, nearest) = (new(rule, match, ByTree: false), distance);
        }
        return best;
    }

    /// <summary>"a deal under the act, which came into force": where the tree is silent, that is said of something nearer.</summary>
    private bool HasRelative(int from, int to)
    {
        for (int i = from + 1; i < to; i++)
            if (tokens[i].Norm is "which" or "who" && (tokens[i - 1].Norm != "," || i - from > 1))
                return true;
        return false;
    }

    private bool IsSeparated(int from, int to)
    {
        for (int i = from; i < to; i++)
            if (words[i] is { Pos: Upos.Verb, Tag: "VB" or "VBP" or "VBZ" or "VBD" } verb && !Openers.Contains(verb.Lemma) || tokens[i].Norm is ";" or ":" or "but" or "while" or "although" or "because" or "said" or "when" or "after" or "before" or "as" || context.Article.Classes.HasWord("about-noun", tokens[i].Norm))
                return true;
        return false;
    }

    /// <summary>"The pact was signed", "a pact signed in May", "the pact, which both sides ratified".</summary>
    private bool IsPassiveInOrder(TriggerMatch noun, TriggerMatch match)
    {
        if (IsSeparated(noun.End, match.First) || !context.Article.Verbs.IsParticiple(tokens[match.Head].Norm))
            return false;
        for (int i = match.Head - 1; i >= noun.End; i--)
        {
            string norm = tokens[i].Norm;
            if (VerbLexicon.IsBe(norm))
                return true;
            if (!VerbLexicon.IsAuxiliary(norm) && !VerbLexicon.IsAdverb(norm))
                return norm is "which" or "that" || context.Actors.At(i) is { CanAct: true } && tokens[noun.End].Norm is "," or "which" or "that";
        }
        return match.Head - noun.End <= 3;
    }
}

/// <summary>A status with the words that give it, and whether the tree says that they speak of the agreement.</summary>
internal sealed record BoundStatus(StatusRule Rule, TriggerMatch Match, bool ByTree);
