using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>Periods of days, which may be open to either side, as what witnesses allow.</summary>
internal static class Period
{
    public static int First(When period) => period.First?.DayNumber ?? int.MinValue;

    /// <summary>The first day after it.</summary>
    public static int End(When period) => period.End?.DayNumber ?? int.MaxValue;

    /// <summary>Its first day, as written in EDTF; it must have one.</summary>
    public static string Begin(When period) => When.Day(period.First!.Value).Text;

    /// <param name="end">The first day after it.</param>
    public static When Of(int first, int end) =>
        first == int.MinValue && end == int.MaxValue ? default
        : first == int.MinValue ? When.Parse($"../{Text(end - 1)}")
        : end == int.MaxValue ? When.Since(When.Day(Day(first)))
        : When.Between(Day(first), Day(end - 1));

    public static When Since(DateOnly day) => When.Since(When.Day(day));

    /// <summary>So many days before it and after it as well.</summary>
    public static When Widened(When period, int before, int after) => Of(Plus(First(period), -before), Plus(End(period), after));

    /// <summary>Put in order; what overlaps or touches becomes one.</summary>
    public static List<When> Merged(IEnumerable<When> periods)
    {
        var merged = new List<When>();
        foreach (var period in periods.OrderBy(First))
            if (merged.Count > 0 && First(period) <= End(merged[^1]))
                merged[^1] = Of(First(merged[^1]), Math.Max(End(merged[^1]), End(period)));
            else
                merged.Add(period);
        return merged;
    }

    private static int Plus(int day, int by) => day is int.MinValue or int.MaxValue ? day : Math.Clamp(day + by, 1, DateOnly.MaxValue.DayNumber);

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(number);

    private static string Text(int number) => When.Day(Day(number)).Text;
}
