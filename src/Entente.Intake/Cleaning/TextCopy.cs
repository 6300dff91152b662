namespace Entente.Intake;

/// <summary>A line of a copied page.</summary>
/// <param name="raw">With the white space before it, without marks of Markdown.</param>
/// <param name="isHeading">Marked as one in Markdown.</param>
internal sealed class CopiedLine(string raw, int number, bool isHeading)
{
    public string Raw { get; } = raw;

    public string Text { get; } = raw.Trim();

    public bool IsHeading { get; } = isHeading;

    public int Number { get; } = number;

    /// <summary>Why it is no part of the story; null for what is.</summary>
    public string? Removed { get; set; }

    public bool IsEmpty => Text.Length == 0;

    public int WordCount { get; } = raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Ends as sentences do, closing quotes and brackets aside.</summary>
    public bool IsSentence => Text.AsSpan().TrimEnd("\"'”’)]»*_ ").EndsWith(".".AsSpan()) || Text.AsSpan().TrimEnd("\"'”’)]»*_ ") is [.., '!' or '?' or '…' or ':' or ';' or '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' or '\u06D4' or '\u061F'];

    /// <summary>A sentence long enough that nothing but a story, a caption or a phrase of the outlet's is so long.</summary>
    public bool IsParagraph => Text.Length >= 80 && IsSentence;
}

/// <summary>A copied page, line by line, and where in it the story stands.</summary>
internal sealed class TextCopy
{
    /// <summary>Where bylines, datelines and dates stand, and where credits stand at the end.</summary>
    public const int HeadLines = 14;

    private TextCopy(List<CopiedLine> lines) => Lines = lines;

    public IReadOnlyList<CopiedLine> Lines { get; }

    public CopiedLine? Title { get; set; }

    /// <summary>Those with words.</summary>
    public IEnumerable<CopiedLine> Written => Lines.Where(l => !l.IsEmpty);

    public IEnumerable<CopiedLine> Kept => Lines.Where(l => !l.IsEmpty && l.Removed is null);

    /// <summary>Lines broken at a column, as mail and old wires have them: a line is no paragraph then, and a short one no label.</summary>
    public bool IsWrapped { get; private init; }

    public static TextCopy Of(string text)
    {
        string[] lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var all = lines.Select((l, i) => new CopiedLine(Unmarked(l.TrimEnd()), i, l.StartsWith('#') && Unmarked(l) != l)).ToList();
        var written = all.Where(l => !l.IsEmpty).ToList();
        return new(all) { IsWrapped = written.Count >= 6 && written.Max(l => l.Text.Length) <= 100 && !written.Exists(l => l.IsParagraph && l.Text.Length > 90) };
    }

    /// <summary>Without the marks of Markdown around a heading or a stressed line.</summary>
    private static string Unmarked(string line)
    {
        string heading = line.TrimStart('#');
        if (heading.Length < line.Length)
            line = heading.StartsWith(' ') ? heading.TrimStart() : line;
        string plain = line.Trim('*', '_');
        return plain.Length > 0 && (line[0] is '*' or '_') && (line[^1] is '*' or '_') ? plain.Trim() : line;
    }
}
