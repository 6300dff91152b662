using System.Text;

namespace Entente.Intake;

/// <summary>
/// A feed's markup, read leniently. No declaration of a DOCTYPE is heeded and nothing is included from elsewhere. To be disposed when read.
/// </summary>
internal sealed class FeedTree : IDisposable
{
    /// <summary>Elements of these are known by their bare name, whatever prefix a feed gives them.</summary>
    private static readonly string[] Bare = ["http://www.w3.org/2005/atom", "http://purl.org/rss/1.0/", "http://purl.org/atom/ns#", "http://my.netscape.com/rdf/simple/0.9/"];

    private readonly PageText letters;
    private readonly MarkupTree tree;
    private readonly HashSet<string> barePrefixes = new(StringComparer.Ordinal);
    private readonly Uri? address;

    public FeedTree(ReadOnlySpan<byte> bytes, string? charset, Uri? address)
    {
        letters = PageText.Decode(bytes, charset);
        tree = MarkupTree.Parse(letters.Letters, MarkupMode.Xml);
        this.address = address;
        foreach (int root in Children(0))
            foreach (var attribute in tree.Attributes(root))
                if (tree.Slice(attribute.NameStart, attribute.NameLength) is var name && name.StartsWith("xmlns:")
                    && Array.IndexOf(Bare, tree.Slice(attribute.ValueStart, attribute.ValueLength).ToString().ToLowerInvariant()) >= 0)
                    barePrefixes.Add(name[6..].ToString());
    }

    /// <summary>The elements in a node, not what lies deeper; those of node 0 are roots.</summary>
    public IEnumerable<int> Children(int node)
    {
        for (int i = node + 1; i < tree.End(node); i = tree.End(i))
            if (tree.TagOf(i) != Tag.Text)
                yield return i;
    }

    /// <summary>All elements of the document so called, in its order.</summary>
    public IEnumerable<int> All(params string[] names)
    {
        for (int i = 1; i < tree.Count; i++)
            if (tree.TagOf(i) != Tag.Text && names.Contains(Name(i)))
                yield return i;
    }

    /// <summary>In lower case: "item", "dc:date".</summary>
    public string Name(int node)
    {
        var name = tree.Name(node);
        int colon = name.IndexOf(':');
        return (colon > 0 && barePrefixes.Contains(name[..colon].ToString()) ? name[(colon + 1)..] : name).ToString();
    }

    public string? Attribute(int node, string name) => tree.Has(node, name) ? tree.Value(node, name).ToString().Trim() : null;

    public string Text(int node) => tree.InnerText(node).Trim();

    /// <summary>Escaped HTML as it is; where a feed put elements in the open, they are written out as HTML again.</summary>
    public string Html(int node)
    {
        if (!Children(node).Any())
            return Text(node);
        var html = new StringBuilder();
        for (int i = node + 1; i < tree.End(node); i++)
        {
            if (tree.TagOf(i) == Tag.Text)
                html.Append(tree.Text(i).ToString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal));
            else
                html.Append('<').Append(Local(tree.Name(i))).Append(tree.Has(i, "href") ? " href=\"\">" : ">");
            for (int closed = i; closed != node && tree.End(closed) == i + 1; closed = tree.Parent(closed))
                if (tree.TagOf(closed) != Tag.Text && !TagSets.Void.Has(tree.TagOf(closed)))
                    html.Append("</").Append(Local(tree.Name(closed))).Append('>');
        }
        return html.ToString();
    }

    /// <summary>An address absolute, by the xml:base of the elements around and the feed's own; as it stands if there is none.</summary>
    public string Absolute(int node, string link)
    {
        var bases = new Stack<string>();
        for (int i = node; i > 0; i = tree.Parent(i))
            if (Attribute(i, "xml:base") is { } stated)
                bases.Push(stated);
        var at = address;
        foreach (string stated in bases.Append(link))
            if (at is null ? Uri.TryCreate(stated, UriKind.Absolute, out var next) : Uri.TryCreate(at, stated, out next))
                at = next;
        // A path alone is a file's address to some systems.
        return at is null || at == address || at.IsFile ? link : at.AbsoluteUri;
    }

    public void Dispose()
    {
        tree.Dispose();
        letters.Dispose();
    }

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
