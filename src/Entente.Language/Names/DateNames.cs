namespace Entente.Language;

/// <summary>
/// The names in what tells a time: "June 2021" of "since June 2021", "Monday" of "last Monday", nothing of "yesterday". The whole expression
/// and its value stay a <see cref="TimeExpression"/>.
/// </summary>
internal sealed class DateNames(TimeLexicon lexicon)
{
    /// <summary>What a word does in a date; a day needs one of the others beside it.</summary>
    private enum Part { None, Link, Day, Weekday, Month, Year, Holiday }

    /// <summary>Between the parts of one date: "the 14th <b>of the</b> month" has most.</summary>
    private const int MostLinks = 2;

    /// <summary>First token and the one behind the last, in order.</summary>
    public List<(int First, int End)> Find(IReadOnlyList<Token> tokens, IReadOnlyList<TimeExpression> times)
    {
        var found = new List<(int, int)>();
        foreach (var time in times)
            for (int at = time.FirstToken, end; at < time.EndToken; at = end)
                if (IsDate(tokens, at, time.EndToken, out end))
                    found.Add((at, end));
        return found;
    }

    /// <summary>A date has each part once: "June 24 and July 8" are two, and so are "1990-1995".</summary>
    /// <param name="end">Where to go on, even if there is no date.</param>
    private bool IsDate(IReadOnlyList<Token> tokens, int first, int limit, out int end)
    {
        end = first + 1;
        int seen = 0;
        bool isDate = false;
        for (int at = first, links = 0; at < limit && links <= MostLinks;)
        {
            var (part, length) = PartAt(tokens, at, limit);
            if (part == Part.None || (part == Part.Link && at == first) || (seen & 1 << (int)part) != 0)
                break;
            at += length;
            if (part == Part.Link)
            {
                links++;
                continue;
            }
            seen |= 1 << (int)part;
            isDate |= part > Part.Day;
            (end, links) = (at, 0);
        }
        return isDate;
    }

    private (Part Part, int Length) PartAt(IReadOnlyList<Token> tokens, int at, int limit)
    {
        var token = tokens[at];
        if (char.IsAsciiDigit(token.Norm[0]))
            return (OfNumber(token.Norm), 1);
        if (token.Norm is "," or "of" or "the")
            return (Part.Link, 1);
        if (!token.IsCapitalised || lexicon.Of(token.Lexeme)?.Roles is not { } roles)
            return (Part.None, 1);
        if ((roles & Role.Holiday) != 0 && HolidayLength(tokens, at, limit) is > 0 and var length)
            return (Part.Holiday, length);
        return ((roles & Role.Month) != 0 ? Part.Month : (roles & Role.Weekday) != 0 ? Part.Weekday : Part.None, 1);
    }

    private int HolidayLength(IReadOnlyList<Token> tokens, int at, int limit) =>
        lexicon.Holidays[tokens[at].Norm].FirstOrDefault(h => at + h.Words.Length <= limit && h.Words.Select((word, i) => tokens[at + i].Norm == word).All(same => same))?.Words.Length ?? 0;

    /// <summary>"2021", "1990s" and "2021-06-14" are dates by themselves, "14" and "14th" are days.</summary>
    private static Part OfNumber(string norm)
    {
        int digits = norm.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            return norm.Length == 4 ? Part.Year : norm.Length <= 2 ? Part.Day : Part.None;
        if (norm[digits] is '-' or '/' or '.')
            return norm.Length >= 6 && char.IsAsciiDigit(norm[^1]) ? Part.Year : Part.None;
        return norm.AsSpan(digits) switch
        {
            "s" when digits >= 2 => Part.Year,
            "st" or "nd" or "rd" or "th" when digits <= 2 => Part.Day,
            _ => Part.None,
        };
    }
}
