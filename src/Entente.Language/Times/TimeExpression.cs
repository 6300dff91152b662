using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// A date or period; an hour of a day that is told elsewhere; a length of time that lies nowhere on the calendar ("a five-year pact"); or
/// what comes again ("annual", "every Friday").
/// </summary>
public enum TimeKind { Date, Time, Duration, Set }

/// <summary>What of a calendar date is written; 0 for what is not. A range fills what one of its ends leaves out from the other.</summary>
/// <param name="Weekday">As in ISO 8601, 1 for Monday.</param>
public readonly record struct DateFields(int Year, int Month, int Day, int Weekday)
{
    public bool IsEmpty => this == default;
}

/// <summary>Words that tell a time.</summary>
/// <param name="Value">Null for durations and sets, and where the anchor that it needs is not known.</param>
/// <param name="Length">ISO 8601: <c>P5Y</c> of a duration or of "five years ago", <c>P1W</c> of "weekly", <c>T18:00</c> of an hour; else null.</param>
/// <param name="Whole">The period of which <paramref name="Value"/> is the early, middle or late part; else null.</param>
/// <param name="Anchor">The date that a relative one is counted from: of publication, or the one told before; null for one written out.</param>
/// <param name="Reason">How the value came about, for a person to check: "last week, from 2023-01-17".</param>
public sealed record TimeExpression(int FirstToken, int EndToken, TextSpan Span, TimeKind Kind, When? Value, string? Length, When? Whole, When? Anchor, string Reason)
{
    /// <summary>What is written of a single date.</summary>
    public DateFields Fields { get; init; }

    /// <summary>What it says to who reads it on a given day, where it is counted from the day of publication; else null.</summary>
    public Func<DateOnly, When?>? Meaning { get; init; }

    /// <summary>A function is no part of what was found.</summary>
    public bool Equals(TimeExpression? other) =>
        other is not null && (FirstToken, EndToken, Span, Kind, Value, Length, Whole) == (other.FirstToken, other.EndToken, other.Span, other.Kind, other.Value, other.Length, other.Whole)
        && (Anchor, Reason, Fields) == (other.Anchor, other.Reason, other.Fields);

    public override int GetHashCode() => HashCode.Combine(FirstToken, EndToken, Value, Reason);
}
