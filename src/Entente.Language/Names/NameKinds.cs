using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The kind of a name by its words, by <c>data/language/name-heads.tsv</c>: what ends in Treaty is an agreement, what begins with HMS a ship.
/// </summary>
public sealed class NameKinds
{
    private enum Place { Whole, First, Any, Head }

    /// <summary>Longer than any words of the table.</summary>
    private const int LongestWords = 6;

    /// <summary>The words of the table by where they must stand.</summary>
    private readonly Dictionary<string, NameKind>[] kinds = [.. Enum.GetValues<Place>().Select(_ => new Dictionary<string, NameKind>(StringComparer.Ordinal))];

    public static NameKinds Load(Func<string, string> read)
    {
        const string name = "language/name-heads.tsv";
        var found = new NameKinds();
        foreach (var row in DataTable.Parse(name, read(name), "words", "kind", "at", "example", "counterexample").Rows)
        {
            if (!EnumCode.TryParse(row["kind"], out NameKind kind))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["kind"], EnumCode.All<NameKind>()));
            if (!EnumCode.TryParse(row["at"], out Place place))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["at"], EnumCode.All<Place>()));
            foreach (string words in row.List("words"))
                found.kinds[(int)place].TryAdd(words, kind);
        }
        return found;
    }

    /// <summary>
    /// The kind by the name's words, else the kind that it was taken for. Persons, nationalities, dates and amounts stay what they are; of places
    /// too many are called Spring or Union to make events and bodies of them.
    /// </summary>
    public NameKind Refined(NameKind taken, IReadOnlyList<Token> tokens, int first, int end)
    {
        if (taken is NameKind.Person or NameKind.Nationality or NameKind.Date or NameKind.Money or NameKind.Quantity || KindOf(tokens, first, end) is not { } kind)
            return taken;
        return taken is NameKind.Place or NameKind.Facility && kind is NameKind.Event or NameKind.Organisation ? taken : kind;
    }

    /// <summary>Null where no words of the table fit.</summary>
    public NameKind? KindOf(IReadOnlyList<Token> tokens, int first, int end)
    {
        var words = WordsOf(tokens, first, end);
        if (words.Count <= LongestWords && Find(Place.Whole, words, 0, words.Count) is { } whole)
            return whole;
        int head = HeadEnd(words);
        for (int length = Math.Min(LongestWords, head); length > 0; length--)
            if (Find(Place.Head, words, head - length, head) is { } kind)
                return kind;
        for (int length = Math.Min(LongestWords, words.Count - 1); length > 0; length--)
            if (Find(Place.First, words, 0, length) is { } kind)
                return kind;
        for (int i = 0; i < words.Count; i++)
            if (((i > 0 ? Find(Place.Any, words, i - 1, i + 1) : null) ?? Find(Place.Any, words, i, i + 1)) is { } kind)
                return kind;
        return null;
    }

    private NameKind? Find(Place place, List<string> words, int first, int end)
    {
        string key = end - first == 1 ? words[first] : string.Join(' ', words.GetRange(first, end - first));
        if (kinds[(int)place].TryGetValue(key, out var kind) || (place == Place.Any && kinds[(int)place].TryGetValue(WithoutNumber(key), out kind)))
            return kind;
        return null;
    }

    /// <summary>Lower-case, and together what hyphens join, whether or not the tokenizer parted it.</summary>
    private static List<string> WordsOf(IReadOnlyList<Token> tokens, int first, int end)
    {
        var words = new List<string>(end - first);
        for (int i = first; i < end; i++)
            if (words.Count > 0 && (tokens[i].Norm is "-" or "/" || words[^1][^1] is '-' or '/'))
                words[^1] += tokens[i].Norm;
            else if (tokens[i].Norm == "'s" && words.Count > 0)
                words[^1] += tokens[i].Norm;
            else
                words.Add(tokens[i].Norm);
        return words;
    }

    /// <summary>The words before "of Lisbon", "on Cluster Munitions", "2231".</summary>
    private static int HeadEnd(List<string> words)
    {
        int end = 1;
        while (end < words.Count && words[end] is not ("of" or "on" or "for" or "with" or "between" or "against" or "to" or "in" or "concerning" or "relating" or "at") && !char.IsDigit(words[end][0]))
            end++;
        return end;
    }

    /// <summary>"f-35a" is <c>f-#</c>, "type 052d" is <c>type #</c>; at most four letters or digits follow the number, in any order.</summary>
    private static string WithoutNumber(string word)
    {
        int digit = word.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? word : string.Concat(word.AsSpan(0, digit), "#");
    }
}
