using System.Collections.Frozen;
using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// A day of the year that has a name, dated by rule: <c>12-25</c>; <c>11 4 4</c>, the fourth Thursday of November; <c>5 1 -1</c>, its last
/// Monday of May; <c>easter</c>, <c>orthodox</c>; <c>hijri 9 1</c>, the first of the ninth Islamic month; any of them <c>+1</c> or <c>-2</c> days; or a day of history, <c>2001-09-11</c>.
/// </summary>
internal sealed record Holiday(string[] Words, string Rule, int Days)
{
    public static FrozenDictionary<string, Holiday[]> Load(string table) =>
        DataTable.Parse("language/holidays.tsv", table, "name", "rule").Rows
            .Select(Read).GroupBy(h => h.Words[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(h => h.Words.Length).ToArray(), StringComparer.Ordinal);

    private static Holiday Read(DataTable.Row row)
    {
        string rule = row["rule"];
        int sign = rule.LastIndexOfAny(['+', '-']);
        bool shifts = sign > 0 && (rule[sign] == '+' || char.IsLetter(rule[sign - 1]));
        var holiday = new Holiday(row["name"].Split(' '), shifts ? rule[..sign] : rule, shifts ? int.Parse(rule[sign..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0);
        try
        {
            holiday.In(2000);
            return holiday;
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new EntenteException(Faults.BadTable(row.Place, $"the rule '{rule}'", "12-25, '11 4 4' for a fourth Thursday of November, easter+1, …"));
        }
    }

    /// <summary>Its day of a year; of history, the one day whatever the year.</summary>
    public DateOnly In(int year)
    {
        if (Rule is "easter" or "orthodox")
            return (Rule == "easter" ? Calendar.Easter(year) : Calendar.OrthodoxEaster(year)).AddDays(Days);
        if (IsHistory)
            return DateOnly.ParseExact(Rule, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] parts = Rule.Split(' ', '-');
        if (parts[0] == "hijri")
            return Calendar.Hijri(year, Number(parts[1]), Number(parts[2])).AddDays(Days);
        int month = Number(parts[0]);
        if (parts.Length == 2)
            return new DateOnly(year, month, Number(parts[1])).AddDays(Days);
        return Calendar.NthWeekday(year, month, Number(parts[1]), parts.Length > 3 ? -1 : Number(parts[2])).AddDays(Days);
    }

    public bool IsHistory => Rule.Length == 10 && char.IsAsciiDigit(Rule[0]);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
