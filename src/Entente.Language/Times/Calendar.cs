using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Reckoning in days, weeks (Monday to Sunday, ISO 8601), months and so on. Units have letters, as in ISO 8601 where it has one: <c>d w m y</c>,
/// and <c>D</c>ecade, <c>C</c>entury, <c>q</c>uarter, week<c>e</c>nd, <c>f</c>ortnight, hal<c>H</c> year, <c>h</c>our, mi<c>n</c>ute, <c>s</c>econd.
/// </summary>
internal static class Calendar
{
    private static readonly UmAlQuraCalendar UmmAlQura = new();

    /// <summary>The period of a unit that a day lies in, or one so many earlier or later; null outside the calendar.</summary>
    public static When? Period(DateOnly day, char unit, int by) => unit switch
    {
        'd' or 'h' or 'n' or 's' => Day(day, by),
        'w' => Week(day, by, 0, 6),
        'f' => Day(day, 14 * by)?.First is { } start ? Span(start, 0, 13) : null,
        'e' => Week(day, by, 5, 6),
        'm' => AddMonths(day, by) is { } month ? When.Month(month.Year, month.Month) : null,
        'q' => Aligned(day, by, 3),
        'H' => Aligned(day, by, 6),
        'y' => Year(day.Year + by),
        'D' => day.Year / 10 + by is > 0 and < 1000 and var decade ? When.Parse(string.Create(CultureInfo.InvariantCulture, $"{decade:000}X")) : null,
        'C' => Century(day.Year / 100 + by),
        _ => null,
    };

    public static When? Year(int year) => year is > 0 and < 10000 ? When.Year(year) : null;

    public static When? Century(int hundreds) => hundreds is > 0 and < 100 ? When.Parse(string.Create(CultureInfo.InvariantCulture, $"{hundreds:00}XX")) : null;

    public static When? Day(int year, int month, int day) => year is > 0 and < 10000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? When.Day(new(year, month, day)) : null;

    public static When? Day(DateOnly day, int by) => day.DayNumber + by is >= 0 and < 3652058 and var number ? When.Day(DateOnly.FromDayNumber(number)) : null;

    /// <summary>From one time to the other, each as exact as it is.</summary>
    public static When? Through(When first, When last)
    {
        if (first.First is not { } a || last.End is not { } b || a >= b)
            return null;
        string from = first.Text.Split('/')[0], to = last.Text.Split('/')[^1];
        return from == to ? When.Parse(from) : When.TryParse($"{from}/{to}", out var when) ? when : null;
    }

    public static DateOnly Monday(DateOnly day) => day.DayNumber >= 7 ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;

    public static When? Week(DateOnly day, int by, int first, int last) => Day(Monday(day), 7 * by)?.First is { } monday ? Span(monday, first, last) : null;

    public static When? Quarter(int year, int quarter) => year is > 0 and < 9999 ? Months(new(year, 3 * quarter - 2, 1), 3) : null;

    public static When? Half(int year, int half) => year is > 0 and < 9999 ? Months(new(year, 6 * half - 5, 1), 6) : null;

    /// <summary>The n-th such weekday of a month, -1 for the last; weekdays as in ISO 8601.</summary>
    public static DateOnly NthWeekday(int year, int month, int weekday, int n)
    {
        var first = n > 0 ? new DateOnly(year, month, 1) : new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-6);
        return first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + (n > 0 ? 7 * (n - 1) : 0));
    }

    /// <summary>Western Easter by the anonymous Gregorian reckoning (Meeus).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451, sum = h + l - 7 * m + 114;
        return new(year, sum / 31, sum % 31 + 1);
    }

    /// <summary>Orthodox Easter, reckoned by the Julian calendar and told in ours (good from 1900 to 2099).</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, sum = d + e + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1).AddDays(13);
    }

    /// <summary>
    /// The first day in a year that the Umm al-Qura calendar gives this month and day; a sighting of the moon may move it by a day. Outside
    /// the years that calendar is kept for, the nearest of them.
    /// </summary>
    public static DateOnly Hijri(int year, int month, int day)
    {
        var first = new DateTime(Math.Clamp(year, 1901, 2075), 1, 1);
        int hijri = UmmAlQura.GetYear(first);
        var date = UmmAlQura.ToDateTime(hijri, month, day, 0, 0, 0, 0);
        return DateOnly.FromDateTime(date < first ? UmmAlQura.ToDateTime(hijri + 1, month, day, 0, 0, 0, 0) : date);
    }

    public static DateOnly? AddMonths(DateOnly day, int months)
    {
        int total = day.Year * 12 + day.Month - 1 + months;
        return total is >= 12 and < 119988 ? day.AddMonths(months) : null;
    }

    /// <summary>The early, middle or late third of a period; for one of two days or less, itself.</summary>
    public static When Part(When whole, string part)
    {
        if (whole.First is not { } first || whole.End is not { } end || end.DayNumber - first.DayNumber < 3)
            return whole;
        int years = end.Year - first.Year;
        if (years >= 10 && end is { Month: 1, Day: 1 } && first is { Month: 1, Day: 1 })
        {
            int a = years * 3 / 10, b = years * 6 / 10;
            return part switch
            {
                "early" => When.Parse($"{first.Year:0000}/{first.Year + a:0000}"),
                "mid" => When.Parse($"{first.Year + a:0000}/{first.Year + b:0000}"),
                _ => When.Parse($"{first.Year + b:0000}/{end.Year - 1:0000}"),
            };
        }
        int months = (end.Year - first.Year) * 12 + end.Month - first.Month;
        if (months >= 3 && first.Day == 1 && end.Day == 1)
        {
            int a = Math.Max(1, months / 3);
            return part switch
            {
                "early" => Months(first, a)!.Value,
                "mid" => Months(first.AddMonths(a), months - 2 * a)!.Value,
                _ => Months(end.AddMonths(-a), a)!.Value,
            };
        }
        int days = end.DayNumber - first.DayNumber, third = days / 3, early = days == 7 ? 3 : third;
        return part switch
        {
            "early" => Span(first, 0, early - 1)!.Value,
            "mid" => days == 7 ? Span(first, 1, 4)!.Value : Span(first, third, 2 * third - 1)!.Value,
            _ => days == 7 ? Span(first, 3, 6)!.Value : Span(first, 2 * third, days - 1)!.Value,
        };
    }

    private static When? Span(DateOnly start, int first, int last) => Day(start, first)?.First is { } a && Day(start, last)?.First is { } b ? When.Between(a, b) : null;

    /// <summary>The quarter or half of a year that a day lies in, or one so many earlier or later.</summary>
    private static When? Aligned(DateOnly day, int by, int months) => AddMonths(day, by * months - (day.Month - 1) % months) is { } first ? Months(first, months) : null;

    private static When? Months(DateOnly first, int months) =>
        AddMonths(first, months - 1) is { } last ? Through(When.Month(first.Year, first.Month), When.Month(last.Year, last.Month)) : null;
}
