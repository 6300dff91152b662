using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>
/// What a corpus says that a time expression means: days from <see cref="First"/> to before <see cref="End"/>, or a TIMEX value, in which X stands for
/// any character, or both.
/// </summary>
public sealed record TimeMeaning(DateOnly? First, DateOnly? End, string? Timex)
{
    public bool HasDays => First is not null || End is not null;
}

/// <summary>A time expression as annotated.</summary>
/// <param name="Meanings">One of them is to be met; none where the corpus gives extents only.</param>
/// <param name="IsAsked">False where finding it or not is no merit, as with hours among dates.</param>
public sealed record GoldTime(TextSpan Span, IReadOnlyList<TimeMeaning> Meanings, bool IsAsked = true);

/// <summary>A text with its times.</summary>
/// <param name="Scope">The stretch that is annotated.</param>
public sealed record TimeCase(string Id, string Text, When? Published, TextSpan Scope, IReadOnlyList<GoldTime> Gold)
{
    /// <summary>Whether lengths, rates and hours are left unannotated.</summary>
    public bool IsDatesOnly { get; init; }
}

/// <summary>TIMEX3 forms of what we find, for comparison with corpora.</summary>
public static class Timex
{
    /// <summary>
    /// A date may be written several ways: weeks as days or as <c>2008-W35</c>; "early 2009" as the year, which TIMEX gives a modifier; "since 2004" as 2004;
    /// "three years later" as the date or, where the annotators saw a length, as <c>P3Y</c>.
    /// </summary>
    public static IEnumerable<string> Of(TimeExpression time)
    {
        foreach (var when in (When?[])[time.Value, time.Whole])
            if (when is { } value)
                foreach (string form in Of(value))
                {
                    yield return form;
                    if (time.Length is ['T', ..] hour)
                    {
                        yield return form + hour;
                        yield return form + hour.Replace(":00", "", StringComparison.Ordinal);
                    }
                }
        if (time.Length is { } length)
            yield return length.Replace(":00", "", StringComparison.Ordinal);
    }

    public static IEnumerable<string> Of(When value)
    {
        string[] edges = value.Text.Replace("~", "", StringComparison.Ordinal).Split('/');
        foreach (string edge in edges)
            if (edge is not ("" or ".."))
                yield return Point(edge);
        if (edges.Length == 2 && value.First is { } first && value.End is { } end && Period(first, end.DayNumber - first.DayNumber, end) is { } period)
            yield return period;
    }

    /// <summary>X in the pattern stands for any character.</summary>
    public static bool Fits(string pattern, string form)
    {
        if (pattern == form)
            return true;
        if (pattern.Length != form.Length)
            return false;
        for (int i = 0; i < form.Length; i++)
            if (pattern[i] != form[i] && pattern[i] != 'X')
                return false;
        return true;
    }

    private static string Point(string edtf) => edtf switch
    {
        [.., 'X', 'X'] => edtf[..2],
        [.., 'X'] => edtf[..3],
        [_, _, _, _, '-', '2', '1'] => edtf[..5] + "SP",
        [_, _, _, _, '-', '2', '2'] => edtf[..5] + "SU",
        [_, _, _, _, '-', '2', '3'] => edtf[..5] + "FA",
        [_, _, _, _, '-', '2', '4'] => edtf[..5] + "WI",
        _ => edtf,
    };

    private static string? Period(DateOnly first, int days, DateOnly end)
    {
        var day = first.ToDateTime(TimeOnly.MinValue);
        string week = $"{System.Globalization.ISOWeek.GetYear(day):0000}-W{System.Globalization.ISOWeek.GetWeekOfYear(day):00}";
        int months = (end.Year - first.Year) * 12 + end.Month - first.Month;
        return (days, months, first) switch
        {
            (7, _, { DayOfWeek: DayOfWeek.Monday }) => week,
            (2, _, { DayOfWeek: DayOfWeek.Saturday }) => week + "-WE",
            (_, 3, { Day: 1, Month: 1 or 4 or 7 or 10 }) when end.Day == 1 => $"{first.Year:0000}-Q{(first.Month + 2) / 3}",
            (_, 6, { Day: 1, Month: 1 or 7 }) when end.Day == 1 => $"{first.Year:0000}-H{(first.Month + 5) / 6}",
            _ => null,
        };
    }
}
