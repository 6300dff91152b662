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
        var line = new StringBuilder(Math.Min(raw.Length, Longest));
        bool isSpaceDue = false;
        foreach (var rune in raw.EnumerateRunes())
        {
            if (line.Length >= Longest)
                break;
            if (Rune.IsWhiteSpace(rune))
                isSpaceDue = line.Length > 0;
            else if (!IsUnseen(rune))
            {
                if (isSpaceDue)
                    line.Append(' ');
                line.Append(rune);
                isSpaceDue = false;
            }
        }
        return line.ToString();
    }

    /// <summary>Only letters and digits, in lower case: what two spellings of one headline share.</summary>
    public static string Letters(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, static (span, text) =>
    {
        int length = 0;
        foreach (char c in text)
            if (char.IsLetterOrDigit(c))
                span[length++] = char.ToLowerInvariant(c);
    });

    private static bool IsUnseen(Rune rune) => rune.Value is 0xFFFD or 0xAD || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control
        or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse;

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
