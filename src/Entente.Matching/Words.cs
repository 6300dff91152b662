using System.Globalization;
using System.Text;

namespace Entente.Matching;

/// <summary>A word of a text as matching sees it.</summary>
/// <param name="Hash">Equal for spellings of one word: colour and color, centre and center, organised and organized, programme and program.</param>
internal readonly record struct Word(uint Hash, int Start, int End, bool HasDigit);

/// <summary>
/// The words of a text, in one pass and without a string each. A word is hashed without its case, its accents, its doubled letters and its
/// vowels but a first one, and with z and c as s: what is left is the same in British and American spelling, and other words hardly ever meet
/// in it three in a row. Digits count all.
/// </summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private const char Vowel = '\u0001', Skipped = '\u0002', Ideograph = '\u0003';

    /// <summary>By code unit: what it is hashed as, or 0 if it ends a word. Above the table letters stand for themselves.</summary>
    private static readonly char[] Folded = FoldedUnits();

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    public Word Current { get; private set; }

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        while (at < text.Length && Fold(text[at]) is '\0' or Skipped)
            at++;
        if (at == text.Length)
            return false;
        int start = at;
        if (Fold(text[at]) == Ideograph)
        {
            at++;
            Current = new(Mixed(text[start]), start, at, false);
            return true;
        }
        uint hash = 2166136261;
        bool hasDigit = false;
        char before = '\0';
        for (; at < text.Length; at++)
        {
            char unit = text[at], folded = Fold(unit);
            if (folded == before && folded > '9')
                continue;
            if (folded < '0')
            {
                if (folded == Ideograph || (folded == '\0' && !IsInside(at, start)))
                    break;
                if (folded != Vowel)
                    continue;
                folded = at == start ? (char)(unit | 0x20) : '\0';
            }
            if (folded != '\0')
                hash = (hash ^ folded) * 16777619;
            hasDigit |= folded is >= '0' and <= '9';
            before = folded;
        }
        Current = new(Mixed(hash), start, at, hasDigit);
        return true;
    }

    /// <summary>An apostrophe between letters, a point or comma between digits, the point of U.S.</summary>
    private readonly bool IsInside(int mark, int start)
    {
        if (mark + 1 >= text.Length || Fold(text[mark + 1]) is '\0' or Ideograph)
            return false;
        return text[mark] switch
        {
            '\'' or '’' => true,
            '.' when char.IsLetter(text[mark + 1]) => mark - start == 1 || (mark - start > 1 && text[mark - 2] == '.'),
            '.' or ',' => char.IsAsciiDigit(text[mark - 1]) && char.IsAsciiDigit(text[mark + 1]),
            _ => false,
        };
    }

    private static char Fold(char unit) => unit < Folded.Length ? Folded[unit] : FoldRare(unit);

    private static char FoldRare(char unit) => unit switch
    {
        >= '\u3040' and <= '\u9FFF' => char.IsLetter(unit) ? Ideograph : '\0',
        _ when char.IsLetterOrDigit(unit) => char.ToLowerInvariant(unit),
        _ => CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? Skipped : '\0',
    };

    private static char[] FoldedUnits()
    {
        char[] folded = new char[0x370];
        for (int i = 0; i < folded.Length; i++)
        {
            char unit = char.ToLowerInvariant(((char)i).ToString().Normalize(NormalizationForm.FormD)[0]);
            folded[i] = unit switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' => Vowel,
                'c' or 'z' => 's',
                _ => FoldRare(unit),
            };
        }
        return folded;
    }

    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        return hash ^ (hash >> 15);
    }
}
