namespace Entente.Intake;

/// <summary>What within the story's node is not of the story: blocks of links, labels, what comes before its first and after its last sentence.</summary>
internal sealed class BodyPruner
{
    private readonly MarkupTree tree;
    private readonly PageRuns runs;
    private readonly PageMarks marks;
    private readonly int body;

    /// <summary>Characters of each node's runs that are left.</summary>
    private readonly int[] text;
    private readonly int[] linked;
    private readonly int[] prose;

    public BodyPruner(MarkupTree tree, PageRuns runs, PageMarks marks, int body)
    {
        (this.tree, this.runs, this.marks, this.body) = (tree, runs, marks, body);
        text = new int[tree.Count];
        linked = new int[tree.Count];
        prose = new int[tree.Count];
    }

    public void Prune()
    {
        Measure();
        PruneBlocks();
        PruneLabels();
        PruneEnds();
        PruneHeadings();
    }

    private void Measure()
    {
        foreach (ref readonly var run in runs.All)
        {
            if (run.Why is not null || run.Block < body || run.Block >= tree.End(body))
                continue;
            text[run.Block] += run.Length;
            linked[run.Block] += run.Linked;
            prose[run.Block] += run.IsProse ? run.Length : 0;
        }
        for (int i = tree.End(body) - 1; i > body; i--)
        {
            int parent = tree.Parent(i);
            text[parent] += text[i];
            linked[parent] += linked[i];
            prose[parent] += prose[i];
        }
    }

    private void PruneBlocks()
    {
        for (int i = body + 1; i < tree.End(body); i++)
            if (text[i] > 0 && WhyBlock(i) is { } why)
            {
                foreach (ref var run in runs.All)
                    if (run.Block >= i && run.Block < tree.End(i))
                        run.Why ??= why;
                i = tree.End(i) - 1;
            }
    }

    private string? WhyBlock(int node)
    {
        bool isMinor = prose[node] * 5 < prose[body];
        if (!isMinor)
            return null;
        if (marks.IsPerhapsNot(node) && (prose[node] == 0 || linked[node] * 3 > text[node]))
            return "aside";
        return tree.TagOf(node) switch
        {
            Tag.Ul or Tag.Ol or Tag.Dl or Tag.Div or Tag.Section or Tag.Table or Tag.Article or Tag.Header or Tag.P or Tag.Details when linked[node] * 2 > text[node] => "links",
            Tag.Form or Tag.Fieldset or Tag.Header when prose[node] == 0 => "label",
            _ => null,
        };
    }

    /// <summary>Loose text beside no prose: "Share", a date, a place.</summary>
    private void PruneLabels()
    {
        int proseBlock = 0;
        foreach (ref var run in runs.All)
            if (run.Why is null && run.IsProse)
                proseBlock = run.Block;
            else if (run.Why is null && run.Kind == RunKind.Text && run.Block != proseBlock && prose[run.Block] == 0)
                run.Why = "label";
    }

    private void PruneEnds()
    {
        var all = runs.All;
        int first = 0, last = all.Length - 1;
        while (first < all.Length && !IsLeftProse(all[first]))
            first++;
        while (last > first && !IsLeftProse(all[last]))
            last--;
        for (int i = 0; i < all.Length; i++)
            if (i < first ? !IsLeftPlain(all[i]) || !runs.Text(all[i]).EndsWith('.') : i > last && !IsLeftPlain(all[i]))
                all[i].Why ??= "label";
    }

    private static bool IsLeftProse(in PageRun run) => run.Why is null && run.IsProse;

    private static bool IsLeftPlain(in PageRun run) => run.Kind is RunKind.Paragraph or RunKind.Item or RunKind.Quote && !run.IsLinks;

    /// <summary>A heading over nothing that is left.</summary>
    private void PruneHeadings()
    {
        bool isOverText = false;
        for (int i = runs.All.Length - 1; i >= 0; i--)
        {
            ref var run = ref runs.All[i];
            if (run.Kind != RunKind.Heading)
                isOverText |= run.Why is null;
            else if (run.Why is null)
            {
                if (!isOverText)
                    run.Why = "label";
                isOverText = false;
            }
        }
    }
}
