using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>From what is written of a date to the date that is meant: by tense, by the date told before, by the day of publication.</summary>
internal sealed partial class TimeParser
{
    private enum Tense { Unknown, Past, Future }

    /// <summary>What "until" and "since" say of the date after them, whatever the verbs.</summary>
    private Tense lean;

    /// <summary>Verbs farther away belong to another clause.</summary>
    private const int TenseReach = 20;

    private TimeMatch Settle(int i, int end, DateFields fields)
    {
        if (fields.Month < 0)
            return new(end, TimeKind.Date, null, "day or month first is not told") { Fields = fields };
        var match = fields.Year > 0 ? Fixed(end, Exact(fields))
            : fields.Month > 0 && LentYear(fields.Month) is { } year ? Fixed(end, Exact(fields with { Year = year }), $"in the year told before, {told?.Text}") with { Anchor = told }
            : OfWeek(end, fields) is { Found: true } ofWeek ? ofWeek
            : Underspecified(end, fields, TenseAt(i, end));
        return match with { Fields = fields };
    }

    private static When? Exact(DateFields fields) =>
        fields.Day > 0 ? Calendar.Day(fields.Year, fields.Month, fields.Day) : fields is { Month: >= 1 and <= 12, Year: > 0 } ? When.Month(fields.Year, fields.Month) : null;

    /// <summary>"Friday next week", "Tuesday of this week", "June next year", "3 May last year".</summary>
    private TimeMatch OfWeek(int end, DateFields fields)
    {
        int at = SkipOf(end);
        if (!Is(at, Role.Shift) || !Is(at + 1, Role.Unit))
            return default;
        char unit = Tok(at + 1).Word!.Unit;
        int by = ShiftOf(at);
        if (unit == 'w' && fields is { Weekday: > 0, Month: 0 })
            return Relative(at + 2, $"that day of {Norm(at)} week", a => Calendar.Week(a, by, fields.Weekday - 1, fields.Weekday - 1));
        if (unit == 'y' && fields.Month > 0)
            return Relative(at + 2, $"of {Norm(at)} year", a => Exact(fields with { Year = a.Year + by }));
        if (unit == 'm' && fields is { Day: > 0, Month: 0 })
            return Relative(at + 2, $"of {Norm(at)} month", a => Calendar.AddMonths(a, by) is { } m ? Calendar.Day(m.Year, m.Month, fields.Day) : null);
        return default;
    }

    private TimeMatch Underspecified(int end, DateFields fields, Tense tense)
    {
        if (fields.Day > 0 && fields is { Month: 0, Weekday: > 0 } && tense == Tense.Unknown)
            return Relative(end, $"nearest {(DayOfWeek)(fields.Weekday % 7)} the {fields.Day}th", a => Nearest(a, NearestMonthDay(a, fields, Tense.Past), NearestMonthDay(a, fields, Tense.Future)));
        string direction = tense == Tense.Future ? "next" : "last";
        if (fields.Month > 0)
            return Relative(end, $"{direction} {fields.Month:00}{(fields.Day > 0 ? $"-{fields.Day:00}" : "")}", a => NearestDate(a, fields, tense));
        if (fields.Day > 0)
            return Relative(end, $"{direction} day {fields.Day}", a => NearestMonthDay(a, fields, tense));
        return Relative(end, $"{direction} {(DayOfWeek)(fields.Weekday % 7)}", a => NearestWeekday(a, fields.Weekday, tense));
    }

    /// <summary>The year of a narrative: of the date told before, if that lies well away from publication or nobody knows when that was.</summary>
    private int? LentYear(int month)
    {
        if (told is not { First: { } first, End: { } end } || first.Year != end.AddDays(-1).Year)
            return null;
        // "Since July" holds on to the day of writing, unless its own sentence tells of another year.
        if (lean == Tense.Past && historical <= 1 && toldIn != sentences)
            return null;
        bool isYear = end.DayNumber - first.DayNumber > 300;
        if (published?.First is { } day && ((historical <= 1 && (sentences - toldIn > YearLasts || toldParagraph != paragraph)) || first.Year >= day.Year - 1 || (isYear && toldIn == sentences)))
            return null;
        bool turns = end.DayNumber - first.DayNumber <= 31 && first.Month - month >= 9;
        return turns ? first.Year + 1 : first.Year;
    }

    /// <summary>News rarely looks further ahead than half a year without saying so, and looks back for the rest.</summary>
    private static When? NearestDate(DateOnly anchor, DateFields fields, Tense tense)
    {
        int year = anchor.Year;
        if (fields.Day == 0)
            year += tense == Tense.Future && fields.Month < anchor.Month ? 1 : tense != Tense.Future && fields.Month > anchor.Month ? -1 : 0;
        else if ((Exact(fields with { Year = year }) ?? Exact(fields with { Year = year + 1 }))?.First is { } here)
        {
            int ahead = here.DayNumber - anchor.DayNumber;
            year += tense == Tense.Future ? ahead < -14 ? 1 : 0 : ahead > 45 ? -1 : 0;
        }
        return Exact(fields with { Year = year });
    }

    private static When? Nearest(DateOnly anchor, When? before, When? after) =>
        before?.First is { } a && after?.First is { } b ? anchor.DayNumber - a.DayNumber < b.DayNumber - anchor.DayNumber ? before : after : before ?? after;

    /// <summary>"the 27th", "Friday the 13th": in the nearest month that has it on such a weekday.</summary>
    private static When? NearestMonthDay(DateOnly anchor, DateFields fields, Tense tense)
    {
        int step = tense == Tense.Future ? 1 : -1;
        for (int by = 0; by < 36; by++)
            if (Calendar.AddMonths(new(anchor.Year, anchor.Month, 1), step * by) is { } month && Calendar.Day(month.Year, month.Month, fields.Day) is { First: { } day } when
                && (step > 0 ? day >= anchor : day <= anchor) && (fields.Weekday == 0 || (int)day.DayOfWeek == fields.Weekday % 7))
                return when;
        return null;
    }

    private static When? NearestWeekday(DateOnly anchor, int weekday, Tense tense)
    {
        int ahead = (weekday - (int)anchor.DayOfWeek + 7) % 7;
        return Calendar.Day(anchor, tense == Tense.Future || ahead == 0 ? ahead : ahead - 7);
    }

    /// <summary>What the nearest verb says, those of another clause after it only where there is no other: "signed on Monday a pact that will last".</summary>
    private Tense TenseAt(int first, int end)
    {
        if (lean != Tense.Unknown)
            return lean;
        var ownClause = NearestTense(first, end, ClauseEnd(end));
        return ownClause != Tense.Unknown ? ownClause : NearestTense(first, end, end + TenseReach);
    }

    /// <summary>Those before it are a little nearer than those after.</summary>
    private Tense NearestTense(int first, int end, int stop)
    {
        for (int reach = 1; reach <= TenseReach; reach++)
        {
            int behind = end + reach - 3;
            var before = TenseOf(first - reach, isBefore: true);
            var after = reach > 2 && behind < stop ? TenseOf(behind, isBefore: false) : Tense.Unknown;
            if (before != Tense.Unknown || after != Tense.Unknown)
                return before != Tense.Unknown ? before : after;
        }
        return Tense.Unknown;
    }

    /// <summary>Where a relative or subordinate clause begins after the date.</summary>
    private int ClauseEnd(int end)
    {
        int at = end;
        while (at < end + TenseReach && Norm(at) is not ("that" or "which" or "who" or "whose" or "where" or "though" or "although" or "while" or "because" or "but" or "and" or "as" or "when" or "after" or "before" or "if"))
            at++;
        return at;
    }

    /// <summary>By the tag where there is one; participles say nothing, as "agreed" does in "to be agreed on Friday", and a plan only of what it is for.</summary>
    private Tense TenseOf(int at, bool isBefore)
    {
        var it = Tok(at);
        string? tag = it.Is(Role.Past | Role.Future) && it.Token < words.Count ? words[it.Token].Tag : null;
        // "Schedule lunch for Friday" asks for it; "the plan of Friday" is a noun.
        bool isNoun = tag is "NN" or "NNS" && Norm(at - 1) is not ("" or "." or "!" or "?");
        if (it.Is(Role.Future) && isNoun)
            return isBefore && Norm(at + 1) is "to" or "for" ? Tense.Future : Tense.Unknown;
        // "is to visit on Thursday", "are due to meet"
        bool isDue = Norm(at) == "to" && (Norm(at - 1) is "is" or "are" || (Norm(at - 1) is "due" or "set" or "scheduled" or "expected" && Norm(at - 2) is "is" or "are" or "was" or "were"));
        if (isDue || it.Is(Role.Future) || (it.Is(Role.Past) && Norm(at - 1) == "be"))
            return Tense.Future;
        return it.Is(Role.Past) && (string.IsNullOrEmpty(tag) || tag == "VBD") ? Tense.Past : Tense.Unknown;
    }
}
