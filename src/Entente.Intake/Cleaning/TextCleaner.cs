using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Plain-text copies of web pages to clean text: what pages put around a story goes (<c>data/intake/boilerplate.tsv</c>), the story stays
/// word for word; title, wire, outlet and date are taken from where pages put them.
/// </summary>
public sealed partial class TextCleaner
{
    /// <summary>Where bylines, datelines and dates stand.</summary>
    private const int HeadLines = 14;

    private readonly HashSet<string> wholeLines = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> beginnings = [];
    private readonly List<(string Phrase, string Name)> outlets = [];
    private readonly List<(string Phrase, string Name)> wires = [];

    public static TextCleaner Load(Func<string, string> read)
    {
        var cleaner = new TextCleaner();
        foreach (var row in DataTable.Parse("intake/boilerplate.tsv", read("intake/boilerplate.tsv"), "phrase", "how").Rows)
            if (row["how"] == "line")
                cleaner.wholeLines.Add(row["phrase"]);
            else if (row["how"] == "starts")
                cleaner.beginnings.Add(row["phrase"]);
            else
                throw new EntenteException(Faults.UnknownCode(row.Place, row["how"], ["line", "starts"]));
        foreach (var row in DataTable.Parse("intake/sources.tsv", read("intake/sources.tsv"), "name", "kind", "phrases").Rows)
            foreach (string phrase in row.List("phrases"))
                (row["kind"] == "wire" ? cleaner.wires : cleaner.outlets).Add((phrase, row["name"]));
        return cleaner;
    }

    public (Article Article, IReadOnlyList<Removed> Removed) Clean(Article article)
    {
        var removed = new List<Removed>();
        string[] lines = article.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var kept = new StringBuilder(article.Text.Length);
        var body = new List<string>();
        string previous = "";
        foreach (string line in lines)
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0 && (IsBoilerplate(trimmed) || trimmed == previous))
            {
                removed.Add(new(trimmed, trimmed == previous ? "twice" : "phrase"));
                continue;
            }
            if (trimmed.Length > 0)
            {
                body.Add(trimmed);
                previous = trimmed;
            }
            kept.Append(line.TrimEnd()).Append('\n');
        }
        string text = BlankLines().Replace(kept.ToString(), "\n\n").Trim('\n', ' ', '\uFEFF');
        return (article with
        {
            Text = text,
            Title = article.Title ?? TitleOf(body),
            Outlet = article.Outlet ?? Credit(outlets, lines),
            Wire = article.Wire ?? WireOf(body, lines),
            Published = article.Published ?? DateOf(body),
        }, removed);
    }

    private bool IsBoilerplate(string line)
    {
        if (wholeLines.Contains(line.TrimEnd('.', ':', '!')) || PlayerControl().IsMatch(line))
            return true;
        foreach (string beginning in beginnings)
            if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>A short first line without a full stop, with a longer text after it.</summary>
    private static string? TitleOf(List<string> body)
    {
        foreach (string line in body.Take(6))
        {
            if (line.Length is >= 25 and <= 160 && line[^1] is not ('.' or ':' or ';' or ',' or ')') && !line.StartsWith('•') && body.Any(b => b.Length > line.Length))
                return line;
            if (line.Length > 200)
                return null;
        }
        return null;
    }

    private static string? Credit(List<(string Phrase, string Name)> sources, string[] lines)
    {
        foreach (string line in lines)
            foreach (var (phrase, name) in sources)
                if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                    return name;
        return null;
    }

    /// <summary>"TOKYO (Reuters)", a line that is only "Bloomberg", "Bloomberg's … contributed": an agency's credit, not its mention in the story.</summary>
    private string? WireOf(List<string> body, string[] lines)
    {
        foreach (string line in body.Take(HeadLines))
            foreach (var (phrase, name) in wires)
                if (string.Equals(line, phrase, StringComparison.OrdinalIgnoreCase) || line.StartsWith($"By {phrase}", StringComparison.OrdinalIgnoreCase)
                    || line.AsSpan(0, Math.Min(line.Length, 80)).Contains($"({phrase})", StringComparison.OrdinalIgnoreCase))
                    return name;
        foreach (string line in lines.TakeLast(HeadLines))
            foreach (var (phrase, name) in wires)
                if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && line.Contains("contributed to this", StringComparison.OrdinalIgnoreCase))
                    return name;
        return null;
    }

    /// <summary>A line near the top that is hardly more than a full date.</summary>
    private static When? DateOf(List<string> body)
    {
        foreach (string line in body.Take(HeadLines))
        {
            var match = FullDate().Match(line);
            if (!match.Success || line.Length - match.Length > 45)
                continue;
            string written = match.Value.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
            foreach (string format in (ReadOnlySpan<string>)["MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd"])
                if (DateOnly.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return When.Day(day);
        }
        return null;
    }

    [GeneratedRegex(@"\b(?:\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4})\b",
        RegexOptions.None, 1000)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();

    /// <summary>"1.25x", "250 WPM", "01:38", "99+": what audio and video players leave behind.</summary>
    [GeneratedRegex(@"^(?:\d\.\d+x|\d+ WPM|\d{1,2}:\d{2}|\d{1,3}\+?|-+)$", RegexOptions.None, 1000)]
    private static partial Regex PlayerControl();
}
