namespace Entente.Intake;

/// <summary>
/// The node that holds a page's story. Each run of text has a weight: prose speaks for its node, links and crumbs against it. The heaviest
/// node holds the story, but what its makers marked as the story weighs more. In that node the story's paragraphs stand somewhere together:
/// what branches off on the way to them stays only if it looks like part of the same text.
/// </summary>
internal sealed class BodyFinder(MarkupTree tree, PageRuns runs, PageMarks marks)
{
    /// <summary>How much heavier a marked node is, by rank: found on news pages, where a footer or a cookie notice may be longer than the story.</summary>
    private static readonly float[] Factors = [1, 1.5f, 3, 4];

    /// <summary>Marks all runs outside the story as beside it.</summary>
    /// <returns>The story's node.</returns>
    public int Find()
    {
        var sums = new PageSums(tree, runs);
        int body = Heaviest(sums);
        int core = Core(body);
        var kept = new bool[tree.Count];
        Keep(body, core, sums, kept);
        foreach (ref var run in runs.All)
            if (!kept[run.Block])
                run.Why ??= PageRuns.Beside;
        return body;
    }

    private int Heaviest(PageSums sums)
    {
        int best = tree.Body;
        float most = float.MinValue;
        for (int i = tree.Body; i < tree.End(tree.Body); i++)
            if (marks.WhyNot(i) is null && sums.Weight(i) * Factors[marks.BodyRank(i)] is var heavy && heavy >= most && tree.TagOf(i) != Tag.Text)
                (best, most) = (i, heavy);
        return best;
    }

    /// <summary>Where most prose stands directly, or one level down.</summary>
    private int Core(int body)
    {
        var direct = new int[tree.Count];
        int core = body;
        foreach (ref readonly var run in runs.All)
        {
            if (run.Why is not null || !run.IsProse || run.Block < body || run.Block >= tree.End(body))
                continue;
            int parent = run.Block == body || run.Kind == RunKind.Text ? run.Block : tree.Parent(run.Block);
            int share = run.Kind == RunKind.Item ? run.Length / 2 : run.Length;
            direct[parent] += share;
            if (parent != body)
                direct[tree.Parent(parent)] += share / 2;
        }
        for (int i = body; i < tree.End(body); i++)
            if (direct[i] > direct[core])
                core = i;
        return core;
    }

    private void Keep(int body, int core, PageSums sums, bool[] kept)
    {
        kept.AsSpan(core, tree.End(core) - core).Fill(true);
        for (int on = core; on != body; on = tree.Parent(on))
        {
            int parent = tree.Parent(on);
            kept[parent] = true;
            for (int i = parent + 1; i < tree.End(parent); i = tree.End(i))
                if (i != on && IsOfStory(i, on, core, sums))
                    kept.AsSpan(i, tree.End(i) - i).Fill(true);
        }
    }

    /// <summary>Prose before the core leads into it; after it there must be a fair share, or it must be built alike.</summary>
    private bool IsOfStory(int node, int beside, int core, PageSums sums)
    {
        var tag = tree.TagOf(node);
        if (tag is Tag.P or Tag.Blockquote || TagSets.Heading.Has(tag) || IsAlike(node, beside))
            return true;
        if (tag is Tag.Ul or Tag.Ol or Tag.Table)
            return node < core || sums.Prose[node] > 0;
        return node < core ? sums.Prose[node] > 0 && sums.Linked[node] * 4L < sums.Text[node] : sums.Prose[node] * 3L > sums.Prose[core];
    }

    private bool IsAlike(int node, int other) => tree.TagOf(node) == tree.TagOf(other) && FirstClass(other) is { Length: > 0 } name && FirstClass(node).SequenceEqual(name);

    /// <summary>"part" of "part-12 odd".</summary>
    private ReadOnlySpan<char> FirstClass(int node)
    {
        var names = tree.Value(node, "class").TrimStart();
        int end = names.IndexOf(' ');
        return (end < 0 ? names : names[..end]).TrimEnd("-_0123456789");
    }
}
