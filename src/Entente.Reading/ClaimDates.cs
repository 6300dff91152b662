using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Which of the dates of a sentence is that of a claim: one in the phrase or the clause of its words before one of the clause that takes it in. The
/// date of a relative clause, of another noun ("the 1951 treaty") or of who says it dates nothing else.
/// </summary>
public sealed class ClaimDates(AnnotatedText text, ArticleGrammar grammar)
{
    private const int LongestClimb = 10;

    /// <summary>How far a date is from being the claim's own; beyond the last it is another's.</summary>
    private const int OwnPhrase = 0, OwnClause = 1, Shared = 2, Attached = 3, Said = 4, Others = 9;

    private readonly IReadOnlyList<Word> words = grammar.Words;

    /// <param name="isTold">Whether it is told as a fact: only then the day on which it was said is one for it.</param>
    /// <param name="isStep">Whether it dates a step, which is taken on a day: "the first pact since 1902" was not signed since 1902.</param>
    public When? Of(Sentence sentence, TriggerMatch match, bool isTold, bool isStep)
    {
        var (rank, date) = (Others, default(When?));
        int nearest = int.MaxValue;
        foreach (var time in text.TimesIn(sentence))
        {
            if (time.Kind != TimeKind.Date || time.Value is not { } value || (isStep && value.End is null) || IsCentury(value))
                continue;
            int distance = time.FirstToken >= match.Head ? time.FirstToken - match.Head : match.Head - time.EndToken + 1, other = RankOf(time, match);
            if ((other == Said && !isTold) || (other >= Attached && value.End is null))
                continue;
            if (other < rank || (other == rank && other < Others && distance < nearest))
                (rank, date, nearest) = (other, value, distance);
        }
        return date;
    }

    /// <summary>"the 21st century" is an age and no date.</summary>
    private static bool IsCentury(When value) => value.Text.Contains("XX", StringComparison.Ordinal);

    private int RankOf(TimeExpression time, TriggerMatch match)
    {
        int top = grammar.TopOf(time);
        if (match.First <= time.FirstToken && time.FirstToken < match.End)
            return match.HeadIsVerb && IsQualifier(top) ? Others : OwnPhrase;
        Span<int> above = stackalloc int[LongestClimb];
        above = above[..Climb(grammar.TopOf(match), above)];
        if (above.IndexOf(top) is >= 0 and var under)
            return Between(above[..(under + 1)]);
        int rank = OwnPhrase;
        for (int at = words[top].Head, from = top, step = 0; at >= 0 && step < LongestClimb; from = at, at = words[at].Head, step++)
        {
            if (IsWithin(match, at) && !IsClause(at))
                return rank;
            if (above.IndexOf(at) is >= 0 and var place)
                return Math.Max(rank, Between(above[..(place + 1)]));
            rank = Math.Max(rank, Through(at, from, match));
            if (rank == Others)
                break;
        }
        return Others;
    }

    /// <summary>What it costs that the date hangs on this word, which is not above the claim: nothing for a noun of its own, all for another clause.</summary>
    private int Through(int at, int from, TriggerMatch match)
    {
        string relation = words[at].Relation;
        if (IsClause(at))
        {
            bool isOwn = IsWithin(match, at) || (relation.StartsWith("acl", StringComparison.Ordinal) && IsWithin(match, words[at].Head));
            bool isGerund = relation is "advcl" or "acl" && !grammar.HasSubject(at);
            return isOwn ? OwnClause : relation is "xcomp" or "conj" || isGerund ? Attached : relation == "parataxis" && grammar.HasSubject(at) ? Said : Others;
        }
        return from < at && IsQualifier(from) && !IsWithin(match, at) ? Others : Attached;
    }

    /// <summary>"the <b>1951</b> treaty".</summary>
    private bool IsQualifier(int token) => words[token].Head > token && words[token].Relation is "amod" or "compound" or "nummod" or "nmod:unmarked" or "nmod:poss";

    /// <summary>What lies between the claim and the word above it on which the date hangs.</summary>
    private int Between(ReadOnlySpan<int> above)
    {
        int rank = OwnClause;
        for (int i = 0; i < above.Length - 1; i++)
            rank = Math.Max(rank, words[above[i]].Relation switch
            {
                "xcomp" => Shared,
                "conj" => IsClause(above[i]) ? Shared : Attached,
                "advcl" or "acl" or "csubj" => Attached,
                "ccomp" or "parataxis" => Said,
                "acl:relcl" => IsWhen(above[i]) ? Shared : Others,
                _ => OwnClause,
            });
        return rank;
    }

    /// <summary>"the 1962 crisis, when missiles were moved".</summary>
    private bool IsWhen(int clause)
    {
        for (int child = grammar.Tree.FirstChild(clause); child >= 0 && child < clause; child = grammar.Tree.NextSibling(child))
            if (words[child].Lemma == "when")
                return true;
        return false;
    }

    /// <summary>The claim's word and those above it, up to the root.</summary>
    private int Climb(int token, Span<int> above)
    {
        int count = 0;
        for (int at = token; at >= 0 && count < above.Length; at = words[at].Head)
            above[count++] = at;
        return count;
    }

    private bool IsClause(int token) => words[token].Relation switch
    {
        "ccomp" or "xcomp" or "advcl" or "acl" or "acl:relcl" or "parataxis" or "csubj" or "root" or "advcl:relcl" => true,
        "conj" => words[token].Pos == Upos.Verb,
        _ => false,
    };

    private static bool IsWithin(TriggerMatch match, int token) => match.First <= token && token < match.End;
}
