using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// The day of a date as feeds write them: "Wed, 11 Jan 2023 21:30:00 EST", "11 January 23", "2023-01-11T21:30:00-05:00". It is the outlet's
/// day, as written: what its text calls today. So zones, which feeds name in many ways, do not matter.
/// </summary>
internal static class FeedDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>Null if it is no date.</summary>
    public static When? DayOf(string text)
    {
        text = text.Trim();
        if (When.TryParse(text.Length > 10 && text[10] is 'T' or 't' or ' ' ? text[..10] : text, out var iso))
            return iso.First is not null && iso.End is not null ? iso : null;
        int day = 0, month = 0, year = 0;
        foreach (var range in text.AsSpan().SplitAny(" ,-\t\n"))
        {
            var word = text.AsSpan(range);
            if (word.Contains(':'))
                break;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                _ = day == 0 && word.Length <= 2 ? day = number : year == 0 ? year = YearOf(number, word.Length) : 0;
            else if (month == 0)
                month = MonthOf(word);
        }
        return month > 0 && year is > 0 and < 9999 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? When.Day(new DateOnly(year, month, day)) : null;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        int at = word.Length < 3 ? -1 : Months.AsSpan().IndexOf(word[..3], StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    /// <summary>RFC 822 has years of two digits; RFC 2822 says what they mean.</summary>
    private static int YearOf(int number, int digits) => digits > 2 ? number : number < 50 ? 2000 + number : 1900 + number;
}
