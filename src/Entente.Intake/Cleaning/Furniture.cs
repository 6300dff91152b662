using System.Buffers;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Tells the story of a copied page from what stands around it: by phrases (<c>data/intake/boilerplate.tsv</c>), by how captions and
/// bylines look, and by where short lines stand. A sentence is never taken for furniture by its place alone.
/// </summary>
internal sealed partial class Furniture
{
    /// <summary>Words of the longest label ("US-China relations") and of the longest name in a byline.</summary>
    private const int LabelWords = 5;

    /// <summary>A photographer's credit ends a caption; characters.</summary>
    private const int CreditLength = 70;

    private const int LongestCaption = 600;

    private readonly HashSet<string> whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<string>> beginnings = [];
    private SearchValues<string> captionEnds = SearchValues.Create([], StringComparison.Ordinal);

    public static Furniture Load(Func<string, string> read)
    {
        var furniture = new Furniture();
        var captionEnds = new List<string>();
        foreach (var row in DataTable.Parse("intake/boilerplate.tsv", read("intake/boilerplate.tsv"), "phrase", "how").Rows)
            switch (row["how"])
            {
                case "line":
                    furniture.whole.Add(row["phrase"]);
                    break;
                case "starts":
                    char first = char.ToUpperInvariant(row["phrase"][0]);
                    if (!furniture.beginnings.TryGetValue(first, out var phrases))
                        furniture.beginnings[first] = phrases = [];
                    phrases.Add(row["phrase"]);
                    break;
                case "caption":
                    captionEnds.Add(row["phrase"]);
                    break;
                default:
                    throw new EntenteException(Faults.UnknownCode(row.Place, row["how"], ["line", "starts", "caption"]));
            }
        furniture.captionEnds = SearchValues.Create([.. captionEnds], StringComparison.Ordinal);
        return furniture;
    }

    /// <summary>Marks what is no part of the story, and finds the headline.</summary>
    /// <param name="title">As stated by the sender; a line that repeats it is the headline.</param>
    public void Judge(TextCopy copy, string? title)
    {
        foreach (var line in copy.Written)
            line.Removed = OfItself(line);
        MarkRepeated(copy);
        copy.Title = title is null ? copy.IsWrapped ? null : TitleOf(copy) : copy.Kept.FirstOrDefault(l => l.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
        if (copy.IsWrapped)
            return;
        MarkHead(copy);
        MarkTail(copy);
    }

    private string? OfItself(CopiedLine line)
    {
        string text = line.Text;
        if (whole.Contains(text.TrimEnd('.', ':', '!')) || PlayerControl().IsMatch(text) || BeginsAsPhrase(text))
            return "phrase";
        if (Picture().IsMatch(text))
            return "picture";
        if (Address().IsMatch(text))
            return "address";
        return IsCaption(text) ? "caption" : null;
    }

    private bool IsCaption(string text)
    {
        if (text.Length > LongestCaption)
            return false;
        return text.AsSpan(Math.Max(0, text.Length - CreditLength)).ContainsAny(captionEnds);
    }

    private bool BeginsAsPhrase(string text) =>
        beginnings.TryGetValue(char.ToUpperInvariant(text[0]), out var phrases) && phrases.Exists(p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>A line said twice in a row: once is enough of a sentence, and too much of the label of a player or a gallery.</summary>
    private static void MarkRepeated(TextCopy copy)
    {
        CopiedLine? previous = null;
        foreach (var line in copy.Written)
        {
            if (previous is not null && line.Text.Length > 1 && line.Text == previous.Text)
            {
                line.Removed ??= "twice";
                if (!line.IsSentence)
                    previous.Removed ??= "twice";
            }
            previous = line;
        }
    }

    /// <summary>A short line near the top without a full stop, with a longer text after it.</summary>
    private static CopiedLine? TitleOf(TextCopy copy)
    {
        foreach (var line in copy.Kept.Take(6))
        {
            if (line.IsHeading || (line.Text.Length is >= 25 and <= 160 && line.Text[^1] is not ('.' or ':' or ';' or ',' or ')') && !line.Text.StartsWith('•') && copy.Kept.Any(l => l.Text.Length > line.Text.Length)))
                return line;
            if (line.Text.Length > 200)
                return null;
        }
        return null;
    }

    /// <summary>Before the first paragraph, labels of a section stand above the headline and names of the authors below it.</summary>
    private static void MarkHead(TextCopy copy)
    {
        var first = copy.Kept.FirstOrDefault(l => l.IsParagraph);
        if (first is null)
            return;
        foreach (var line in copy.Kept.TakeWhile(l => l != first).Where(l => l != copy.Title).ToList())
            if (Credits.IsByline(line.Text) && !line.IsSentence)
                line.Removed = "byline";
            else if (IsLabel(line) && copy.Title is { } title)
                line.Removed = line.Number < title.Number ? "section" : Credits.IsName(line.Text) ? "byline" : "label";
    }

    /// <summary>After the last paragraph, short lines lead elsewhere.</summary>
    private static void MarkTail(TextCopy copy)
    {
        var last = copy.Kept.LastOrDefault(l => l.IsParagraph);
        if (last is null)
            return;
        foreach (var line in copy.Kept.Where(l => l.Number > last.Number && IsLabel(l)).ToList())
            line.Removed = "tail";
    }

    private static bool IsLabel(CopiedLine line) => line.WordCount <= LabelWords && !line.IsSentence && !line.Text.StartsWith('•');

    /// <summary>"1.25x", "250 WPM", "01:38", "99+": what audio and video players leave behind; "* * *" and "\###" end a release.</summary>
    [GeneratedRegex(@"^(?:\d\.\d+x|\d+ WPM|\d{1,2}:\d{2}|\d{1,3}\+?|[-–—_*# \\]+)$", RegexOptions.None, 1000)]
    private static partial Regex PlayerControl();

    /// <summary>"![Image](address)", "&lt;excerpt/&gt;": markup that a copy left.</summary>
    [GeneratedRegex(@"^(?:!\[[^\]]*\]\([^)]*\)|<[a-z]+ ?/?>)$", RegexOptions.None, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^(?:https?://|www\.)\S+$", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
