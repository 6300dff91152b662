namespace Entente.Vocabulary;

/// <summary>
/// What in an article tells when it was written: a date line, a day told in the past tense, who holds an office, what had happened by then.
/// </summary>
public enum WitnessKind { Line, Link, Day, Year, Office, Event, Agreement, Name }

/// <summary>One stretch of a text that tells when it was written.</summary>
/// <param name="Says">What follows from it, for a person to check.</param>
/// <param name="Allows">The periods in which a text that says so may have been written, in order and apart from each other.</param>
/// <param name="Weight">How much it counts where witnesses contradict each other.</param>
public sealed record DateWitness(WitnessKind Kind, TextSpan Span, string Says, IReadOnlyList<When> Allows, int Weight)
{
    public bool Agrees(When when) => Allows.Any(a => a.Overlaps(when));
}

/// <summary>When an article was written as its own text tells, with the proof.</summary>
/// <param name="When">The period that most witnesses agree on; an end that nobody tells is open. Null where nothing tells.</param>
/// <param name="Heard">Who agrees with it, in the order of the text.</param>
/// <param name="SetAside">Who contradicts the others and was not believed.</param>
public sealed record ArticleDate(When? When, IReadOnlyList<DateWitness> Heard, IReadOnlyList<DateWitness> SetAside)
{
    /// <summary>The longest period from whose ends "last week" and "on Friday" still say much the same.</summary>
    private const int NarrowDays = 31;

    public static readonly ArticleDate Silent = new(null, [], []);

    /// <summary>The length in days; null where an end is open.</summary>
    public int? Days => When is { First: { } first, End: { } end } ? end.DayNumber - first.DayNumber : null;

    /// <summary>Whether an end of the period is an end of what the witness allows: without it the answer might be another.</summary>
    public bool IsDecidedBy(DateWitness witness) =>
        When is { } when && witness.Allows.Any(a => (a.First is not null && a.First == when.First) || (a.End is not null && a.End == when.End));

    /// <summary>Whether relative dates can be counted from it.</summary>
    public bool IsNarrow => Days <= NarrowDays;
}
