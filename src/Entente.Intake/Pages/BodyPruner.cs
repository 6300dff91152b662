namespace Entente.Intake;

/// <summary>What within the story's node is not of the story: blocks of links, labels, what comes before its first and after its last sentence.</summary>
internal sealed class BodyPruner(MarkupTree tree, PageRuns runs, PageMarks marks, int body)
{
    /// <summary>Elements that may hold nothing but links.</summary>
    private static readonly TagSet MayBeLinks = new(Tag.Ul, Tag.Ol, Tag.Dl, Tag.Div, Tag.Section, Tag.Table, Tag.Article, Tag.Header, Tag.Details);

    public void Prune()
    {
        PruneBlocks(new PageSums(tree, runs));
        PruneRuns();
        PruneEnds();
        PruneHeadings();
    }

    private void PruneBlocks(PageSums sums)
    {
        var all = runs.All;
        int run = 0;
        for (int i = body + 1; i < tree.End(body); i++)
            if (sums.Text[i] > 0 && WhyBlock(i, sums) is { } why)
            {
                while (run < all.Length && all[run].FirstText < i)
                    run++;
                for (; run < all.Length && all[run].FirstText < tree.End(i); run++)
                    all[run].Why ??= why;
                i = tree.End(i) - 1;
            }
    }

    private string? WhyBlock(int node, PageSums sums)
    {
        int prose = sums.Prose[node], text = sums.Text[node], linked = sums.Linked[node];
        if (prose * 5L >= sums.Prose[body])
            return null;
        if (marks.IsPerhapsNot(node) && (prose == 0 || linked * 3L > text) && !TagSets.Heading.Has(tree.TagOf(node)))
            return "aside";
        if (MayBeLinks.Has(tree.TagOf(node)) && linked * 2L > text)
            return "links";
        return tree.TagOf(node) is Tag.Form or Tag.Fieldset or Tag.Header && prose == 0 ? "label" : null;
    }

    private void PruneRuns()
    {
        var proseBlocks = new HashSet<int>();
        foreach (ref readonly var run in runs.All)
            if (run.IsProse)
                proseBlocks.Add(run.Block);
        foreach (ref var run in runs.All)
            run.Why ??= WhyRun(run, runs.Text(run), proseBlocks);
    }

    private static string? WhyRun(in PageRun run, ReadOnlySpan<char> text, HashSet<int> proseBlocks)
    {
        if (text[0] == '©')
            return "legal";
        bool isSentence = text[^1] is '.' or '!' or '?';
        if (run.Kind is RunKind.Paragraph or RunKind.Text && run.IsLinks && run.Length - run.Linked < 40 && !(isSentence && run.Length >= 80))
            return "links";
        // Loose text beside no prose: "Share", a date, a place.
        return run.Kind == RunKind.Text && !run.IsProse && !proseBlocks.Contains(run.Block) && !(isSentence && run.Length >= 25) ? "label" : null;
    }

    /// <summary>Where the page's witness is heard it tells first and last; else prose does.</summary>
    private void PruneEnds()
    {
        var all = runs.All;
        bool isWitnessed = false;
        foreach (ref readonly var run in all)
            isWitnessed |= run.Why is null && run.IsWitnessed == true;
        int first = 0, last = all.Length - 1;
        while (first < all.Length && !IsCertain(all[first], isWitnessed))
            first++;
        while (last > first && !IsCertain(all[last], isWitnessed))
            last--;
        for (int i = 0; i < all.Length; i++)
            if (i < first || i > last)
                all[i].Why ??= isWitnessed && all[i].IsWitnessed == false ? PageRuns.Beside : IsLeftPlain(all[i]) && (i > last || runs.Text(all[i]).EndsWith('.')) ? null : "label";
    }

    private static bool IsCertain(in PageRun run, bool isWitnessed) => run.Why is null && (isWitnessed ? run.IsWitnessed == true : run.IsProse);

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
