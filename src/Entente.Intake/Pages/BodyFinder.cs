namespace Entente.Intake;

/// <summary>
/// The story of a page. Each run of text is given a weight: prose counts for the story, links and crumbs against it. The node whose runs
/// weigh most together holds the story; what its makers marked as such comes first, and what they named as something else goes out.
/// </summary>
internal sealed class BodyFinder
{
    private readonly MarkupTree tree;
    private readonly PageRuns runs;
    private readonly PageMarks marks;

    /// <summary>Of the runs in each node, together.</summary>
    private readonly int[] weight;
    private readonly int[] prose;

    public BodyFinder(MarkupTree tree, PageRuns runs, PageMarks marks)
    {
        this.tree = tree;
        this.runs = runs;
        this.marks = marks;
        weight = new int[tree.Count];
        prose = new int[tree.Count];
    }

    /// <summary>The node that holds the story, 0 if none does. Runs that do not belong to it have got their reason.</summary>
    public int Find()
    {
        WeighRuns();
        Add(prose, static run => run.IsProse ? run.Length : 0);
        marks.Settle(prose);
        foreach (ref var run in runs.All)
            if (marks.WhyNot(run.FirstText) is { } why)
                run.Why = why;
        Add(weight, static run => run.Why is null ? run.Weight : 0);
        return Heaviest();
    }

    /// <summary>The heaviest node, and the smallest of those that weigh as much; or one that its makers marked, if it has most of that weight.</summary>
    private int Heaviest()
    {
        int best = tree.Body, marked = 0;
        for (int i = tree.Body; i < tree.End(tree.Body); i++)
            if (weight[i] >= weight[best])
                best = i;
        for (int i = tree.Body; i < tree.End(tree.Body); i++)
            if (marks.BodyRank(i) is var rank and > 0 && marks.WhyNot(i) is null && weight[i] * 10L >= weight[best] * 7L
                && (marked == 0 || rank > marks.BodyRank(marked) || (rank == marks.BodyRank(marked) && weight[i] > weight[marked])))
                marked = i;
        return marked > 0 ? marked : best;
    }

    private void Add(int[] sums, Func<PageRun, int> value)
    {
        foreach (ref readonly var run in runs.All)
            sums[run.Block] += value(run);
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
            if (sums[i] != 0)
                sums[tree.Parent(i)] += sums[i];
    }

    private void WeighRuns()
    {
        foreach (ref var run in runs.All)
        {
            var text = runs.Text(run);
            bool isSentence = text[^1] is '.' or '!' or '?' or '”' or '"' or '’' or ':' or '…' or ')';
            int plain = run.Length - run.Linked;
            run.IsProse = run.Kind != RunKind.Heading && (plain >= 80 || (isSentence && plain >= 40)) && plain * 2 > run.Length;
            run.Weight = run.IsProse ? plain - run.Linked : run.Kind == RunKind.Heading ? 0 : run.IsLinks ? -Math.Min(20 + run.Length / 2, 60) : isSentence ? 0 : -8;
        }
    }
}
