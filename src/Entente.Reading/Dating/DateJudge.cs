using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>
/// Hears all witnesses and finds the days on which the most weight agrees. A wrong witness is outvoted and told, whatever it says; no
/// set of contradictions leaves nothing.
/// </summary>
internal static class DateJudge
{
    public static ArticleDate Judge(IReadOnlyList<DateWitness> witnesses)
    {
        if (Agreed(witnesses) is not var (first, end) || (first == int.MinValue && end == int.MaxValue))
            return ArticleDate.Silent;
        var when = Period.Of(first, end);
        var lookup = witnesses.OrderBy(w => w.Span.Start).ThenBy(w => w.Span.End).ToLookup(w => w.Agrees(when));
        return new(when, [.. lookup[true]], [.. lookup[false]]);
    }

    /// <summary>From the first to the end of the last period in which the weight of those who allow it is greatest.</summary>
    private static (int First, int End)? Agreed(IReadOnlyList<DateWitness> witnesses)
    {
        var edges = new List<(int Day, int Weight)>(witnesses.Count * 2);
        foreach (var witness in witnesses)
            foreach (var period in witness.Allows)
            {
                edges.Add((Period.First(period), witness.Weight));
                edges.Add((Period.End(period), -witness.Weight));
            }
        if (edges.Count == 0)
            return null;
        edges.Sort();
        int weight = 0, best = 0, first = 0, end = 0;
        for (int i = 0; i < edges.Count; i++)
        {
            weight += edges[i].Weight;
            bool isLastOfDay = i + 1 == edges.Count || edges[i + 1].Day != edges[i].Day;
            if (!isLastOfDay || weight < best || weight == 0)
                continue;
            if (weight > best)
                (best, first) = (weight, edges[i].Day);
            end = i + 1 < edges.Count ? edges[i + 1].Day : int.MaxValue;
        }
        return (first, end);
    }
}
