using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

internal static class DocumentDate
{
    /// <summary>The day of "2024-03-05T10:00:00Z" or of a PDF's "D:20240305100000Z", in the zone it was written in.</summary>
    public static When? DayOf(string? written)
    {
        string digits = new([.. (written ?? "").TakeWhile(c => c != 'T').Where(char.IsAsciiDigit).Take(8)]);
        return DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? When.Day(day) : null;
    }
}
