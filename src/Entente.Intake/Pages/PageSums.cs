namespace Entente.Intake;

/// <summary>For each node, what the runs within it that are left come to, in characters.</summary>
internal sealed class PageSums
{
    public PageSums(MarkupTree tree, PageRuns runs)
    {
        (Text, Linked, Prose, Weight) = (new int[tree.Count], new int[tree.Count], new int[tree.Count], new int[tree.Count]);
        foreach (ref readonly var run in runs.All)
        {
            if (run.Why is not null)
                continue;
            Text[run.Block] += run.Length;
            Linked[run.Block] += run.Linked;
            Prose[run.Block] += run.IsProse ? run.Length : 0;
            Weight[run.Block] += run.Weight;
        }
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
        {
            int parent = tree.Parent(i);
            Text[parent] += Text[i];
            Linked[parent] += Linked[i];
            Prose[parent] += Prose[i];
            Weight[parent] += Weight[i];
        }
    }

    public int[] Text { get; }

    public int[] Linked { get; }

    public int[] Prose { get; }

    /// <summary>Prose less what stands around it.</summary>
    public int[] Weight { get; }
}
