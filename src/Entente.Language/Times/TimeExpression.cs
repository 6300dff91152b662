using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// A date or period; an hour of a day that is told elsewhere; a length of time that lies nowhere on the calendar ("a five-year pact"); or
/// what comes again ("annual", "every Friday").
/// </summary>
public enum TimeKind { Date, Time, Duration, Set }

/// <summary>Words that tell a time.</summary>
/// <param name="Value">Null for durations and sets, and where the anchor that it needs is not known.</param>
/// <param name="Length">ISO 8601: <c>P5Y</c> of a duration or of "five years ago", <c>P1W</c> of "weekly", <c>T18:00</c> of an hour; else null.</param>
/// <param name="Whole">The period of which <paramref name="Value"/> is the early, middle or late part; else null.</param>
/// <param name="Anchor">The date that a relative one is counted from: of publication, or the one told before; null for one written out.</param>
/// <param name="Reason">How the value came about, for a person to check: "last week, from 2023-01-17".</param>
public sealed record TimeExpression(int FirstToken, int EndToken, TextSpan Span, TimeKind Kind, When? Value, string? Length, When? Whole, When? Anchor, string Reason);
