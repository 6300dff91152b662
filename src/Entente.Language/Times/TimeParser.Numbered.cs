using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>The n-th of a longer period: quarters, halves, weeks, weekdays.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"the second quarter of 2022", "Q3", "the first half", "the last week of July", "the first Friday of May", "week 23", "H1 2024".</summary>
    private TimeMatch Numbered(int i)
    {
        int at = SkipThe(i), unitAt, n;
        char unit;
        if (Tok(at) is { Value.Length: > 0 } sign && sign.Is(Role.Numbering) && Tok(at + 1).Is(Role.Digits) && Touch(at, at + 1))
            (n, unit, unitAt) = ((int)Tok(at + 1).Count, sign.Value[0], at + 1);
        else if (Is(at, Role.Unit) && Is(at + 1, Role.Digits) && Tok(at).Word!.Unit is 'w' or 'y')
            (n, unit, unitAt) = ((int)Tok(at + 1).Count, Tok(at).Word!.Unit, at + 1);
        else if (Nth(at, out n, out unitAt) && (Is(unitAt, Role.Unit) || Norm(unitAt) == "half" || Is(unitAt, Role.Weekday)))
            unit = Norm(unitAt) == "half" ? 'H' : Is(unitAt, Role.Unit) ? Tok(unitAt).Word!.Unit : 'W';
        else if (Is(at, Role.Ordinal) && Norm(at + 1) == "of" && Is(at + 2, Role.Shift) && Is(at + 3, Role.Unit) && Tok(at + 3).Word!.Unit == 'm')
            (unit, unitAt) = ('d', at);
        else if (n != 0 && Count(at + 1, out double many, out unitAt) && Is(unitAt, Role.Unit) && Is(unitAt, Role.Plural))
            return FirstOf(unitAt, n, many);
        else
            return YearThenQuarter(at);
        if (unit == 'y')
            return n is > 0 and < 10000 && Is(unitAt, Role.Digits) ? Fixed(unitAt + 1, Calendar.Year(n)) : default;
        return NthOf(i, unitAt, n, unit);
    }

    /// <summary>"first", "2nd", "last", "final": -1 is the last.</summary>
    private bool Nth(int at, out int n, out int unitAt)
    {
        bool isLast = Norm(at) is "last" or "final" or "closing";
        n = isLast ? -1 : Tok(at).Word?.Ordinal > 0 ? Tok(at).Word!.Ordinal : (int)Tok(at).Count;
        unitAt = SkipHyphen(at + 1);
        return isLast || Is(at, Role.Ordinal);
    }

    /// <summary>"the first nine months of 2022", "the last two weeks of May".</summary>
    private TimeMatch FirstOf(int unitAt, int n, double many)
    {
        int of = SkipOf(unitAt + 1);
        var whole = Definite(of);
        if (!whole.Found && of > unitAt + 1)
            whole = Bare(of);
        if (!whole.Found || whole.Kind != TimeKind.Date || n is not (1 or -1))
            return default;
        char unit = Tok(unitAt).Word!.Unit;
        var value = whole.Value is { } w && Hull(w, a => Nth(a, w, n, unit)) is { } near && Hull(w, a => Nth(a, w, n < 0 ? -(int)many : (int)many, unit)) is { } far
            ? n < 0 ? Calendar.Through(far, near) : Calendar.Through(near, far) : null;
        return whole with { Value = value, Reason = $"{(n < 0 ? "last" : "first")} {many} of {Told(whole)}", Fields = default, Meaning = null };
    }

    private TimeMatch NthOf(int i, int unitAt, int n, char unit)
    {
        int end = unitAt + 1, of = SkipOf(end);
        if (unit == 'C')
            return n > 0 ? Fixed(end, Calendar.Century(n - 1)) : default;
        bool isFiscal = Is(of, Role.Fiscal) || Norm(of) == "the" && Is(of + 1, Role.Fiscal);
        var whole = Definite(of);
        if (!whole.Found)
            whole = of > end || unit is 'q' or 'H' || Is(of, Role.Shift) ? Bare(of) : default;
        if (whole is { Found: true, Kind: TimeKind.Date })
            return whole with
            {
                Value = isFiscal ? whole.Value : unit == 'W' ? NthWeekday(whole.Value, n, Tok(unitAt).Word!.Weekday) : Hull(whole.Value, a => Nth(a, whole.Value!.Value, n, unit)),
                Reason = isFiscal ? $"in {whole.Reason}" : $"{(n < 0 ? "last" : $"number {n}")} of {Told(whole)}",
                Fields = default,
            };
        if (unit is 'q' or 'H' && n is not -1)
        {
            var tense = TenseAt(i, end);
            return Relative(end, $"{(unit == 'q' ? "quarter" : "half")} {n} of the year", a => NearestQuarter(a, n, unit, tense));
        }
        if (unit == 'w' && Is(unitAt, Role.Digits))
            return Relative(end, $"week {n} of the year", a => Nth(a, When.Year(a.Year), n, 'w'));
        return default;
    }

    private static When? NthWeekday(When? whole, int n, int weekday)
    {
        if (whole is not { First: { } first, End: { } end } || n == 0)
            return null;
        int offset = n > 0 ? (weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (n - 1) : -1 - ((int)end.DayOfWeek - 1 - weekday + 14) % 7;
        return Calendar.Day(n > 0 ? first : end, offset) is { First: { } day } when && day < end ? when : null;
    }

    /// <summary>The n-th such unit of a period that the day lies in; -1 for the last.</summary>
    private static When? Nth(DateOnly day, When whole, int n, char unit)
    {
        if (whole.First is not { } first || whole.End is not { } end || n == 0)
            return null;
        var value = unit switch
        {
            'd' => n > 0 ? Calendar.Day(first, n - 1) : Calendar.Day(end, n),
            // ISO 8601: the first week is the one with the first Thursday.
            'w' => n > 0 ? Calendar.Week(first.AddDays(3), n - 1, 0, 6) : Calendar.Week(end.AddDays(-4), n + 1, 0, 6),
            'm' => Calendar.Period(n > 0 ? first : end.AddDays(-1), 'm', n > 0 ? n - 1 : n + 1),
            'y' => Calendar.Year(n > 0 ? first.Year + n - 1 : end.AddDays(-1).Year + n + 1),
            'D' => Calendar.Period(n > 0 ? first : end.AddDays(-1), 'D', n > 0 ? n - 1 : 0),
            'q' => n is -1 or (>= 1 and <= 4) ? Calendar.Quarter(first.Year, n < 0 ? 4 : n) : null,
            'H' => n is -1 or 1 or 2 ? Calendar.Half(first.Year, n < 0 ? 2 : n) : null,
            'e' => Calendar.Week(n > 0 ? first : end.AddDays(-1), n > 0 ? n - 1 : 0, 5, 6),
            _ => null,
        };
        return value is { First: { } a } && a < end && a >= first.AddDays(-7) ? value : null;
    }

    private static When? NearestQuarter(DateOnly anchor, int n, char unit, Tense tense)
    {
        When? In(int year) => unit == 'q' ? n is >= 1 and <= 4 ? Calendar.Quarter(year, n) : null : n is 1 or 2 ? Calendar.Half(year, n) : null;
        var here = In(anchor.Year);
        return tense == Tense.Future && here?.End <= anchor ? In(anchor.Year + 1) : tense == Tense.Past && here?.First > anchor ? In(anchor.Year - 1) : here;
    }

    /// <summary>"2019 Q1", "2016 the third quarter".</summary>
    private TimeMatch YearThenQuarter(int at)
    {
        int next = SkipThe(at + 1);
        if (!Tok(at).IsYear)
            return default;
        int n = 0, end = 0;
        if (Is(next, Role.Numbering) && Tok(next).Value == "q" && Is(next + 1, Role.Digits))
            (n, end) = ((int)Tok(next + 1).Count, next + 2);
        else if (next > at + 1 && Nth(next, out n, out int unitAt) && Is(unitAt, Role.Unit) && Tok(unitAt).Word!.Unit == 'q')
            end = unitAt + 1;
        return end > 0 && n is >= 1 and <= 4 ? Fixed(end, Calendar.Quarter((int)Tok(at).Count, n)) : default;
    }
}
