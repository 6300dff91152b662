using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Tokens to sentences. A blank line always ends one; a single line break does unless the text is hard-wrapped; a full stop does unless it
/// belongs to an abbreviation that goes on.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>No sentence is longer; what goes on is cut here, so that later steps may look through a whole sentence.</summary>
    public const int LongestSentence = 500;

    private const int MostClosers = 8;

    /// <summary>Words that begin a sentence after "U.S." or "Jan." far more often than they continue a name.</summary>
    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "The", "A", "An", "In", "On", "At", "But", "And", "He", "She", "It", "They", "We", "I", "This", "That", "These", "Those", "There", "His",
        "Her", "Its", "Their", "As", "If", "While", "When", "After", "Before", "Since", "For", "From", "With", "However", "Still", "Yet", "Both",
        "Some", "Many", "Most", "Under", "By", "To", "So", "Last", "Earlier", "Meanwhile", "Critics", "Officials", "Analysts", "What", "Who", "How", "Why",
    };

    public static List<Sentence> Split(string text, List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        int wrap = WrapWidth(text);
        int first = 0, paragraph = 0, lineStart = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            var gap = GapAfter(text, tokens, i, ref lineStart, wrap);
            if (i + 1 < tokens.Count && gap == Gap.None && i + 1 - first < LongestSentence && !EndsSentence(tokens, first, i))
                continue;
            int end = i + 1;
            sentences.Add(new(first, end, new TextSpan(tokens[first].Span.Start, tokens[i].Span.End), paragraph));
            first = end;
            if (gap == Gap.Paragraph)
                paragraph++;
        }
        return sentences;
    }

    private enum Gap { None, Line, Paragraph }

    private static Gap GapAfter(string text, List<Token> tokens, int i, ref int lineStart, int wrap)
    {
        if (i + 1 == tokens.Count)
            return Gap.Paragraph;
        int breaks = 0, from = tokens[i].Span.End, to = tokens[i + 1].Span.Start, lineEnd = from;
        for (int at = from; at < to; at++)
            if (text[at] is '\n' or '\u2029' or '\u2028')
            {
                if (breaks++ == 0)
                    lineEnd = at;
            }
        if (breaks == 0)
            return Gap.None;
        int width = lineEnd - lineStart;
        lineStart = to;
        if (breaks > 1)
            return Gap.Paragraph;
        bool isWrapped = wrap > 0 && width >= wrap * 6 / 10 && !IsBullet(tokens[i + 1]) && !IsStop(tokens[i].Norm);
        return isWrapped ? Gap.None : wrap > 0 && IsStop(tokens[i].Norm) ? Gap.Line : Gap.Paragraph;
    }

    /// <summary>The width at which a text is hard-wrapped; 0 if its lines are paragraphs.</summary>
    private static int WrapWidth(string text)
    {
        var widths = new List<int>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            int trimmed = line.TrimEnd().Length;
            if (trimmed > 0)
                widths.Add(trimmed);
        }
        if (widths.Count < 6)
            return 0;
        widths.Sort();
        int upper = widths[widths.Count * 9 / 10], middle = widths[widths.Count / 2];
        return upper is >= 40 and <= 100 && middle >= upper * 8 / 10 ? upper : 0;
    }

    private static bool IsBullet(Token token) => token.Norm is "•" or "*" or "-" or "–" or "—" or "·" or "▪" or "◦";

    private static bool IsStop(string norm) => norm is "." or "!" or "?" or "...";

    private static bool IsCloser(string norm) => norm is ")" or "]" or "”" or "»" or "’" or "'" or "\"";

    private static bool EndsSentence(List<Token> tokens, int first, int i)
    {
        var next = tokens[i + 1];
        int stop = i;
        while (stop > first && i - stop < MostClosers && IsCloser(tokens[stop].Norm))
            stop--;
        string norm = tokens[stop].Norm;
        bool touching = next.Span.Start == tokens[i].Span.End;
        if (IsStop(norm))
        {
            // "He left.“We stay”": a closing mark or a quotation mark that touches belongs to this sentence.
            if (touching && IsCloser(next.Norm) && (next.Norm != "\"" || IsInsideQuote(tokens, first, i)))
                return false;
            return next.IsCapitalised || char.IsDigit(next.Text[0]) || (!next.IsWord && next.Norm is not ("," or ";" or ")" or "-" or "—" or "–"));
        }
        return stop == i && norm.Length > 1 && norm[^1] == '.' && next.IsCapitalised && (Starters.Contains(next.Text) || BeginsClause(tokens, i + 1)) && norm is not ("mr." or "mrs." or "ms." or "dr.");
    }

    /// <summary>"… with the U.S. Japan is set to": a name and its verb.</summary>
    private static bool BeginsClause(List<Token> tokens, int first) =>
        first + 1 < tokens.Count && tokens[first + 1].Norm is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would" or "said" or "says";

    private static bool IsInsideQuote(List<Token> tokens, int first, int i)
    {
        int marks = 0;
        for (int at = first; at <= i; at++)
            if (tokens[at].Norm == "\"")
                marks++;
        return marks % 2 == 1;
    }
}
