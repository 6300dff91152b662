namespace Entente.Matching;

/// <summary>
/// The runs of words by which copies meet. Whether a run is sampled depends on its own words alone, so two texts that share a passage sample
/// the same runs of it, wherever each of them was cut.
/// </summary>
internal static class Samples
{
    /// <summary>Words in a run. Three outlive edits better than four, and chance meetings are weeded out later.</summary>
    public const int Run = 3;

    /// <summary>One run in so many is sampled; a power of two.</summary>
    public const int OneIn = 8;

    /// <summary>A text with fewer samples than so many has that many least runs instead, so that short texts meet.</summary>
    private const int Fewest = 4;

    /// <summary>The distinct sampled runs of a text. A text of fewer words than a run is one run.</summary>
    public static void Of(ReadOnlySpan<ushort> words, List<uint> samples)
    {
        Take(words, OneIn, samples);
        if (samples.Count >= Fewest)
            return;
        Take(words, 1, samples);
        if (samples.Count > Fewest)
            samples.RemoveRange(Fewest, samples.Count - Fewest);
    }

    private static void Take(ReadOnlySpan<ushort> words, int oneIn, List<uint> samples)
    {
        samples.Clear();
        ulong run = 0;
        for (int i = 0; i < words.Length; i++)
        {
            run = ((run << 16) | words[i]) & 0xFFFF_FFFF_FFFF;
            if ((i >= Run - 1 || i == words.Length - 1) && Hash(run) is var gram && gram % oneIn == 0)
                samples.Add(gram);
        }
        Distinct(samples);
    }

    private static void Distinct(List<uint> samples)
    {
        samples.Sort();
        int kept = 0;
        for (int i = 0; i < samples.Count; i++)
            if (i == 0 || samples[i] != samples[kept - 1])
                samples[kept++] = samples[i];
        samples.RemoveRange(kept, samples.Count - kept);
    }

    private static uint Hash(ulong run)
    {
        run = (run ^ (run >> 29)) * 0xBF58476D1CE4E5B9;
        run = (run ^ (run >> 32)) * 0x94D049BB133111EB;
        return (uint)(run >> 32);
    }
}
