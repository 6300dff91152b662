using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Direct quotes, and who says them: the name beside the verb of saying that is nearest to the quote in its own sentence, or, for a quote
/// that fills its sentence, in the sentence before or after it within the paragraph.
/// </summary>
public static class QuoteFinder
{
    /// <summary>A quotation mark that never closes would swallow the article; news does not quote more than this at a stretch.</summary>
    private const int LongestQuote = 250;

    /// <summary>A verb of saying that is farther from the quote introduces something else.</summary>
    private const int FarthestCue = 80;

    private static readonly HashSet<string> Cues = new(StringComparer.Ordinal)
    {
        "said", "says", "say", "told", "tells", "added", "adds", "stated", "states", "warned", "declared", "announced", "noted", "wrote", "tweeted", "explained",
        "insisted", "argued", "stressed", "claimed", "vowed", "replied", "remarked", "commented", "observed", "acknowledged", "conceded", "confirmed",
        "maintained", "reiterated", "emphasized", "emphasised", "according", "pledged", "recalled", "concluded", "continued", "suggested", "predicted",
    };

    public static bool IsCue(string norm) => Cues.Contains(norm);

    public static List<Quote> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var quotes = new List<Quote>();
        int open = -1;
        for (int i = 0; i < tokens.Count; i++)
        {
            string norm = tokens[i].Norm;
            bool opens = open < 0 && (norm is "“" or "\"" or "«" || IsOpeningSingle(tokens, i));
            if (opens)
                open = i;
            else if (open >= 0 && (Closes(tokens[open].Norm, norm) || i - open > LongestQuote))
            {
                if (i - open > 1 && i - open <= LongestQuote)
                    quotes.Add(Attribute(tokens, sentences, open + 1, i));
                open = -1;
            }
        }
        return quotes;
    }

    private static bool Closes(string open, string norm) => open switch
    {
        "“" or "\"" => norm is "”" or "\"",
        "«" => norm == "»",
        _ => norm == "'",
    };

    /// <summary>A single mark opens a quote where a space stands before it and a letter touches it: ‘like this’.</summary>
    private static bool IsOpeningSingle(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Text == "‘" && i + 1 < tokens.Count && tokens[i + 1].Span.Start == tokens[i].Span.End;

    private static Quote Attribute(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, int first, int end)
    {
        var content = new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End);
        int s = SentenceOf(sentences, first), last = SentenceOf(sentences, end - 1);
        int cue = NearestCue(tokens, sentences[s].First, sentences[last].End, first, end);
        if (cue < 0 && last + 1 < sentences.Count && sentences[last + 1].Paragraph == sentences[last].Paragraph)
            cue = NearestCue(tokens, sentences[last + 1].First, sentences[last + 1].End, first, end);
        if (cue < 0 && s > 0)
            cue = NearestCue(tokens, sentences[s - 1].First, sentences[s - 1].End, first, end);
        if (cue < 0)
            return new(first, end, content, null, null);
        return new(first, end, content, cue, NameBeside(tokens, cue, sentences[SentenceOf(sentences, cue)], first, end));
    }

    private static int SentenceOf(IReadOnlyList<Sentence> sentences, int token)
    {
        int low = 0, high = sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (sentences[middle].First <= token)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private static int NearestCue(IReadOnlyList<Token> tokens, int from, int to, int first, int end)
    {
        int best = -1, bestDistance = int.MaxValue;
        for (int i = Math.Max(from, first - FarthestCue); i < Math.Min(to, end + FarthestCue); i++)
        {
            if ((i >= first && i < end) || !Cues.Contains(tokens[i].Norm))
                continue;
            int distance = i < first ? first - i : i - end + 1;
            if (distance < bestDistance)
                (best, bestDistance) = (i, distance);
        }
        return best;
    }

    /// <summary>The capitalised name nearest to the verb of saying: just before it ("Graham said") or after it ("said Euan Graham").</summary>
    private static TextSpan? NameBeside(IReadOnlyList<Token> tokens, int cue, Sentence sentence, int first, int end)
    {
        for (int reach = 1; reach <= 12; reach++)
            foreach (int at in (ReadOnlySpan<int>)[cue - reach, cue + reach])
                if (at >= sentence.First && at < sentence.End && (at < first || at >= end) && IsName(tokens, at, sentence))
                    return NameAround(tokens, at, sentence);
        return null;
    }

    private static bool IsName(IReadOnlyList<Token> tokens, int at, Sentence sentence) =>
        tokens[at].IsCapitalised && tokens[at].Text.Length > 1 && !CalendarWords.Weekdays.ContainsKey(tokens[at].Norm) && !CalendarWords.Months.ContainsKey(tokens[at].Norm)
        && (at > sentence.First || !IsOpener(tokens[at].Norm));

    private static bool IsOpener(string norm) => norm is "the" or "in" or "on" or "at" or "a" or "an" or "but" or "and" or "he" or "she" or "it" or "they" or "we" or "as" or "this"
        or "that" or "after" or "before" or "while" or "for" or "still" or "i" or "speaking" or "earlier" or "last" or "both" or "one" or "another" or "according";

    private static TextSpan NameAround(IReadOnlyList<Token> tokens, int at, Sentence sentence)
    {
        int first = at, end = at + 1;
        while (first > sentence.First && tokens[first - 1].IsCapitalised && tokens[first - 1].IsWord && IsName(tokens, first - 1, sentence))
            first--;
        while (end < sentence.End && tokens[end].IsCapitalised && tokens[end].IsWord)
            end++;
        return new(tokens[first].Span.Start, tokens[end - 1].Span.End);
    }
}
