using System.Globalization;

namespace Entente.Vocabulary;

/// <summary>
/// A day, month, season, year, decade or period, as exact as the text gives it: EDTF level 1 (ISO 8601-2:2019), the part that news needs.
/// <see cref="First"/> is null where the start is open or unknown, <see cref="End"/> (exclusive) where the end is.
/// </summary>
public readonly record struct When : IComparable<When>
{
    private readonly string? text;

    private When(string text, DateOnly? first, DateOnly? end)
    {
        this.text = text;
        First = first;
        End = end;
    }

    /// <summary>EDTF, as written.</summary>
    public string Text => text ?? "../..";

    public DateOnly? First { get; }

    public DateOnly? End { get; }

    public static When Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, Next(day));

    public static When Month(int year, int month) => Parse(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"));

    public static When Year(int year) => Parse(year.ToString("0000", CultureInfo.InvariantCulture));

    public static When Between(DateOnly first, DateOnly last) => first == last ? Day(first) : Parse($"{Day(first).Text}/{Day(last).Text}");

    /// <summary>From the start of <paramref name="start"/> on, with no end known: <c>2004/..</c>.</summary>
    public static When Since(When start) => new($"{start.Text.Split('/')[0]}/..", start.First, null);

    public static When Parse(string text) =>
        TryParse(text, out var when) ? when : throw new EntenteException(Faults.BadDate("date", text));

    public static bool TryParse(string? text, out When when)
    {
        when = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!TryParsePoint(text, out var point))
                return false;
            when = new(text, point.First, point.End);
            return true;
        }
        if (!TryParseEdge(text[..slash], out var from) || !TryParseEdge(text[(slash + 1)..], out var to))
            return false;
        if (from.First is { } a && to.End is { } b && a >= b)
            return false;
        when = new(text, from.First, to.End);
        return true;
    }

    public bool Covers(DateOnly day) => (First is null || First <= day) && (End is null || day < End);

    public bool Overlaps(When other) =>
        (First is null || other.End is null || First < other.End) && (other.First is null || End is null || other.First < End);

    /// <summary>Earlier start first, open starts before all; of two that start together the longer first.</summary>
    public int CompareTo(When other)
    {
        int byFirst = Nullable.Compare(First, other.First);
        return byFirst != 0 ? byFirst : (other.End ?? DateOnly.MaxValue).CompareTo(End ?? DateOnly.MaxValue);
    }

    public override string ToString() => Text;

    public static bool operator <(When left, When right) => left.CompareTo(right) < 0;

    public static bool operator >(When left, When right) => left.CompareTo(right) > 0;

    public static bool operator <=(When left, When right) => left.CompareTo(right) <= 0;

    public static bool operator >=(When left, When right) => left.CompareTo(right) >= 0;

    private static bool TryParseEdge(string text, out (DateOnly? First, DateOnly? End) edge)
    {
        edge = (null, null);
        return text is "" or ".." || TryParsePoint(text, out edge);
    }

    private static bool TryParsePoint(string text, out (DateOnly? First, DateOnly? End) point)
    {
        point = default;
        string[] parts = text.TrimEnd('~', '?', '%').Split('-');
        if (parts.Length > 3 || parts[0].Length != 4)
            return false;
        if (parts[0].EndsWith('X'))
            return parts.Length == 1 && TryParseDecade(parts[0], out point);
        if (!TryInt(parts[0], out int year) || year < 1)
            return false;
        if (parts.Length == 1)
            return Period(new(year, 1, 1), 12, out point);
        if (parts[1].Length != 2 || !TryInt(parts[1], out int month))
            return false;
        if (parts.Length == 2)
            return month switch
            {
                >= 1 and <= 12 => Period(new(year, month, 1), 1, out point),
                21 => Period(new(year, 3, 1), 3, out point),
                22 => Period(new(year, 6, 1), 3, out point),
                23 => Period(new(year, 9, 1), 3, out point),
                24 => Period(new(year, 12, 1), 3, out point),
                _ => false,
            };
        if (parts[2].Length != 2 || !TryInt(parts[2], out int day) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        var date = new DateOnly(year, month, day);
        point = (date, Next(date));
        return true;
    }

    private static bool TryParseDecade(string text, out (DateOnly? First, DateOnly? End) point)
    {
        int unknown = text.Length - text.TrimEnd('X').Length;
        point = default;
        if (unknown > 2 || !TryInt(text[..^unknown], out int stem) || stem < 1)
            return false;
        int scale = unknown == 1 ? 10 : 100;
        return Period(new(stem * scale, 1, 1), 12 * scale, out point);
    }

    private static bool Period(DateOnly first, int months, out (DateOnly? First, DateOnly? End) point)
    {
        point = (first, first > DateOnly.MaxValue.AddMonths(-months) ? DateOnly.MaxValue : first.AddMonths(months));
        return true;
    }

    private static DateOnly Next(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    private static bool TryInt(string digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
