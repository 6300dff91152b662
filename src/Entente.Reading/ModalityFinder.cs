using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// How the sentence puts what its head says: as done, planned, possible, denied or judged, from the cues (<c>data/reading/modalities.tsv</c>) that bear on
/// the head in the tree: beside it ("will", "not", "if"), or above it through what somebody plans, refuses or is able to do. A denial outweighs a
/// possibility, and that a plan. A denial that belongs to the trigger itself ("has no obligation to") is what the rule is about, and does not
/// deny it.
/// </summary>
public sealed class ModalityFinder(AnnotatedText text, ArticleGrammar grammar, TriggerIndex<ModalityCue> cues, WordClasses classes)
{
    /// <summary>Steps up from the head; deeper ones say little of it.</summary>
    private const int LongestClimb = 6;

    private readonly IReadOnlyList<Token> tokens = grammar.Tokens;
    private readonly IReadOnlyList<Word> words = grammar.Words;

    /// <summary>The cues of the sentence asked about last; every trigger in it asks again.</summary>
    private (int First, List<(ModalityCue Cue, TriggerMatch Match)> Cues) known = (-1, []);

    /// <summary>Null for a bare infinitive ("in part to forge ties") and for "any attack": a purpose or a supposition, not even a plan.</summary>
    /// <param name="isDuty">Whether it is about what is owed: "would help, she said" tells of a case that may come, and of no plan.</param>
    public Modality? Find(TriggerSentence sentence, TriggerMatch match, bool isDuty = false)
    {
        Span<int> above = stackalloc int[LongestClimb + 1];
        above = above[..Above(Top(match), above)];
        var own = above[..OwnSubject(above)];
        if (IsHypothetical(sentence.Sentence, match.First) || (match.HeadIsVerb && IsAsked(sentence.Sentence, above)))
            return null;
        Modality? found = match.IsDenied || IsOfNobody(own) ? Modality.Denied : null;
        foreach (var (cue, at) in CuesIn(sentence))
        {
            // Of the trigger's own verb only "plans a visit" is a cue as well.
            bool isInTrigger = at.First >= match.First && (at.First < match.Head || (at.First == match.Head && words[at.First].Lemma == "plan"));
            bool mayBear = at.First < match.First || at.First >= match.End || (isInTrigger && cue.Modality != Modality.Denied);
            if (!mayBear || !Bears(at, cue.Modality, above, isInTrigger) || IsOfOtherConjunct(at, cue.Modality, above))
                continue;
            var modality = cue.Reported is { } reported && !isDuty && text.QuoteAt(at.First) is { Kind: not QuoteKind.Scare } ? reported : cue.Modality;
            found = found is { } other ? Stronger(other, modality) : modality;
        }
        if (found == Modality.Planned && (IsConditional(above) || HasSupposed(above)))
            return Modality.Possible;
        if (found is null && IsBareInfinitive(match))
            return Headline.IsPlan(words, sentence.Sentence, match.Head) ? Modality.Planned : null;
        return found ?? (IsYetToCome(above[^1]) ? Modality.Planned : Modality.Fact);
    }

    private List<(ModalityCue Cue, TriggerMatch Match)> CuesIn(TriggerSentence sentence)
    {
        if (known.First != sentence.Sentence.First)
            known = (sentence.Sentence.First, [.. cues.In(sentence).Where(c => tokens[c.Match.First].Text != "May" && !IsNotOnly(c.Match))]);
        return known.Cues;
    }

    /// <summary>"not only condemned but expelled": both are told.</summary>
    private bool IsNotOnly(TriggerMatch cue) => cue.End < tokens.Count && tokens[cue.First].Norm == "not" && tokens[cue.End].Norm is "only" or "just" or "merely" or "least" or "simply";

    /// <summary>The verb of a trigger whose head is a noun: of "troops ~ crossed" the crossing.</summary>
    private int Top(TriggerMatch match)
    {
        int top = match.Head;
        while (!match.HeadIsVerb && words[top].Head is var above && match.First <= above && above < match.End)
            top = above;
        return top;
    }

    /// <summary>The head and what stands above it in its own clause, or governs it as something to be done.</summary>
    private int Above(int head, Span<int> above)
    {
        int count = 0;
        for (int at = head; at >= 0 && count < above.Length; at = words[at].Head)
        {
            above[count++] = at;
            if (!GoesOn(at))
                break;
        }
        return count;
    }

    private bool GoesOn(int token) => words[token].Relation switch
    {
        "root" or "acl:relcl" or "parataxis" => false,
        // "Talks are due to begin", "spending will rise", but "threats did not stop the vote".
        "nsubj:pass" when words[token].Head is var passive && words[passive].Tag == "VBN" && classes.HasWord("light-verb", words[passive].Lemma) => true,
        "nsubj" when IsSupposed(token) => true,
        "nsubj" or "nsubj:pass" or "nsubj:outer" => words[token].Head is var verb && (IsOfSubject(verb) || (grammar.ChildOf(verb, "xcomp") is >= 0 and var what && IsOfSubject(what))),
        "obl" or "nmod" or "obj" or "nsubj:pass" when grammar.IsPresupposed(token) || IsThere(token) => false,
        "obl" => !IsCircumstance(token),
        // "soldiers held by Iran", "sanctions imposed last year": what is done to the noun is told as done.
        "acl" when words[token].Tag == "VBN" && grammar.MarkOf(token).Length == 0 => false,
        // ", adding that …" goes on with the saying, and not with what was agreed or planned.
        "advcl" when words[token].Tag == "VBG" && token > 0 && tokens[token - 1].Norm == "," => false,
        "advcl" => !grammar.HasSubject(token) && grammar.MarkOf(token) is "to" or "of" or "from" or "in" or "by" or "",
        _ => true,
    };

    /// <summary>"a withdrawal would be a mistake": of an act that nobody has taken.</summary>
    private bool IsSupposed(int subject)
    {
        bool isOpen = grammar.ChildOf(subject, "nmod:poss") < 0 && grammar.ChildOf(subject, "det") is >= 0 and var determiner && tokens[determiner].Norm is "a" or "an";
        return isOpen && words[words[subject].Head] is { Relation: not "acl:relcl" } && grammar.ChildOf(words[subject].Head, "aux") is >= 0 and var auxiliary && tokens[auxiliary].Norm is "would" or "could" or "might";
    }

    private bool HasSupposed(ReadOnlySpan<int> above)
    {
        foreach (int at in above)
            if (words[at].Relation == "nsubj" && IsSupposed(at))
                return true;
        return false;
    }

    /// <summary>What it says is about its subject's being there, or how much there is of it.</summary>
    private bool IsOfSubject(int verb) => words[verb].Lemma is "take" or "begin" or "start" or "follow" or "open" or "resume" or "happen" or "occur" or "arrive" or "be" or "rise" or "grow" or "climb" or "reach" or "fall" or "total";

    /// <summary>Some word of the cue stands above the head, or right beside what does: as its auxiliary, adverb, conjunction, determiner or adjective.</summary>
    /// <param name="isInTrigger">The trigger's own verb may be the cue: "considering sanctions".</param>
    private bool Bears(TriggerMatch cue, Modality modality, ReadOnlySpan<int> above, bool isInTrigger)
    {
        // "due to pressure" is no plan, and "announced they are teaming up to develop" announces no development: the infinitive must be theirs.
        if (tokens[cue.End - 1].Norm == "to" && !Governs(cue, InfinitiveOf(cue.End - 1), above))
            return false;
        for (int i = cue.First; i < cue.End; i++)
        {
            int place = above.IndexOf(i);
            if (place > 0 || (place == 0 && isInTrigger))
                return true;
            int beside = above.IndexOf(words[i].Head);
            if (beside < 0 || above.Contains(i))
                continue;
            string relation = words[i].Relation;
            // What stands beside a governing verb of saying is about the saying.
            bool isSaid = beside > 0 && words[above[beside - 1]].Relation is "ccomp" or "parataxis";
            if (isSaid)
                continue;
            if (relation is "aux" or "aux:pass" or "det" or "amod" or "case" or "cc:preconj" or "cop" or "xcomp" || (relation == "advmod" && (cue.End - cue.First == 1 || modality == Modality.Denied)) || (relation == "mark" && modality != Modality.Planned) || (relation == "cc" && tokens[i].Norm == "nor"))
                return true;
        }
        return false;
    }

    /// <summary>"will not visit but is asking": the verb beside which the cue stands, or that it is, is joined to the one that is asked about, which has an auxiliary of its own.</summary>
    private bool IsOfOtherConjunct(TriggerMatch cue, Modality modality, ReadOnlySpan<int> above)
    {
        for (int i = 0; i + 1 < above.Length; i++)
        {
            // "did not help by threatening": the means is told all the same.
            if (modality == Modality.Denied && words[above[i]].Relation == "advcl" && grammar.MarkOf(above[i]) == "by" && (above.IndexOf(cue.First) > i || above.IndexOf(words[cue.First].Head) > i))
                return true;
            if (words[above[i]] is not { Relation: "conj", Pos: Upos.Verb })
                continue;
            string conjunction = grammar.ChildOf(above[i], "cc") is >= 0 and var cc ? tokens[cc].Norm : "";
            bool isApart = (IsFinite(above[i]) && conjunction is not ("or" or "nor")) || (conjunction == "but" && modality == Modality.Denied);
            for (int at = cue.First; at < cue.End; at++)
                if ((at == above[i + 1] && words[at].Pos == Upos.Verb) || (isApart && words[at].Head == above[i + 1] && grammar.RelationOf(at) is "aux" or "advmod"))
                    return true;
        }
        return false;
    }

    private bool IsFinite(int verb)
    {
        for (int child = grammar.Tree.FirstChild(verb); child >= 0 && child < verb; child = grammar.Tree.NextSibling(child))
            if (words[child] is { Relation: "aux" or "aux:pass", Tag: "VBD" or "VBZ" or "VBP" or "MD" })
                return true;
        return words[verb].Tag is "VBD" or "VBZ" or "VBP";
    }

    /// <summary>How many of these come before a verb that is only joined to one with a subject of its own.</summary>
    private int OwnSubject(ReadOnlySpan<int> above)
    {
        for (int i = 0; i < above.Length; i++)
            if (words[above[i]].Relation == "conj" && grammar.HasSubject(above[i]))
                return i + 1;
        return above.Length;
    }

    /// <summary>"before he visits Lima", "will raise it when he meets her": the present of a clause of time tells what is still to come.</summary>
    private bool IsYetToCome(int clause)
    {
        if (words[clause] is not { Relation: "advcl" or "advcl:relcl", Tag: "VBZ" or "VBP", Head: >= 0 and var above })
            return false;
        for (int child = grammar.Tree.FirstChild(clause); child >= 0 && child < clause; child = grammar.Tree.NextSibling(child))
            if (tokens[child].Norm is "before" or "until" || (tokens[child].Norm is "when" or "once" or "after" && WillBe(above)))
                return true;
        return false;
    }

    private bool WillBe(int verb)
    {
        for (int at = verb; at >= 0; at = words[at].Relation == "xcomp" ? words[at].Head : -1)
            if (grammar.ChildOf(at, "aux") is >= 0 and var auxiliary && tokens[auxiliary].Norm is "will" or "shall" or "'ll")
                return true;
        return words[verb] is { Relation: "xcomp", Head: >= 0 and var plan } && words[plan].Lemma is "expect" or "set" or "due" or "plan" or "schedule" or "intend";
    }

    /// <summary>The verb before which this "to" stands ("to sign", "looks forward to signing"), also in "due to meet", where it is one with the word before it; -1 for the preposition.</summary>
    private int InfinitiveOf(int to) => words[to] is { Relation: "fixed", Head: >= 0 and var before } ? InfinitiveOf(before)
        : words[to].Relation is "mark" && words[to].Head is var verb && words[verb].Tag is "VB" or "VBG" ? verb : -1;

    /// <summary>The infinitive is the cue's: it hangs on a word of it ("plans to visit"), or one of them on it ("is to visit").</summary>
    private bool Governs(TriggerMatch cue, int infinitive, ReadOnlySpan<int> above)
    {
        if (infinitive < 0 || !(above.Contains(infinitive) || IsRaised(infinitive, above)))
            return false;
        bool governs = words[infinitive].Head >= cue.First && words[infinitive].Head < cue.End;
        for (int i = cue.First; i < cue.End - 1; i++)
            governs |= words[i].Head == infinitive;
        return governs;
    }

    /// <summary>"Talks are expected to resume": what the infinitive says is said of the subject above.</summary>
    private bool IsRaised(int infinitive, ReadOnlySpan<int> above) =>
        words[infinitive].Relation == "xcomp" && above.IndexOf(words[infinitive].Head) is > 0 and var place && grammar.RelationOf(above[place - 1]) is "nsubj" or "aux";

    /// <summary>"Under the pact ships may dock": what may be is not the pact.</summary>
    private bool IsCircumstance(int token)
    {
        for (int child = grammar.Tree.FirstChild(token); child >= 0 && child < token; child = grammar.Tree.NextSibling(child))
            if (words[child].Relation == "case" && tokens[child].Norm is "under" or "amid" or "after" or "despite" or "ahead" or "before" or "prior" or "since" or "following" or "during" or "against" or "because" or "given")
                return true;
        return false;
    }

    /// <summary>"will lift its sanctions", "the anniversary of the invasion": what is to end, or to be remembered, is there.</summary>
    private bool IsThere(int noun) => words[noun].Head is >= 0 and var governor && classes.HasWord("presupposing", words[governor].Lemma)
        && !(grammar.ChildOf(noun, "det") is >= 0 and var determiner && tokens[determiner].Norm is "a" or "an" or "any" or "all" or "no");

    private bool IsBareInfinitive(TriggerMatch match) =>
        match.HeadIsVerb && match.Head == match.First && match.First > 0 && tokens[match.First - 1].Norm == "to" && words[match.Head].Tag == "VB" && grammar.MarkOf(match.Head) == "to";

    /// <summary>"Will Japan send troops?" says nothing of the kind.</summary>
    private bool IsAsked(Sentence sentence, ReadOnlySpan<int> above)
    {
        foreach (int at in above)
            if (words[at].Relation is not ("root" or "xcomp" or "ccomp" or "conj"))
                return false;
        return words[above[^1]].Relation == "root" && tokens[sentence.End - 1].Norm is "?" && text.QuoteAt(above[^1]) is null;
    }

    /// <summary>"No troops crossed the border", "neither side attacked", "neither Jordan nor Egypt signed".</summary>
    private bool IsOfNobody(ReadOnlySpan<int> above)
    {
        foreach (int at in above)
            if (grammar.ChildOf(at, "nsubj") is >= 0 and var subject && (IsNone(subject) || IsNone(grammar.ChildOf(subject, "det")) || IsNone(grammar.ChildOf(subject, "cc"))))
                return true;
        return false;
    }

    private bool IsNone(int token) => token >= 0 && tokens[token].Norm is "no" or "neither" or "none" or "nobody" or "no-one";

    /// <summary>"If the strait is closed, Oman will ask for ships": the condition hangs on what is planned.</summary>
    private bool IsConditional(ReadOnlySpan<int> above)
    {
        foreach (int at in above)
            for (int child = grammar.Tree.FirstChild(at); child >= 0; child = grammar.Tree.NextSibling(child))
                if (words[child].Relation == "advcl" && grammar.MarkOf(child) is "if" or "unless")
                    return true;
        return false;
    }

    /// <summary>"any attack", "any armed aggression".</summary>
    private bool IsHypothetical(Sentence sentence, int first)
    {
        for (int i = first - 1; i >= sentence.First && first - i <= 3; i--)
            if (tokens[i].Norm == "any")
                return true;
        return false;
    }

    /// <summary>A denial outweighs a judgement, that a possibility, and that a plan.</summary>
    private static Modality Stronger(Modality a, Modality b) => Weight(a) >= Weight(b) ? a : b;

    private static int Weight(Modality modality) => modality switch
    {
        Modality.Denied => 4,
        Modality.Opinion => 3,
        Modality.Possible => 2,
        Modality.Planned => 1,
        _ => 0,
    };
}
