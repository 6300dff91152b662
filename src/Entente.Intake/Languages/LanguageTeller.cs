using System.Buffers;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// The language of a text: by its script where only one language has it, else by its commonest short words and by letters that
/// hardly another language has (<c>data/intake/languages.tsv</c>).
/// </summary>
public sealed class LanguageTeller
{
    /// <summary>Letters of a script that tell it alone: some five words, or as many signs of Chinese.</summary>
    private const int LeastLetters = 12;

    /// <summary>Points of the leading language; fewer may be names and chance.</summary>
    private const float LeastPoints = 3;

    /// <summary>A word that one language alone has is worth 1; a letter, which may stand in a name, less.</summary>
    private const float LetterPoints = 0.5f;

    /// <summary>A long text tells enough by its beginning, middle and end; so many letters of each are looked at.</summary>
    private const int Sample = 20_000;

    private readonly List<string> codes = [];
    private readonly Dictionary<string, (int Language, float Points)[]> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Language, float Points)[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<char, List<int>> letters = [];
    private readonly Dictionary<Script, string> alone = [];
    private readonly SearchValues<char> telling;

    private LanguageTeller(DataTable table)
    {
        var all = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            if (row["words"].Length == 0)
                alone[Enum.Parse<Script>(row["script"])] = row["code"];
            foreach (string word in row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
                (all.TryGetValue(word, out var of) ? of : all[word] = []).Add(codes.Count);
            foreach (char letter in row["letters"])
                (letters.TryGetValue(letter, out var of) ? of : letters[letter] = []).Add(codes.Count);
            codes.Add(row["code"]);
        }
        foreach (var (word, of) in all)
            words[word] = [.. of.Select(l => (l, 1f / MathF.Sqrt(of.Count)))];
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        telling = SearchValues.Create([.. letters.Keys]);
    }

    public static LanguageTeller Load(Func<string, string> read) =>
        new(DataTable.Parse("intake/languages.tsv", read("intake/languages.tsv"), "code", "name", "script", "letters", "words", "example"));

    /// <summary>ISO 639-1; null if the text is too short to tell.</summary>
    public string? Of(ReadOnlySpan<char> text)
    {
        if (text.Length <= 3 * Sample)
            return Told(text);
        return Told(string.Concat(text[..Sample], text.Slice(text.Length / 2, Sample), text[^Sample..]));
    }

    private string? Told(ReadOnlySpan<char> text)
    {
        Span<int> scripts = stackalloc int[Scripts.Count];
        Span<float> points = stackalloc float[codes.Count];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’' || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                scripts[(int)Scripts.Of(text[i])]++;
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                Count(text[start..i], points);
                start = -1;
            }
        }
        return ByScript(scripts) ?? Leader(points);
    }

    private void Count(ReadOnlySpan<char> word, Span<float> points)
    {
        if (lookup.TryGetValue(word, out var of))
            foreach (var (language, worth) in of)
                points[language] += worth;
        for (int at; (at = word.IndexOfAny(telling)) >= 0; word = word[(at + 1)..])
            foreach (int language in letters[word[at]])
                points[language] += LetterPoints / letters[word[at]].Count;
    }

    /// <summary>Japanese mixes Chinese signs with its own, so that a fifth of its own tells.</summary>
    private string? ByScript(ReadOnlySpan<int> scripts)
    {
        int most = 0, all = 0;
        for (int i = 0; i < scripts.Length; i++)
        {
            all += scripts[i];
            most = scripts[i] > scripts[most] ? i : most;
        }
        if (all < LeastLetters)
            return null;
        if ((Script)most == Script.Han && scripts[(int)Script.Kana] * 5 > scripts[most])
            return alone[Script.Kana];
        return alone.GetValueOrDefault((Script)most);
    }

    private string? Leader(ReadOnlySpan<float> points)
    {
        int most = 0;
        for (int i = 1; i < points.Length; i++)
            most = points[i] > points[most] ? i : most;
        return points[most] >= LeastPoints ? codes[most] : null;
    }
}
