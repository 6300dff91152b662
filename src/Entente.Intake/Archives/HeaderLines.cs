using System.Text;

namespace Entente.Intake;

/// <summary>"Name: value" lines as WARC and HTTP have them, read leniently: CRLF or LF, values folded over several lines, any case.</summary>
internal static class HeaderLines
{
    /// <summary>Length of the lines with the empty one that ends them; -1 if it has not come.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; bytes[at..].IndexOf((byte)'\n') is >= 0 and int found;)
        {
            at += found + 1;
            if (bytes[at..].StartsWith("\n"u8))
                return at + 1;
            if (bytes[at..].StartsWith("\r\n"u8))
                return at + 2;
        }
        return -1;
    }

    /// <summary>The first value of that name, without the white space around it; empty if there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> name)
    {
        while (!lines.IsEmpty)
        {
            int colon = lines.IndexOfAny((byte)':', (byte)'\n');
            int end = LineEnd(lines);
            if (colon > 0 && lines[colon] == ':' && Ascii.EqualsIgnoreCase(lines[..colon].TrimEnd(" \t"u8), name))
                return lines[(colon + 1)..end].Trim(" \t\r\n"u8);
            lines = lines[end..];
        }
        return [];
    }

    public static string? Text(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> name)
    {
        var value = Find(lines, name);
        if (value.IsEmpty)
            return null;
        string text = Encoding.UTF8.GetString(value);
        return text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text;
    }

    /// <summary>Behind the line, with the lines that go on with it: they begin with white space.</summary>
    private static int LineEnd(ReadOnlySpan<byte> lines)
    {
        int end = 0;
        do
        {
            int newline = lines[end..].IndexOf((byte)'\n');
            end = newline < 0 ? lines.Length : end + newline + 1;
        }
        while (end < lines.Length && lines[end] is (byte)' ' or (byte)'\t');
        return end;
    }
}
