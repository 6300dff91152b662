using System.Globalization;
using System.Runtime.InteropServices;

namespace Entente.Matching;

/// <summary>
/// A text as a vector of length 1 over the terms that tell it from others: stems, pairs of names, numbers, days and years. What is rare in
/// English, a name, a number or a date, told early and told often, weighs more.
/// </summary>
internal sealed class StoryTerms(WordFrequencies frequencies, TermList terms)
{
    /// <summary>UTF-16 code units; what comes later in a text hardly tells what it is about.</summary>
    private const int Scanned = 20_000;

    /// <summary>The weightiest terms of a text are kept; more of them do not make for better stories, only for slower ones.</summary>
    private const int Kept = 60;

    /// <summary>Of a vector of length 1. One president visits two countries in a week: his name alone must not make one story of it.</summary>
    private const float MostOfOne = 0.25f;

    /// <summary>Sentences, the title among them, that count twice.</summary>
    private const int LeadSentences = 3;

    private const float OfName = 1.5f, OfPair = 0.5f, OfNumber = 2.5f, OfDate = 2.5f;

    private const int LongestWord = 40;

    private readonly Dictionary<int, Count> counts = [];
    private List<StoryToken> tokens = [];
    private string text = "";

    /// <param name="Lean">Above 0 for a word that is written with a capital, where words are not, more often than without.</param>
    private record struct Count(int Told, int Lean, float Kind);

    public TermVector VectorOf(StoryArticle article)
    {
        text = article.Text.Length > Scanned ? article.Text[..Scanned] : article.Text;
        if (article.Title is { Length: > 0 } title && !text.StartsWith(title, StringComparison.Ordinal))
            text = $"{title}\n{text}";
        tokens = StoryScanner.Scan(text);
        counts.Clear();
        for (int i = 0; i < tokens.Count; i++)
            Take(i);
        return Weightiest([.. counts.Select(c => (c.Key, WeightOf(c.Key, c.Value)))]);
    }

    /// <param name="stem">Where the stem is written; room for <see cref="LongestWord"/>.</param>
    internal static Span<char> StemOf(ReadOnlySpan<char> written, Span<char> stem)
    {
        stem = stem[..written.ToLowerInvariant(stem)];
        return stem[..Stem.Cut(stem)];
    }

    private float WeightOf(int term, Count count) => terms.Weight(term) * (1 + MathF.Log(count.Told)) * (count.Lean > 0 ? OfName : count.Kind);

    private static TermVector Weightiest((int Term, float Weight)[] all)
    {
        var kept = all.Where(t => t.Weight > 0).OrderByDescending(t => t.Weight).Take(Kept).OrderBy(t => t.Term).ToArray();
        float[] weights = OfLength1([.. kept.Select(t => t.Weight)]);
        return new([.. kept.Select(t => t.Term)], OfLength1([.. weights.Select(w => Math.Min(w, MostOfOne))]));
    }

    private static float[] OfLength1(float[] weights)
    {
        float length = MathF.Sqrt(weights.Sum(w => w * w));
        return [.. weights.Select(w => w / length)];
    }

    private ReadOnlySpan<char> Written(int i) => text.AsSpan(tokens[i].First, Math.Min(tokens[i].Length, LongestWord));

    private void Take(int i)
    {
        if (tokens[i].Kind == StoryTokenKind.Number)
            TakeNumber(i);
        else if (tokens[i].Length > 1 && !IsMonth(i))
            TakeWord(i);
    }

    private bool IsMonth(int i) => MonthAt(i) > 0;

    private int MonthAt(int i) => i >= 0 && i < tokens.Count && tokens[i].Kind == StoryTokenKind.Capital ? frequencies.Month(Written(i)) : 0;

    private void TakeNumber(int i)
    {
        var written = Written(i);
        bool isWhole = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        int month = !isWhole || number is < 1 or > 31 ? 0 : MonthAt(i - 1) is > 0 and int before ? before : MonthAt(i + 1);
        if (month > 0)
            Tell(terms.OfDate($"{number} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)}", WordFrequencies.WeightOfDay), i, OfDate);
        else if (isWhole && written.Length == 4 && number is >= 1900 and < 2100)
            Tell(terms.OfDate(written, WordFrequencies.WeightOfYear), i, OfDate);
        else
            Tell(terms.OfWord(written.ToString().Replace(",", "", StringComparison.Ordinal).ToLowerInvariant(), written), i, OfNumber);
    }

    private void TakeWord(int i)
    {
        Span<char> pair = stackalloc char[(2 * LongestWord) + 1];
        int length = StemOf(Written(i), pair).Length;
        if (length == 0)
            return;
        Tell(terms.OfWord(pair[..length], Written(i)), i, 1, LeanOf(tokens[i]));
        if (!IsName(i) || !IsName(i + 1) || tokens[i + 1].Begins)
            return;
        pair[length++] = ' ';
        length += StemOf(Written(i + 1), pair[length..]).Length;
        Tell(terms.OfPair(pair[..length], Written(i), Written(i + 1)), i, OfPair);
    }

    private bool IsName(int i) => i < tokens.Count && tokens[i].Kind == StoryTokenKind.Capital && tokens[i].Length > 1;

    private static int LeanOf(StoryToken token) => token.Kind == StoryTokenKind.Word ? -1 : token.Begins ? 0 : 1;

    private void Tell(int term, int i, float kind, int lean = 0)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _);
        count = new(count.Told + (tokens[i].Sentence < LeadSentences ? 2 : 1), count.Lean + lean, kind);
    }
}
