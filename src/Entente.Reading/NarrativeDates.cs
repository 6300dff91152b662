using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// The day on which the story stands, sentence by sentence: told in one, it holds for those that go on in the simple past and tell no other date.
/// A heading that is but a date ("May 15, 1989.") holds for its paragraph.
/// </summary>
public sealed class NarrativeDates
{
    /// <summary>Longer than a month is no day of a story; nor does it stand still over more sentences than these.</summary>
    private const int LongestDays = 31, MostSentences = 3;

    /// <param name="Age">How many sentences ago it was told.</param>
    /// <param name="IsSaid">Whether it is the day on which somebody said what he said; then it holds for what he says on.</param>
    private readonly record struct Told(When Date, int Age, bool IsSaid, bool IsHeading);

    private readonly AnnotatedText text;
    private readonly ArticleGrammar grammar;
    private readonly Dictionary<int, (Told? Told, int Root)> bySentence = [];

    public NarrativeDates(AnnotatedText text, ArticleGrammar grammar)
    {
        this.text = text;
        this.grammar = grammar;
        (Told? told, int paragraph) = (null, -1);
        foreach (var sentence in text.Sentences)
        {
            int root = RootOf(sentence);
            told = ToldIn(sentence, root) ?? (told is { } before && GoesOn(before, sentence, root, paragraph) ? before with { Age = before.Age + 1 } : null);
            bySentence[sentence.First] = (told, root);
            paragraph = sentence.Paragraph;
        }
    }

    /// <summary>The day of the story for a claim of this sentence that has none of its own; null if it has moved on, or stands in a clause of its own.</summary>
    /// <param name="isSameStory">Whether the sentence goes on with those of whom the one before spoke; under a heading that matters not.</param>
    public When? Of(Sentence sentence, TriggerMatch match, bool isSameStory)
    {
        if (bySentence[sentence.First] is not ({ Age: > 0 } told, var root) || !(told.IsHeading || isSameStory))
            return null;
        for (int at = grammar.TopOf(match); at >= 0 && at != root; at = grammar.Words[at].Head)
            if (grammar.Words[at].Relation is "acl:relcl" or "advcl" or "acl" || (!told.IsSaid && !told.IsHeading && grammar.Words[at].Relation is "ccomp" or "parataxis"))
                return null;
        return told.Date;
    }

    private Told? ToldIn(Sentence sentence, int root)
    {
        var times = text.TimesIn(sentence).Where(t => t is { Kind: TimeKind.Date, Value: not null }).ToList();
        if (times.Count == 0 || root < 0)
            return null;
        if (IsOnlyDates(sentence, times))
            return new(times.Count == 1 ? times[0].Value!.Value : Spanning(times[0].Value!.Value, times[^1].Value!.Value), 0, false, true);
        return IsSimplePast(root) && times.Find(t => IsOf(t, root) && IsShort(t.Value!.Value)) is { } time ? new(time.Value!.Value, 0, IsSaying(root), false) : null;
    }

    private static When Spanning(When first, When last) => first.First is { } from && last.End is { } end && from < end ? When.Between(from, end.AddDays(-1)) : first;

    private static bool IsShort(When date) => date is { First: { } first, End: { } end } && end.DayNumber - first.DayNumber <= LongestDays;

    private bool IsOnlyDates(Sentence sentence, List<TimeExpression> times)
    {
        for (int i = sentence.First; i < sentence.End; i++)
            if (text.Tokens[i].IsWord && !times.Exists(t => t.FirstToken <= i && i < t.EndToken))
                return false;
        return true;
    }

    private bool GoesOn(Told told, Sentence sentence, int root, int paragraph) => told.IsHeading ? sentence.Paragraph == paragraph
        : !text.TimesIn(sentence).Any(t => t.Kind == TimeKind.Date) && root >= 0 && told.Age < MostSentences && sentence.Paragraph <= paragraph + 1 && IsSimplePast(root) && (IsSaying(root) == told.IsSaid || HasPronoun(root));

    private int RootOf(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
            if (grammar.Words[i].Relation == "root")
                return i;
        return -1;
    }

    /// <summary>The date hangs on the root itself, or in a circumstance of its clause ("on his tour last week").</summary>
    private bool IsOf(TimeExpression time, int root)
    {
        for (int at = time.FirstToken, from = -1; at >= 0; from = at, at = grammar.Words[at].Head)
            if (at == root)
                return from < 0 || grammar.RelationOf(from) is "obl" or "advmod" or "nmod";
            else if (at >= time.EndToken || at < time.FirstToken ? grammar.Words[at].Relation is "acl:relcl" or "acl" or "advcl" or "ccomp" or "xcomp" or "parataxis" or "csubj" or "amod" or "compound" or "nmod:poss" : IsQualifier(at, time))
                return false;
        return false;
    }

    /// <summary>The time qualifies a noun: "the 1951 treaty".</summary>
    private bool IsQualifier(int token, TimeExpression time) => grammar.Words[token] is { Relation: "amod" or "compound", Head: var head } && head >= time.EndToken;

    /// <summary>"He signed": he who was told of goes on.</summary>
    private bool HasPronoun(int root) => grammar.ChildOf(root, "nsubj") is >= 0 and var subject && text.Tokens[subject].Norm is "he" or "she" or "they" or "it";

    private bool IsSaying(int root) => grammar.ChildOf(root, "ccomp") >= 0;

    /// <summary>"met", "was received", but not "has met": that tells of any day.</summary>
    private bool IsSimplePast(int root)
    {
        bool isPast = grammar.Words[root].Tag == "VBD";
        for (int child = grammar.Tree.FirstChild(root); child >= 0; child = grammar.Tree.NextSibling(child))
            if (grammar.Words[child] is { Relation: "aux" or "aux:pass" or "cop" } auxiliary)
                isPast = auxiliary.Tag == "VBD" && auxiliary.Lemma != "have";
        return isPast;
    }
}
