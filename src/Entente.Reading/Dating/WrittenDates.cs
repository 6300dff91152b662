using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>What dates themselves tell: date lines, links, days and years of which the text speaks as past.</summary>
internal sealed partial class WrittenDates(AnnotatedText text, Clause clause, DatingWords words)
{
    /// <summary>Date lines stand among so many first sentences; farther down they date other texts.</summary>
    private const int Head = 12;

    /// <summary>More words than these beside a date, and it is no date line.</summary>
    private const int LongestLine = 14;

    /// <summary>How many tokens of place and agency come before the date of a dateline at most.</summary>
    private const int LongestPlace = 6;

    /// <summary>A date told so many sentences ago no longer lends its year.</summary>
    private const int YearLasts = 1;

    /// <summary>How long after a day news may still tell of it without its year; and, of the last day so told, how long it mostly does.</summary>
    private const int DaysWithoutYear = 300, DaysAfterLast = 45;

    /// <summary>How long news tells of a day by the name of the day and of the month.</summary>
    private const int DaysWithWeekday = 10;

    /// <summary>How long before a day news tells of it as to come.</summary>
    private const int DaysAhead = 200, DaysAheadWithWeekday = 21;

    private const int YearlessWeight = 2, LastDayWeight = 1;

    /// <summary>What needs nothing else to be understood.</summary>
    public void Complete(List<DateWitness> witnesses)
    {
        for (int s = 0, at = 0; s < text.Sentences.Count; s++)
        {
            var sentence = text.Sentences[s];
            if (s < 2 && Link(sentence) is { } link)
                witnesses.Add(link);
            for (; at < text.Times.Count && text.Times[at].FirstToken < sentence.End; at++)
                if (text.Times[at] is { Kind: TimeKind.Date, Value: { } value, Meaning: null } time && OfTime(time, value, sentence, s) is { } witness)
                    witnesses.Add(witness);
        }
    }

    /// <summary>Days without a year, in each year in which the article may lie: "on Wednesday, Jan. 11".</summary>
    public void Yearless(When known, List<DateWitness> witnesses)
    {
        int lastAbsolute = -1;
        for (int s = 0, at = 0; s < text.Sentences.Count; s++)
            for (; at < text.Times.Count && text.Times[at].FirstToken < text.Sentences[s].End; at++)
            {
                var time = text.Times[at];
                if (time.Fields.Year > 0)
                    lastAbsolute = s;
                else if (time.Fields is { Month: > 0, Day: > 0 } && (lastAbsolute < 0 || s - lastAbsolute > YearLasts) && Yearless(time, text.Sentences[s], s, known) is { } witness)
                    witnesses.Add(witness);
            }
    }

    /// <summary>The last day told without its year is seldom long past.</summary>
    public static void LastDay(When known, List<DateWitness> witnesses)
    {
        DateWitness? last = null;
        int lastDay = 0;
        foreach (var witness in witnesses.Where(w => w is { Kind: WitnessKind.Day, Weight: YearlessWeight }))
            foreach (var period in witness.Allows.Where(a => a.Overlaps(known) && Period.First(a) >= lastDay))
                (last, lastDay) = (witness, Period.First(period));
        if (last is not null)
            witnesses.Add(last with { Says = "the last day told without its year", Allows = [.. last.Allows.Select(a => Period.Of(Period.First(a), Period.First(a) + DaysAfterLast))], Weight = LastDayWeight });
    }

    private DateWitness? OfTime(TimeExpression time, When value, Sentence sentence, int s)
    {
        if (value.First is not { } first || first.Year < 1900)
            return null;
        bool isDay = time.Fields is { Year: > 0, Month: > 0, Day: > 0 };
        if (isDay && s < Head && IsLine(time, sentence))
            return new(WitnessKind.Line, time.Span, $"a line that dates the text: {value.Text}", [value], 12);
        if (isDay && s < Head && IsDateline(time, sentence))
            return new(WitnessKind.Line, time.Span, $"a dateline: {value.Text}", [Period.Widened(value, 0, 1)], 12);
        if (IsTooVague(time, value))
            return null;
        bool isSince = text.Tokens[time.FirstToken].Norm == "since";
        if (!isSince && !(HangsOnVerb(time) && clause.ToldAt(time.FirstToken) == Told.Past))
            return null;
        bool isYear = value.Text.Length == 4;
        return isYear && !isSince && !IsIn(time.FirstToken - 1) ? null
            : new(isYear || isSince ? WitnessKind.Year : WitnessKind.Day, time.Span, $"{value.Text.Split('/')[0]} is past", [Period.Since(first)], isYear ? 4 : 6);
    }

    /// <summary>Years, months and days that are written out; not "the 1990s", "until 2030", "from 2019 to 2024".</summary>
    private bool IsTooVague(TimeExpression time, When value) =>
        (value.End is null ? text.Tokens[time.FirstToken].Norm != "since" : value.Text.Contains('/') || value.Text.EndsWith('X')) || time.Anchor is not null;

    private bool IsIn(int token) => token >= 0 && text.Tokens[token].Norm is "in" or "during" or "of";

    private bool HangsOnVerb(TimeExpression time)
    {
        int head = text.Words[text.TopOf(time.FirstToken, time.EndToken)].Head;
        return head >= 0 && (text.Words[head].Pos == Upos.Verb || text.Words[head].Tag is "VBD");
    }

    /// <summary>Nothing but the date, the hour and words such as "Published" or "Updated".</summary>
    private bool IsLine(TimeExpression time, Sentence sentence)
    {
        if (sentence.Count - (time.EndToken - time.FirstToken) > LongestLine || IsInLink(time))
            return false;
        for (int i = sentence.First; i < sentence.End; i++)
            if ((i < time.FirstToken || i >= time.EndToken) && text.Tokens[i] is var token && (token.IsWord || char.IsLetter(token.Norm[0])) && !char.IsDigit(token.Norm[0]) && !words.IsOfLine(token.Norm) && !text.IsOfTime(i))
                return false;
        return true;
    }

    private bool IsInLink(TimeExpression time) => text.Tokens[time.FirstToken].Text is var word && word.Contains('/') && word.Any(char.IsLetter);

    /// <summary>"ACCRA, 4 May 2020 (Agency) —": before the date only a place, after it a mark that parts it from the text.</summary>
    private bool IsDateline(TimeExpression time, Sentence sentence)
    {
        if (time.FirstToken - sentence.First > LongestPlace)
            return false;
        for (int i = sentence.First; i < time.FirstToken; i++)
            if (text.Tokens[i].IsWord && !text.Tokens[i].IsCapitalised)
                return false;
        if (time.EndToken >= sentence.End)
            return false;
        string after = text.Tokens[time.EndToken].Norm;
        return after is "—" or "–" or "-" or ":" or "--" or "(" or "/" && time.FirstToken > sentence.First;
    }

    private DateWitness? Yearless(TimeExpression time, Sentence sentence, int s, When known)
    {
        var fields = time.Fields;
        bool isDateline = s < Head && IsDateline(time, sentence);
        var told = isDateline ? Told.Past : clause.ToldAt(time.FirstToken);
        bool hasWeekday = fields.Weekday > 0;
        if (!isDateline && !hasWeekday && (told is not (Told.Past or Told.Future) || !HangsOnVerb(time)))
            return null;
        int after = isDateline ? 1 : told == Told.Future ? 0 : hasWeekday ? DaysWithWeekday : DaysWithoutYear;
        int before = isDateline || told == Told.Past ? 0 : hasWeekday ? DaysAheadWithWeekday : DaysAhead;
        var allowed = Years(known, hasWeekday).Select(y => InYear(y, fields)).OfType<When>().Select(d => Period.Widened(d, before, after)).ToList();
        if (allowed.Count == 0)
            return null;
        string day = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(fields.Month) + " " + fields.Day.ToString(CultureInfo.InvariantCulture);
        string says = isDateline ? $"a dateline of {day}" : told == Told.Future ? $"{day} is to come" : told == Told.Past ? $"{day} is past, its year not told" : $"{day} is near";
        if (hasWeekday)
            says += $"; it was a {(DayOfWeek)(fields.Weekday % 7)}";
        return new(isDateline ? WitnessKind.Line : WitnessKind.Day, time.Span, says, Period.Merged(allowed), isDateline ? 5 : hasWeekday ? 3 : told == Told.Past ? YearlessWeight : 1);
    }

    /// <summary>Of a period without an end only the first years: news seldom knows nothing newer.</summary>
    private static IEnumerable<int> Years(When known, bool hasWeekday)
    {
        const int yearsAhead = 4;
        if (known.First is not { } first || (known.End is null && !hasWeekday))
            return [];
        int last = known.End?.Year ?? Math.Min(first.Year + yearsAhead, DateOnly.MaxValue.Year);
        return Enumerable.Range(Math.Max(1, first.Year - 1), last - first.Year + 1 + (first.Year > 1 ? 1 : 0));
    }

    private static When? InYear(int year, DateFields fields) =>
        fields.Day <= DateTime.DaysInMonth(year, fields.Month) && new DateOnly(year, fields.Month, fields.Day) is var day && (fields.Weekday == 0 || (int)day.DayOfWeek == fields.Weekday % 7)
            ? When.Day(day) : null;

    /// <summary>The article's own address above it, as many outlets make it: ".../2020/05/04/...".</summary>
    private DateWitness? Link(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
            if (text.Tokens[i].Text.Contains('/') && DateInLink().Match(text.Tokens[i].Text) is { Success: true } match
                && When.TryParse(match.Groups["d"].Success ? $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}" : "", out var day))
                return new(WitnessKind.Link, text.Tokens[i].Span, $"the date in the link: {day.Text}", [Period.Widened(day, 1, 1)], 8);
        return null;
    }

    [GeneratedRegex(@"/(?:(?<y>(?:19|20)\d\d)[/-](?<m>\d\d)[/-](?<d>\d\d)|(?<d>\d\d)[/-](?<m>\d\d)[/-](?<y>(?:19|20)\d\d))(?:/|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateInLink();
}
