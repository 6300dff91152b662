using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Entente.Intake;

/// <summary>The persons named in bylines: no roles, no outlets, no addresses. The words that tell are <c>data/intake/byline-words.tsv</c>.</summary>
internal static class PageAuthors
{
    private const int Most = 20;
    private const int LongestName = 50;
    private const int MostWords = 5;
    private const int NodesOfByline = 60;

    /// <summary>"Jr." and "St." keep their dot.</summary>
    private const int LongestShortened = 4;

    private static readonly string[] Between = [" and ", " AND ", " & ", " with ", ";", ",", "|", " / ", "•", "·", " – ", " — ", " - ", "(", ")", "\t"];

    private static readonly SearchValues<char> OfNoName = SearchValues.Create("/@<>=#?!%_:");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoNames;
    private static readonly string[] Before;

    /// <summary>A line that begins so is a byline.</summary>
    private static readonly string[] Openings;

    static PageAuthors()
    {
        var rows = BuiltInTable.Rows("intake/byline-words.tsv", "words", "says").ToLookup(r => r["says"], r => r["words"]);
        NoNames = rows["not"].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Openings = [.. rows["opens"]];
        Before = [.. Openings.Concat(rows["before"]).OrderByDescending(w => w.Length)];
    }

    /// <summary>Of the best witnesses that name a person.</summary>
    /// <param name="outlets">Their letters: no outlet is a person.</param>
    public static (IReadOnlyList<string> Names, string From) Of(PageWitnesses page, IReadOnlyList<PageLine> lines, IReadOnlyList<string> outlets)
    {
        foreach (var kind in page.Of(MetaField.Author).GroupBy(w => (w.Rank, w.From)))
            if (Distinct(OfOnePlace(kind).SelectMany(w => NamesIn(w.Value, isByline: w.From == "text")), outlets) is { Count: > 0 } names)
                return (names, kind.Key.From);
        foreach (var line in lines.OrderByDescending(l => l.IsAfter))
            if (StartsWithBy(line.Text) && !page.IsBeside(line.Node) && Distinct(NamesIn(line.Text, isByline: true), outlets) is { Count: > 0 } names)
                return (names, "line");
        return ([], "");
    }

    /// <summary>A byline is in one place: what bears its mark further on is another's.</summary>
    private static IEnumerable<Witness> OfOnePlace(IEnumerable<Witness> marked)
    {
        int first = marked.First().Node;
        return marked.TakeWhile(w => w.Node <= first + NodesOfByline);
    }

    /// <param name="isByline">A line of the page, where one word alone is no name.</param>
    public static IEnumerable<string> NamesIn(string byline, bool isByline)
    {
        string text = WithoutBefore(byline);
        string[] pieces = [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        // "Roe, Jane" of library catalogues.
        if (pieces is [var last, var first] && text == $"{last}, {first}" && IsWord(last) && IsWord(first))
            pieces = [$"{first} {last}"];
        return pieces.Select(p => NameIn(WithoutBefore(p))).OfType<string>().Where(n => !isByline || n.Contains(' '));
    }

    public static bool StartsWithBy(ReadOnlySpan<char> line)
    {
        foreach (string words in Openings)
            if (line.Length > words.Length && line[words.Length] is ' ' or ':' && line.StartsWith(words, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static List<string> Distinct(IEnumerable<string> names, IReadOnlyList<string> outlets) =>
        [.. names.Where(n => !outlets.Contains(PlainValue.Letters(n))).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];

    private static string WithoutBefore(string text)
    {
        text = text.Trim(' ', ':', ',', '-', '*', '_', '"', '“', '”');
        foreach (string words in Before)
            if (text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || text[words.Length] is ' ' or ':'))
                return text[words.Length..].TrimStart(' ', ':', '.');
        return text;
    }

    /// <summary>The words before the first that is no name; null unless they look like one.</summary>
    private static string? NameIn(string piece)
    {
        if (piece.AsSpan().ContainsAny(OfNoName))
            return null;
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(w => !NoNames.Contains(w.AsSpan().TrimEnd(".,'’")) && !w.Any(char.IsDigit)).ToList();
        // "Jane Roe Feb 21": the month is of the date.
        if (words.Count > 2 && words.Count < piece.Count(' ') + 1 && DateWords.Month(words[^1].AsSpan().TrimEnd('.')) > 0)
            words.RemoveAt(words.Count - 1);
        bool isCut = words.Count < piece.Count(' ') + 1;
        string name = string.Join(' ', words).TrimEnd(' ', ',', '*', '-').Trim('\'', '"');
        if (words.Count > 0 && words[^1].Length > LongestShortened)
            name = name.TrimEnd('.');
        // "CNN" is no person.
        bool isShort = words.Count == 1 && !name.Any(char.IsLower) && char.IsUpper(name[0]);
        bool isName = !isShort && name.Length is > 1 and <= LongestName
            && words.Count <= MostWords && words.Count >= (isCut ? 2 : 1) && words.All(IsNameWord) && IsWord(words[0]) && IsWord(words[^1]);
        return isName ? InCase(name) : null;
    }

    /// <summary>Letters with what may stand in a name: O'Neill, Lloyd-George, J.R., van.</summary>
    private static bool IsNameWord(string word) => word.Length > 0
        && word.All(c => char.IsLetter(c) || c is '.' or '\'' or '’' or '‘' or '-' or '‑' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark);

    /// <summary>Begins with a capital, or with a letter that knows none.</summary>
    private static bool IsWord(string word) => word.Length > 0 && IsNameWord(word) && char.IsLetter(word[0]) && !char.IsLower(word[0]);

    /// <summary>"JANE ROE" is Jane Roe; "JR" alone may be initials.</summary>
    private static string InCase(string name) => name.Contains(' ') && !name.Any(char.IsLower) && name.Count(char.IsLetter) > 4
        ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;
}
