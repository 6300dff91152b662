using System.Buffers;

namespace Entente.Intake;

/// <summary>An element or a stretch of text.</summary>
/// <param name="Parent">-1 for the document itself.</param>
/// <param name="Start">Where its text or its tag's name lies.</param>
internal record struct MarkupNode(Tag Tag, int Parent, int Start, int Length, int FirstAttribute, int AttributeCount)
{
    /// <summary>The node after all that lies within this one.</summary>
    public int End { get; set; }
}

/// <summary>
/// A page as a list of nodes in the order of the document, node 0 the document itself: what lies within a node is the stretch from it to
/// its <see cref="MarkupNode.End"/>, so that walks are loops. Comments are left out. To be disposed when read: its memory is used again.
/// </summary>
internal sealed class MarkupTree : IDisposable
{
    /// <summary>Deeper elements stand side by side in the last one allowed; their text is kept.</summary>
    public const int DeepestLevel = 512;

    /// <summary>What comes after so many is left out.</summary>
    public const int MostNodes = 1_000_000;

    private readonly MarkupTokenizer tokenizer;
    private MarkupNode[] nodes = ArrayPool<MarkupNode>.Shared.Rent(4096);

    private MarkupTree(MarkupTokenizer tokenizer) => this.tokenizer = tokenizer;

    public int Count { get; private set; }

    public bool IsFull => Count >= MostNodes;

    /// <summary>0 where the page has none.</summary>
    public int Head { get; internal set; }

    /// <summary>0 where the page has none, as in XML.</summary>
    public int Body { get; internal set; }

    public ref MarkupNode this[int node] => ref nodes[node];

    public static MarkupTree Parse(ReadOnlySpan<char> text, MarkupMode mode = MarkupMode.Html)
    {
        var tokenizer = new MarkupTokenizer(text, mode);
        var tree = new MarkupTree(tokenizer);
        new MarkupBuilder(tokenizer, tree, mode).Build();
        return tree;
    }

    public Tag TagOf(int node) => nodes[node].Tag;

    public int End(int node) => nodes[node].End;

    public int Parent(int node) => nodes[node].Parent;

    /// <summary>The text of a text node, with its references decoded and its white space as it came.</summary>
    public ReadOnlySpan<char> Text(int node) => nodes[node].Tag == Tag.Text ? tokenizer.Slice(nodes[node].Start, nodes[node].Length) : [];

    /// <summary>An element's name in lower case, of use for tags that are <see cref="Tag.Unknown"/> and for XML.</summary>
    public ReadOnlySpan<char> Name(int node) => nodes[node].Tag == Tag.Text ? [] : tokenizer.Slice(nodes[node].Start, nodes[node].Length);

    public ReadOnlySpan<MarkupAttribute> Attributes(int node) => tokenizer.AttributesOf(nodes[node].FirstAttribute, nodes[node].AttributeCount);

    public ReadOnlySpan<char> Slice(int start, int length) => tokenizer.Slice(start, length);

    public bool Has(int node, string attribute) => Find(node, attribute) >= 0;

    /// <summary>The value of an attribute, empty if there is none. Where a tag says it twice the first counts.</summary>
    public ReadOnlySpan<char> Value(int node, string attribute)
    {
        int found = Find(node, attribute);
        if (found < 0)
            return [];
        var value = Attributes(node)[found];
        return tokenizer.Slice(value.ValueStart, value.ValueLength);
    }

    /// <summary>All text within a node, without any space added or taken away.</summary>
    public string InnerText(int node)
    {
        if (nodes[node].Tag == Tag.Text)
            return Text(node).ToString();
        var text = new System.Text.StringBuilder();
        for (int i = node + 1; i < nodes[node].End; i++)
            text.Append(Text(i));
        return text.ToString();
    }

    public int Add(MarkupNode node)
    {
        if (Count == nodes.Length)
        {
            var larger = ArrayPool<MarkupNode>.Shared.Rent(nodes.Length * 2);
            nodes.CopyTo(larger, 0);
            ArrayPool<MarkupNode>.Shared.Return(nodes);
            nodes = larger;
        }
        nodes[Count] = node with { End = Count + 1 };
        return Count++;
    }

    public void Dispose()
    {
        tokenizer.Dispose();
        ArrayPool<MarkupNode>.Shared.Return(nodes);
        nodes = [];
    }

    private int Find(int node, string attribute)
    {
        var all = Attributes(node);
        for (int i = 0; i < all.Length; i++)
            if (all[i].NameLength == attribute.Length && tokenizer.Slice(all[i].NameStart, all[i].NameLength).SequenceEqual(attribute))
                return i;
        return -1;
    }
}
