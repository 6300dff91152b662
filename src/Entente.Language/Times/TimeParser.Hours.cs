namespace Entente.Language;

/// <summary>Hours, which belong to a day: "Tuesday at 10 a.m.", "18:00 UTC Monday", "Friday morning".</summary>
internal sealed partial class TimeParser
{
    /// <summary>A day takes in the hour told right after it.</summary>
    private TimeMatch WithHour(TimeMatch day)
    {
        if (day.Value is { First: { } first, End: { } dayEnd } && dayEnd.DayNumber - first.DayNumber > 1)
            return day;
        int at = day.End;
        if (Norm(at) is "," or "at" or "@" || (Norm(at) is "in" && Norm(at + 1) == "the"))
            at = SkipThe(at + 1);
        if (Is(at, Role.Daypart) && !Is(at, Role.Plural))
            return day with { End = at + 1, Length = Tok(at).Value };
        return Hour(at, out string hour) is > 0 and var end ? day with { End = end, Length = hour } : day;
    }

    /// <summary>"10:30 on Tuesday", "noon Monday"; an hour alone lies on the day told before in its sentence, or that of publication.</summary>
    private TimeMatch HourFirst(int i)
    {
        int end = Hour(i, out string hour);
        if (end == 0)
            return default;
        int next = Norm(end) is "on" or "," ? end + 1 : end;
        if (Bare(next) is { Found: true, Kind: TimeKind.Date } day)
            return day with { Length = hour };
        if (Repeated(next) is { Found: true, Length: "P1D" or ['T' or 'X', ..] } rate)
            return rate with { Length = rate.Length is ['X', ..] ? rate.Length + hour : hour };
        bool isTold = told is not null && toldIn == sentences;
        var anchor = isTold ? told : published;
        return new(end, TimeKind.Time, anchor, $"on {anchor?.Text ?? "an unknown day"}") { Length = hour, Anchor = anchor };
    }

    private int Hour(int i, out string hour)
    {
        hour = "";
        if (Is(i, Role.Hour))
        {
            hour = Tok(i).Word is not null ? Tok(i).Value : ClockTime(Norm(i));
            return hour.Length == 0 ? 0 : Tok(i).Word is not null ? i + 1 : AfterClock(i + 1, ref hour);
        }
        if (!Is(i, Role.Number) || Tok(i).Count is < 1 or > 24)
            return 0;
        if (Norm(i + 1) is "o'clock")
        {
            hour = $"T{(int)Tok(i).Count:00}";
            return i + 2;
        }
        if (!Is(i + 1, Role.Clock))
            return 0;
        hour = $"T{(int)Tok(i).Count:00}:{(int)Math.Round(Tok(i).Count % 1 * 100):00}";
        return AfterClock(i + 1, ref hour);
    }

    private static string ClockTime(string digits)
    {
        int colon = digits.IndexOf(':', StringComparison.Ordinal);
        bool isTime = colon is 1 or 2 && digits.Length - colon >= 3 && (digits.Length == colon + 3 || !char.IsAsciiDigit(digits[colon + 3]))
            && char.IsAsciiDigit(digits[colon + 1]) && char.IsAsciiDigit(digits[colon + 2]);
        return isTime ? $"T{digits[..colon].PadLeft(2, '0')}:{digits.AsSpan(colon + 1, 2)}" : "";
    }

    /// <summary>"p.m." adds twelve hours, a zone is passed over.</summary>
    private int AfterClock(int at, ref string hour)
    {
        if (Is(at, Role.Clock))
        {
            int n = (hour[1] - '0') * 10 + hour[2] - '0';
            n = Tok(at).Value == "pm" ? n % 12 + 12 : n == 12 ? 0 : n;
            hour = $"T{n:00}{hour.AsSpan(3)}";
            at++;
        }
        return Is(at, Role.Zone) ? at + 1 : Norm(at) == "local" && Norm(at + 1) == "time" ? at + 2 : at;
    }
}
