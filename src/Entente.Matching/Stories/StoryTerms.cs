using System.Globalization;
using System.Runtime.InteropServices;

namespace Entente.Matching;

/// <summary>
/// A text as a vector of length 1 over the terms that tell it from others: stems, pairs of names, numbers, days and years. What is rare in
/// English, a name, a number or a date, told early and told often, weighs more.
/// </summary>
internal sealed class StoryTerms(WordFrequencies frequencies)
{
    /// <summary>UTF-16 code units; what comes later in a text hardly tells what it is about.</summary>
    private const int Scanned = 20_000;

    /// <summary>The weightiest terms of a text are kept; more of them do not make for better stories, only for slower ones.</summary>
    private const int Kept = 60;

    /// <summary>Sentences, the title among them, that count twice.</summary>
    private const int LeadSentences = 3;

    private const float OfName = 1.5f, OfNumber = 2.5f, OfDate = 2.5f;

    private const int LongestWord = 40;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Shown, float Weight)> known = [];

    /// <summary>Of the text at hand: how often each term is told, and as what.</summary>
    private readonly Dictionary<int, Count> counts = [];

    /// <param name="Lean">Above 0 for a word that is written with a capital, where words are not, more often than without.</param>
    private record struct Count(int Told, int Lean, float Kind);

    /// <summary>For a person to read, as it was first met.</summary>
    public string Shown(int term) => known[term].Shown;

    public TermVector VectorOf(StoryArticle article)
    {
        string text = article.Text.Length > Scanned ? article.Text[..Scanned] : article.Text;
        if (article.Title is { Length: > 0 } title && !text.StartsWith(title, StringComparison.Ordinal))
            text = $"{title}\n{text}";
        counts.Clear();
        var tokens = StoryScanner.Scan(text);
        for (int i = 0; i < tokens.Count; i++)
            Take(text, tokens, i);
        return Weightiest([.. counts.Select(c => (c.Key, WeightOf(c.Key, c.Value)))]);
    }

    private float WeightOf(int term, Count count) => known[term].Weight * (1 + MathF.Log(count.Told)) * (count.Lean > 0 ? OfName : count.Kind);

    private static TermVector Weightiest((int Term, float Weight)[] all)
    {
        var kept = all.Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).Take(Kept).OrderBy(t => t.Term).ToArray();
        float length = MathF.Sqrt(kept.Sum(t => t.Weight * t.Weight));
        return new([.. kept.Select(t => t.Term)], [.. kept.Select(t => t.Weight / length)]);
    }

    private void Take(string text, List<StoryToken> tokens, int i)
    {
        var token = tokens[i];
        var written = text.AsSpan(token.First, Math.Min(token.Length, LongestWord));
        if (token.Kind == StoryTokenKind.Number)
            TakeNumber(text, tokens, i, written);
        else if (written.Length > 1 && (token.Kind == StoryTokenKind.Word || frequencies.Month(written) == 0))
            TakeWord(text, tokens, i, written);
    }

    private void TakeNumber(string text, List<StoryToken> tokens, int i, ReadOnlySpan<char> written)
    {
        bool isWhole = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        int month = isWhole && number is >= 1 and <= 31 ? MonthBeside(text, tokens, i) : 0;
        if (month > 0)
            Tell(Date($"{number} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)}", WordFrequencies.WeightOfDay), tokens[i], OfDate);
        else if (isWhole && written.Length == 4 && number is >= 1900 and < 2100)
            Tell(Date(written, WordFrequencies.WeightOfYear), tokens[i], OfDate);
        else
        {
            Span<char> digits = stackalloc char[written.Length];
            int length = 0;
            foreach (char c in written)
                if (c != ',')
                    digits[length++] = char.ToLowerInvariant(c);
            Tell(Number(digits[..length], written), tokens[i], OfNumber);
        }
    }

    private int MonthBeside(string text, List<StoryToken> tokens, int i)
    {
        foreach (int at in (ReadOnlySpan<int>)[i - 1, i + 1])
            if (at >= 0 && at < tokens.Count && tokens[at].Kind == StoryTokenKind.Capital && frequencies.Month(text.AsSpan(tokens[at].First, tokens[at].Length)) is > 0 and int month)
                return month;
        return 0;
    }

    private void TakeWord(string text, List<StoryToken> tokens, int i, ReadOnlySpan<char> written)
    {
        Span<char> stem = stackalloc char[LongestWord];
        stem = StemOf(written, stem);
        if (stem.Length == 0)
            return;
        Tell(Number(stem, written), tokens[i], 1, LeanOf(tokens[i]));
        if (!IsName(tokens, i) || i + 1 == tokens.Count || !IsName(tokens, i + 1) || tokens[i + 1].Begins)
            return;
        var next = text.AsSpan(tokens[i + 1].First, Math.Min(tokens[i + 1].Length, LongestWord));
        Span<char> nextStem = stackalloc char[LongestWord];
        nextStem = StemOf(next, nextStem);
        Tell(Pair(stem, nextStem, written, next), tokens[i], 1);
    }

    private static bool IsName(List<StoryToken> tokens, int i) => tokens[i].Kind == StoryTokenKind.Capital && tokens[i].Length > 1;

    internal static Span<char> StemOf(ReadOnlySpan<char> written, Span<char> stem)
    {
        stem = stem[..written.ToLowerInvariant(stem)];
        return stem[..Stem.Cut(stem)];
    }

    private static int LeanOf(StoryToken token) => token.Kind == StoryTokenKind.Word ? -1 : token.Begins ? 0 : 1;

    private void Tell(int term, StoryToken token, float kind, int lean = 0)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _);
        count = new(count.Told + (token.Sentence < LeadSentences ? 2 : 1), count.Lean + lean, kind);
    }

    private int Number(ReadOnlySpan<char> term, ReadOnlySpan<char> written) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out int number) ? number : Add(term, written.ToString(), frequencies.WeightOfWord(term));

    private int Date(ReadOnlySpan<char> shown, float weight) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(shown, out int number) ? number : Add(shown, shown.ToString(), weight);

    private int Pair(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> writtenFirst, ReadOnlySpan<char> writtenSecond)
    {
        Span<char> pair = stackalloc char[(2 * LongestWord) + 1];
        first.CopyTo(pair);
        pair[first.Length] = ' ';
        second.CopyTo(pair[(first.Length + 1)..]);
        pair = pair[..(first.Length + 1 + second.Length)];
        return numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pair, out int number) ? number
            : Add(pair, $"{writtenFirst} {writtenSecond}", frequencies.WeightOfPair(pair, first, second));
    }

    private int Add(ReadOnlySpan<char> term, string shown, float weight)
    {
        numbers.Add(term.ToString(), known.Count);
        known.Add((shown, weight));
        return known.Count - 1;
    }
}
