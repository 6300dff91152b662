using System.Globalization;
using System.Text;

namespace Entente.Language;

/// <summary>What a character is to the tokenizer.</summary>
internal static class Chars
{
    /// <summary>Stands between tokens and belongs to none: spaces, controls, marks of direction, the zero-width space, the byte order mark.</summary>
    public static bool IsGap(char c) => c < 128
        ? c <= ' ' || c == '\x7F'
        : char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>Invisible inside a word: the soft hyphen and the zero-width joiners.</summary>
    public static bool IsJoiner(char c) => c is '\u00AD' or '\u200C' or '\u200D';

    public static bool IsStop(char c) => c is '.' or '!' or '?';

    public static bool IsLineBreak(char c) => c is '\n' or '\u2028' or '\u2029';

    public static bool IsQuoteMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    /// <summary>How many units at <paramref name="at"/> are one character of a word: 0, 1, or 2 for a letter outside the basic plane.</summary>
    public static int WordLength(string text, int at)
    {
        char c = text[at];
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[at + 1]))) ? 2 : 0;
        return IsJoiner(c) || IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c)) ? 1 : 0;
    }

    public static bool IsWord(string text, int at) => (uint)at < (uint)text.Length && WordLength(text, at) > 0;

    public static bool IsDigit(string text, int at) => (uint)at < (uint)text.Length && char.IsAsciiDigit(text[at]);

    public static bool IsGapOrEdge(string text, int at) => (uint)at >= (uint)text.Length || IsGap(text[at]);

    /// <summary>The end of a picture that begins here: skin tones, variation selectors, joined pictures and the second half of a flag included.</summary>
    public static int EndOfPicture(string text, int start)
    {
        Rune.TryGetRuneAt(text, start, out var first);
        int end = start + Math.Max(1, first.Utf16SequenceLength);
        bool isFlag = IsFlagLetter(first);
        while (end < text.Length && end - start < 32 && Rune.TryGetRuneAt(text, end, out var next))
        {
            bool goesOn = next.Value is 0x200D or 0xFE0F or 0xFE0E or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) || (isFlag && IsFlagLetter(next)) || (text[end - 1] == '\u200D' && Rune.GetUnicodeCategory(next) == UnicodeCategory.OtherSymbol);
            if (!goesOn)
                break;
            isFlag &= !IsFlagLetter(next);
            end += next.Utf16SequenceLength;
        }
        return end;
    }

    private static bool IsFlagLetter(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsWordCategory(UnicodeCategory category) => category <= UnicodeCategory.OtherNumber;
}
