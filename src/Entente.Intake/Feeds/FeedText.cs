namespace Entente.Intake;

/// <summary>HTML fragments of feeds to plain text.</summary>
internal static class FeedText
{
    /// <summary>A title or a name: one line.</summary>
    public static string Line(string html) => string.Join(' ', Plain(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The prose of an item, without the links that its outlet puts around it.</summary>
    public static string Story(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return Plain(html).Trim();
        using var tree = MarkupTree.Parse(html);
        return PageStory.Of(tree).Text;
    }

    private static string Plain(string html)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return html;
        using var tree = MarkupTree.Parse(html);
        return tree.InnerText(0);
    }
}
