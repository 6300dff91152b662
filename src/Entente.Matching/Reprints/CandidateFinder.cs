using System.Runtime.InteropServices;

namespace Entente.Matching;

/// <summary>The texts that share most samples with a new one.</summary>
internal sealed class CandidateFinder(SampleTable table)
{
    /// <summary>Of the samples of the shorter text, one in so many is shared at least.</summary>
    private const int LeastShare = 12;

    /// <summary>A sample that half the allowed number of texts hold weighs this; runs that all hold weigh less and bring no texts together.</summary>
    private const int LeastWeight = 2;

    /// <summary>By text: samples shared, and how much they say: one that few texts hold says more.</summary>
    private readonly List<(int Samples, int Weight)> shared = [];
    private readonly List<int> touched = [];
    private readonly int[] best = new int[ReprintRule.Candidates], weights = new int[ReprintRule.Candidates];

    /// <summary>The best first, at most as many as are looked at closely; the same in any order in which they came, but among equals.</summary>
    public ReadOnlySpan<int> Find(List<uint> samples, List<Fingerprint> texts)
    {
        while (shared.Count < texts.Count)
            shared.Add(default);
        touched.Clear();
        Span<int> holders = stackalloc int[SampleTable.Most];
        foreach (uint sample in samples)
        {
            int holding = table.Find(sample, holders);
            foreach (int holder in holders[..holding])
            {
                ref var share = ref CollectionsMarshal.AsSpan(shared)[holder];
                if (share.Samples == 0)
                    touched.Add(holder);
                share = (share.Samples + 1, share.Weight + (SampleTable.Most / holding));
            }
        }
        int count = 0;
        foreach (int text in touched)
        {
            var (meetings, weight) = shared[text];
            shared[text] = default;
            int least = Least(Math.Min(samples.Count, texts[text].WordCount / Samples.OneIn));
            if (meetings >= least && weight >= least * LeastWeight)
                count = Insert(text, weight, count);
        }
        return best.AsSpan(0, count);
    }

    private static int Least(int samples) => samples < 4 ? 1 : Math.Max(2, samples / LeastShare);

    private int Insert(int text, int weight, int count)
    {
        int at = count;
        while (at > 0 && weights[at - 1] < weight)
            at--;
        if (at == best.Length)
            return count;
        int moved = Math.Min(count, best.Length - 1) - at;
        best.AsSpan(at, moved).CopyTo(best.AsSpan(at + 1));
        weights.AsSpan(at, moved).CopyTo(weights.AsSpan(at + 1));
        (best[at], weights[at]) = (text, weight);
        return Math.Min(count + 1, best.Length);
    }
}
