using System.Globalization;
using System.Runtime.CompilerServices;

namespace Entente.Intake;

/// <summary>The numbers and words at the beginning of a text, and the dates that they make up.</summary>
internal readonly ref struct DateParts
{
    private const int Most = 32;

    private readonly ReadOnlySpan<char> text;
    private readonly Spans spans;

    public DateParts(ReadOnlySpan<char> text)
    {
        this.text = text;
        for (int i = 0; i < text.Length && Count < Most;)
        {
            int end = i;
            if (char.IsAsciiDigit(text[i]))
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
            else
                while (end < text.Length && char.IsLetter(text[end]))
                    end++;
            if (end > i)
                spans[Count++] = (i, end);
            i = Math.Max(end, i + 1);
        }
    }

    public int Count { get; }

    public ReadOnlySpan<char> Word(int i) => i < Count ? text[spans[i].Start..spans[i].End] : [];

    /// <summary>-1 for a word, and for a number that is no part of a date.</summary>
    public int Number(int i) => i < Count && Length(i) <= 8 && int.TryParse(Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    /// <summary>The date that begins with a part, null if none does.</summary>
    public ReadDate? At(int i) => Compact(i) ?? YearFirst(i) ?? MonthFirst(i) ?? DayFirst(i) ?? Numeric(i) ?? Stamp(i);

    private int Length(int i) => spans[i].End - spans[i].Start;

    private ReadOnlySpan<char> Gap(int i) => i + 1 < Count ? text[spans[i].End..spans[i + 1].Start] : [];

    /// <summary>Hardly anything between: a comma, a space, a dot.</summary>
    private bool IsNear(int i) => i + 1 < Count && Gap(i).Length <= 3 && !Gap(i).ContainsAny('|', ';', ':');

    private int Year(int i) => i < Count && Length(i) == 4 && Number(i) is >= 1900 and < 2100 and var year ? year : 0;

    private int Day(int i) => i < Count && Length(i) <= 2 && Number(i) is >= 1 and <= 31 and var day ? day : 0;

    private int Month(int i) => i < Count ? DateWords.Month(Word(i)) : 0;

    /// <summary>20190504, 20190504T1002, 20190504100200.</summary>
    private ReadDate? Compact(int i)
    {
        if (Length(i) is not (8 or 12 or 14) || !int.TryParse(Word(i)[..8], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return null;
        return Made(i, i, number / 10_000, number / 100 % 100, number % 100);
    }

    /// <summary>2019-05-04, 2019/05/04, 2019 May 4.</summary>
    private ReadDate? YearFirst(int i)
    {
        if (Year(i) is 0 || !IsNear(i) || !IsNear(i + 1) || Day(i + 2) == 0)
            return null;
        if (Month(i + 1) is var month and > 0)
            return Made(i, i + 2, Year(i), month, Day(i + 2));
        return Gap(i).Length == 1 && Gap(i)[0] is '-' or '/' or '.' or '_' && Gap(i + 1).SequenceEqual(Gap(i)) ? Made(i, i + 2, Year(i), Day(i + 1), Day(i + 2)) : null;
    }

    /// <summary>May 4, 2019; May 4th 2019; May 04 10:02:00 UTC 2019.</summary>
    private ReadDate? MonthFirst(int i)
    {
        if (Month(i) == 0 || !IsNear(i) || Day(i + 1) == 0)
            return null;
        int year = i + 2;
        if (IsOrdinal(year))
            year++;
        if (Year(year) > 0 && IsNear(year - 1))
            return Made(i, year, Year(year), Month(i), Day(i + 1));
        int last = Math.Min(Count, i + 7);
        for (bool isTime = Gap(i + 2) is ":"; isTime && year < last; year++)
            if (Year(year) > 0)
                return Made(i, year, Year(year), Month(i), Day(i + 1));
        return null;
    }

    /// <summary>4 May 2019, 4th of May, 2019, 04-May-19.</summary>
    private ReadDate? DayFirst(int i)
    {
        if (Day(i) == 0)
            return null;
        int month = IsOrdinal(i + 1) ? i + 2 : i + 1;
        if (Word(month) is "of" or "de")
            month++;
        if (Month(month) == 0 || !IsNear(month - 1) || !IsNear(month))
            return null;
        return Made(i, month + 1, Year(month + 1) is > 0 and var year ? year : Gap(month) is "-" && Length(month + 1) == 2 ? 2000 + Number(month + 1) : 0, Month(month), Day(i));
    }

    /// <summary>04/05/2019, 4.5.2019, 4-5-19.</summary>
    private ReadDate? Numeric(int i)
    {
        if (Day(i) == 0 || Day(i + 1) == 0 || Gap(i) is not ("/" or "." or "-") || !Gap(i + 1).SequenceEqual(Gap(i)))
            return null;
        int year = Year(i + 2) is > 0 and var full ? full : Gap(i) is "/" && Length(i + 2) == 2 ? 2000 + Number(i + 2) : 0;
        // 04.05.2019 is written by those who put the day first.
        var swapped = Gap(i).SequenceEqual(".") ? null : Made(i, i + 2, year, Day(i), Day(i + 1));
        return Made(i, i + 2, year, Day(i + 1), Day(i)) is { } date ? date with { Swapped = swapped is { } other && other.Day != date.Day ? other.Day : null } : swapped;
    }

    /// <summary>Seconds or milliseconds since 1970, if the text is nothing else.</summary>
    private ReadDate? Stamp(int i) => Count == 1 && Length(i) is 10 or 13 && text.Trim().Length == Length(i)
        && long.TryParse(Word(i)[..10], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        ? new(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime), null, spans[i].Start, spans[i].End) : null;

    private bool IsOrdinal(int i) => i > 0 && i < Count && Gap(i - 1).Length == 0 && Word(i) is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH";

    private ReadDate? Made(int first, int last, int year, int month, int day) =>
        year is >= 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(new DateOnly(year, month, day), null, spans[first].Start, spans[last].End) : null;

    [InlineArray(Most)]
    private struct Spans
    {
        private (int Start, int End) first;
    }
}
