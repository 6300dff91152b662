using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Times with a beginning or an end: "since 2004", "before May", "from May 2 to 6", "2019-2021", "Friday through Sunday".</summary>
internal sealed partial class TimeParser
{
    private TimeMatch Framed(int i)
    {
        string frame = Is(i, Role.Frame) ? Tok(i).Value : "";
        if (frame.Length == 0 && Compared(i, out int at, out frame))
            return OpenEnded(at - 1, frame);
        if (frame is "from" or "between")
            return Range(i, SkipThe(i + 1), frame);
        if (frame.Length > 0)
            return OpenEnded(i, frame);
        return OrLater(Range(i, i, ""));
    }

    /// <summary>"later than May", "no later than Friday", "earlier than 2010", "starting from June".</summary>
    private bool Compared(int i, out int at, out string frame)
    {
        int word = Norm(i) == "no" ? i + 1 : i;
        at = word + 2;
        bool isComparison = Norm(word) is "later" or "earlier" or "sooner" && Norm(word + 1) == "than";
        frame = isComparison ? Norm(word) == "later" ? word > i ? "until" : "after" : word > i ? "since" : "before"
            : Norm(i) == "starting" && Norm(i + 1) is "from" or "on" or "in" ? "since" : "";
        return frame.Length > 0;
    }

    /// <summary>"2018 or later", "May 1 and earlier".</summary>
    private TimeMatch OrLater(TimeMatch match)
    {
        if (!match.Found || match.Value is not { } value || Norm(match.End) is not ("or" or "and") || Norm(match.End + 1) is not ("later" or "earlier" or "after" or "before") || !IsEndOfPhrase(match.End + 2))
            return match;
        bool isLater = Norm(match.End + 1) is "later" or "after";
        return match with { End = match.End + 2, Value = isLater ? When.Since(value) : Until(value), Reason = $"{match.Reason} {Norm(match.End)} {Norm(match.End + 1)}", Fields = default, Meaning = null };
    }

    /// <summary>"since 2004", "until Friday", "before the end of June"; "after Monday's talks" is after talks, not after a day.</summary>
    private TimeMatch OpenEnded(int i, string frame)
    {
        int at = i + 1;
        if (Norm(at) == "than" || (frame == "since" && Norm(at) == "at"))
            at++;
        lean = frame switch { "until" => Tense.Future, "since" => Tense.Past, _ => Tense.Unknown };
        var point = Range(at, at, "");
        lean = Tense.Unknown;
        if (!point.Found || point.Kind != TimeKind.Date || Norm(point.End) == "'s" || (frame is "before" or "after" && !IsEndOfPhrase(point.End)))
            return default;
        When? value = point.Value is not { } v ? null : frame switch
        {
            "since" => When.Since(v),
            "after" => v.End is { } end && end < DateOnly.MaxValue ? When.Since(When.Day(end)) : null,
            "before" => v.First is { } first && first > DateOnly.MinValue ? Until(When.Day(first.AddDays(-1))) : null,
            _ => Until(v),
        };
        return point with { Value = value, Reason = $"{frame} {point.Reason}", Fields = default, Meaning = null };
    }

    private static When? Until(When last) => When.TryParse($"../{last.Text.Split('/')[^1]}", out var when) ? when : null;

    private TimeMatch Range(int i, int at, string frame)
    {
        var first = Edge(at, frame);
        if (!first.Found)
            return default;
        int link = first.End;
        bool joins = frame == "between" ? Norm(link) == "and" || Is(link, Role.Link) : Is(link, Role.Link) && (frame.Length > 0 || !first.Fields.IsEmpty || Norm(link) != "to" || Tok(at).IsYear);
        var last = joins && first.Kind == TimeKind.Date ? EndEdge(link, first) : default;
        if (!last.Found || last.Kind != TimeKind.Date)
            return IsDayOnly(first) || frame == "between" ? default : frame == "from" ? Onward(first) : first;
        if (IsDayOnly(first) && IsDayOnly(last))
            return default;
        (first, last) = Fill(i, first, last);
        if (first.Value is { } a && last.Value is { } b && a.First >= b.End)
            return frame.Length > 0 || IsDayOnly(first) ? default : first;
        var value = first.Value is { } from && last.Value is { } to ? Calendar.Through(from, to) : null;
        return new(last.End, TimeKind.Date, value, first.Reason == last.Reason ? first.Reason : $"{first.Reason} to {last.Reason}") { Anchor = first.Anchor ?? last.Anchor };
    }

    /// <summary>"from May on" begins in May; "a letter from Friday" is of that day.</summary>
    private TimeMatch Onward(TimeMatch start) =>
        Norm(start.End) is "on" or "onward" or "onwards" ? start with { End = start.End + 1, Value = start.Value is { } v ? When.Since(v) : null, Reason = $"from {start.Reason} on" } : default;

    private TimeMatch EndEdge(int link, TimeMatch first)
    {
        int at = link + 1;
        if (first.Fields is { Year: > 0, Month: 0 } || (Tok(first.End - 1).IsYear && first.Fields.IsEmpty))
            if (IsHyphen(link) || Norm(link) == "/")
                if (Is(at, Role.Digits) && Tok(at).Span.Length == 2 && first.Value?.First?.Year is { } year && Tok(at).Count > year % 100)
                    return Fixed(at + 1, Calendar.Year(year / 100 * 100 + (int)Tok(at).Count));
        return Edge(at, first.Fields.Day > 0 || first.Fields.Month > 0 ? "to" : "");
    }

    private static bool IsDayOnly(TimeMatch match) => match.Fields is { Month: 0, Day: > 0, Weekday: 0 };

    /// <summary>An end of a range, which may be a day without its month.</summary>
    private TimeMatch Edge(int at, string frame)
    {
        var point = Point(at);
        if (point.Found || frame.Length > 0 && Norm(at) is "now" or "present")
            return point.Found ? point : Relative(at + 1, "now", a => When.Day(a));
        int the = SkipThe(at);
        bool isDay = DayNumber(the, out int day, out int end) && !IsCounted(end) && (frame.Length > 0 || Is(end, Role.Link) && !IsHyphen(end)) && !Is(the, Role.Vague);
        if (!isDay)
            return default;
        end = YearAfter(end, out int year);
        var fields = new DateFields(year, 0, day, 0);
        return OfWeek(end, fields) is { Found: true, Value.First: { } date } of ? of with { Fields = new(date.Year, date.Month, day, 0) }
            : new(end, TimeKind.Date, null, $"day {day}") { Fields = fields };
    }

    /// <summary>What one end leaves out, the other tells: "May 2 to 6", "from March to June 2020", "30 December to 2 January 2021".</summary>
    private (TimeMatch First, TimeMatch Last) Fill(int i, TimeMatch first, TimeMatch last)
    {
        DateFields a = first.Fields, b = last.Fields;
        if (a.IsEmpty || b.IsEmpty)
            return a is { Month: > 0, Year: 0 } && last.Value?.First is { } end ? (first with { Value = NearestDate(end, a, Tense.Past) }, last) : (first, last);
        if (a.Month == 0 && b.Month > 0 && a.Day > 0)
            a = a with { Month = b.Month };
        if (b.Month == 0 && a.Month > 0 && b.Day > 0)
            b = b with { Month = b.Day > a.Day ? a.Month : a.Month % 12 + 1 };
        if (a.Year == 0 && b.Year > 0 && a.Month > 0)
            a = a with { Year = (a.Month, a.Day).CompareTo((b.Month, b.Day)) > 0 ? b.Year - 1 : b.Year };
        if (a is { Year: 0, Month: > 0 } && b is { Year: 0, Month: > 0 } && TenseAt(i, last.End) == Tense.Future && Settle(i, last.End, b).Value?.First is { } end2)
            a = a with { Year = (a.Month, a.Day).CompareTo((b.Month, b.Day)) > 0 ? end2.Year - 1 : end2.Year };
        var from = a == first.Fields ? first : Settle(i, first.End, a);
        if (a.Month > 0 && b.Month > 0 && b.Year == 0 && from.Value?.First is { } start)
            return (from, Fixed(last.End, Exact(b with { Year = (a.Month, a.Day).CompareTo((b.Month, b.Day)) > 0 ? start.Year + 1 : start.Year }), from.Reason));
        if (a is { Month: 0, Weekday: > 0 } && b is { Month: 0, Weekday: > 0 } && from.Value?.First is { } day)
            return (from, last with { Value = Calendar.Day(day, (b.Weekday - a.Weekday + 6) % 7 + 1) });
        return (from, b == last.Fields ? last : Settle(i, last.End, b));
    }
}
