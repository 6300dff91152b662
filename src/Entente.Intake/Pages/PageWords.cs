using System.Collections.Frozen;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// The words that pages of many makers use in class and id: <c>data/intake/page-words.tsv</c>. It is built into the program, since an
/// article's id is over its text, and the same page must come out the same.
/// </summary>
internal sealed class PageWords
{
    private const string Table = "intake/page-words.tsv";

    /// <summary>Of the phrases of the table, in words.</summary>
    private const int LongestPhrase = 3;

    /// <summary>What else stands in a class after so many words says nothing new.</summary>
    private const int MostWords = 64;

    private readonly FrozenDictionary<string, Said>.AlternateLookup<ReadOnlySpan<char>> phrases;

    private PageWords(FrozenDictionary<string, Said> phrases) => this.phrases = phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the words of a class or an id say of an element: that it holds the story, or does not, and why.</summary>
    public readonly record struct Said(bool IsBody, bool IsPerhapsBody, bool IsPerhapsNot, string? WhyNot);

    public static PageWords Standard { get; } = Load();

    public Said Of(ReadOnlySpan<char> names)
    {
        Span<char> words = stackalloc char[256];
        Span<int> starts = stackalloc int[MostWords + 1];
        int count = Split(names, words, starts);
        Said all = default;
        for (int first = 0; first < count; first++)
            for (int last = first; last < count && last < first + LongestPhrase; last++)
                if (phrases.TryGetValue(words[starts[first]..(starts[last + 1] - 1)], out var found))
                    all = new(all.IsBody | found.IsBody, all.IsPerhapsBody | found.IsPerhapsBody, all.IsPerhapsNot | found.IsPerhapsNot, all.WhyNot ?? found.WhyNot);
        return all;
    }

    /// <summary>"articleBody main_text" is "article body main text": lower case, one space after each word.</summary>
    private static int Split(ReadOnlySpan<char> names, Span<char> words, Span<int> starts)
    {
        int length = 0, count = 0;
        bool isInWord = false;
        for (int i = 0; i < names.Length && length < words.Length - 2 && count < MostWords; i++)
        {
            char c = names[i];
            bool isLetter = char.IsAsciiLetter(c);
            if (isInWord && (!isLetter || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(names[i - 1]))))
            {
                words[length++] = ' ';
                starts[++count] = length;
                isInWord = false;
            }
            if (!isLetter)
                continue;
            words[length++] = (char)(c | 0x20);
            isInWord = true;
        }
        if (isInWord && count < MostWords)
            starts[++count] = length + 1;
        return count;
    }

    private static PageWords Load()
    {
        using var file = new StreamReader(typeof(PageWords).Assembly.GetManifestResourceStream(Table)!);
        return new(DataTable.Parse(Table, file.ReadToEnd(), "words", "says", "why").Rows.ToFrozenDictionary(row => row["words"], SaidBy, StringComparer.Ordinal));
    }

    private static Said SaidBy(DataTable.Row row) => row["says"] switch
    {
        "body" => new(true, false, false, null),
        "perhaps body" => new(false, true, false, null),
        "not" => new(false, false, false, row["why"]),
        "perhaps not" => new(false, false, true, null),
        var other => throw new EntenteException(Faults.UnknownCode(row.Place, other, ["body", "perhaps body", "not", "perhaps not"])),
    };
}
