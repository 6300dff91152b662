namespace Entente.Matching;

/// <summary>A passage that two texts share: the same words in the same order, but for a few that were changed, left out or put in.</summary>
/// <param name="Words">How many of its words are equal.</param>
internal readonly record struct Block(int First, int End, int OtherFirst, int OtherEnd, int Words);

/// <summary>What two texts share. Counts are of words.</summary>
internal sealed class Alignment
{
    /// <summary>In the order of the text, by their first words.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>Words of each text inside shared passages.</summary>
    public int Covered { get; private set; }

    public int OtherCovered { get; private set; }

    /// <summary>Numbers inside shared passages that are the same in both, and that stand in the place of another.</summary>
    public int SameNumbers { get; set; }

    public int OtherNumbers { get; set; }

    public void Clear()
    {
        Blocks.Clear();
        SameNumbers = OtherNumbers = 0;
    }

    public void AddWhole(int words)
    {
        if (words > 0)
            Blocks.Add(new(0, words, 0, words, words));
        Measure();
    }

    /// <summary>Brings the passages into the order of the text and counts their words.</summary>
    public void Measure()
    {
        Blocks.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.OtherFirst.CompareTo(b.OtherFirst));
        Covered = OtherCovered = 0;
        int end = 0;
        foreach (var block in Blocks)
        {
            Covered += Math.Max(0, block.End - Math.Max(end, block.First));
            end = Math.Max(end, block.End);
            OtherCovered += block.OtherEnd - block.OtherFirst;
        }
    }

    /// <summary>Words of a stretch of the text that stand in none of the passages.</summary>
    public int WordsBeyond(int first, int end)
    {
        int beyond = end - first;
        foreach (var block in Blocks)
        {
            beyond -= Math.Max(0, Math.Min(end, block.End) - Math.Max(first, block.First));
            first = Math.Max(first, Math.Min(end, block.End));
        }
        return beyond;
    }
}
