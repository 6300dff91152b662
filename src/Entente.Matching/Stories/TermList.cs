namespace Entente.Matching;

/// <summary>Numbers the terms that texts have told so far, and knows what each weighs and how it is shown.</summary>
internal sealed class TermList(WordFrequencies frequencies)
{
    /// <summary>The weight of a word that one passage of twenty holds.</summary>
    private const float LeastTelling = 3;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string Shown, float Weight)> known = [];

    /// <summary>For a person to read, as it was first met.</summary>
    public string Shown(int term) => known[term].Shown;

    public float Weight(int term) => known[term].Weight;

    /// <summary>Rare enough in English to tell one story from another.</summary>
    public bool IsTelling(int term) => known[term].Weight > LeastTelling;

    public int OfDate(ReadOnlySpan<char> date, float weight) => Find(date) ?? Add(date, date, weight);

    /// <param name="stem">A stem, or digits.</param>
    public int OfWord(ReadOnlySpan<char> stem, ReadOnlySpan<char> written) => Find(stem) ?? Add(stem, written, frequencies.WeightOf(stem));

    /// <param name="pair">Two stems with a space between.</param>
    public int OfPair(ReadOnlySpan<char> pair, ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Find(pair) ?? Add(pair, $"{first} {second}", frequencies.WeightOf(pair));

    private int? Find(ReadOnlySpan<char> term) => numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out int number) ? number : null;

    private int Add(ReadOnlySpan<char> term, ReadOnlySpan<char> shown, float weight)
    {
        numbers.Add(term.ToString(), known.Count);
        known.Add((shown.ToString(), weight));
        return known.Count - 1;
    }
}
