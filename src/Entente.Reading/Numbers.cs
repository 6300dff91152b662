using System.Collections.Frozen;
using System.Globalization;
using Entente.Language;

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

    /// <summary>The number that a match of a figure's rule is about, and where it stands: with its currency, its "percent", or else the first that is no year and no "one third".</summary>
    public static (double Value, int At)? In(IReadOnlyList<Token> tokens, TriggerMatch match, string unit)
    {
        (double Value, int At)? first = null, counted = null;
        for (int i = match.First; i < match.End; i++)
        {
            if (ValueOf(tokens[i].Norm) is not { } value)
                continue;
            // "$500-million"
            int next = i + 2 < tokens.Count && tokens[i + 1].Norm == "-" ? i + 2 : i + 1;
            double scale = next < tokens.Count ? ScaleOf(tokens[next].Norm) : 1;
            int after = scale == 1 ? i + 1 : next + 1;
            bool isAmount = IsAmount(tokens, i, scale == 1 ? next : after);
            if (unit == "USD" ? isAmount : unit.Contains('%') && after < tokens.Count && tokens[after].Norm is "%" or "percent" or "per")
                return (value * scale, i);
            if (after < tokens.Count && tokens[after].Norm is "third" or "thirds" or "quarter" or "quarters" or "fifth" or "fifths" or "half" || (isAmount && unit != "USD"))
                continue;
            first ??= (value * scale, i);
            if (!IsYear(tokens[i].Norm))
                counted ??= (value * scale, i);
        }
        return counted ?? first;
    }

    /// <summary>"1996": four digits, none of them set off.</summary>
    private static bool IsYear(string norm) => norm.Length == 4 && norm.All(char.IsAsciiDigit) && norm[..2] is "19" or "20";

    /// <summary>"5,000", "three hundred", "20-thousand": a hundred or more, and no year.</summary>
    public static bool IsMany(IReadOnlyList<Token> tokens, int at)
    {
        if (ValueOf(tokens[at].Norm) is not { } value || IsYear(tokens[at].Norm))
            return false;
        int next = at + 2 < tokens.Count && tokens[at + 1].Norm == "-" ? at + 2 : at + 1;
        return value * (next < tokens.Count ? ScaleOf(tokens[next].Norm) : 1) >= 100;
    }

    public static string? CurrencyIn(IReadOnlyList<Token> tokens, TriggerMatch match)
    {
        for (int i = match.First; i < match.End; i++)
            if (CurrencyOf(tokens[i].Norm) is { } currency)
                return currency;
        return null;
    }

    /// <summary>The currency stands right before the number, or after it.</summary>
    private static bool IsAmount(IReadOnlyList<Token> tokens, int number, int after) =>
        (number > 0 && CurrencyOf(tokens[number - 1].Norm) is not null) || (after < tokens.Count && CurrencyOf(tokens[after].Norm) is not null);
}
