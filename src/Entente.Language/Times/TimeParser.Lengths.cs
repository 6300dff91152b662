namespace Entente.Language;

/// <summary>Lengths of time, and what comes again: "two-year", "more than 100 days", "half an hour", "annual", "every other Friday".</summary>
internal sealed partial class TimeParser
{
    private TimeMatch OfLength(int i)
    {
        var match = Repeated(i);
        if (match.Found)
            return AtHour(match);
        int at = SkipApproximate(i);
        int end = OrdinaryLength(at, out var length);
        if (end == 0)
            (end, length) = WholeUnit(at);
        if (end == 0 || IsAge(end))
            return default;
        return new(end, TimeKind.Duration, null, length.IsVague ? "nobody counted" : "as written") { Length = length.Iso };
    }

    /// <summary>"a 35-year-old", "two years old": nobody's age is a time of an event.</summary>
    private bool IsAge(int end) => Norm(SkipHyphen(end)) is "old" or "olds";

    /// <summary>"more than", "at least", "almost", "over".</summary>
    private int SkipApproximate(int i)
    {
        int at = SkipThe(i);
        if (Is(at, Role.Approximate))
            return Norm(at + 1) is "than" or "least" or "most" ? at + 2 : at + 1;
        return Norm(at) == "at" && Is(at + 1, Role.Approximate) ? at + 2 : i;
    }

    /// <summary>"a year and 3 months", "two and a half years", "27-year", "a couple of days", "half an hour".</summary>
    private int OrdinaryLength(int i, out TimeLength length)
    {
        length = default;
        int at = SkipApproximate(i), end = 0;
        bool isVague = false;
        while (true)
        {
            if (!Count(at, out double n, out int unitAt))
            {
                if (end > 0 || !VagueCount(at, out unitAt))
                    return end;
                isVague = true;
            }
            unitAt = SkipTrading(SkipHyphen(unitAt));
            bool isPartOfName = n == 1 && IsHyphen(unitAt + 1) && !(Norm(unitAt + 2) is "long" or "old" or "olds");
            if (!Is(unitAt, Role.Unit) || isPartOfName || (Norm(unitAt) == "second" && n == 1) || (Is(unitAt - 1, Role.Fiscal) && end == 0))
                return end;
            char unit = Tok(unitAt).Word!.Unit;
            end = unitAt + 1;
            if (Norm(end) == "and" && Fraction(end + 1, out double part, out int afterPart))
                (n, end) = (n + part, afterPart);
            length = Add(length, LengthOf(n, unit, isVague));
            at = Norm(end) is "," or "and" && Is(end + 1, Role.Number) && !isVague ? end + 1 : end;
            if (isVague || !Is(at, Role.Number) || length.Other is not null && !length.Other.StartsWith("PT", StringComparison.Ordinal))
                return end;
        }
    }

    private static TimeLength Add(TimeLength a, TimeLength b) =>
        new(a.Years + b.Years, a.Months + b.Months, a.Weeks + b.Weeks, a.Days + b.Days, a.Other is null ? b.Other : $"{a.Other}{b.Other?[2..]}", a.IsVague || b.IsVague, b.InDecades && a == default);

    private static TimeLength LengthOf(double n, char unit, bool isVague)
    {
        if (isVague)
            return new(0, 0, 0, 0, unit is 'h' or 'n' or 's' ? $"PTX{IsoUnit(unit)}" : $"PX{IsoUnit(unit)}", true);
        return unit switch
        {
            'y' => new(n, 0, 0, 0, null, false),
            'D' => new(10 * n, 0, 0, 0, null, false, n % 1 == 0),
            'C' => new(100 * n, 0, 0, 0, null, false, n % 1 == 0),
            'm' => new(0, n, 0, 0, null, false),
            'q' => new(0, 3 * n, 0, 0, null, false),
            'H' => new(0, 6 * n, 0, 0, null, false),
            'w' => new(0, 0, n, 0, null, false),
            'f' => new(0, 0, 2 * n, 0, null, false),
            'd' => new(0, 0, 0, n, null, false),
            'e' => new(0, 0, 0, 0, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{n}WE"), false),
            _ => new(0, 0, 0, 0, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PT{n}{IsoUnit(unit)}"), false),
        };
    }

    private static string IsoUnit(char unit) => unit switch { 'D' => "DE", 'C' => "CE", 'n' => "M", 'e' => "WE", 'f' => "W", _ => char.ToUpperInvariant(unit).ToString() };

    /// <summary>"3", "2.5", "twenty five", "a hundred", "one and a half", "a", "half a".</summary>
    private bool Count(int i, out double n, out int end)
    {
        (n, end) = (0, i);
        if (Fraction(i, out n, out end))
        {
            end = Norm(end) is "a" or "an" ? end + 1 : end;
            return Is(SkipHyphen(end), Role.Unit);
        }
        if (Norm(i) == "couple" || (Norm(i) == "a" && Norm(i + 1) == "couple"))
        {
            end = (Norm(i) == "a" ? i + 1 : i) + 1;
            (n, end) = (2, Norm(end) == "of" ? end + 1 : end);
            return true;
        }
        bool isOne = Norm(i) is "a" or "an" or "one" or "another" || (Norm(i) == "single" && IsHyphen(i + 1));
        if (!isOne && !(Is(i, Role.Number) && (Tok(i).Word is null || Tok(i).Word!.Number > 0)))
            return false;
        n = isOne ? 1 : Tok(i).Count;
        end = i + 1;
        if (Norm(i) is "a" or "an" && Norm(end) is "single" or "further" or "full" or "whole" or "good")
            end++;
        if (Tok(i).Word is { Number: >= 20 and < 100 } && Tok(SkipHyphen(end)).Word is { Number: >= 1 and <= 9 } && Is(SkipHyphen(end), Role.Number))
        {
            end = SkipHyphen(end);
            n += Tok(end++).Count;
        }
        else if (Tok(i).Word is { Number: >= 20 and < 100 } && Norm(end) == "and" && Tok(end + 1).Word is { Number: >= 1 and <= 9 } && Is(end + 2, Role.Unit))
        {
            n += Tok(end + 1).Count;
            end += 2;
        }
        while (Norm(end) is "hundred" or "dozen" or "thousand" or "million")
            n *= Norm(end++) switch { "hundred" => 100, "dozen" => 12, "thousand" => 1000, _ => 1_000_000 };
        if (Norm(end) == "and" && Fraction(end + 1, out double part, out int after))
            (n, end) = (n + part, after);
        else if (Norm(end) is "to" or "or" && Is(end + 1, Role.Number) && Is(SkipHyphen(end + 2), Role.Unit))
            (n, end) = (Tok(end + 1).Count, end + 2);
        return true;
    }

    private bool Fraction(int i, out double part, out int end)
    {
        int at = Norm(i) is "a" or "an" ? i + 1 : i;
        (part, end) = Norm(at) switch { "half" or "½" => (0.5, at + 1), "quarter" when at > i => (0.25, at + 1), _ => (0, i) };
        return part > 0 && (Is(SkipHyphen(end), Role.Unit) || Norm(end) is "a" or "an" || !Is(end, Role.Number));
    }

    /// <summary>"several", "a few", "a couple of", "dozens of".</summary>
    private bool VagueCount(int i, out int end)
    {
        end = Norm(i) is "a" or "the" ? i + 1 : i;
        if (!Is(end, Role.Vague))
            return false;
        end += Norm(end + 1) == "of" ? 2 : 1;
        return true;
    }

    /// <summary>"all day", "the whole week", and "decades", "years" where nobody counts them: "for years".</summary>
    private (int End, TimeLength Length) WholeUnit(int i)
    {
        int at = SkipThe(i);
        if (Norm(at) is "all" or "whole" or "full" or "entire" && Is(SkipHyphen(at + 1), Role.Unit) && !Is(SkipHyphen(at + 1), Role.Plural))
            return (SkipHyphen(at + 1) + 1, LengthOf(1, Tok(SkipHyphen(at + 1)).Word!.Unit, false));
        bool isUncounted = Is(i, Role.Unit) && Is(i, Role.Plural) && Tok(i).Word!.Unit is 'D' or 'y' or 'm' or 'w' or 'd' or 'C'
            && (Norm(i - 1) is "for" or "in" or "over" or "after" or "of" || Norm(i + 1) is "of" or "ago" || Norm(SkipHyphen(i + 1)) is "long");
        return isUncounted ? (i + 1, LengthOf(0, Tok(i).Word!.Unit, true)) : default;
    }

    /// <summary>"annual", "every two weeks", "each day", "once a year", "Mondays", "every other Friday".</summary>
    private TimeMatch Repeated(int i)
    {
        if (Is(i, Role.Rate) && !(i > 0 && Tok(i).IsCapital) && !IsHyphen(i - 1))
            return Set(i + 1, Tok(i).Value);
        if (Is(i, Role.Weekday) && Is(i, Role.Plural))
            return Set(i + 1, $"XXXX-WXX-{Tok(i).Word!.Weekday}");
        if (Norm(i) is "once" or "twice" && Norm(i + 1) is "a" or "every" && Is(i + 2, Role.Unit))
            return Set(i + 3, LengthOf(1, Tok(i + 2).Word!.Unit, false).Iso);
        if (Norm(i) is "a" or "per" && Is(i + 1, Role.Unit) && !Is(i + 1, Role.Plural) && IsAmount(i - 1) && (Norm(i) == "per" || IsEndOfPhrase(i + 2)))
            return Set(i + 2, LengthOf(1, Tok(i + 1).Word!.Unit, false).Iso);
        if (!Is(i, Role.Every))
            return default;
        int at = Norm(i + 1) is "other" or "single" ? i + 2 : i + 1;
        double n = Norm(i + 1) == "other" ? 2 : 1;
        if (Is(at, Role.Rate))
            return Set(at + 1, Tok(at).Value);
        if (Is(at, Role.Weekday))
            return Set(at + 1, $"XXXX-WXX-{Tok(at).Word!.Weekday}");
        if (Is(at, Role.Daypart))
            return Set(at + 1, Tok(at).Value);
        if (Is(at, Role.Month | Role.Season))
            return Set(at + 1, "P1Y");
        if (!Is(at, Role.Unit))
            return OrdinaryLength(at, out var length) is > 0 and var end ? Set(end, length.Iso) : default;
        return Set(at + 1, LengthOf(n, Tok(at).Word!.Unit, false).Iso);
    }

    /// <summary>"$3 billion a year", "twice a week", "four times a month".</summary>
    private bool IsAmount(int at) => Is(at, Role.Number | Role.Plural) || Norm(at) is "billion" or "trillion" or "times" or "percent" or "%" or "dollars" or "euros" or "tonnes" or "barrels";

    /// <summary>"every day at 9 a.m.", "Sundays at noon".</summary>
    private TimeMatch AtHour(TimeMatch rate)
    {
        int at = Norm(rate.End) == "at" ? rate.End + 1 : rate.End;
        return Hour(at, out string hour) is > 0 and var end ? rate with { End = end, Length = rate.Length is ['X', ..] ? rate.Length + hour : hour } : rate;
    }

    private static TimeMatch Set(int end, string rate) => new(end, TimeKind.Set, null, "comes again") { Length = rate };
}
