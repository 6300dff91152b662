namespace Entente.Intake;

/// <summary>What tags, roles, classes and styles say of each element: that it holds the story, or stands beside it, and why.</summary>
internal sealed class PageMarks
{
    private readonly MarkupTree tree;
    private readonly string?[] why;
    private readonly bool[] isPerhaps;
    private readonly byte[] bodyRank;

    /// <param name="words">Null to look at tags and roles alone.</param>
    public PageMarks(MarkupTree tree, PageWords? words)
    {
        this.tree = tree;
        why = new string?[tree.Count];
        isPerhaps = new bool[tree.Count];
        bodyRank = new byte[tree.Count];
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            if (tree.TagOf(i) != Tag.Text)
                Mark(i, words);
    }

    /// <summary>How surely it is marked as the story's: 0 not at all, 3 most.</summary>
    public int BodyRank(int node) => bodyRank[node];

    public string? WhyNot(int node) => why[node];

    public bool IsPerhapsNot(int node) => isPerhaps[node];

    /// <summary>Gives each run its reason for being left out, if it has one.</summary>
    public void Apply(PageRuns runs)
    {
        var sums = new PageSums(tree, runs);
        Settle(sums.Prose);
        foreach (ref var run in runs.All)
            run.Why = why[run.FirstText];
        RestoreCaptions(runs, sums.Prose[tree.Body]);
    }

    /// <summary>
    /// A mark against an element that holds nearly as much prose as is left without it, or the story's own mark, is about something else: "has-sidebar". What
    /// stays goes for all that is within.
    /// </summary>
    private void Settle(int[] prose)
    {
        long unmarked = Unmarked(prose);
        var holdsBody = new bool[tree.Count];
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
        {
            holdsBody[i] |= bodyRank[i] == 3 || (tree.TagOf(i) == Tag.H1 && why[i] is null);
            holdsBody[tree.Parent(i)] |= holdsBody[i];
            if (why[i] is { } reason && ((holdsBody[i] && reason is not ("byline" or "navigation")) || prose[i] * 100L > (unmarked + prose[i]) * (reason is "comments" or "navigation" or "cookies" or "legal" or "sign-up" or "ad" ? 90 : 60)))
                why[i] = null;
        }
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            why[i] ??= why[tree.Parent(i)];
    }

    private long Unmarked(int[] prose)
    {
        long unmarked = prose[tree.Body];
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            if (why[i] is not null)
            {
                unmarked -= prose[i];
                i = tree.End(i) - 1;
            }
        return unmarked;
    }

    /// <summary>In a story told in pictures the captions are the story.</summary>
    private static void RestoreCaptions(PageRuns runs, int prose)
    {
        long captions = 0, left = 0;
        foreach (ref readonly var run in runs.All)
            if (run.IsProse)
                _ = run.Why == "caption" ? captions += run.Length : run.Why is null ? left += run.Length : 0;
        if (captions * 2 > prose && captions > left * 2)
            foreach (ref var run in runs.All)
                if (run.Why == "caption")
                    run.Why = null;
    }

    private void Mark(int node, PageWords? words)
    {
        why[node] = ByTag(node) ?? ByRole(node) ?? (words is not null && IsHidden(node) ? "hidden" : null);
        bodyRank[node] = (byte)(tree.Value(node, "itemprop") is "articleBody" || tree.Value(node, "property") is "articleBody" ? 3
            : tree.TagOf(node) is Tag.Article or Tag.Main || tree.Value(node, "role") is "main" or "article" ? 1 : 0);
        if (words is null || tree[node].AttributeCount == 0)
            return;
        Say(node, words.Of(tree.Value(node, "class")));
        Say(node, words.Of(tree.Value(node, "id")));
    }

    private void Say(int node, (PageWord Says, string Why) said)
    {
        if (said.Says == PageWord.Body)
            bodyRank[node] = Math.Max(bodyRank[node], (byte)2);
        else if (said.Says == PageWord.PerhapsBody)
            bodyRank[node] = Math.Max(bodyRank[node], (byte)1);
        else if (said.Says == PageWord.Not)
            why[node] ??= said.Why;
        else if (said.Says == PageWord.PerhapsNot)
            isPerhaps[node] = true;
    }

    private string? ByTag(int node) => tree.TagOf(node) switch
    {
        Tag.Nav or Tag.Menu => "navigation",
        Tag.Figcaption or Tag.Caption => "caption",
        Tag.Aside => "aside",
        Tag.Footer => "navigation",
        Tag.Dialog => "aside",
        _ => null,
    };

    private string? ByRole(int node) => tree.Value(node, "role") switch
    {
        "navigation" or "banner" or "contentinfo" or "menu" or "menubar" or "search" or "toolbar" => "navigation",
        "complementary" or "dialog" or "alertdialog" or "alert" or "tooltip" => "aside",
        _ => null,
    };

    private bool IsHidden(int node)
    {
        if (tree.Has(node, "hidden"))
            return true;
        var style = tree.Value(node, "style");
        return style.Length > 0 && style.Contains("none", StringComparison.OrdinalIgnoreCase) && style.ToString().Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }
}
