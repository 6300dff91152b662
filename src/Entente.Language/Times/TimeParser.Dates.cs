namespace Entente.Language;

/// <summary>Calendar dates, in words and in figures.</summary>
internal sealed partial class TimeParser
{
    /// <summary>A date told this many sentences ago still lends its year.</summary>
    private const int YearLasts = 2;

    /// <summary>Asked once a text.</summary>
    private bool isOrderKnown;
    private bool? isDayFirst;

    private TimeMatch Written(int i)
    {
        int end = Weekly(i, out var fields);
        return end > 0 ? Settle(i, end, fields) : default;
    }

    /// <summary>"Wednesday", "Wednesday, January 5", "Friday the 13th", "Friday (June 15)", or a date without a weekday.</summary>
    private int Weekly(int i, out DateFields fields)
    {
        if (!Is(i, Role.Weekday) || Is(i, Role.Plural))
            return Dated(i, out fields);
        fields = default;
        if (IsNewspaper(i))
            return 0;
        int weekday = Tok(i).Word!.Weekday, next = i + 1;
        bool opens = Norm(next) == "(";
        int end = Dated(opens || Norm(next) is "," or "." ? next + 1 : next, out fields);
        if (end > 0 && fields.Month != 0)
        {
            fields = (fields.Month < 0 ? FitWeekday(fields, weekday) : fields) with { Weekday = weekday };
            return opens && Norm(end) == ")" ? end + 1 : end;
        }
        int the = SkipThe(next);
        bool hasDay = DayNumber(the, out int day, out end) && (Is(end - 1, Role.Ordinal) || Is(the, Role.Digits)) && !IsCounted(end);
        fields = new(0, 0, hasDay ? day : 0, weekday);
        return hasDay ? end : !Is(i, Role.Weak) || Tok(i).IsCapital && (IsLead(i - 1) || Norm(i + 1) == "," || (Norm(i - 1) is "or" or "and" && Is(i - 2, Role.Weekday))) ? i + 1 : 0;
    }

    /// <summary>"The Sunday Times".</summary>
    private bool IsNewspaper(int i) => Norm(i - 1) == "the" && Tok(i + 1) is { IsCapital: true, Roles: var roles } && (roles & Role.Core) == 0;

    private int Dated(int i, out DateFields fields)
    {
        int end = InFigures(i, out fields);
        if (end == 0) end = MonthFirst(i, out fields);
        if (end == 0) end = DayFirst(i, out fields);
        return end > 0 ? end : YearFirst(i, out fields);
    }

    /// <summary>"January 11, 2023", "Jan. 11th", "Oct-2", "May the eleventh", "December 2022", "the month of May", "in May".</summary>
    private int MonthFirst(int i, out DateFields fields)
    {
        fields = default;
        int at = Norm(SkipThe(i)) == "month" && Norm(SkipThe(i) + 1) == "of" ? SkipThe(i) + 2 : i;
        if (!Is(at, Role.Month))
            return 0;
        int month = Tok(at).Word!.Month, next = at + 1;
        int seam = Norm(next) is "-" or "/" && Touch(at, next) ? next + 1 : next;
        if (WrittenYear(next, out int year, out int end) || (seam > next && FourDigits(seam, out year, out end)))
        {
            if (Norm(end) == "-" && Touch(end, end + 1) && Tok(end + 1).IsDayNumber && seam > next)
            {
                fields = new(year, month, (int)Tok(end + 1).Count, 0);
                return end + 2;
            }
            fields = new(year, month, 0, 0);
            return end;
        }
        int dayAt = SkipThe(Norm(seam) == "," && Is(seam + 1, Role.Ordinal) ? seam + 1 : seam);
        if (DayNumber(dayAt, out int day, out end) && !IsCounted(end))
        {
            end = YearAfter(end, out year);
            fields = new(year, month, day, 0);
            return end;
        }
        if (Tok(next).Is(Role.Digits) && Tok(next).Span.Length == 2 && Tok(next).Count > 31)
        {
            fields = new(1900 + (int)Tok(next).Count, month, 0, 0);
            return next + 1;
        }
        fields = new(0, month, 0, 0);
        return at > i || !Is(at, Role.Weak) || IsMonthLead(at) || (Is(next, Role.Link) && Is(next + 1, Role.Month)) ? next : 0;
    }

    /// <summary>"in May", "last March", "in the March"; but "that may", "to march".</summary>
    private bool IsMonthLead(int at) => Tok(at).IsCapital
        ? at > 0 && Norm(at - 1) != "to" && IsLead(at - 1)
        : Norm(at - 1) is "in" or "since" or "until" or "last" or "next" or "early" or "late" or "mid" || (IsHyphen(at - 1) && Norm(at - 2) == "mid");

    /// <summary>"11 January 2023", "the 11th of January", "28-Nov".</summary>
    private int DayFirst(int i, out DateFields fields)
    {
        fields = default;
        if (!DayNumber(SkipThe(i), out int day, out int at) || IsMoney(i - 1))
            return 0;
        if (Norm(at) is "of" or "-" or "/" || (Norm(at) == "day" && Norm(at + 1) == "of"))
            at += Norm(at) == "day" ? 2 : 1;
        if (!Is(at, Role.Month))
            return 0;
        int end = YearAfter(at + 1, out int year);
        fields = new(year, Tok(at).Word!.Month, day, 0);
        return end;
    }

    /// <summary>"2016 November", "2019-Sep-1".</summary>
    private int YearFirst(int i, out DateFields fields)
    {
        fields = default;
        int at = i + 1;
        if (!Tok(i).IsYear)
            return 0;
        if (Norm(at) is "-" or "/" or ",")
            at++;
        if (!Is(at, Role.Month) || Norm(at) == "may" && Norm(i + 1) == ",")
            return 0;
        bool hasDay = Norm(at + 1) is "-" or "/" && Tok(at + 2).IsDayNumber;
        fields = new((int)Tok(i).Count, Tok(at).Word!.Month, hasDay ? (int)Tok(at + 2).Count : 0, 0);
        return hasDay ? at + 3 : at + 1;
    }

    /// <summary>"2021-04-22", "22/04/2021", "4/22/21", "22.04.2021", "2016-11", "11/2016", and "4/22" where a date is due.</summary>
    private int InFigures(int i, out DateFields fields)
    {
        fields = default;
        if (!Is(i, Role.Digits) || !Is(i + 1, Role.Mark) || !Is(i + 2, Role.Digits) || IsHyphen(i - 1) && Touch(i - 1, i))
            return 0;
        string seam = Norm(i + 1);
        if (seam is not ("-" or "/" or "."))
            return 0;
        int a = (int)Tok(i).Count, b = (int)Tok(i + 2).Count;
        bool touches = Touch(i, i + 1) && Touch(i + 1, i + 2);
        if (touches && Is(i + 4, Role.Digits) && (Norm(i + 3) == seam || (Norm(i + 3) == "," && Tok(i + 4).IsYear)) && Touch(i + 2, i + 3))
        {
            fields = ThreeFigures(i, a, b, (int)Tok(i + 4).Count);
            return fields.IsEmpty ? 0 : i + 5;
        }
        if (Tok(i).IsYear && Tok(i + 2).IsDayNumber && b <= 12 && seam != ".")
            fields = new(a, b, 0, 0);
        else if (Tok(i + 2).IsYear && Tok(i).IsDayNumber && a <= 12 && seam != ".")
            fields = new(b, a, 0, 0);
        else if (touches && seam == "/" && Tok(i).IsDayNumber && Tok(i + 2).IsDayNumber && (IsLead(i - 1) || Is(i - 1, Role.Weekday)))
            fields = MonthAndDay(a, b);
        return fields.IsEmpty ? 0 : i + 3;
    }

    private DateFields ThreeFigures(int i, int a, int b, int c)
    {
        if (Tok(i).IsYear && b is >= 1 and <= 12 && c is >= 1 and <= 31)
            return new(a, b, c, 0);
        int year = Tok(i + 4).IsYear ? c : Tok(i + 4).Span.Length == 2 ? c + (c < 50 ? 2000 : 1900) : 0;
        if (year == 0 || !Tok(i).IsDayNumber || !Tok(i + 2).IsDayNumber)
            return default;
        var day = Norm(i + 1) == "." ? new(0, b, a, 0) : MonthAndDay(a, b);
        return day.IsEmpty ? default : day with { Year = year };
    }

    /// <summary>Day before month or month before day, as the numbers tell, or else the other dates of the text; a negative month where nothing tells.</summary>
    private DateFields MonthAndDay(int a, int b) =>
        a > 12 && b > 12 ? default
        : a > 12 || (b <= 12 && a == b) ? new(0, b, a, 0)
        : b > 12 ? new(0, a, b, 0)
        : DayFirstOrder() is not { } dayFirst ? new(0, -b, a, 0) : dayFirst ? new(0, b, a, 0) : new(0, a, b, 0);

    /// <summary>"Friday 7/6", published in the summer of 2018: the sixth of July is a Friday, the seventh of June is not.</summary>
    private DateFields FitWeekday(DateFields fields, int weekday)
    {
        int year = fields.Year > 0 ? fields.Year : published?.First?.Year ?? 0;
        bool Fits(int month, int day) => Calendar.Day(year, month, day)?.First is { } date && (int)date.DayOfWeek == weekday % 7;
        bool dayFirst = Fits(-fields.Month, fields.Day), monthFirst = Fits(fields.Day, -fields.Month);
        return dayFirst == monthFirst ? fields : dayFirst ? fields with { Month = -fields.Month } : fields with { Month = fields.Day, Day = -fields.Month };
    }

    private bool? DayFirstOrder()
    {
        if (!isOrderKnown)
            (isOrderKnown, isDayFirst) = (true, IsDayFirst());
        return isDayFirst;
    }

    /// <summary>What the text's other dates in figures say: one with a number over 12 shows which of the two is the day.</summary>
    private bool? IsDayFirst()
    {
        var all = new TimeLexer(lexicon);
        for (int from = 0; from < tokens.Count; from += SentenceSplitter.LongestSentence)
        {
            all.Read(tokens, new(from, Math.Min(tokens.Count, from + SentenceSplitter.LongestSentence), default, 0));
            for (int i = 0; i + 4 < all.Count; i++)
                if (all[i].IsDayNumber && all[i + 2].IsDayNumber && all[i].Count > 12 != all[i + 2].Count > 12
                    && all[i + 1].Is(Role.Mark) && all[i + 3].Is(Role.Mark) && all[i + 4].Is(Role.Digits) && all[i + 1].Word == all[i + 3].Word)
                    return all[i].Count > 12;
        }
        return null;
    }

    /// <summary>"11", "11th", "eleventh", "twenty second".</summary>
    private bool DayNumber(int i, out int day, out int end)
    {
        var it = Tok(i);
        (day, end) = ((int)it.Count, i + 1);
        if (it.IsDayNumber || (it.Word is null && it.Is(Role.Ordinal)))
            return day is >= 1 and <= 31;
        if (it.Is(Role.Number) && it.Count is 20 or 30 && it.Word is not null && Tok(SkipHyphen(i + 1)) is { Word: not null } unit)
        {
            int ones = unit.Word.Ordinal > 0 ? unit.Word.Ordinal : unit.Word.Number;
            if (ones is >= 1 and <= 9)
                (day, end) = (day + ones, SkipHyphen(i + 1) + 1);
            return day <= 31;
        }
        if (it.Word is { Ordinal: > 0 } or { Number: > 0 })
            day = it.Word.Ordinal > 0 ? it.Word.Ordinal : it.Word.Number;
        return day is >= 1 and <= 31 && it.Word is not null && !it.Is(Role.Unit | Role.Vague) | it.Word?.Ordinal > 0;
    }

    /// <summary>Whether the number before it counts something: "May 20 troops", "5 percent", "10 a.m.".</summary>
    private bool IsMoney(int at) => Norm(at) is "$" or "€" or "£";

    private bool IsCounted(int at) => Is(at, Role.Clock | Role.Unit) && !IsHyphen(at - 1) || Norm(at) is "%" or ":";

    private bool WrittenYear(int i, out int year, out int end)
    {
        int at = Norm(i) is "of" or "," or "in" ? i + 1 : Norm(i) == "'" && Touch(i, i + 1) ? i + 1 : i;
        if (FourDigits(at, out year, out end))
            return true;
        if (Norm(i) == "'" && at > i && Is(at, Role.Digits) && Tok(at).Span.Length == 2)
        {
            (year, end) = ((int)Tok(at).Count + (Tok(at).Count < 50 ? 2000 : 1900), at + 1);
            return true;
        }
        return YearInWords(at, out year, out end);
    }

    private bool FourDigits(int at, out int year, out int end)
    {
        (year, end) = ((int)Tok(at).Count, at + 1);
        return Tok(at).IsYear && !Is(end, Role.Clock);
    }

    private int YearAfter(int at, out int year)
    {
        int seam = Norm(at) is "-" or "/" && Touch(at, at + 1) ? at + 1 : at;
        if (WrittenYear(at, out year, out int end) || (seam > at && FourDigits(seam, out year, out end)))
            return end;
        year = 0;
        return at;
    }

    /// <summary>"nineteen twenty eight", "two thousand and fifteen", "seventeen hundred thirty three", "nineteen zero one".</summary>
    private bool YearInWords(int i, out int year, out int end)
    {
        (year, end) = (0, i);
        if (!Is(i, Role.Number) || Tok(i).Word is not { } first)
            return false;
        int next = SkipHyphen(i + 1);
        if (first.Number == 2 && Norm(next) == "thousand")
            (year, end) = (2000, next + 1);
        else if (first.Number is >= 10 and <= 20 && Norm(next) == "hundred")
            (year, end) = (100 * first.Number, next + 1);
        else if (first.Number is >= 13 and <= 20 && BelowHundred(next, out int rest, out end) && rest >= 10)
            year = 100 * first.Number + rest;
        else if (first.Number is >= 13 and <= 20 && Norm(next) is "zero" && Tok(next + 1).Word is { Number: >= 1 and <= 9 } ones)
            (year, end) = (100 * first.Number + ones.Number, next + 2);
        if (year > 0 && year % 100 == 0 && BelowHundred(Norm(end) == "and" ? end + 1 : end, out int below, out int after))
            (year, end) = (year + below, after);
        return year > 0;
    }

    private bool BelowHundred(int i, out int number, out int end)
    {
        (number, end) = (0, i);
        if (!Is(i, Role.Number) || Tok(i).Word is not { Number: >= 1 and < 100 } first)
            return false;
        (number, end) = (first.Number, i + 1);
        if (number >= 20 && Tok(SkipHyphen(end)).Word is { Number: >= 1 and <= 9 } ones && Is(SkipHyphen(end), Role.Number))
            (number, end) = (number + ones.Number, SkipHyphen(end) + 1);
        return true;
    }

    /// <summary>A word that only a time is likely to follow, or that begins the sentence.</summary>
    private bool IsLead(int at) =>
        at < 0 || (Norm(at) == "the" && at > 0 && IsLead(at - 1)) || Is(at, Role.Frame | Role.Shift | Role.Part) || Norm(at) is "in" or "on" or "of" or "to" or "by" or "for" or "at" or "before" or "after" or "from" || (IsHyphen(at) && IsLead(at - 1));
}
