using System.Runtime.InteropServices;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Tells in which language a text is written (<c>data/intake/languages.tsv</c>): by its script, and where languages share one, by the words
/// that stand in nearly every sentence. Silent where too little speaks for one of them.
/// </summary>
public sealed class LanguageTable
{
    /// <summary>UTF-16 code units looked at: the first pages tell as well as the whole.</summary>
    private const int LookedAt = 6_000;

    /// <summary>A word longer than this is no function word in any language.</summary>
    private const int LongestWord = 24;

    /// <summary>A letter that others lack tells a little each time; a word that only one language has tells 1.</summary>
    private const double LetterWeight = 0.2;

    private const double LeastEvidence = 2, LeastLead = 1.15;

    private readonly Dictionary<string, List<(int Language, double Weight)>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(int Language, double Weight)>> letters = [];
    private readonly List<(string Code, string Script)> languages = [];
    private readonly ILookup<string, int> byScript;

    private LanguageTable(DataTable table)
    {
        foreach (var row in table.Rows)
        {
            languages.Add((row["code"], row["script"]));
            foreach (string word in row.List("words"))
                Add(words, word, languages.Count - 1);
            foreach (string letter in row.List("letters").Where(l => l.Length == 1))
                Add(letters, letter[0], languages.Count - 1);
        }
        Share(words, 1);
        Share(letters, LetterWeight);
        byScript = Enumerable.Range(0, languages.Count).ToLookup(i => languages[i].Script, StringComparer.Ordinal);
    }

    public static LanguageTable Load(Func<string, string> read) => new(DataTable.Parse("intake/languages.tsv", read("intake/languages.tsv"), "code", "name", "script", "words", "letters", "example"));

    /// <summary>ISO 639-1 code; null where it cannot be told.</summary>
    public string? Tell(string text)
    {
        var looked = text.AsSpan(0, Math.Min(text.Length, LookedAt));
        if (Scripts.Of(looked) is not { } script)
            return null;
        var candidates = byScript[script].ToList();
        return candidates.Count <= 1 ? candidates.Select(c => languages[c].Code).FirstOrDefault() : ByWords(looked, candidates);
    }

    private string? ByWords(ReadOnlySpan<char> text, List<int> candidates)
    {
        double[] evidence = new double[languages.Count];
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[LongestWord];
        int length = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? char.ToLowerInvariant(text[i]) : ' ';
            if (char.IsLetter(c) || (length > 0 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                if (length < LongestWord)
                    word[length] = c;
                length++;
                if (letters.TryGetValue(c, out var typical))
                    Count(typical, evidence);
                continue;
            }
            if (length is > 0 and <= LongestWord && lookup.TryGetValue(word[..length], out var known))
                Count(known, evidence);
            length = 0;
        }
        var best = candidates.OrderByDescending(c => evidence[c]).Take(2).ToList();
        return evidence[best[0]] >= LeastEvidence && evidence[best[0]] >= LeastLead * evidence[best[1]] ? languages[best[0]].Code : null;
    }

    private static void Count(List<(int Language, double Weight)> tells, double[] evidence)
    {
        foreach (var (language, weight) in tells)
            evidence[language] += weight;
    }

    private static void Add<T>(Dictionary<T, List<(int Language, double Weight)>> table, T key, int language) where T : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _);
        (list ??= []).Add((language, 1));
    }

    /// <summary>What many languages have tells little of each.</summary>
    private static void Share<T>(Dictionary<T, List<(int Language, double Weight)>> table, double weight) where T : notnull
    {
        foreach (var list in table.Values)
            for (int i = 0; i < list.Count; i++)
                list[i] = (list[i].Language, weight / Math.Sqrt(list.Count));
    }
}
