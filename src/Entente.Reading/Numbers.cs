using System.Collections.Frozen;
using System.Globalization;

namespace Entente.Reading;

/// <summary>Numbers and sums as news writes them: in digits ("54,000", "2.5", "1.6bn") or in words up to twelve and in tens.</summary>
internal static class Numbers
{
    private static readonly string[] Units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly FrozenDictionary<string, double> Words = Units.Select((word, i) => (word, Value: (double)i)).Concat(Tens.Select((word, i) => (word, Value: 20.0 + (10 * i)))).Append(("dozen", 12))
        .ToFrozenDictionary(w => w.word, w => w.Value, StringComparer.Ordinal);

    /// <summary>All numbers that are written as one word.</summary>
    public static IEnumerable<string> InWords => Words.Keys;

    public static FrozenSet<string> Signs { get; } = FrozenSet.Create(StringComparer.Ordinal, "$", "€", "£", "¥", "us$", "a$", "c$", "nz$", "s$", "hk$", "₹", "₩");

    public static double? ValueOf(string norm)
    {
        if (char.IsDigit(norm[0]))
        {
            string digits = norm.TrimEnd('b', 'n', 'm', 't', 'k');
            double scale = digits.Length == norm.Length ? 1 : ScaleOf(norm[digits.Length..]);
            bool isScale = digits.Length == norm.Length || scale > 1;
            return isScale && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value) ? value * scale : null;
        }
        return Words.TryGetValue(norm, out double number) ? number : null;
    }

    public static double ScaleOf(string norm) => norm switch
    {
        "hundred" => 1e2,
        "thousand" or "k" => 1e3,
        "million" or "m" or "mn" => 1e6,
        "billion" or "bn" => 1e9,
        "trillion" or "tn" => 1e12,
        _ => 1,
    };

    /// <summary>The ISO 4217 code of a currency, its sign or word; null for any other word.</summary>
    public static string? CurrencyOf(string norm) => norm switch
    {
        "$" or "us$" or "dollar" or "dollars" or "usd" => "USD",
        "€" or "euro" or "euros" or "eur" => "EUR",
        "£" or "pound" or "pounds" or "sterling" => "GBP",
        "¥" or "yen" => "JPY",
        "yuan" or "renminbi" => "CNY",
        "ruble" or "rubles" or "rouble" or "roubles" => "RUB",
        "won" or "₩" => "KRW",
        "rupee" or "rupees" or "₹" => "INR",
        "a$" => "AUD",
        "c$" => "CAD",
        "nz$" => "NZD",
        "s$" => "SGD",
        "franc" or "francs" => "CHF",
        "krona" or "kronor" => "SEK",
        "kroner" or "krone" => "NOK",
        "zloty" or "zlotys" => "PLN",
        "lira" or "liras" => "TRY",
        "riyal" or "riyals" => "SAR",
        "mark" or "marks" => "DEM",
        _ => null,
    };
}
