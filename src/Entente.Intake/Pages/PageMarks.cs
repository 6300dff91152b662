namespace Entente.Intake;

/// <summary>What tags, roles, classes and styles say of each element: that it holds the story, or stands beside it, and why.</summary>
internal sealed class PageMarks
{
    private readonly MarkupTree tree;
    private readonly string?[] why;
    private readonly bool[] isPerhaps;
    private readonly byte[] bodyRank;

    public PageMarks(MarkupTree tree, PageWords words)
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

    /// <summary>
    /// A mark against an element that holds most of the page's prose, or the story's own mark, is about something else: "has-sidebar". What
    /// stays goes for all that is within.
    /// </summary>
    public void Settle(int[] prose)
    {
        int all = prose[tree.Body];
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
            if (why[i] is { } reason && prose[i] * 100L > all * (reason == "comments" ? 95L : 40L))
                why[i] = null;
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            why[i] ??= isPerhaps[tree.Parent(i)] ? null : why[tree.Parent(i)];
    }

    private void Mark(int node, PageWords words)
    {
        why[node] = ByTag(node) ?? ByRole(node) ?? (IsHidden(node) ? "hidden" : null);
        bodyRank[node] = (byte)(tree.Value(node, "itemprop") is "articleBody" || tree.Value(node, "property") is "articleBody" ? 3
            : tree.TagOf(node) is Tag.Article or Tag.Main || tree.Value(node, "role") is "main" or "article" ? 1 : 0);
        if (tree[node].AttributeCount == 0)
            return;
        Say(node, words.Of(tree.Value(node, "class")));
        Say(node, words.Of(tree.Value(node, "id")));
    }

    private void Say(int node, (PageWord Says, string Why) said)
    {
        if (said.Says == PageWord.Body)
            bodyRank[node] = Math.Max(bodyRank[node], (byte)2);
        else if (said.Says == PageWord.Not)
            why[node] ??= said.Why;
        else if (said.Says == PageWord.Perhaps)
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
