using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Parts of periods, quarters and the like, days with names, decades and centuries, years.</summary>
internal sealed partial class TimeParser
{
    /// <summary>"early 2009", "mid-May", "the end of this year", "earlier this month", "late on Friday", "the turn of the century".</summary>
    private TimeMatch PartOf(int i)
    {
        int at = SkipThe(i);
        if (!Is(at, Role.Part))
            return default;
        string part = Tok(at).Value;
        int next = SkipHyphen(at + 1);
        bool isNoun = part is "start" or "middle" or "end" or "turn" or "rest";
        if (Norm(next) is "of" or "in" or "on" || (isNoun && Norm(next) == "to"))
            next++;
        else if (isNoun && !(Is(next, Role.Shift) || Is(next, Role.Digits)))
            return default;
        if (part == "turn")
            return Is(SkipThe(next), Role.Unit) && Tok(SkipThe(next)).Word!.Unit is 'C' or 'D' ? Fixed(SkipThe(next) + 1, When.Parse("1999/2001"), "the turn from the 20th to the 21st") : default;
        var whole = Definite(next);
        if (!whole.Found)
            whole = next == at + 1 && part is "earlier" or "later" or "rest" && !Is(next, Role.Shift | Role.Day | Role.Weekday) ? default : Bare(next);
        if (!whole.Found || whole.Kind != TimeKind.Date)
            return default;
        var value = whole.Value is { } w ? PartOf(w, part) : null;
        return whole with { Value = value, Whole = whole.Value, Reason = $"{Norm(at)} of {Told(whole)}" };
    }

    /// <summary>The period in words that say what was reckoned with.</summary>
    private static string Told(TimeMatch whole) => whole is { Anchor: null, Value: { } value } ? value.Text : whole.Reason;

    private When? PartOf(When whole, string part) => part switch
    {
        "earlier" => published?.First is { } day && whole.First < day && day < whole.End ? When.Between(whole.First.Value, day) : whole,
        "later" or "rest" => published?.First is { } day && whole.First <= day && day < whole.End ? When.Between(day, whole.End.Value.AddDays(-1)) : whole,
        "early" or "start" => Calendar.Part(whole, "early"),
        "mid" or "middle" => Calendar.Part(whole, "mid"),
        _ => Calendar.Part(whole, "late"),
    };

    /// <summary>"the year", "the week": the running one, after "the end of", "later in".</summary>
    private TimeMatch Definite(int i)
    {
        int at = Norm(i) is "the" or "my" or "our" or "its" ? i + 1 : i;
        if (!Is(at, Role.Unit) || Is(at, Role.Plural) || Tok(at).Word!.Unit is not ('d' or 'w' or 'm' or 'y' or 'q' or 'D' or 'C' or 'e') || IsNumbered(at) || (at == i && Tok(at).Word!.Unit == 'd'))
            return default;
        char unit = Tok(at).Word!.Unit;
        return Relative(at + 1, $"the running {Norm(at)}", a => Calendar.Period(a, unit, 0));
    }

    private bool IsNumbered(int unitAt) => Is(unitAt + 1, Role.Number) || Norm(unitAt + 1) is "of" or "before" or "after";

    /// <summary>Seasons, the weekend, holidays, financial years.</summary>
    private TimeMatch Named(int i)
    {
        int at = SkipThe(i);
        if (Is(at, Role.Season))
            return Season(i, at);
        if (Is(at, Role.Fiscal))
            return FiscalYear(at);
        if (Feast(at, out var holiday, out int end))
            return OnFeast(i, end, holiday);
        if (Is(at, Role.Unit) && Tok(at).Word!.Unit == 'e' && !Is(at, Role.Plural))
        {
            // On a Monday, what happened at the weekend is two days old; what will happen is still to come.
            bool isPast = TenseAt(i, at + 1) == Tense.Past;
            return Relative(at + 1, isPast ? "last weekend" : "this weekend", a => Calendar.Period(a, 'e', isPast && a.DayOfWeek is > DayOfWeek.Sunday and < DayOfWeek.Saturday ? -1 : 0));
        }
        if (at > i && DayNumber(at, out int day, out end) && (Is(end - 1, Role.Ordinal) || Is(at, Role.Digits)) && Norm(i - 1) is "on" or "by" or "until" or "since" or "for" && IsEndOfPhrase(end))
            return Settle(i, end, new(0, 0, day, 0)) with { Fields = default };
        if (at > i && Is(at, Role.Unit) && Tok(at).Word!.Unit is 'd' or 'w' or 'm' or 'y' && IsEndOfPhrase(at + 1) && !(Norm(at + 1) is "of" or "that") && !Is(at + 1, Role.Past | Role.Future))
            return Definite(i);
        if (Norm(at) == "year" && Norm(at + 1) == "to" && Norm(at + 2) == "date")
            return Relative(at + 3, "year to date", a => When.Between(new(a.Year, 1, 1), a));
        return default;
    }

    /// <summary>"the summer of 2022", "autumn 2021"; alone only after a preposition, for springs and falls are other things too.</summary>
    private TimeMatch Season(int i, int at)
    {
        int season = Tok(at).Word!.Season;
        int yearAt = SkipOf(at + 1);
        if (FourDigits(yearAt, out int year, out int end) || YearInWords(yearAt, out year, out end))
            return Fixed(end, When.TryParse($"{year:0000}-{season}", out var when) ? when : null);
        int by = ShiftOf(yearAt);
        if (Is(yearAt, Role.Shift) && Is(yearAt + 1, Role.Unit) && Tok(yearAt + 1).Word!.Unit == 'y')
            return Relative(yearAt + 2, $"of {Norm(yearAt)} year", a => When.TryParse($"{a.Year + by:0000}-{season}", out var of) ? of : null);
        if (Norm(i - 1) is not ("in" or "by" or "during" or "until" or "since" or "early" or "late" or "mid") && !Is(i - 1, Role.Part))
            return default;
        if (Is(at, Role.Weak) && at > i || (Is(at, Role.Weak) && !IsEndOfPhrase(at + 1)))
            return default;
        var tense = TenseAt(i, at + 1);
        return Relative(at + 1, $"{(tense == Tense.Future ? "next" : "last")} {Norm(at)}", a => ShiftedSeason(a, season, tense == Tense.Future ? 1 : -1));
    }

    private bool IsEndOfPhrase(int at) => at >= lexer.Count || Is(at, Role.Mark) || Is(at, Role.Frame | Role.Past | Role.Future) || Norm(at) is "of" or "and" or "or" or "at" or "on" or "for";

    private bool Feast(int at, out Holiday holiday, out int end)
    {
        (holiday, end) = (null!, 0);
        if (!Is(at, Role.Holiday) || !lexicon.Holidays.TryGetValue(Norm(at), out var all))
            return false;
        foreach (var one in all)
        {
            int length = 0, next = at;
            while (length < one.Words.Length && Norm(next) == one.Words[length])
                (length, next) = (length + 1, next + 1);
            if (length == one.Words.Length)
            {
                (holiday, end) = (one, next);
                return true;
            }
        }
        return false;
    }

    private TimeMatch OnFeast(int i, int end, Holiday holiday)
    {
        if (holiday.IsHistory)
            return Fixed(end, When.Day(holiday.In(0)), "a day of history");
        string name = string.Join(' ', holiday.Words);
        if (WrittenYear(end, out int year, out int after) && year is > 1582 and < 9999)
            return Fixed(after, When.Day(holiday.In(year)), $"{name}, by rule");
        int shift = SkipOf(end), by = ShiftOf(shift);
        if (Is(shift, Role.Shift) && Is(shift + 1, Role.Unit) && Tok(shift + 1).Word!.Unit == 'y')
            return Relative(shift + 2, $"{name} of {Norm(shift)} year", a => When.Day(holiday.In(a.Year + by)));
        var tense = TenseAt(i, end);
        return Relative(end, $"{(tense == Tense.Future ? "next" : "nearest")} {name}", a => NearestHoliday(a, holiday, tense, false));
    }

    private static When? NearestHoliday(DateOnly anchor, Holiday holiday, Tense tense, bool sameYear)
    {
        int year = anchor.Year;
        int ahead = holiday.In(year).DayNumber - anchor.DayNumber;
        year += sameYear ? 0 : tense == Tense.Future ? ahead < 0 ? 1 : 0 : tense == Tense.Past ? ahead > 0 ? -1 : 0 : ahead > 182 ? -1 : ahead < -182 ? 1 : 0;
        return When.Day(holiday.In(year));
    }

    /// <summary>"fiscal 2023", "financial year 2023/24", "FY23": about that year, for a state's financial year may begin in any month.</summary>
    private TimeMatch FiscalYear(int at)
    {
        int next = Is(at + 1, Role.Unit) ? at + 2 : at + 1;
        var it = Tok(next);
        if (!it.Is(Role.Digits) || !(it.IsYear || (it.Span.Length == 2 && Touch(next - 1, next))))
            return default;
        int year = (int)it.Count + (it.IsYear ? 0 : 2000);
        bool isSpan = Norm(next + 1) is "/" or "-" or "–" && Is(next + 2, Role.Digits) && (int)Tok(next + 2).Count % 100 == (year + 1) % 100;
        var value = isSpan ? When.Parse($"{year:0000}~/{year + 1:0000}~") : Approximate(Calendar.Year(year));
        return Fixed(isSpan ? next + 3 : next + 1, value, "a financial year, whose first month is not told");
    }

    private static When? Approximate(When? when) => when is { } w ? When.Parse(w.Text + "~") : null;

    /// <summary>"the 1990s", "the '70s", "the nineties".</summary>
    private TimeMatch Era(int i)
    {
        int at = SkipThe(i);
        if (Norm(at) == "'" && Touch(at, at + 1))
            at++;
        int end = at + 1;
        double number = Tok(at).Count;
        bool isCenturyName = !Is(at, Role.Decade) && Tok(at).Is(Role.Digits) && number % 10 == 0 && Touch(at, end) && (Norm(end) == "'s" || (Norm(end) == "'" && Norm(end + 1) == "s" && Touch(end, end + 1)));
        if (!Is(at, Role.Decade) && !isCenturyName)
            return Tok(at).Word is { Number: >= 13 and <= 20 } century && Tok(SkipHyphen(at + 1)) is { Word.Roles: var roles } decade && (roles & Role.Decade) != 0
                ? Decade(SkipHyphen(at + 1) + 1, 100 * century.Number + (int)decade.Count) : default;
        if (isCenturyName)
            end += Norm(end) == "'s" ? 1 : 2;
        if (number >= 1000)
            return Decade(end, (int)number);
        return at > i || isCenturyName ? Decade(end, number >= 30 ? 1900 + (int)number : 2000 + (int)number) : default;
    }

    private static TimeMatch Decade(int end, int year) => year is >= 1000 and < 2200 && year % 10 == 0 ? Fixed(end, When.Parse(string.Create(CultureInfo.InvariantCulture, $"{year / 10}X"))) : default;

    /// <summary>Four digits are a year unless they count something or number it: "2000 troops", "resolution 1973".</summary>
    private TimeMatch YearAlone(int i)
    {
        int at = Norm(i) == "'" ? i + 1 : i;
        if (YearInWords(i, out int spoken, out int afterWords) && (Norm(i - 1) is "in" or "since" or "of" or "to" or "until" or "from" or "and" or "between" || spoken % 100 != 0 && spoken < 2000))
            return Fixed(afterWords, Calendar.Year(spoken));
        if (Is(at, Role.Digits) && Norm(at + 1) is ("bc" or "bce" or "b.c."))
            return new(at + 2, TimeKind.Date, null, "before the years that are counted here");
        if (!Tok(at).IsYear || Is(i - 1, Role.Zone) || Tok(i).Is(Role.Ordinal))
            return default;
        int year = (int)Tok(at).Count, end = at + 1;
        bool isLed = IsLead(i - 1) || (IsHyphen(i - 1) && Tok(i - 2).IsYear) || (IsHyphen(end) && Tok(end + 1).IsYear) || (Norm(i - 1) == "to" && Norm(i - 2) == "back") || Norm(i - 1) is "the" or "and" or "or" or "(" or "a" or "its" or "their" or "'s" or "during" or "through" or "than" || i == 0;
        bool isUsual = year is >= 1900 and < 2060;
        if (IsNumberName(i - 1) || IsCountedThing(end, isLed) || Norm(end) is "%" or ":" || (!isLed && !isUsual) || (!isUsual && (Norm(i - 1) is "for" or "or" or "than" or "and" or "a" || (Norm(i - 1) == "to" && Norm(i - 2) != "back" && !Tok(i - 2).IsYear))))
            return default;
        bool isNumber = IsHyphen(end) && Touch(at, end) && Is(end + 1, Role.Digits) && !Tok(end + 1).IsYear && !(Tok(end + 1).Span.Length == 2 && Tok(end + 1).Count > year % 100);
        return isNumber ? default : Fixed(end, Calendar.Year(year));
    }

    private bool IsNumberName(int before) => IsMoney(before) || Norm(before) is "#" or "no" or "no." or "nos." || Is(before, Role.Numbering) || (IsHyphen(before) && Touch(before, before + 1) && !Is(before - 1, Role.Digits | Role.Part | Role.Month | Role.Fiscal) && Norm(before - 1) is not ("pre" or "post"));

    /// <summary>Whether units or a plural follow, as in "2000 troops"; "the 2014 talks" are led by an article.</summary>
    private bool IsCountedThing(int at, bool isLed)
    {
        if (Is(SkipHyphen(at), Role.Unit))
            return true;
        string norm = Norm(at);
        return !Is(at, Role.Past | Role.Future | Role.Frame) && norm.Length > 3 && norm[^1] == 's' && norm[^2] != 's' && !Tok(at).IsCapital && (!isLed || Norm(at - 2) is "of" or "for" or "to" or "by" or "with" or "and");
    }
}
