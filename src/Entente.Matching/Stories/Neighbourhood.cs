namespace Entente.Matching;

/// <summary>Which stories share weighty terms with a text: an inverted index from terms to texts.</summary>
internal sealed class Neighbourhood
{
    /// <summary>Entries looked at for one text, those of its rarest terms first, however many texts there are.</summary>
    private const int Budget = 20_000;

    private const int Stories = 6;

    /// <summary>Mean likeness to the texts of a story below which it is no neighbour.</summary>
    private const double Least = 0.1;

    private readonly List<List<(StoryText Text, float Weight)>> byTerm = [];

    public void Add(StoryText text)
    {
        for (int i = 0; i < text.Vector.Terms.Length; i++)
            EntriesOf(text.Vector.Terms[i]).Add((text, text.Vector.Weights[i]));
    }

    /// <summary>The nearest first.</summary>
    public List<StoryGroup> Of(StoryText text, int quietDays)
    {
        var shared = new Dictionary<StoryGroup, double>();
        int left = Budget;
        foreach (var (entries, weight) in RarestFirst(text.Vector))
        {
            for (int i = Math.Max(0, entries.Count - left); i < entries.Count; i++)
                if (entries[i].Text.Group is var group && group.Days.Gap(text.Days) <= quietDays)
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(shared, group, out _) += entries[i].Weight * weight;
            left -= Math.Min(left, entries.Count);
        }
        return [.. shared.Select(s => (Group: s.Key, Likeness: s.Value / s.Key.Texts.Count)).Where(s => s.Likeness >= Least)
            .OrderByDescending(s => s.Likeness).ThenBy(s => s.Group.Texts[0].Key).Take(Stories).Select(s => s.Group)];
    }

    private List<(List<(StoryText Text, float Weight)> Entries, float Weight)> RarestFirst(TermVector vector)
    {
        var all = new List<(List<(StoryText Text, float Weight)> Entries, float Weight)>(vector.Terms.Length);
        for (int i = 0; i < vector.Terms.Length; i++)
            if (EntriesOf(vector.Terms[i]) is { Count: > 0 } entries)
                all.Add((entries, vector.Weights[i]));
        all.Sort((a, b) => a.Entries.Count.CompareTo(b.Entries.Count));
        return all;
    }

    private List<(StoryText Text, float Weight)> EntriesOf(int term)
    {
        while (byTerm.Count <= term)
            byTerm.Add([]);
        return byTerm[term];
    }
}
