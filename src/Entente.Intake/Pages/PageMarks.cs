namespace Entente.Intake;

/// <summary>What tags, roles, classes and styles say of each element: that it holds the story, or stands beside it, and why.</summary>
internal sealed class PageMarks
{
    private const byte SurestRank = 3;

    private readonly MarkupTree tree;
    private readonly PageWords words;
    private readonly bool areWordsTrusted;
    private readonly string?[] why;
    private readonly bool[] isPerhapsNot;
    private readonly byte[] bodyRank;

    /// <param name="areWordsTrusted">False to believe classes only where they name what is never a story.</param>
    public PageMarks(MarkupTree tree, PageWords words, bool areWordsTrusted)
    {
        (this.tree, this.words, this.areWordsTrusted) = (tree, words, areWordsTrusted);
        why = new string?[tree.Count];
        isPerhapsNot = new bool[tree.Count];
        bodyRank = new byte[tree.Count];
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            if (tree.TagOf(i) != Tag.Text)
                Mark(i);
    }

    /// <summary>How surely it is marked as the story's: 0 not at all, 3 most.</summary>
    public int BodyRank(int node) => bodyRank[node];

    public string? WhyNot(int node) => why[node];

    public bool IsPerhapsNot(int node) => isPerhapsNot[node];

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
    /// A mark against an element that holds the story's own mark, or more prose than is left without it, is about something else:
    /// "has-sidebar". What stays goes for all that is within.
    /// </summary>
    private void Settle(int[] prose)
    {
        long unmarked = Unmarked(prose);
        var rankWithin = new byte[tree.Count];
        var hasHeadline = new bool[tree.Count];
        for (int i = tree.End(tree.Body) - 1; i > tree.Body; i--)
        {
            int parent = tree.Parent(i);
            rankWithin[i] = Math.Max(rankWithin[i], bodyRank[i]);
            rankWithin[parent] = Math.Max(rankWithin[parent], rankWithin[i]);
            hasHeadline[i] |= tree.TagOf(i) == Tag.H1 && why[i] is null;
            hasHeadline[parent] |= hasHeadline[i];
            if (IsMistaken(i, rankWithin[i], hasHeadline[i], prose[i], unmarked))
                why[i] = null;
        }
        for (int i = tree.Body + 1; i < tree.End(tree.Body); i++)
            why[i] ??= why[tree.Parent(i)];
    }

    private bool IsMistaken(int node, byte rankWithin, bool hasHeadline, long prose, long unmarked) => why[node] switch
    {
        not ("byline" or "navigation") when rankWithin == SurestRank => true,
        _ when bodyRank[node] > 1 => prose * 2 > unmarked,
        "cookies" => rankWithin > 0 && prose > unmarked * 9,
        { } reason when IsCertain(reason) => prose > unmarked * 9,
        { } reason => (hasHeadline && reason != "byline") || prose > unmarked * 1.5,
        null => false,
    };

    /// <summary>No story is named so.</summary>
    private static bool IsCertain(string reason) => reason is "comments" or "navigation" or "cookies" or "legal" or "sign-up" or "ad";

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
            if (run.IsProse && run.Why == "caption")
                captions += run.Length;
            else if (run.IsProse && run.Why is null)
                left += run.Length;
        if (captions * 2 > prose && captions > left * 2)
            foreach (ref var run in runs.All)
                if (run.Why == "caption")
                    run.Why = null;
    }

    private void Mark(int node)
    {
        switch (tree.TagOf(node))
        {
            case Tag.Nav or Tag.Menu or Tag.Footer:
                why[node] = "navigation";
                break;
            case Tag.Figcaption or Tag.Caption:
                why[node] = "caption";
                break;
            case Tag.Aside or Tag.Dialog:
                why[node] = "aside";
                break;
            case Tag.Article or Tag.Main:
                bodyRank[node] = 1;
                break;
            default:
                break;
        }
        foreach (ref readonly var attribute in tree.Attributes(node))
            Mark(node, tree.Slice(attribute.NameStart, attribute.NameLength), tree.Slice(attribute.ValueStart, attribute.ValueLength));
    }

    private void Mark(int node, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "class" or "id":
                Say(node, words.Of(value));
                break;
            case "itemprop" or "property" when value is "articleBody":
                bodyRank[node] = SurestRank;
                break;
            case "role":
                SayRole(node, value);
                break;
            case "hidden":
            case "style" when IsHiding(value):
                why[node] ??= "hidden";
                break;
            default:
                break;
        }
    }

    private void Say(int node, PageWords.Said said)
    {
        bodyRank[node] = Math.Max(bodyRank[node], (byte)(said.IsBody ? 2 : said.IsPerhapsBody ? 1 : 0));
        if (said.WhyNot is { } reason && (areWordsTrusted || IsCertain(reason)))
            why[node] = why[node] is null or "aside" ? reason : why[node];
        isPerhapsNot[node] |= said.IsPerhapsNot && areWordsTrusted;
    }

    private void SayRole(int node, ReadOnlySpan<char> role)
    {
        if (role is "main" or "article")
            bodyRank[node] = Math.Max(bodyRank[node], (byte)1);
        else if (role is "navigation" or "banner" or "contentinfo" or "menu" or "menubar" or "search" or "toolbar")
            why[node] ??= "navigation";
        else if (role is "complementary" or "dialog" or "alertdialog" or "alert" or "tooltip")
            why[node] ??= "aside";
    }

    private static bool IsHiding(ReadOnlySpan<char> style)
    {
        int display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return display >= 0 && style[(display + "display".Length)..].TrimStart(" \n\t:").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
