using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A feed that a list names.</summary>
public sealed record ListedFeed(string Address, string? Title);

/// <summary>A list of feeds: OPML as feed readers export it, or a text of one address a line, with <c># </c> comments.</summary>
public static class Outline
{
    public static (IReadOnlyList<ListedFeed> Feeds, Fault? Fault) Read(string place, ReadOnlySpan<byte> bytes)
    {
        using var tree = new FeedTree(bytes, null, null);
        if (tree.All("opml").Any())
            return FromOpml(place, tree);
        if (tree.Children(0).FirstOrDefault() is var root and > 0)
            return ([], Faults.BrokenMarkup(place, $"<{tree.Name(root)}>", "an outline of feeds (OPML) or an address a line"));
        using var text = PageText.Decode(bytes, null);
        return Whole(place, text.Letters.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.StartsWith('#')).Select(l => new ListedFeed(l, null)));
    }

    private static (IReadOnlyList<ListedFeed>, Fault?) FromOpml(string place, FeedTree tree) => Whole(place,
        from node in tree.All("outline")
        where tree.Attribute(node, "xmlurl") is { Length: > 0 }
        select new ListedFeed(tree.Attribute(node, "xmlurl")!, tree.Attribute(node, "title") ?? tree.Attribute(node, "text")));

    private static (IReadOnlyList<ListedFeed>, Fault?) Whole(string place, IEnumerable<ListedFeed> feeds)
    {
        var all = feeds.DistinctBy(f => f.Address).ToList();
        return (all, all.Count > 0 ? null : Faults.BrokenMarkup(place, "no address", "at least one feed"));
    }
}
