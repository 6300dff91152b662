using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The title before a person's name, by <c>data/language/titles.tsv</c>: "[former British Prime Minister] Rishi Sunak", "[Lt. Gen.] Park".
/// </summary>
public sealed class TitleFinder
{
    private enum Part { Style, Office, Modifier, Field, Never }

    /// <summary>Words of a title, the last one first, under that last one; the longest title comes first.</summary>
    private readonly Dictionary<string, List<(string[] Words, Part Part)>> titles = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Part> words = new(StringComparer.Ordinal);

    /// <summary>No title is longer; what goes on beyond is a list.</summary>
    private const int LongestTitle = 12;

    public static TitleFinder Load(Func<string, string> read)
    {
        const string name = "language/titles.tsv";
        var finder = new TitleFinder();
        foreach (var row in DataTable.Parse(name, read(name), "title", "kind", "example").Rows)
        {
            if (!Enum.TryParse(row["kind"], ignoreCase: true, out Part part))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["kind"], [.. Enum.GetNames<Part>().Select(n => n.ToLowerInvariant())]));
            if (part > Part.Office)
                finder.words[row["title"]] = part;
            else
                finder.Add(row["title"].Split(' '), part);
        }
        foreach (var list in finder.titles.Values)
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return finder;
    }

    /// <summary>
    /// The token with which the title of a name begins; <paramref name="name"/> itself where it has none.
    /// </summary>
    /// <param name="name">The first token of the name.</param>
    /// <param name="from">The title begins here or later: the start of the sentence, or the end of the name before.</param>
    public int Before(IReadOnlyList<Token> tokens, int name, int from)
    {
        int direct = DirectlyBefore(tokens, name, from);
        int office = direct == name ? BeforeComplement(tokens, name, from) : direct;
        return office == direct || Ending(tokens, office, from) is not { Length: > 0, Part: Part.Office } ? direct : DirectlyBefore(tokens, office, from);
    }

    /// <summary>
    /// Where the name begins in a span that may hold its title or the end of it ("Secretary of [State Hale]"); <paramref name="end"/> or later
    /// where the whole span is title, perhaps with words after it ("[Prime] Minister").
    /// </summary>
    /// <param name="from">The title begins here or later.</param>
    public int NameIn(IReadOnlyList<Token> tokens, int first, int end, int from)
    {
        for (int name = Math.Min(Math.Min(end + 2, tokens.Count), first + LongestTitle); name > first; name--)
            if (DirectlyBefore(tokens, name, from, takesField: name < end) <= first)
                return name;
        return first;
    }

    private int DirectlyBefore(IReadOnlyList<Token> tokens, int name, int from, bool takesField = true)
    {
        int first = name;
        from = Math.Max(from, name - LongestTitle);
        while (Ending(tokens, first, from) is { Length: > 0 } match)
        {
            first -= match.Length;
            if (match.Part == Part.Office && takesField)
                first = WithItsField(tokens, first, from);
        }
        while (first < name && first > from && words.GetValueOrDefault(Key(tokens[first - 1]), Part.Never) == Part.Modifier)
            first--;
        return first;
    }

    /// <summary>Where "of France" or "for the Middle East" begins, if such words stand before the name; else the name itself.</summary>
    private int BeforeComplement(IReadOnlyList<Token> tokens, int name, int from)
    {
        int at = name;
        from = Math.Max(from, name - LongestTitle);
        while (at > from && (tokens[at - 1].IsCapitalised ? MayBelong(tokens[at - 1]) : tokens[at - 1].Norm is "and" or "&"))
            at--;
        if (at < name && at > from && tokens[at - 1].Text == "the")
            at--;
        return at < name && at > from && tokens[at - 1].Norm is "of" or "for" ? at - 1 : name;
    }

    private void Add(string[] title, Part part)
    {
        string[] words = [.. title.Reverse()];
        if (!titles.TryGetValue(words[0], out var list))
            titles[words[0]] = list = [];
        list.Add((words, part));
        // "secretary-general" as one token.
        if (title.Length > 1)
        {
            string joined = string.Join('-', title);
            titles[joined] = [([joined], part)];
        }
    }

    /// <summary>The longest title that ends before a token, and how many tokens it takes, hyphens among them.</summary>
    private (int Length, Part Part) Ending(IReadOnlyList<Token> tokens, int end, int from)
    {
        if (end <= from || !titles.TryGetValue(Key(tokens[end - 1]), out var candidates))
            return default;
        foreach (var (wanted, part) in candidates)
        {
            int at = end, found = 0;
            while (found < wanted.Length && at > from && (Key(tokens[at - 1]) == wanted[found] || (found > 0 && tokens[at - 1].Norm == "-")))
            {
                at--;
                if (tokens[at].Norm != "-")
                    found++;
            }
            if (found == wanted.Length)
                return (end - at, part);
        }
        return default;
    }

    /// <summary>"Trade and Industry | Minister", "U.S. | President", "former White House press | secretary".</summary>
    private int WithItsField(IReadOnlyList<Token> tokens, int office, int from)
    {
        int first = office;
        for (int at = office - 1; at >= from; at--)
        {
            bool joins = tokens[at].Norm is "and" or "&" or "-" or "for" or "of";
            if (!joins && !MayBelong(tokens[at]))
                break;
            if (!joins)
                first = at;
            // "Forces of General Park": a capital at the sentence's start proves nothing.
            else if (at <= from + (tokens[at].Norm is "of" or "for" ? 1 : 0) || !tokens[at - 1].IsCapitalised || !tokens[at + 1].IsCapitalised)
                break;
        }
        return first;
    }

    private bool MayBelong(Token token)
    {
        string key = Key(token);
        if (words.TryGetValue(key, out var part))
            return part != Part.Never;
        return token.IsCapitalised && !CalendarWords.Weekdays.ContainsKey(key) && !CalendarWords.Months.ContainsKey(key);
    }

    private static string Key(Token token) => token.Norm.Length > 1 && token.Norm[^1] == '.' && token.Norm.IndexOf('.', StringComparison.Ordinal) == token.Norm.Length - 1 ? token.Norm[..^1] : token.Norm;
}
