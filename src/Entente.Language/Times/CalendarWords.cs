using System.Collections.Frozen;

namespace Entente.Language;

/// <summary>The words of the English calendar and their numbers.</summary>
internal static class CalendarWords
{
    internal static readonly FrozenDictionary<string, int> Months = Build(
        "january jan.|february feb.|march mar.|april apr.|may|june jun.|july jul.|august aug.|september sept. sep.|october oct.|november nov.|december dec.", first: 1);

    /// <summary>0 is Sunday, as in <see cref="DayOfWeek"/>.</summary>
    internal static readonly FrozenDictionary<string, int> Weekdays = Build("sunday|monday|tuesday|wednesday|thursday|friday|saturday", first: 0);

    internal static readonly FrozenDictionary<string, int> Numbers = Build("zero|one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", first: 0);

    private static FrozenDictionary<string, int> Build(string words, int first) =>
        words.Split('|').SelectMany((group, i) => group.Split(' ').Select(word => KeyValuePair.Create(word, first + i))).ToFrozenDictionary(StringComparer.Ordinal);
}
