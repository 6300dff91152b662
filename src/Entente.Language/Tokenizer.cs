namespace Entente.Language;

/// <summary>
/// Text to tokens with exact offsets, in one pass and in time linear in its length. Hyphens hold words together ("two-plus-two", "F-35"),
/// but not two names ("U.S.-Japan", "Sino-Russian") nor a name and its role ("U.S.-led").
/// </summary>
public static class Tokenizer
{
    /// <summary>A word longer than this is no word; it is cut so that no later step meets a token of a megabyte.</summary>
    private const int LongestToken = 200;

    private static readonly HashSet<string> RolesAfterHyphen = new(StringComparer.OrdinalIgnoreCase)
    {
        "led", "backed", "based", "born", "brokered", "mediated", "allied", "supported", "sponsored", "occupied", "held", "controlled",
        "made", "built", "supplied", "funded", "style", "hosted", "drafted", "run", "aligned", "friendly",
    };

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "cmdr", "brig", "sen", "rep", "gov", "pres", "prof", "rev",
        "hon", "st", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "etc",
        "co", "corp", "inc", "ltd", "dept", "approx", "est", "art", "para", "vol", "govt", "min", "amb",
    };

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        int at = 0;
        while (at < text.Length)
        {
            if (IsGap(text[at]))
            {
                at++;
                continue;
            }
            int end = EndOfToken(text, at);
            Add(tokens, text, at, end);
            at = end;
        }
        return tokens;
    }

    internal static bool IsQuoteMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‟';

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ';

    private static int EndOfToken(string text, int start)
    {
        char c = text[start];
        if (IsApostrophe(c))
            return EndOfClitic(text, start);
        if (!IsWordChar(c))
            return EndOfMark(text, start);
        if (c == 'n' && start > 0 && IsWordChar(text[start - 1]) && IsNegation(text, start - 1, start + 1))
            return start + 3;
        if (IsInitialism(text, start, out int afterDots))
            return afterDots;
        int at = start;
        while (at < text.Length && at - start < LongestToken)
        {
            if (IsWordChar(text[at]))
                at += IsPair(text, at) ? 2 : 1;
            else if (at + 1 >= text.Length || !IsWordChar(text[at + 1]) || !Joins(text, start, at))
                break;
            else
                at++;
        }
        return IsNegation(text, start, at) ? at - 1 : KeepAbbreviationDot(text, start, at);
    }

    /// <summary>Whether the mark at <paramref name="at"/>, which has a word character on both sides, stays inside the word.</summary>
    private static bool Joins(string text, int start, int at)
    {
        char mark = text[at];
        bool digits = char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
        return mark switch
        {
            '-' or '\u2010' or '\u2011' => !SplitsNames(text, start, at),
            ',' or '.' or ':' => digits,
            '\'' or '’' or 'ʼ' => !IsCliticAt(text, at),
            '/' or '&' => char.IsUpper(text[at - 1]) && char.IsUpper(text[at + 1]) && mark == '&',
            _ => false,
        };
    }

    private static bool SplitsNames(string text, int start, int hyphen)
    {
        if (!char.IsUpper(text[start]) || hyphen - start < 2)
            return false;
        int end = hyphen + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        // "Secretary-General" is one office, not two names.
        return (char.IsUpper(text[hyphen + 1]) && !text.AsSpan(hyphen + 1).StartsWith("General", StringComparison.Ordinal)) || RolesAfterHyphen.Contains(text[(hyphen + 1)..end]);
    }

    /// <summary>"U.S.", "D.C.", "U.N.": single letters each with its dot, two at least.</summary>
    private static bool IsInitialism(string text, int start, out int end)
    {
        end = start;
        while (end + 1 < text.Length && char.IsAsciiLetterUpper(text[end]) && text[end + 1] == '.' && end - start < 12)
            end += 2;
        if (end - start >= 4)
            return true;
        // "U.S" with its last dot lost.
        if (end - start == 2 && end < text.Length && char.IsAsciiLetterUpper(text[end]) && (end + 1 == text.Length || !IsWordChar(text[end + 1])))
        {
            end++;
            return true;
        }
        return false;
    }

    private static int KeepAbbreviationDot(string text, int start, int end) =>
        end < text.Length && text[end] == '.' && (Abbreviations.Contains(text[start..end]) || (end - start == 1 && char.IsUpper(text[start]))) ? end + 1 : end;

    /// <summary>"don't" is "do" and "n't": the token so far ends in n, and 't follows.</summary>
    private static bool IsNegation(string text, int start, int end) =>
        end - start >= 2 && text[end - 1] == 'n' && end + 1 < text.Length && IsApostrophe(text[end]) && text[end + 1] == 't'
        && (end + 2 == text.Length || !IsWordChar(text[end + 2]));

    private static bool IsCliticAt(string text, int apostrophe)
    {
        int end = apostrophe + 1;
        while (end < text.Length && char.IsLetter(text[end]) && end - apostrophe <= 3)
            end++;
        return text[(apostrophe + 1)..end] is "s" or "S" or "t" or "re" or "ve" or "ll" or "d" or "m";
    }

    private static int EndOfClitic(string text, int start)
    {
        if (start == 0 || !char.IsLetter(text[start - 1]) || !IsCliticAt(text, start))
            return start + 1;
        int end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end;
    }

    private static int EndOfMark(string text, int start)
    {
        int end = start + 1;
        if (text[start] is '.' or '-' or '*' or '_' or '=')
            while (end < text.Length && text[end] == text[start] && end - start < LongestToken)
                end++;
        return end;
    }

    private static void Add(List<Token> tokens, string text, int start, int end)
    {
        string raw = text[start..end];
        string norm = raw.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Replace('\u2011', '-').Replace('\u2010', '-');
        if (raw == "s" && tokens.Count > 0 && tokens[^1].IsWord && text[start - 1] == ' ' && (tokens[^1].IsCapitalised || tokens[^1].Norm is "other" or "country" or "nation" or "government"))
            norm = "'s";
        tokens.Add(new(new(start, end), raw, norm));
    }
}
