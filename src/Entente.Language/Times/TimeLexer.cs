using System.Buffers;
using System.Globalization;

namespace Entente.Language;

/// <summary>
/// Tokens of a sentence to line: one look-up each for the many that tell no time. What tokenizers may leave together comes apart here,
/// so that the grammar sees "two-year", "22/04/2021" and "10am" in one form only.
/// </summary>
internal sealed class TimeLexer(TimeLexicon lexicon)
{
    private static readonly SearchValues<char> NumberParts = SearchValues.Create("0123456789.,:"), Seams = SearchValues.Create("-/0123456789");

    private TimeToken[] line = new TimeToken[64];

    public int Count { get; private set; }

    public ref readonly TimeToken this[int i] => ref line[i];

    /// <returns>Whether the sentence can tell a time at all.</returns>
    public bool Read(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        Count = 0;
        Role seen = 0;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            var token = tokens[i];
            bool isNumber = char.IsAsciiDigit(token.Norm[0]);
            if (!isNumber && lexicon.Of(token.Lexeme) is { } word)
            {
                seen |= word.Roles;
                Append(new(word.Roles, word.Number, word, i, token.Span, token.IsCapitalised));
            }
            else if (isNumber || (char.IsAsciiLetter(token.Norm[0]) && token.Norm.AsSpan().ContainsAny(Seams)))
                seen |= Split(token, i);
            else
                Append(new(IsPastForm(token) ? Role.Past : 0, 0, null, i, token.Span, token.IsCapitalised));
        }
        return (seen & Role.Core) != 0;
    }

    private static bool IsPastForm(Token token) => token.Norm.Length > 4 && token.Norm.EndsWith("ed", StringComparison.Ordinal) && !token.IsCapitalised;

    /// <summary>The parts between hyphens and slashes, with a it for each of these marks.</summary>
    private Role Split(Token token, int index)
    {
        Role seen = 0;
        int start = 0;
        for (int at = 0; at <= token.Norm.Length; at++)
        {
            if (at < token.Norm.Length && !IsSeam(token.Norm, at))
                continue;
            if (at > start)
                seen |= AddPart(token, index, start, at);
            if (at < token.Norm.Length)
                Add(token, index, at, at + 1, lexicon[token.Norm.AsSpan(at, 1)]?.Roles ?? Role.Mark, 0, lexicon[token.Norm.AsSpan(at, 1)]);
            start = at + 1;
        }
        return seen;
    }

    /// <summary>A hyphen or slash, or a dot of "13.5.2015".</summary>
    private static bool IsSeam(string norm, int at) => norm[at] is '-' or '/' || (norm[at] == '.' && char.IsAsciiDigit(norm[0]) && norm.AsSpan().Count('.') == 2 && norm.Length <= 10);

    private Role AddPart(Token token, int index, int start, int end)
    {
        var part = token.Norm.AsSpan(start, end - start);
        var word = lexicon[part];
        if (char.IsAsciiDigit(part[0]))
            return AddNumber(token, index, start, end, word?.Roles ?? 0);
        return word is null ? AddLetters(token, index, start, end) : Add(token, index, start, end, word.Roles, word.Number, word);
    }

    /// <summary>"11", "2,000", "11th", "1990s", "10:30", and "10am", "3hrs", which come apart.</summary>
    /// <param name="named">What the digits are as a word: the 9 of "9/11".</param>
    private Role AddNumber(Token token, int index, int start, int end, Role named)
    {
        var part = token.Norm.AsSpan(start, end - start);
        int digits = part.IndexOfAnyExcept(NumberParts);
        digits = digits < 0 ? part.Length : digits;
        if (part[..digits].Contains(':'))
            return Add(token, index, start, end, Role.Hour, 0, null);
        bool isPlain = !part[..digits].ContainsAny(".,");
        if (!double.TryParse(part[..digits], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double count))
            return Add(token, index, start, end, 0, 0, null);
        var suffix = part[digits..];
        if (suffix.Length == 0)
            return Add(token, index, start, end, Role.Number | (isPlain ? Role.Digits : 0) | named, count, null);
        if (suffix is "st" or "nd" or "rd" or "th")
            return Add(token, index, start, end, Role.Ordinal, count, null);
        if (suffix is "s" && count % 10 == 0)
            return Add(token, index, start, end, Role.Decade, count, null);
        // "3D" is no three days.
        if (suffix is "d" || lexicon[suffix] is not { } unit || (unit.Roles & (Role.Unit | Role.Clock)) == 0)
            return Add(token, index, start, end, 0, 0, null);
        Add(token, index, start, start + digits, Role.Number | Role.Digits, count, null);
        return Add(token, index, start + digits, end, unit.Roles, 0, unit);
    }

    /// <summary>"q3", "h1", "fy2023".</summary>
    private Role AddLetters(Token token, int index, int start, int end)
    {
        var part = token.Norm.AsSpan(start, end - start);
        int letters = part.IndexOfAnyInRange('0', '9');
        if (letters is not (1 or 2) || lexicon[part[..letters]] is not { } word || (word.Roles & (Role.Numbering | Role.Fiscal)) == 0
            || !int.TryParse(part[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return Add(token, index, start, end, 0, 0, null);
        Add(token, index, start, start + letters, word.Roles, 0, word);
        return Add(token, index, start + letters, end, Role.Number | Role.Digits, number, null) | word.Roles;
    }

    private Role Add(Token token, int index, int start, int end, Role roles, double count, TimeWord? word)
    {
        // A norm is as long as its text but for rare letters, whose tokens are no times.
        int to = Math.Min(token.Span.Start + end, token.Span.End);
        Append(new(roles, count, word, index, new(Math.Min(token.Span.Start + start, to), to), start == 0 && token.IsCapitalised));
        return roles;
    }

    private void Append(in TimeToken token)
    {
        if (Count == line.Length)
            Array.Resize(ref line, 2 * Count);
        line[Count++] = token;
    }
}
