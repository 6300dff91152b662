using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Names as a reader wants them, from what the network takes for names: kinds told by head words, titles apart, and dates and amounts by the
/// rules that find them.
/// </summary>
internal sealed class NameFinder(NameKinds kinds, TitleFinder titles, QuantityFinder quantities, DateNames dates, PlainWords plain, KnownNames known)
{
    public static NameFinder Load(Func<string, string> read, TimeLexicon times) => new(NameKinds.Load(read), TitleFinder.Load(read), QuantityFinder.Load(read), new(times), PlainWords.Load(read), KnownNames.Load(read));

    /// <summary>In the order of the text; none overlaps another.</summary>
    /// <param name="words">What grammar says of the tokens.</param>
    public List<Name> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, List<NameRange> ranges, IReadOnlyList<TimeExpression> times)
    {
        var taken = new bool[tokens.Count];
        var found = new List<Name>(ranges.Count);
        void Add(int first, int end, NameKind kind, TextSpan? title = null)
        {
            if (first >= end || taken.AsSpan(first, end - first).Contains(true))
                return;
            taken.AsSpan(first, end - first).Fill(true);
            found.Add(new(first, end, Span(tokens, first, end), kind, title));
        }
        var amounts = quantities.Find(tokens);
        foreach (var amount in amounts)
            if (amount.Kind == NameKind.Money)
                Add(amount.FirstToken, amount.EndToken, amount.Kind);
        var days = dates.Find(tokens, times);
        int sentence = 0, day = 0;
        foreach (var range in ranges)
        {
            while (sentences[sentence].End <= range.First)
                sentence++;
            while (day < days.Count && days[day].End < range.End)
                day++;
            // The network learnt dates and numbers from a set that draws them otherwise, and takes a feast for a place.
            if (range.Kind is NameKind.Date or NameKind.Quantity or NameKind.Money || (day < days.Count && days[day].First <= range.First))
                continue;
            int first = Trimmed(tokens, range.First, Grown(tokens, words, range, sentences[sentence].End), out int end);
            if (first == end || plain.Are(tokens, first, end))
                continue;
            first = known.Begin(tokens, first, end, sentences[sentence].First);
            var kind = KindOf(range.Kind, tokens, first, end, sentences[sentence].First);
            if (kind != NameKind.Person)
                Add(first, end, kind);
            else
            {
                int name = titles.NameIn(tokens, first, end, sentences[sentence].First), title = titles.Before(tokens, name, sentences[sentence].First);
                Add(name, end, kind, title < name ? Span(tokens, title, name) : null);
            }
        }
        // "The 2014 European election" is a name with a date in it.
        foreach (var amount in amounts)
            Add(amount.FirstToken, amount.EndToken, amount.Kind);
        foreach (var (first, end) in days)
            Add(first, end, NameKind.Date);
        found.Sort((a, b) => a.FirstToken.CompareTo(b.FirstToken));
        Acronyms.Settle(found, tokens);
        NameConsistency.Settle(found, tokens);
        return found;
    }

    /// <summary>By head words, then by the gazetteer; but who bears a title is a person: "Queen Sofia" is no capital.</summary>
    private NameKind KindOf(NameKind taken, IReadOnlyList<Token> tokens, int first, int end, int limit)
    {
        var kind = kinds.Refined(taken, tokens, first, end);
        return kind == NameKind.Person && titles.Before(tokens, first, limit) < first ? kind : known.Settled(kind, tokens, first, end);
    }

    /// <summary>With what the network leaves off: "seok" of "Lee Jun-seok", and in "U . S ." as some write it all but the U.</summary>
    private static int Grown(IReadOnlyList<Token> tokens, IReadOnlyList<Word> words, NameRange range, int limit)
    {
        int end = range.End;
        while (end - 1 > range.First && tokens[end - 1].Norm == "-")
            end--;
        while (end + 1 < limit && tokens[end].Norm == "-" && words[end + 1].Pos == Upos.Propn && char.IsLower(tokens[end + 1].Text[0]))
            end += 2;
        if (!IsInitial(tokens[end - 1]))
            return end;
        while (end + 1 < limit && tokens[end].Norm == "." && IsInitial(tokens[end + 1]))
            end += 2;
        return end > range.End && end < limit && tokens[end].Norm == "." ? end + 1 : end;
    }

    private static bool IsInitial(Token token) => token.Text.Length == 1 && char.IsAsciiLetterUpper(token.Text[0]);

    /// <summary>Without an article before and a possessive behind.</summary>
    private static int Trimmed(IReadOnlyList<Token> tokens, int first, int end, out int trimmedEnd)
    {
        while (first < end && tokens[first].Norm is "the" or "a" or "an" or "'s" or "'" or "," or "-" or "\"" or "“")
            first++;
        while (end > first && (tokens[end - 1].IsPossessive || tokens[end - 1].Norm is "," or "-" or "the" or "of" or "and" or "\"" or "”" or ":" or ";"))
            end--;
        trimmedEnd = end;
        return first;
    }

    private static TextSpan Span(IReadOnlyList<Token> tokens, int first, int end) => new(tokens[first].Span.Start, tokens[end - 1].Span.End);
}
