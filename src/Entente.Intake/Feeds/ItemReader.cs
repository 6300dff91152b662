using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>One item of a feed. Elements of other vocabularies (media:, itunes:) are not looked at.</summary>
internal sealed class ItemReader
{
    private readonly FeedTree tree;
    private readonly List<string> authors = [];
    private string? id, link, originalLink, title, content, summary;
    private When? published, modified;

    private ItemReader(FeedTree tree) => this.tree = tree;

    /// <summary>Null if it says nothing at all.</summary>
    public static FeedItem? Read(FeedTree tree, int item)
    {
        var reader = new ItemReader(tree);
        foreach (int node in tree.Children(item))
            reader.Take(node, tree.Name(node));
        return reader.ToItem(tree.Attribute(item, "rdf:about"));
    }

    private void Take(int node, string name)
    {
        switch (name)
        {
            case "title":
                title ??= NullIfEmpty(FeedText.Line(tree.Html(node)));
                break;
            case "link":
                TakeLink(node);
                break;
            case "feedburner:origlink":
                originalLink = NullIfEmpty(tree.Text(node));
                break;
            case "guid" or "id":
                TakeId(node);
                break;
            case "description" or "summary":
                summary ??= Prose(node);
                break;
            case "content:encoded" or "content" or "xhtml:body" or "body":
                content ??= Prose(node);
                break;
            case "pubdate" or "published" or "issued" or "dc:date":
                published ??= FeedDate.DayOf(tree.Text(node));
                break;
            case "updated" or "modified" or "dcterms:modified":
                modified ??= FeedDate.DayOf(tree.Text(node));
                break;
            case "author" or "dc:creator":
                TakeAuthor(node);
                break;
            default:
                break;
        }
    }

    private FeedItem? ToItem(string? about)
    {
        string text = (content?.Length ?? 0) >= (summary?.Length ?? 0) ? content ?? "" : summary!;
        string? address = originalLink ?? link ?? about;
        return (id ?? address ?? title ?? NullIfEmpty(text)) is not { } known ? null : new FeedItem(known)
        {
            Link = address,
            Title = title,
            Authors = [.. authors.Distinct()],
            // Atom says at least when an entry was last changed.
            Published = published ?? modified,
            Modified = published is null || modified == published ? null : modified,
            Text = text,
        };
    }

    private void TakeLink(int node)
    {
        string target = tree.Attribute(node, "href") ?? tree.Text(node);
        if (target.Length > 0 && tree.Attribute(node, "rel") is null or "" or "alternate")
            link ??= tree.Absolute(node, target);
    }

    /// <summary>The guid of RSS is an address too, unless it says that it is none.</summary>
    private void TakeId(int node)
    {
        id ??= NullIfEmpty(tree.Text(node));
        if (id is not null && tree.Name(node) == "guid" && tree.Attribute(node, "ispermalink") is null or "true" && id.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            link ??= id;
    }

    /// <summary>Atom puts the name in an element; RSS has "desk@paper.example (Ana Petrov)".</summary>
    private void TakeAuthor(int node)
    {
        int named = tree.Children(node).FirstOrDefault(n => tree.Name(n) == "name");
        string author = FeedText.Line(tree.Text(named > 0 ? named : node));
        int open = author.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && author.EndsWith(')') && author[..open].Contains('@', StringComparison.Ordinal))
            author = author[(open + 1)..^1].Trim();
        if (author.Length > 0 && !author.Contains('@', StringComparison.Ordinal))
            authors.Add(author);
    }

    private string? Prose(int node) => tree.Attribute(node, "type") switch
    {
        null or "html" or "xhtml" or "text/html" or "application/xhtml+xml" => FeedText.Story(tree.Html(node)),
        "text" or "text/plain" => tree.Text(node),
        _ => null,
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
