using System.Collections.Frozen;
using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Character references of HTML: <c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>. What they stand for is never longer than they are,
/// so text is decoded where it lies.
/// </summary>
internal static class CharacterReferences
{
    private const string Table = "intake/entities.tsv";
    private const int LongestName = 32;

    /// <summary>Of the names that need no semicolon.</summary>
    private const int LongestOldName = 6;

    /// <summary>What Windows-1252 has at 80 to 9F, where Unicode has controls; 0 where it has nothing.</summary>
    private const string Windows = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Named = Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Decodes a stretch in place and returns how long it is then.</summary>
    /// <param name="inAttribute">There an old name before "=" or a letter is left as it is: it is part of an address.</param>
    public static int Decode(Span<char> text, bool inAttribute)
    {
        int first = text.IndexOf('&');
        if (first < 0)
            return text.Length;
        int to = first, at = first;
        while (at < text.Length)
        {
            if (text[at] == '&' && Read(text[at..], inAttribute, text[to..], out int written) is var read and > 0)
            {
                at += read;
                to += written;
                continue;
            }
            int next = text[(at + 1)..].IndexOf('&');
            int length = next < 0 ? text.Length - at : next + 1;
            text.Slice(at, length).CopyTo(text[to..]);
            at += length;
            to += length;
        }
        return to;
    }

    /// <summary>How many characters the reference at the beginning takes, 0 if there is none.</summary>
    private static int Read(ReadOnlySpan<char> text, bool inAttribute, Span<char> to, out int written)
    {
        written = 0;
        if (text.Length < 2)
            return 0;
        if (text[1] == '#')
            return Numeric(text, to, out written);
        int read = NameLength(text, inAttribute, out string? value);
        if (read > 0)
        {
            value!.CopyTo(to);
            written = value!.Length;
        }
        return read;
    }

    private static int NameLength(ReadOnlySpan<char> text, bool inAttribute, out string? value)
    {
        value = null;
        int end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end < text.Length && text[end] == ';' && Named.TryGetValue(text[1..(end + 1)], out value))
            return end + 1;
        for (int old = Math.Min(end, LongestOldName + 1); old > 2; old--)
            if (Named.TryGetValue(text[1..old], out value))
                return inAttribute && old < text.Length && (text[old] == '=' || char.IsAsciiLetterOrDigit(text[old])) ? 0 : old;
        return 0;
    }

    private static int Numeric(ReadOnlySpan<char> text, Span<char> to, out int written)
    {
        written = 0;
        bool isHex = text.Length > 2 && text[2] is 'x' or 'X';
        int first = isHex ? 3 : 2, at = first;
        uint code = 0;
        for (; at < text.Length && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
            code = Math.Min(code * (isHex ? 16u : 10u) + (uint)(char.IsAsciiDigit(text[at]) ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10), 0x110000);
        if (at == first)
            return 0;
        written = Write(code, to);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static int Write(uint code, Span<char> to)
    {
        if (code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            code = '\uFFFD';
        else if (code is >= 0x80 and <= 0x9F && Windows[(int)code - 0x80] is var letter and not '\0')
            code = letter;
        return new System.Text.Rune(code).EncodeToUtf16(to);
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var file = new StreamReader(typeof(CharacterReferences).Assembly.GetManifestResourceStream(Table)!);
        return DataTable.Parse(Table, file.ReadToEnd(), "name", "code").Rows.ToFrozenDictionary(row => row["name"],
            row => string.Concat(row["code"].Split(' ').Select(c => char.ConvertFromUtf32(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))), StringComparer.Ordinal);
    }
}
