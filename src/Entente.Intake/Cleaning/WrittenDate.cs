using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A line near the top that is hardly more than a full date.</summary>
internal static partial class WrittenDate
{
    /// <summary>Characters beside the date: "Published", a name, a time of day.</summary>
    private const int Beside = 45;

    private static readonly string[] Formats = ["MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd"];

    public static When? Of(TextCopy copy)
    {
        foreach (var line in copy.Written.Take(TextCopy.HeadLines))
            if (FullDate().Match(line.Text) is { Success: true } match && line.Text.Length - match.Length <= Beside && Parse(match.Value) is { } day)
                return day;
        return null;
    }

    private static When? Parse(string written) =>
        DateOnly.TryParseExact(written.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? When.Day(day)
            : null;

    [GeneratedRegex(@"\b(?:\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4})\b",
        RegexOptions.None, 1000)]
    private static partial Regex FullDate();
}
