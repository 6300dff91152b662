namespace Entente.Matching;

/// <summary>Which stories share weighty terms with a text: an inverted index from terms to texts.</summary>
internal sealed class Neighbourhood
{
    /// <summary>Entries looked at for one text, those of its rarest terms and of the latest texts first, however many there are.</summary>
    private const int Budget = 20_000;

    /// <summary>Stories that are compared as a whole, and of those the ones that are neighbours.</summary>
    private const int Compared = 16, Neighbours = 6;

    /// <summary>Mean likeness to the texts of a story below which it is no neighbour.</summary>
    private const double Least = 0.1;

    /// <summary>A text that shares less than this does not make its story a neighbour.</summary>
    private const float Noise = 0.02f;

    private readonly List<StoryText> texts = [];
    private readonly List<List<(int Text, float Weight)>> byTerm = [];

    /// <summary>Scratch, a place a text: what it shares with the text at hand, 0 between two calls.</summary>
    private float[] shared = new float[64];

    /// <summary>Texts are numbered in the order in which they are added.</summary>
    public void Add(StoryText text)
    {
        texts.Add(text);
        if (shared.Length < texts.Count)
            Array.Resize(ref shared, 2 * texts.Count);
        for (int i = 0; i < text.Vector.Terms.Length; i++)
            EntriesOf(text.Vector.Terms[i]).Add((text.Number, text.Vector.Weights[i]));
    }

    /// <summary>The nearest first.</summary>
    public List<StoryGroup> Of(StoryText text, int quietDays) =>
    [
        .. Promising(text, quietDays)
            .Select(g => (Group: g, Likeness: g.Sum.Dot(text.Vector) / g.Texts.Count))
            .Where(g => g.Likeness >= Least)
            .OrderByDescending(g => g.Likeness).ThenBy(g => g.Group.Key)
            .Take(Neighbours).Select(g => g.Group),
    ];

    /// <summary>The root, between sum and mean, lets neither the largest stories nor single texts crowd the others out.</summary>
    private IEnumerable<StoryGroup> Promising(StoryText text, int quietDays)
    {
        var groups = new Dictionary<StoryGroup, double>();
        foreach (int other in Touched(text.Vector))
        {
            if (shared[other] > Noise && texts[other].Group is var group && group.Days.Gap(text.Days) <= quietDays)
                groups[group] = groups.GetValueOrDefault(group) + shared[other];
            shared[other] = 0;
        }
        return groups.OrderByDescending(g => g.Value / Math.Sqrt(g.Key.Texts.Count)).ThenBy(g => g.Key.Key).Take(Compared).Select(g => g.Key);
    }

    private List<int> Touched(TermVector vector)
    {
        var touched = new List<int>();
        int left = Budget;
        foreach (var (entries, weight) in RarestFirst(vector))
        {
            for (int i = Math.Max(0, entries.Count - left); i < entries.Count; i++)
            {
                ref float place = ref shared[entries[i].Text];
                if (place == 0)
                    touched.Add(entries[i].Text);
                place += entries[i].Weight * weight;
            }
            left -= Math.Min(left, entries.Count);
        }
        return touched;
    }

    private List<(List<(int Text, float Weight)> Entries, float Weight)> RarestFirst(TermVector vector)
    {
        var all = new List<(List<(int Text, float Weight)> Entries, float Weight)>(vector.Terms.Length);
        for (int i = 0; i < vector.Terms.Length; i++)
            if (EntriesOf(vector.Terms[i]) is { Count: > 0 } entries)
                all.Add((entries, vector.Weights[i]));
        all.Sort((a, b) => a.Entries.Count.CompareTo(b.Entries.Count));
        return all;
    }

    private List<(int Text, float Weight)> EntriesOf(int term)
    {
        while (byTerm.Count <= term)
            byTerm.Add([]);
        return byTerm[term];
    }
}
