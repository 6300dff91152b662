using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>From the first to the last day, as day numbers; unknown where the first is after the last.</summary>
internal readonly record struct Days(int First, int Last)
{
    /// <summary>Days; a date vaguer than this says nothing on which story an article belongs to.</summary>
    private const int Vague = 31;

    public static readonly Days Unknown = new(int.MaxValue, int.MinValue);

    public bool AreKnown => First <= Last;

    public static Days Of(When? published) =>
        published is { First: { } first, End: { } end } && end.DayNumber - first.DayNumber <= Vague ? new(first.DayNumber, end.DayNumber - 1) : Unknown;

    public Days With(Days other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));

    /// <summary>Days between the two; 0 where they meet or one is unknown.</summary>
    public int Gap(Days other) => AreKnown && other.AreKnown ? Math.Max(0, Math.Max(First - other.Last, other.First - Last)) : 0;

    public When? ToWhen() => AreKnown ? When.Between(DateOnly.FromDayNumber(First), DateOnly.FromDayNumber(Last)) : null;
}
