using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Times told by their distance: "last week", "the following day", "two years ago", "the day before yesterday".</summary>
internal sealed partial class TimeParser
{
    private int ShiftOf(int at) => Tok(at).Value switch { "last" or "previous" or "past" => -1, "next" or "coming" or "following" => 1, _ => 0 };

    private bool LooksBack(int at, bool isDefinite) =>
        Tok(at).Value is "following" or "same" or "previous" || (Norm(at) == "next" && isDefinite && Is(at + 1, Role.Unit | Role.Daypart));

    private TimeMatch Shifted(int i)
    {
        int at = SkipThe(i);
        double n = 0;
        if (Count(at, out double before, out int shiftAt) && Is(shiftAt, Role.Shift))
            (n, at) = (before, shiftAt);
        if (!Is(at, Role.Shift))
            return default;
        int target = SkipHyphen(at + 1);
        bool isVague = false;
        if (n == 0 && Count(target, out n, out int after))
            target = after;
        else if (n == 0 && VagueCount(target, out after))
            (isVague, target) = (true, after);
        target = SkipTrading(target);
        if (Is(target, Role.Fiscal) && Is(target + 1, Role.Unit))
            target++;
        if (n > 0 || isVague)
            return Stretch(at, target, n, isVague);
        return Is(target, Role.Unit) ? ShiftedUnit(at, target, at > i) : ShiftedName(i, at, target);
    }

    private int SkipTrading(int at) => Norm(at) is "trading" or "working" or "business" or "full" or "consecutive" or "straight" && Is(at + 1, Role.Unit) ? at + 1 : at;

    /// <summary>"last week", "that year", "the following day"; then "next week on Friday".</summary>
    private TimeMatch ShiftedUnit(int at, int target, bool isDefinite)
    {
        char unit = Tok(target).Word!.Unit;
        if (unit is 'h' or 'n' or 's' || Is(target, Role.Plural) || (unit == 's' && Norm(at) != "last"))
            return default;
        int by = ShiftOf(at), end = target + 1;
        string words = $"{Norm(at)} {Norm(target)}";
        bool back = LooksBack(at, isDefinite);
        if (Is(target - 1, Role.Fiscal))
            return Relative(end, $"{words}, whose first month is not told", a => Approximate(Calendar.Year(a.Year + by)), back);
        int weekdayAt = Norm(end) == "on" ? end + 1 : end;
        if (unit == 'w' && Is(weekdayAt, Role.Weekday) && !Is(weekdayAt, Role.Plural))
        {
            int weekday = Tok(weekdayAt).Word!.Weekday - 1;
            return Relative(weekdayAt + 1, $"{Norm(weekdayAt)} of {words}", a => Calendar.Week(a, by, weekday, weekday), back) with { Fields = new(0, 0, 0, weekday + 1) };
        }
        // On a Tuesday, the coming weekend is that of the running week.
        bool isNear = unit == 'e' && Tok(at).Value == "coming";
        return Relative(end, words, a => Calendar.Period(a, unit, isNear && a.DayOfWeek is > DayOfWeek.Sunday and < DayOfWeek.Saturday ? 0 : by), back);
    }

    /// <summary>"last June", "next Friday", "this summer", "last Christmas", "this morning", "last night".</summary>
    private TimeMatch ShiftedName(int i, int at, int target)
    {
        int by = ShiftOf(at);
        string shift = Tok(at).Value, words = $"{Norm(at)} {Norm(target)}";
        bool back = LooksBack(at, at > i) && shift != "previous";
        if (Is(target, Role.Daypart))
            return Relative(target + 1, words, a => Calendar.Day(a, shift == "last" || back ? by : 0 < by ? 1 : 0), back) with { Length = Tok(target).Value };
        if (Is(target, Role.Season))
        {
            int season = Tok(target).Word!.Season;
            return Relative(target + 1, words, a => ShiftedSeason(a, season, by));
        }
        if (Feast(target, out var holiday, out int end))
            return Relative(end, words, a => NearestHoliday(a, holiday, by == 0 ? Tense.Unknown : by < 0 ? Tense.Past : Tense.Future, by == 0), back);
        end = Weekly(target, out var fields);
        if (end == 0 || fields.Year > 0 || fields.Month < 0 || (Is(target, Role.Weak) && !Tok(target).IsCapital))
            return default;
        if (fields is { Month: 0, Day: 0 })
            return Relative(end, words, a => ShiftedWeekday(a, fields.Weekday, shift), back) with { Fields = fields };
        if (fields.Day == 0)
            return Relative(end, words, a => When.Month(a.Year + (by < 0 && fields.Month >= a.Month ? -1 : by > 0 && fields.Month <= a.Month ? 1 : 0), fields.Month), back);
        return Relative(end, words, a => ShiftedDate(a, fields, by), back) with { Fields = fields };
    }

    private static When? ShiftedWeekday(DateOnly anchor, int weekday, string shift)
    {
        int ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        return shift switch
        {
            "past" => Calendar.Day(anchor, ahead == 0 ? -7 : ahead - 7),
            "coming" or "following" => Calendar.Day(anchor, ahead == 0 ? 7 : ahead),
            "last" or "previous" => Calendar.Week(anchor, -1, weekday - 1, weekday - 1),
            "next" => Calendar.Week(anchor, 1, weekday - 1, weekday - 1),
            _ => Calendar.Week(anchor, 0, weekday - 1, weekday - 1),
        };
    }

    private static When? ShiftedDate(DateOnly anchor, DateFields fields, int by)
    {
        var here = Exact(fields with { Year = anchor.Year });
        return by < 0 && here?.First >= anchor ? Exact(fields with { Year = anchor.Year - 1 }) : by > 0 && here?.First <= anchor ? Exact(fields with { Year = anchor.Year + 1 }) : here;
    }

    private static When? ShiftedSeason(DateOnly anchor, int season, int by)
    {
        var here = When.Parse($"{anchor.Year:0000}-{season}");
        int year = by < 0 && here.End > anchor ? anchor.Year - 1 : by > 0 && here.First <= anchor ? anchor.Year + 1 : anchor.Year;
        return year is > 0 and < 9999 ? When.Parse($"{year:0000}-{season}") : null;
    }

    /// <summary>"the past three years", "next 3 days", "the coming two quarters".</summary>
    private TimeMatch Stretch(int at, int target, double n, bool isVague)
    {
        if (!Is(target, Role.Unit) || (!Is(target, Role.Plural) && n > 1))
            return default;
        char unit = Tok(target).Word!.Unit;
        int by = ShiftOf(at);
        var length = LengthOf(n, unit, isVague);
        string words = $"{Norm(at)} {length.Iso}";
        if (by == 0)
            return default;
        var match = unit is 'q' or 'D' or 'C' && !isVague
            ? Relative(target + 1, words, a => Calendar.Period(a, unit, by) is { } near && Calendar.Period(a, unit, by * (int)n) is { } far ? by < 0 ? Calendar.Through(far, near) : Calendar.Through(near, far) : null)
            : Relative(target + 1, words, a => by < 0 ? Between(length.From(a, -1), a, length.Unit) : Between(a.AddDays(length.Unit == 'd' ? 1 : 0), length.From(a, 1), length.Unit));
        return match with { Length = length.Iso };
    }

    private static When? Between(DateOnly? first, DateOnly? last, char unit) =>
        first is { } a && last is { } b && Calendar.Period(a, unit, 0) is { } from && Calendar.Period(b, unit, 0) is { } to ? Calendar.Through(from, to) : null;

    /// <summary>"two years ago", "a week earlier", "three days after May 2", "in two weeks" of what is to come, "within five years".</summary>
    private TimeMatch Counted(int i)
    {
        bool within = Norm(i) == "within", inside = Norm(i) == "in";
        int at = within || inside ? i + 1 : i;
        if (OrdinaryLength(at, out var length) is not (> 0 and var end))
            return DayBefore(i);
        if (within)
            return Relative(end, $"within {length.Iso}", a => Between(a, length.From(a, 1), length.Unit)) with { Length = length.Iso };
        string word = Norm(end);
        var match = word switch
        {
            "ago" => Distance(end + 1, length, -1, false),
            "hence" => Distance(end + 1, length, 1, false),
            "from" when Norm(end + 1) == "now" => Distance(end + 2, length, 1, false),
            "earlier" or "later" when Is(end + 1, Role.Shift | Role.Day) => default,
            "earlier" => Distance(end + 1, length, -1, true),
            "later" => Distance(end + 1, length, 1, true),
            "before" => DistanceFrom(end + 1, length, -1),
            "after" or "from" => DistanceFrom(end + 1, length, 1),
            _ when inside && TenseAt(i, end) == Tense.Future => Distance(end, length, 1, false),
            _ => default,
        };
        return inside && match.End > end ? default : Bounded(at, match);
    }

    /// <summary>"more than two decades ago" ends there, "less than a week ago" begins there.</summary>
    private TimeMatch Bounded(int at, TimeMatch match)
    {
        if (!match.Found || !Is(at, Role.Approximate) || match.Value is not { First: { } first, End: { } end } value || match.Anchor is not { First: { } anchor })
            return match;
        bool isMore = Norm(at) is "more" or "over", isLess = Norm(at) is "less" or "under" or "fewer", isPast = first < anchor;
        return match with
        {
            Value = isMore ? isPast ? Until(value) : When.Since(value) : isLess ? isPast ? Calendar.Through(value, When.Day(anchor)) : Calendar.Through(When.Day(anchor), value) : value,
            Reason = isMore || isLess ? $"{Norm(at)} than {match.Reason}" : match.Reason,
        };
    }

    private TimeMatch Distance(int end, TimeLength length, int sign, bool looksBack) =>
        Relative(end, $"{length.Iso} {(sign < 0 ? "before" : "after")}", a => length.From(a, sign) is { } day ? Calendar.Period(day, length.Unit, 0) : null, looksBack) with { Length = length.Iso };

    private TimeMatch DistanceFrom(int at, TimeLength length, int sign)
    {
        var origin = Bare(at);
        // "64 days from May 2 to July 5" counts nothing from May.
        if (!origin.Found || origin.Kind != TimeKind.Date || (Norm(at - 1) == "from" && Is(origin.End, Role.Link)))
            return default;
        var value = Hull(origin.Value, a => length.From(a, sign) is { } day ? Calendar.Period(day, length.Unit, 0) : null);
        return origin with { Value = value, Reason = $"{length.Iso} {(sign < 0 ? "before" : "after")} {origin.Value?.Text ?? "an unknown day"}", Length = length.Iso, Fields = default, Meaning = null };
    }

    /// <summary>"the day before yesterday", "the week after next", "the day before", "the year of", "the week of May 2".</summary>
    private TimeMatch DayBefore(int i)
    {
        int at = SkipThe(i);
        if (!Is(at, Role.Unit) || Is(at, Role.Plural) || Tok(at).Word!.Unit is not ('d' or 'w' or 'm' or 'y' or 'e') || (at == i && i > 0 && Is(i - 1, Role.Number)))
            return default;
        char unit = Tok(at).Word!.Unit;
        int after = at + 2;
        string word = Norm(at + 1);
        if (word == "of" && unit == 'w' && Norm(after) == "the" && DayNumber(after + 1, out int day, out int dayEnd) && Is(after + 1, Role.Ordinal))
            return Settle(i, dayEnd, new(0, 0, day, 0)) is var on && on.Found ? on with { Value = Hull(on.Value, a => Calendar.Period(a, 'w', 0)), Reason = $"the week of {on.Reason}", Fields = default, Meaning = null } : default;
        if (word is "of" or "beginning" or "starting" or "commencing" && unit == 'w' && Weekly(Norm(after) == "on" ? after + 1 : SkipThe(after), out var fields) is > 0 and var end)
            return Settle(i, end, fields) is { Value: { } told } match ? match with { Value = Hull(told, a => Calendar.Period(a, 'w', 0)), Reason = $"the week of {told.Text}", Fields = default, Meaning = null } : default;
        if (word is not ("before" or "after"))
            return default;
        int sign = word == "before" ? -1 : 1;
        int next = SkipThe(after);
        if (Norm(next) is "next" or "last" && !Is(next + 1, Role.Unit | Role.Month | Role.Weekday | Role.Season))
            return Relative(next + 1, $"the {Norm(at)} {word} {Norm(next)}", a => Calendar.Period(a, unit, 2 * sign));
        if (Bare(after) is { Found: true, Kind: TimeKind.Date } origin)
            return origin with { Value = Hull(origin.Value, a => Calendar.Period(a, unit, sign)), Reason = $"the {Norm(at)} {word} {origin.Value?.Text ?? "an unknown day"}", Fields = default, Meaning = null };
        // "the day after the vote": whenever that was.
        return at > i && (after >= lexer.Count || Is(after, Role.Mark) || Norm(after) is "that" or "and" or "at" or "in") ? Relative(after, $"the {Norm(at)} {word}", a => Calendar.Period(a, unit, sign), looksBack: true) : default;
    }

    /// <summary>"today", "yesterday morning", "tomorrow".</summary>
    private TimeMatch DayWord(int i)
    {
        if (!Is(i, Role.Day))
            return default;
        int by = Tok(i).Value switch { "yesterday" => -1, "tomorrow" => 1, _ => 0 };
        return Relative(i + 1, Tok(i).Value, a => Calendar.Day(a, by));
    }
}
