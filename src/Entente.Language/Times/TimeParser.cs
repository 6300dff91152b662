using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The grammar of time expressions over one sentence after another. Relative dates are resolved against the day of publication, or against
/// the date told last where the words say so ("the following day"). An anchor that is itself a period gives the hull of what is meant at
/// its two ends; without an anchor only what is absolute gets a value.
/// </summary>
internal sealed partial class TimeParser(TimeLexicon lexicon, IReadOnlyList<Token> tokens, IReadOnlyList<Word> words, When? published)
{
    /// <summary>No expression has more little words before the first that tells a time.</summary>
    private const int CoreReach = 6;

    /// <summary>"the end of the first week of the month after next" nests three deep; nobody writes ten.</summary>
    private const int DeepestNesting = 8;

    private static readonly TimeToken Nothing;

    private int depth;

    private readonly TimeLexer lexer = new(lexicon);

    /// <summary>The date told last: what "the following day" follows.</summary>
    private When? told;

    /// <summary>Its <see cref="TimeExpression.Meaning"/>, if it has one.</summary>
    private Func<DateOnly, When?>? toldMeaning;

    /// <summary>The sentence, counted from the start, in which it was told.</summary>
    private int toldIn;

    private int toldParagraph, paragraph;

    private int sentences;

    /// <summary>Dates of years well before publication, less what is told by its distance from publication: above zero in a text that tells history.</summary>
    private int historical;

    public void Read(Sentence sentence, List<TimeExpression> found)
    {
        sentences++;
        paragraph = sentence.Paragraph;
        if (!lexer.Read(tokens, sentence))
            return;
        for (int i = 0, core = 0; i < lexer.Count;)
        {
            while (core < lexer.Count && (core < i || !lexer[core].Is(Role.Core)))
                core++;
            if (core == lexer.Count)
                return;
            var match = lexer[i].Is(Role.Beginning) && core - i <= CoreReach ? At(i) : default;
            if (!match.Found)
            {
                i++;
                continue;
            }
            found.Add(Express(i, match));
            Remember(match);
            // Parts of one token are one expression.
            for (i = match.End; i < lexer.Count && lexer[i].Token == lexer[i - 1].Token;)
                i++;
        }
    }

    private void Remember(TimeMatch match)
    {
        if (match is { Kind: TimeKind.Date, Value: not null } or { Meaning: not null })
            toldMeaning = match.Meaning;
        if (match.Kind != TimeKind.Date || match.Value is not { First: not null, End: not null } value)
            return;
        told = value;
        toldIn = sentences;
        toldParagraph = paragraph;
        if (match.Anchor is not null && match.Anchor == published)
            historical -= match.Fields.Month > 0 ? 0 : 3;
        else if (match.Anchor is null && published?.First is { } day && value.First.Value.Year < day.Year - 1)
            historical++;
    }

    private TimeExpression Express(int first, TimeMatch match)
    {
        int from = lexer[first].Token, to = lexer[match.End - 1].Token;
        return new(from, to + 1, new(tokens[from].Span.Start, tokens[to].Span.End), match.Kind, match.Value, match.Length, match.Whole, match.Anchor, match.Reason)
        {
            Fields = match.Fields,
            Meaning = match.Meaning,
        };
    }

    private TimeMatch At(int i)
    {
        if (IsWithinToken(i) && !Is(i - 1, Role.Mark))
            return default;
        var match = Framed(i);
        return match.Found ? match : OfLength(i);
    }

    private bool IsWithinToken(int i) => i > 0 && lexer[i - 1].Token == lexer[i].Token;

    /// <summary>One time, without what frames it.</summary>
    private TimeMatch Point(int i)
    {
        if (i >= lexer.Count)
            return default;
        var match = Bare(i);
        return match.Found ? WithHour(match) : HourFirst(i);
    }

    private TimeMatch Bare(int i)
    {
        if (depth == DeepestNesting)
            return default;
        depth++;
        var match = AnyOf(i);
        depth--;
        return match;
    }

    private TimeMatch AnyOf(int i)
    {
        var match = Is(i, Role.Holiday) && Feast(i, out var holiday, out int end) ? OnFeast(i, end, holiday) : Counted(i);
        if (!match.Found) match = PartOf(i);
        if (!match.Found) match = Numbered(i);
        if (!match.Found) match = Written(i);
        if (!match.Found) match = Shifted(i);
        if (!match.Found) match = DayWord(i);
        if (!match.Found) match = Named(i);
        if (!match.Found) match = Era(i);
        return match.Found ? match : YearAlone(i);
    }

    private ref readonly TimeToken Tok(int at) => ref (uint)at < (uint)lexer.Count ? ref lexer[at] : ref Nothing;

    private bool Is(int at, Role role) => Tok(at).Is(role);

    /// <summary>The it's own letters in lower case; "" outside the sentence.</summary>
    private string Norm(int at)
    {
        if (at < 0 || at >= lexer.Count)
            return "";
        var token = tokens[lexer[at].Token];
        var span = lexer[at].Span;
        return span == token.Span ? token.Norm : token.Norm.Substring(span.Start - token.Span.Start, span.Length);
    }

    private bool IsHyphen(int at) => Is(at, Role.Mark) && Norm(at) is "-" or "–" or "—";

    private int SkipHyphen(int at) => IsHyphen(at) ? at + 1 : at;

    private int SkipThe(int at) => Norm(at) == "the" ? at + 1 : at;

    private int SkipComma(int at) => Norm(at) == "," ? at + 1 : at;

    private int SkipOf(int at) => Norm(at) is "of" or "in" ? at + 1 : at;

    /// <summary>Whether no space parts the two.</summary>
    private bool Touch(int left, int right) => Tok(left).Span.End == Tok(right).Span.Start;

    private static TimeMatch Fixed(int end, When? value, string reason = "as written") =>
        new(end, TimeKind.Date, value, value is null ? "no such date" : reason);

    /// <summary>
    /// A date counted from publication or, if the words look back, from the date told last. The meaning outlives the sentence: it holds values,
    /// never a place in the line.
    /// </summary>
    private TimeMatch Relative(int end, string words, Func<DateOnly, When?> meaning, bool looksBack = false)
    {
        bool isFromTold = looksBack && (told is not null || toldMeaning is not null);
        var anchor = isFromTold ? told : published;
        var asRead = !isFromTold ? meaning : toldMeaning is { } then ? day => Hull(then(day), meaning) : null;
        return new(end, TimeKind.Date, Hull(anchor, meaning), $"{words}, from {anchor?.Text ?? "an unknown day"}") { Anchor = anchor, Meaning = asRead };
    }

    private static When? Hull(When? anchor, Func<DateOnly, When?> meaning)
    {
        // No news is from outside these years, and then no small step leads out of the calendar.
        if (anchor is not { First: { Year: >= 1000 } first, End: { Year: <= 9000 } end })
            return null;
        var last = end.AddDays(-1);
        var a = meaning(first);
        if (a is null || first == last)
            return a;
        var b = meaning(last);
        return b is null || a == b ? b : a.Value.First is { } from && b.Value.End is { } to && from < to ? When.Between(from, to.AddDays(-1)) : null;
    }
}
