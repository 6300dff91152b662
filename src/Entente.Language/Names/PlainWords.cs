using System.Collections.Frozen;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Words that are written with a capital and yet no name when they stand alone, by <c>data/language/plain-words.tsv</c>: the Ministry, an MOU.</summary>
internal sealed class PlainWords
{
    private readonly FrozenSet<string> words;
    private readonly int longest;

    private PlainWords(FrozenSet<string> words) => (this.words, longest) = (words, words.Max(w => w.Count(' ') + 1));

    public static PlainWords Load(Func<string, string> read) =>
        new(DataTable.Parse("language/plain-words.tsv", read("language/plain-words.tsv"), "words", "example").Rows.SelectMany(r => r.List("words")).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether these tokens are such words and nothing else.</summary>
    public bool Are(IReadOnlyList<Token> tokens, int first, int end) => (end - first) switch
    {
        1 => words.Contains(tokens[first].Norm),
        var length => length <= longest && words.Contains(string.Join(' ', Enumerable.Range(first, length).Select(i => tokens[i].Norm))),
    };
}
