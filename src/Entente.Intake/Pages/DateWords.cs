using System.Collections.Frozen;
using System.Globalization;

namespace Entente.Intake;

internal enum DayOrder : byte { Unknown, DayFirst, MonthFirst }

/// <summary>What a date on a page is of, as the words beside it say.</summary>
internal enum DateLabel : byte { None, Published, Modified, Other }

/// <summary>The words of written dates: <c>data/intake/date-words.tsv</c>.</summary>
internal static class DateWords
{
    private const string Table = "intake/date-words.tsv";

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months, DaysAgo;
    private static readonly FrozenDictionary<string, DateLabel>.AlternateLookup<ReadOnlySpan<char>> Labels;
    private static readonly FrozenDictionary<string, DayOrder> Orders;

    static DateWords()
    {
        var rows = BuiltInTable.Rows(Table, "word", "means", "value").ToLookup(r => r["means"]);
        FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Read<T>(Func<string, T> value, params string[] meanings) =>
            meanings.SelectMany(m => rows[m]).ToFrozenDictionary(r => r["word"], r => value(r["value"] is "" ? r["means"] : r["value"]), StringComparer.OrdinalIgnoreCase)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        Months = Read(v => int.Parse(v, CultureInfo.InvariantCulture), "month");
        DaysAgo = Read(v => int.Parse(v, CultureInfo.InvariantCulture), "ago");
        Labels = Read(v => Enum.Parse<DateLabel>(v, ignoreCase: true), "published", "modified", "other");
        Orders = Read(v => v == "day first" ? DayOrder.DayFirst : DayOrder.MonthFirst, "day first", "month first").Dictionary;
    }

    /// <summary>0 if the word is no month.</summary>
    public static int Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out int month) ? month : 0;

    /// <summary>Days of one "week", "hour", …; null if the word is none.</summary>
    public static int? DaysOf(ReadOnlySpan<char> word) => DaysAgo.TryGetValue(word, out int days) ? days : null;

    public static DayOrder OrderIn(string region) => Orders.GetValueOrDefault(region);

    /// <summary>What a text says of a date after it: its last word that tells.</summary>
    public static DateLabel LabelIn(ReadOnlySpan<char> text)
    {
        var label = DateLabel.None;
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end > i && Labels.TryGetValue(text[i..end], out var found))
                label = found;
            else if (text[i] == '©')
                label = DateLabel.Other;
            i = Math.Max(end, i + 1);
        }
        return label;
    }
}
