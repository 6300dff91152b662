using Entente.Language;

namespace Entente.Training;

/// <summary>Sums of a measure whose recall and precision are shares of different wholes.</summary>
public readonly record struct ClusterScore(double RecallSum, double RecallOf, double PrecisionSum, double PrecisionOf)
{
    public double Recall => RecallOf == 0 ? 0 : RecallSum / RecallOf;

    public double Precision => PrecisionOf == 0 ? 0 : PrecisionSum / PrecisionOf;

    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public static ClusterScore operator +(ClusterScore a, ClusterScore b) => new(a.RecallSum + b.RecallSum, a.RecallOf + b.RecallOf, a.PrecisionSum + b.PrecisionSum, a.PrecisionOf + b.PrecisionOf);
}

/// <param name="Links">Of the antecedents whose both ends gold has (System), those within a cluster of gold (Both).</param>
public sealed record CoreferenceScore(FScore Links, ClusterScore Muc, ClusterScore BCubed, ClusterScore Ceaf)
{
    /// <summary>The mean that the CoNLL 2012 shared task ranks by.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + Ceaf.F1) / 3;

    public double Precision => (Muc.Precision + BCubed.Precision + Ceaf.Precision) / 3;

    public double Recall => (Muc.Recall + BCubed.Recall + Ceaf.Recall) / 3;
}

/// <summary>
/// Coreference by MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), entity CEAF (Luo 2005, φ4) and their mean, over clusters of two and more,
/// as in CoNLL 2012. Two mentions are one if their head is the same word, for annotators draw phrases to their last relative clause and we do
/// not. A mention of ours that gold holds for a kind that is not scored is not counted.
/// </summary>
public sealed class CoreferenceScorer
{
    private FScore links;
    private ClusterScore muc, bCubed, ceaf;

    public CoreferenceScore Score => new(links, muc, bCubed, ceaf);

    public void Add(AnnotatedText system, CoreferenceDocument document)
    {
        var gold = new Dictionary<int, GoldMention>();
        foreach (var mention in document.Mentions.OrderBy(m => m.EndToken - m.FirstToken))
            gold[HeadOf(system.Words, mention.FirstToken, mention.EndToken)] = mention;
        int[] heads = [.. system.Mentions.Select(m => HeadOf(system.Words, m.FirstToken, m.EndToken))];
        AddLinks(system, heads, gold);
        var key = gold.Where(g => g.Value.IsScored).GroupBy(g => g.Value.Cluster, g => g.Key).Select(c => c.ToHashSet()).Where(c => c.Count > 1).ToList();
        var response = ClustersOf(system.Mentions, heads).Select(c => c.Where(h => h < document.EndToken && (!gold.TryGetValue(h, out var mention) || mention.IsScored)).ToHashSet()).Where(c => c.Count > 1).ToList();
        Add(key, response);
    }

    internal void Add(IReadOnlyList<IReadOnlySet<int>> key, IReadOnlyList<IReadOnlySet<int>> response)
    {
        var (inKey, inResponse) = (IndexOf(key), IndexOf(response));
        muc += new ClusterScore(key.Sum(c => c.Count - Parts(c, inResponse)), key.Sum(c => c.Count - 1), response.Sum(c => c.Count - Parts(c, inKey)), response.Sum(c => c.Count - 1));
        bCubed += new ClusterScore(Overlaps(key, response, inResponse), inKey.Count, Overlaps(response, key, inKey), inResponse.Count);
        double similarity = BestAlignment.Of(key.Count, response.Count, (k, r) => Similarity(key[k], response[r]));
        ceaf += new ClusterScore(similarity, key.Count, similarity, response.Count);
    }

    private void AddLinks(AnnotatedText system, int[] heads, Dictionary<int, GoldMention> gold)
    {
        for (int i = 0; i < heads.Length; i++)
            if (system.Mentions[i].Antecedent is >= 0 and var antecedent && gold.TryGetValue(heads[i], out var mention) && gold.TryGetValue(heads[antecedent], out var other))
                links += new FScore(0, 1, mention.Cluster == other.Cluster ? 1 : 0);
    }

    /// <summary>The word that depends on none of the phrase.</summary>
    private static int HeadOf(IReadOnlyList<Word> words, int first, int end)
    {
        for (int i = first; i < end; i++)
            if ((words[i].Head < first || words[i].Head >= end) && words[i].Relation is not ("punct" or "case" or "cc"))
                return i;
        return end - 1;
    }

    private static IEnumerable<IReadOnlyList<int>> ClustersOf(IReadOnlyList<Mention> mentions, int[] heads)
    {
        int[] first = new int[mentions.Count];
        for (int i = 0; i < first.Length; i++)
            first[i] = mentions[i].Antecedent < 0 ? i : first[mentions[i].Antecedent];
        return Enumerable.Range(0, first.Length).GroupBy(i => first[i], i => heads[i]).Select(c => c.ToList());
    }

    private static Dictionary<int, int> IndexOf(IReadOnlyList<IReadOnlySet<int>> clusters)
    {
        var found = new Dictionary<int, int>();
        for (int c = 0; c < clusters.Count; c++)
            foreach (int mention in clusters[c])
                found[mention] = c;
        return found;
    }

    /// <summary>Into how many parts the other clusters cut this one; a mention that they lack is a part of its own.</summary>
    private static int Parts(IReadOnlySet<int> cluster, Dictionary<int, int> others) =>
        cluster.Where(others.ContainsKey).Select(m => others[m]).Distinct().Count() + cluster.Count(m => !others.ContainsKey(m));

    private static double Overlaps(IReadOnlyList<IReadOnlySet<int>> clusters, IReadOnlyList<IReadOnlySet<int>> others, Dictionary<int, int> inOthers) =>
        clusters.Sum(cluster => cluster.Where(inOthers.ContainsKey).GroupBy(m => inOthers[m]).Sum(g => (double)g.Count() * g.Count() / cluster.Count));

    private static double Similarity(IReadOnlySet<int> a, IReadOnlySet<int> b) => 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
