using System.Buffers;
using System.Globalization;
using System.Text;

namespace Entente.Intake;

/// <summary>What a stranger wrote into metadata, as one line of plain text: no markup, no references, no controls, and not too long.</summary>
internal static class PlainValue
{
    public const int Longest = 500;

    /// <summary>Nothing is looked at beyond.</summary>
    private const int LongestRaw = 4 * Longest;

    public static string Of(ReadOnlySpan<char> raw)
    {
        if (raw.Length > LongestRaw)
            raw = raw[..LongestRaw];
        // Many pages escape twice: "AT&amp;amp;T".
        return raw.IndexOfAny('&', '<') < 0 ? OneLine(raw) : OneLine(WithoutMarkup(Decoded(raw)));
    }

    /// <summary>White space collapsed; controls, direction marks and halves of pairs left out.</summary>
    public static string OneLine(ReadOnlySpan<char> raw)
    {
        Span<char> line = stackalloc char[Longest + 3];
        int length = 0;
        bool isSpaceDue = false;
        while (raw.Length > 0 && length < Longest)
        {
            bool isWhole = Rune.DecodeFromUtf16(raw, out var rune, out int read) == OperationStatus.Done;
            if (Rune.IsWhiteSpace(rune))
                isSpaceDue = length > 0;
            else if (isWhole && !IsUnseen(rune))
            {
                if (isSpaceDue)
                    line[length++] = ' ';
                raw[..read].CopyTo(line[length..]);
                length += read;
                isSpaceDue = false;
            }
            raw = raw[read..];
        }
        return line[..length].ToString();
    }

    /// <summary>Only letters and digits, in lower case: what two spellings of one headline share.</summary>
    public static string Letters(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, static (span, text) =>
    {
        int length = 0;
        foreach (char c in text)
            if (char.IsLetterOrDigit(c))
                span[length++] = char.ToLowerInvariant(c);
    });

    private static bool IsUnseen(Rune rune) => rune.IsAscii ? rune.Value is < ' ' or 0x7F
        : rune.Value is 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> raw)
    {
        char[] letters = raw.ToArray();
        return letters.AsSpan(0, CharacterReferences.Decode(letters, inAttribute: false));
    }

    private static ReadOnlySpan<char> WithoutMarkup(ReadOnlySpan<char> text)
    {
        int mark = text.IndexOf('<');
        if (mark < 0 || mark + 1 == text.Length || !(char.IsAsciiLetter(text[mark + 1]) || text[mark + 1] is '/' or '!'))
            return text;
        using var tree = MarkupTree.Parse(text);
        var plain = new StringBuilder();
        for (int i = 0; i < tree.Count; i++)
            if (tree.TagOf(i) is Tag.Script or Tag.Style)
                i = tree.End(i) - 1;
            else
                plain.Append(tree.Text(i));
        return plain.ToString();
    }
}
