using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Dates and periods, resolved against the day the article was published. Where the anchor is itself a period, a relative date is the hull
/// of what it means at its two ends; without an anchor only what is absolute gets a value.
/// </summary>
public sealed class TimeFinder
{
    private readonly IReadOnlyList<Token> tokens;
    private readonly When? anchor;

    private TimeFinder(IReadOnlyList<Token> tokens, When? anchor)
    {
        this.tokens = tokens;
        this.anchor = anchor;
    }

    public static List<TimeExpression> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, When? anchor)
    {
        var finder = new TimeFinder(tokens, anchor);
        var found = new List<TimeExpression>();
        foreach (var sentence in sentences)
            for (int i = sentence.First; i < sentence.End;)
            {
                var time = finder.At(i, sentence);
                if (time is not null)
                    found.Add(time);
                i = time?.EndToken ?? i + 1;
            }
        return found;
    }

    private TimeExpression? At(int i, Sentence sentence) =>
        Range(i, sentence) ?? Since(i, sentence) ?? Point(i, sentence);

    /// <summary>"since 2004", "since the start of 2014": a period whose end is open.</summary>
    private TimeExpression? Since(int i, Sentence sentence)
    {
        if (Norm(i) != "since" || i + 1 >= sentence.End)
            return null;
        var point = Point(i + 1, sentence);
        return point is null ? null : Make(i, point.EndToken, point.Value is { } v ? When.Since(v) : null, $"since {point.Reason}");
    }

    /// <summary>"from 2010 to 2015", "between 2010 and 2015", "2010-2015".</summary>
    private TimeExpression? Range(int i, Sentence sentence)
    {
        string join = Norm(i) switch { "from" => "to", "between" => "and", _ => "" };
        if (join.Length == 0 || Point(i + 1, sentence) is not { } first || first.EndToken >= sentence.End)
            return null;
        if (Norm(first.EndToken) is not ("to" or "and" or "until" or "through") || (join == "and" && Norm(first.EndToken) != "and"))
            return null;
        if (Point(first.EndToken + 1, sentence) is not { } last || first.Value?.First is not { } a || last.Value?.End is not { } b || a >= b)
            return null;
        return Make(i, last.EndToken, When.Between(a, b.AddDays(-1)), $"{first.Reason} to {last.Reason}");
    }

    private TimeExpression? Point(int i, Sentence sentence) =>
        i >= sentence.End ? null
        : MonthFirst(i, sentence) ?? DayFirst(i, sentence) ?? Season(i, sentence) ?? Weekday(i, sentence) ?? Relative(i, sentence) ?? Ago(i, sentence)
        ?? Within(i, sentence) ?? Decade(i, sentence) ?? YearAlone(i, sentence);

    /// <summary>"January 11, 2023", "Jan. 11", "December 2022", "last December", "in May".</summary>
    private TimeExpression? MonthFirst(int i, Sentence sentence)
    {
        int at = i;
        string shift = Shift(Norm(at));
        if (shift.Length > 0)
            at++;
        if (Norm(at) is "early" or "mid" or "late")
            at++;
        if (!IsMonth(at, sentence, out int month))
            return null;
        int next = at + 1;
        if (next < sentence.End && Number(next) is >= 1 and <= 31 and var day && !IsYear(next, out _))
        {
            int end = next + 1;
            if (end < sentence.End && Norm(end) is "st" or "nd" or "rd" or "th")
                end++;
            int yearAt = end < sentence.End && Norm(end) == "," ? end + 1 : end;
            if (yearAt < sentence.End && IsYear(yearAt, out int year))
                return Make(i, yearAt + 1, ValidDay(year, month, day), "as written");
            return Make(i, end, Resolve(a => NearestDay(a, month, day, IsFuture(i, sentence))), $"nearest {month:00}-{day:00} {FromAnchor}");
        }
        int yearNext = next < sentence.End && Norm(next) is "of" or "," ? next + 1 : next;
        if (yearNext < sentence.End && IsYear(yearNext, out int written))
            return Make(i, yearNext + 1, When.Month(written, month), "as written");
        if (Norm(at) == "may" && !IsMonthMay(at, sentence))
            return null;
        int direction = shift == "next" || (shift.Length == 0 && IsFuture(i, sentence)) ? 1 : shift == "this" ? 0 : -1;
        return Make(i, next, Resolve(a => NearestMonth(a, month, direction)), $"{(direction > 0 ? "next" : "last")} month {month:00} {FromAnchor}");
    }

    /// <summary>"11 January 2023", "the 11th of January".</summary>
    private TimeExpression? DayFirst(int i, Sentence sentence)
    {
        if (Number(i) is not (>= 1 and <= 31 and var day) || i + 1 >= sentence.End)
            return null;
        int at = Norm(i + 1) is "of" or "st" or "nd" or "rd" or "th" ? i + 2 : i + 1;
        if (at < sentence.End && Norm(at) == "of")
            at++;
        if (!IsMonth(at, sentence, out int month))
            return null;
        if (at + 1 < sentence.End && IsYear(at + 1, out int year))
            return Make(i, at + 2, ValidDay(year, month, day), "as written");
        return Make(i, at + 1, Resolve(a => NearestDay(a, month, day, IsFuture(i, sentence))), $"nearest {month:00}-{day:00} {FromAnchor}");
    }

    /// <summary>"last summer", "the summer of 2022", "autumn 2023".</summary>
    private TimeExpression? Season(int i, Sentence sentence)
    {
        string shift = Shift(Norm(i));
        int at = shift.Length > 0 ? i + 1 : i;
        if (at >= sentence.End || !CalendarWords.Seasons.TryGetValue(Norm(at), out int season))
            return null;
        int yearAt = at + 1 < sentence.End && Norm(at + 1) == "of" ? at + 2 : at + 1;
        if (yearAt < sentence.End && IsYear(yearAt, out int year))
            return Make(i, yearAt + 1, When.Parse($"{year:0000}-{season}"), "as written");
        if (shift.Length == 0)
            return null;
        return Make(i, at + 1, Resolve(a => NearestSeason(a, season, shift)), $"{shift} season {season} {FromAnchor}");
    }

    private TimeExpression? Weekday(int i, Sentence sentence)
    {
        string shift = Shift(Norm(i));
        int at = shift.Length > 0 ? i + 1 : i;
        if (at >= sentence.End || !tokens[at].IsCapitalised || !CalendarWords.Weekdays.TryGetValue(Norm(at), out int weekday))
            return null;
        int direction = shift == "next" || (shift is "" or "this" && IsFuture(i, sentence)) ? 1 : -1;
        return Make(i, at + 1, Resolve(a => NearestWeekday(a, weekday, direction)), $"{(direction > 0 ? "coming" : "past")} {Norm(at)} {FromAnchor}");
    }

    /// <summary>"last week", "this year", "yesterday", "next month".</summary>
    private TimeExpression? Relative(int i, Sentence sentence)
    {
        int days = Norm(i) switch { "today" or "tonight" => 0, "yesterday" => -1, "tomorrow" => 1, _ => int.MinValue };
        if (days != int.MinValue)
            return Make(i, i + 1, Resolve(a => When.Day(a.AddDays(days))), $"{Norm(i)} {FromAnchor}");
        string shift = Shift(Norm(i));
        if (shift.Length == 0 || i + 1 >= sentence.End)
            return null;
        int by = shift switch { "last" => -1, "this" => 0, _ => 1 };
        int end = i + 2;
        if (Norm(i + 1) == "'s")
            return null;
        return Norm(i + 1) switch
        {
            "week" => Make(i, end, Resolve(a => Week(a, by)), $"{shift} week {FromAnchor}"),
            "month" => Make(i, end, Resolve(a => When.Month(a.AddMonths(by).Year, a.AddMonths(by).Month)), $"{shift} month {FromAnchor}"),
            "year" => Make(i, end, Resolve(a => When.Year(a.Year + by)), $"{shift} year {FromAnchor}"),
            _ => null,
        };
    }

    /// <summary>"two years ago", "three weeks earlier" is left out: its anchor is elsewhere.</summary>
    private TimeExpression? Ago(int i, Sentence sentence)
    {
        if (i + 2 >= sentence.End || Norm(i + 2) != "ago" || (Number(i) ?? Word(i)) is not { } n)
            return null;
        return Make(i, i + 3, Resolve(a => Unit(Norm(i + 1)) switch
        {
            'd' => When.Day(a.AddDays(-n)),
            'w' => Week(a, -n),
            'm' => When.Month(a.AddMonths(-n).Year, a.AddMonths(-n).Month),
            'y' => a.Year > n ? When.Year(a.Year - n) : null,
            'D' => a.Year - 10 * n >= 10 ? When.Parse($"{(a.Year - 10 * n) / 10:000}X") : null,
            _ => null,
        }), $"{n} {Norm(i + 1)} before {FromAnchor}");
    }

    /// <summary>"within five years": up to that year.</summary>
    private TimeExpression? Within(int i, Sentence sentence)
    {
        if (Norm(i) is not "within" || i + 2 >= sentence.End || (Number(i + 1) ?? Word(i + 1)) is not (<= 500 and var n) || Unit(Norm(i + 2)) != 'y')
            return null;
        return Make(i, i + 3, Resolve(a => When.Parse($"{a.Year:0000}/{a.Year + n:0000}")), $"within {n} years {FromAnchor}");
    }

    /// <summary>"the 1990s", "the early 2030s".</summary>
    private TimeExpression? Decade(int i, Sentence sentence)
    {
        int at = Norm(i) is "early" or "mid" or "late" ? i + 1 : i;
        if (at >= sentence.End)
            return null;
        string norm = Norm(at);
        if (norm.Length != 5 || norm[4] != 's' || norm[3] != '0' || !int.TryParse(norm[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year is < 1800 or > 2099)
            return null;
        var value = Norm(i) switch
        {
            "early" => When.Parse($"{year}/{year + 3}"),
            "mid" => When.Parse($"{year + 3}/{year + 6}"),
            "late" => When.Parse($"{year + 6}/{year + 9}"),
            _ => When.Parse($"{year / 10}X"),
        };
        return Make(i, at + 1, value, "as written");
    }

    private TimeExpression? YearAlone(int i, Sentence sentence)
    {
        if (!IsYear(i, out int year))
            return null;
        string before = i > sentence.First ? Norm(i - 1) : "";
        string after = i + 1 < sentence.End ? Norm(i + 1) : "";
        bool isDated = before is "in" or "since" or "by" or "of" or "until" or "from" or "to" or "and" or "between" or "before" or "after" or "during" or "the" or "its" or "their" or "("
            or "a" or "early" or "late" or "mid" or "around" or "year" or "through" || after is ")" or ",";
        return isDated ? Make(i, i + 1, When.Year(year), "as written") : null;
    }

    private TimeExpression Make(int first, int end, When? value, string reason) =>
        new(first, end, new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End), value, reason);

    private string FromAnchor => anchor is { } a ? $"from {a}" : "from an unknown day";

    private When? Resolve(Func<DateOnly, When?> meaning)
    {
        // No news is from outside these years, and no count of days, weeks or months leads out of the calendar from within them.
        if (anchor?.First is not { Year: >= 1000 } first || anchor?.End is not { Year: <= 9000 } end)
            return null;
        var last = end.AddDays(-1);
        if (meaning(first) is not { } a || first == last)
            return meaning(first);
        if (meaning(last) is not { } b || a == b)
            return meaning(last) is null ? null : a;
        return a.First is { } from && b.End is { } to && from < to ? When.Between(from, to.AddDays(-1)) : null;
    }

    private static When? ValidDay(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? When.Day(new(year, month, day)) : null;

    private static When? NearestDay(DateOnly anchor, int month, int day, bool future)
    {
        int year = anchor.Year;
        if (ValidDay(year, month, day) is not { First: { } here })
            return null;
        // News rarely looks further ahead than half a year, and looks back for the rest.
        if (!future && here > anchor.AddDays(45))
            year--;
        else if (future && here < anchor.AddDays(-45))
            year++;
        return ValidDay(year, month, day);
    }

    private static When NearestMonth(DateOnly anchor, int month, int direction)
    {
        int year = direction < 0 && month > anchor.Month ? anchor.Year - 1 : direction > 0 && month < anchor.Month ? anchor.Year + 1 : anchor.Year;
        return When.Month(year, month);
    }

    private static When NearestSeason(DateOnly anchor, int season, string shift)
    {
        var here = When.Parse($"{anchor.Year:0000}-{season}");
        int year = shift switch
        {
            "last" => here.End <= anchor ? anchor.Year : anchor.Year - 1,
            "next" => here.First > anchor ? anchor.Year : anchor.Year + 1,
            _ => anchor.Year,
        };
        return When.Parse($"{year:0000}-{season}");
    }

    private static When NearestWeekday(DateOnly anchor, int weekday, int direction)
    {
        int ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        return When.Day(direction > 0 ? anchor.AddDays(ahead) : anchor.AddDays(ahead == 0 ? 0 : ahead - 7));
    }

    /// <summary>Weeks run from Monday to Sunday (ISO 8601).</summary>
    private static When Week(DateOnly anchor, int by)
    {
        var monday = anchor.AddDays(-(((int)anchor.DayOfWeek + 6) % 7) + 7 * by);
        return When.Between(monday, monday.AddDays(6));
    }

    /// <summary>Whether the words shortly before speak of what is to come.</summary>
    private bool IsFuture(int i, Sentence sentence)
    {
        for (int at = Math.Max(sentence.First, i - 14); at < i; at++)
            if (Norm(at) is "will" or "'ll" or "shall" or "due" or "scheduled" or "plans" or "plan" or "planned" or "planning" or "upcoming" or "expected" or "set" or "ahead" or "meets")
                return true;
        return false;
    }

    private string Norm(int i) => i < tokens.Count ? tokens[i].Norm : "";

    private static string Shift(string norm) => norm is "last" or "this" or "next" ? norm : norm is "past" or "previous" ? "last" : norm is "coming" ? "next" : "";

    private bool IsMonth(int at, Sentence sentence, out int month)
    {
        month = 0;
        return at < sentence.End && tokens[at].IsCapitalised && CalendarWords.Months.TryGetValue(Norm(at), out month);
    }

    /// <summary>"May" alone is a month only after a preposition: "in May", "last May".</summary>
    private bool IsMonthMay(int at, Sentence sentence) =>
        at > sentence.First && Norm(at - 1) is "in" or "last" or "next" or "this" or "since" or "until" or "by" or "of" or "early" or "late" or "mid" or "from";

    private bool IsYear(int at, out int year) =>
        int.TryParse(Norm(at), NumberStyles.None, CultureInfo.InvariantCulture, out year) && Norm(at).Length == 4 && year is >= 1800 and <= 2099;

    private int? Number(int at)
    {
        string norm = Norm(at);
        if (norm.Length > 2 && norm[^2..] is "st" or "nd" or "rd" or "th")
            norm = norm[..^2];
        return norm.Length <= 4 && int.TryParse(norm, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
    }

    private int? Word(int at) => CalendarWords.Numbers.TryGetValue(Norm(at), out int value) ? value : null;

    private static char Unit(string norm) => norm switch
    {
        "day" or "days" => 'd',
        "week" or "weeks" => 'w',
        "month" or "months" => 'm',
        "year" or "years" => 'y',
        "decade" or "decades" => 'D',
        _ => ' ',
    };
}
