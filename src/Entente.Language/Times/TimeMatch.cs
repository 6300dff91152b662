using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>A reading of the line up to <see cref="End"/>, which is 0 where there is none.</summary>
internal readonly record struct TimeMatch(int End, TimeKind Kind, When? Value, string Reason)
{
    public string? Length { get; init; }

    public When? Whole { get; init; }

    public When? Anchor { get; init; }

    public DateFields Fields { get; init; }

    /// <inheritdoc cref="TimeExpression.Meaning"/>
    public Func<DateOnly, When?>? Meaning { get; init; }

    public bool Found => End > 0;
}

/// <summary>A count of units, or several: "two years and a month". Counts may have a half.</summary>
internal readonly record struct TimeLength(double Years, double Months, double Weeks, double Days, string? Other, bool IsVague, bool InDecades = false)
{
    /// <summary>ISO 8601: <c>P2Y1M</c>; <c>PXY</c> where nobody counted.</summary>
    public string Iso => Other ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{Part(Years, 'Y')}{Part(Months, 'M')}{Part(Weeks, 'W')}{Part(Days, 'D')}");

    /// <summary>The coarsest that a date so far away can be told as.</summary>
    public char Unit => InDecades ? 'D' : Days != 0 || Weeks != 0 || Other is not null ? 'd' : Months != 0 || Years % 1 != 0 ? 'm' : 'y';

    /// <summary>The day so far away; null outside the calendar or where nothing was counted.</summary>
    public DateOnly? From(DateOnly day, int sign)
    {
        if (IsVague || (Other is not null && Years + Months + Weeks + Days == 0 && !Other.StartsWith("PT", StringComparison.Ordinal)))
            return null;
        double months = 12 * Years + Months, days = 7 * Weeks + Days;
        return months < 120000 && days < 4000000 && Calendar.AddMonths(day, sign * (int)months) is { } then && Calendar.Day(then, sign * (int)days)?.First is { } at ? at : null;
    }

    private static string Part(double count, char unit) => count == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count}{unit}");
}
