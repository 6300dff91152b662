using System.Buffers;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Who wrote and who published a copy, as the copy itself says: agencies and outlets are rows of <c>data/intake/sources.tsv</c>, the ways
/// of crediting an agency rows of <c>data/intake/credits.tsv</c>. A photographer's credit is neither.
/// </summary>
internal sealed partial class Credits
{
    /// <summary>A dateline is no longer: "WASHINGTON/LONDON, Jan 11 (Reuters) -".</summary>
    private const int DatelineLength = 80;

    private readonly List<(string Name, string[] Phrases)> wires = [];
    private readonly List<(string Name, string[] Phrases, string[] Hosts)> outlets = [];
    private readonly List<(string Credit, string Wire, string Where, StringComparison Comparison)> credited = [];
    private SearchValues<string> acronyms = SearchValues.Create([], StringComparison.Ordinal);
    private SearchValues<string> names = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);

    public static Credits Load(Func<string, string> read)
    {
        var credits = new Credits();
        foreach (var row in DataTable.Parse("intake/sources.tsv", read("intake/sources.tsv"), "name", "kind", "phrases", "hosts").Rows)
            if (row["kind"] == "wire")
                credits.wires.Add((row["name"], row.List("phrases")));
            else
                credits.outlets.Add((row["name"], row.List("phrases"), row.List("hosts")));
        foreach (var row in DataTable.Parse("intake/credits.tsv", read("intake/credits.tsv"), "way", "where", "example").Rows)
        {
            if (row["way"].Split("{agency}").Length != 2 || row["where"] is not ("line" or "dateline" or "head" or "tail"))
                throw new EntenteException(Faults.BadTable(row.Place, $"{row["way"]}, {row["where"]}", "a way with {agency} in it, and line, dateline, head or tail"));
            foreach (var (name, phrases) in credits.wires)
                foreach (string phrase in phrases)
                    credits.credited.Add((row["way"].Replace("{agency}", phrase, StringComparison.Ordinal), name, row["where"], ComparisonOf(phrase)));
        }
        var phrasesByCase = credits.wires.SelectMany(w => w.Phrases).ToLookup(ComparisonOf);
        credits.acronyms = SearchValues.Create([.. phrasesByCase[StringComparison.Ordinal]], StringComparison.Ordinal);
        credits.names = SearchValues.Create([.. phrasesByCase[StringComparison.OrdinalIgnoreCase]], StringComparison.OrdinalIgnoreCase);
        return credits;
    }

    /// <summary>A short acronym must stand as it is written: "(AA)" is Anadolu, "(aa)" is not.</summary>
    private static StringComparison ComparisonOf(string phrase) => phrase.Length <= 4 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>"By Jane Roe and John Doe".</summary>
    public static bool IsByline(string line) => Byline().IsMatch(line);

    /// <summary>"Jane Roe", by its looks.</summary>
    public static bool IsName(string line) => FullName().IsMatch(line);

    public string? OutletOf(TextCopy copy, string? url)
    {
        foreach (var line in copy.Written)
            foreach (var (name, phrases, _) in outlets)
                if (Array.Exists(phrases, p => line.Text.Contains(p, StringComparison.OrdinalIgnoreCase)))
                    return name;
        return Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? outlets.Find(o => Array.Exists(o.Hosts, h => address.Host.Equals(h, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{h}", StringComparison.OrdinalIgnoreCase))).Name
            : null;
    }

    /// <summary>Those of the byline, without agencies.</summary>
    public IReadOnlyList<string> AuthorsOf(TextCopy copy)
    {
        foreach (var line in copy.Written.Take(TextCopy.HeadLines).Where(l => l.Removed is null or "byline" && l != copy.Title))
            if (IsByline(line.Text) || line.Removed == "byline")
            {
                var names = Names(line.Text);
                if (names.Count > 0)
                    return names;
            }
        return [];
    }

    /// <summary>The agency credited, in a byline, a dateline or a line at the end; its mention in the story or under a picture is no credit.</summary>
    /// <param name="bylines">Names and bylines that stood outside the text.</param>
    public string? WireOf(TextCopy copy, IReadOnlyList<string> bylines)
    {
        var written = copy.Written.Where(l => l.Removed != "caption").ToList();
        var head = written.Take(TextCopy.HeadLines).ToList();
        var tail = written.TakeLast(TextCopy.HeadLines).ToList();
        var above = head.TakeWhile(l => !l.IsParagraph).ToList();
        var below = tail.AsEnumerable().Reverse().TakeWhile(l => !l.IsParagraph).ToList();
        var around = bylines.Select((b, i) => new CopiedLine(b, i, false)).ToList();
        return bylines.Select(WireCalled).FirstOrDefault(w => w is not null) ?? Credited(around, "line") ?? Credited(around, "head") ?? Credited(above, "line")
            ?? Credited(head, "dateline") ?? Credited(above, "head") ?? Credited(below, "line") ?? Credited(tail, "tail");
    }

    /// <summary>Few lines name an agency at all: only those are looked at closely.</summary>
    private string? Credited(IReadOnlyList<CopiedLine> lines, string where)
    {
        foreach (var line in lines.Where(l => l.Text.AsSpan().ContainsAny(acronyms) || l.Text.AsSpan().ContainsAny(names)))
            foreach (var (credit, wire, place, comparison) in credited)
                if (place == where && IsCredit(line.Text, credit, where, comparison))
                    return wire;
        return null;
    }

    private static bool IsCredit(string line, string credit, string where, StringComparison comparison) => where switch
    {
        "line" => line.Equals(credit, comparison),
        "dateline" => line.AsSpan(0, Math.Min(line.Length, DatelineLength)).Contains(credit, comparison),
        _ => credit.Split('*', StringSplitOptions.TrimEntries) is [var first, var second]
            ? Word(line, first, comparison) && line.IndexOf(second, line.IndexOf(first, comparison) + first.Length, comparison) >= 0
            : Word(line, credit, comparison),
    };

    private static bool Word(string line, string credit, StringComparison comparison)
    {
        int at = line.IndexOf(credit, comparison);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (at + credit.Length == line.Length || !char.IsLetterOrDigit(line[at + credit.Length]));
    }

    private string? WireCalled(string author) => wires.Find(w => Array.Exists(w.Phrases, p => author.Equals(p, StringComparison.OrdinalIgnoreCase))).Name;

    private List<string> Names(string byline)
    {
        string text = ByWord().Replace(byline, "");
        int role = text.IndexOfAny(['|', '/', '(', '—', '–']);
        if (role > 0)
            text = text[..role];
        return [.. Between().Split(text).Select(n => n.Trim(' ', ',', '.', '*', '_')).Where(n => FullName().IsMatch(n) && WireCalled(n) is null && !outlets.Exists(o => o.Name.Equals(n, StringComparison.OrdinalIgnoreCase)))];
    }

    [GeneratedRegex(@"^(?:By|BY|Written by|Reported by|Story by|Words by)\b[: ]+\p{Lu}", RegexOptions.None, 1000)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(?:By|BY|Written by|Reported by|Story by|Words by)\b[: ]+", RegexOptions.None, 1000)]
    private static partial Regex ByWord();

    [GeneratedRegex(@",? and |, | & |;", RegexOptions.None, 1000)]
    private static partial Regex Between();

    /// <summary>Two to four words that begin with a capital, or small ones as in "van der".</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(?: (?:[a-z]{1,3} )?\p{Lu}[\p{L}.'’-]*){1,3}$", RegexOptions.None, 1000)]
    private static partial Regex FullName();
}
