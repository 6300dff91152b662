using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>
/// How common words are in English at large (<c>data/matching/word-frequencies.tsv</c>), and the names of months. A word that is common
/// everywhere says little about what an article tells.
/// </summary>
public sealed class WordFrequencies
{
    /// <summary>Of a million passages; what is rarer counts as if it were as frequent as this, or one rare word would outweigh all else.</summary>
    private const double Rarest = 1_000;

    /// <summary>Of a million passages, for days and years, of which the table knows nothing.</summary>
    private const double OfDay = 3_000, OfYear = 10_000;

    private readonly Dictionary<string, int> perMillion = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> months = new(StringComparer.OrdinalIgnoreCase);

    public static WordFrequencies Load(Func<string, string> read)
    {
        var frequencies = new WordFrequencies();
        foreach (var row in DataTable.Parse("matching/word-frequencies.tsv", read("matching/word-frequencies.tsv"), "stem", "per_million").Rows)
            frequencies.perMillion[row["stem"]] = NumberOf(row, "per_million");
        foreach (var row in DataTable.Parse("language/calendar.tsv", read("language/calendar.tsv"), "word", "class", "value").Rows)
            if (row["class"] == "month")
                frequencies.months[row["word"]] = NumberOf(row, "value");
        return frequencies;
    }

    /// <summary>1 for January; 0 for a word that is no month.</summary>
    internal int Month(ReadOnlySpan<char> word) => months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int month) ? month : 0;

    /// <param name="term">A stem, a number, or two stems that stand side by side in a name.</param>
    internal float WeightOf(ReadOnlySpan<char> term) =>
        Weight(perMillion.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out int known) ? Math.Max(known, Rarest) : Rarest);

    internal static float WeightOfDay { get; } = Weight(OfDay);

    internal static float WeightOfYear { get; } = Weight(OfYear);

    private static float Weight(double perMillion) => (float)Math.Max(0, Math.Log(1_000_000 / perMillion));

    private static int NumberOf(DataTable.Row row, string column) => int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
        ? number : throw new EntenteException(Faults.BadTable(row.Place, row[column], $"a whole number above 0 as '{column}'"));
}
