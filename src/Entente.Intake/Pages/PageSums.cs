namespace Entente.Intake;

/// <summary>For each node, what the runs within it that are left come to, in characters.</summary>
internal sealed class PageSums
{
    public PageSums(MarkupTree tree, PageRuns runs)
    {
        (Text, Linked, Prose, For, Against) = (new int[tree.Count], new int[tree.Count], new int[tree.Count], new int[tree.Count], new int[tree.Count]);
        foreach (ref readonly var run in runs.All)
        {
            if (run.Why is not null)
                continue;
            Text[run.Block] += run.Length;
            Linked[run.Block] += run.Linked;
            Prose[run.Block] += run.IsProse ? run.Length : 0;
            For[run.Block] += Math.Max(run.Weight, 0);
            Against[run.Block] += Math.Max(-run.Weight, 0);
        }
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
        {
            int parent = tree.Parent(i);
            Text[parent] += Text[i];
            Linked[parent] += Linked[i];
            Prose[parent] += Prose[i];
            For[parent] += For[i];
            Against[parent] += Against[i];
        }
    }

    public int[] Text { get; }

    public int[] Linked { get; }

    public int[] Prose { get; }

    /// <summary>How much speaks for a story in it: prose.</summary>
    public int[] For { get; }

    /// <summary>How much speaks against one: links and crumbs.</summary>
    public int[] Against { get; }

    /// <summary>However many links there are, they do not outweigh prose: a story with ten thousand of them is still a story.</summary>
    public float Weight(int node) => For[node] - Math.Min(Against[node], 0.7f * For[node]);
}
