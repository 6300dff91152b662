using System.Globalization;

namespace Entente.Reading;

/// <summary>Numbers as news writes them, in digits ("54,000", "2.5") or words up to twelve.</summary>
internal static class Numbers
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static double? ValueOf(string norm)
    {
        if (char.IsDigit(norm[0]))
            return double.TryParse(norm, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value) ? value : null;
        int word = Array.IndexOf(Words, norm);
        return word >= 0 ? word : null;
    }

    public static double ScaleOf(string norm) => norm switch
    {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" or "m" => 1e6,
        "billion" or "bn" => 1e9,
        "trillion" => 1e12,
        _ => 1,
    };
}
