using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Tags that pages leave out are put in, as far as text depends on them; trees are written with parentheses.</summary>
public sealed class MarkupTreeTests
{
    [Theory]
    [InlineData("a", "html(body('a'))")]
    [InlineData("<title>T</title><p>a", "html(head(title('T')) body(p('a')))")]
    [InlineData("<html lang=en><head><meta charset=x></head><body class=y>a", "html[lang=en](head(meta[charset=x]) body[class=y]('a'))")]
    [InlineData("<head><noscript><img></noscript><meta></head>a", "html(head(noscript(img) meta) body('a'))")]
    public void Head_and_body_are_there_without_their_tags(string markup, string expected) => Assert.Equal(expected, Tree(markup));

    [Theory]
    [InlineData("<p>a<p>b<div>c</div>d", "p('a') p('b') div('c') 'd'")]
    [InlineData("a</p>b", "'a' p 'b'")]
    [InlineData("a</br>b", "'a' br 'b'")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li('a') li('b' ul(li('c'))) li('d')) 'e'")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))")]
    [InlineData("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td('a') td('b')) tr(th('c'))) 'd'")]
    [InlineData("<table><thead><tr><td>a<tbody><tr><td>b</div></table>", "table(thead(tr(td('a'))) tbody(tr(td('b'))))")]
    [InlineData("<table><tr><td><table><tr><td>a</table>b<td>c</table>", "table(tr(td(table(tr(td('a'))) 'b') td('c')))")]
    [InlineData("<h2>a<h3>b</h3>", "h2('a') h3('b')")]
    [InlineData("<a href=x>b<a href=y>c", "a[href=x]('b') a[href=y]('c')")]
    [InlineData("<p><b>a<p>c", "p(b('a')) p('c')")]
    [InlineData("<b><p>a</b>c</p>d", "b(p('a' 'c') 'd')")]
    [InlineData("<select><option>a<option>b</select>c", "select(option('a') option('b')) 'c'")]
    [InlineData("<div><span>a</div>b", "div(span('a')) 'b'")]
    [InlineData("<x-a><x-b>c</x-a>d", "x-a(x-b('c')) 'd'")]
    public void Ends_are_implied(string markup, string expected) => Assert.Equal($"html(body({expected}))", Tree("<body>" + markup));

    [Theory]
    [InlineData("<svg><title><b>a", "svg(title) b('a')")]
    [InlineData("<svg><g/><path d=x /></svg>a", "svg(g path[d=x]) 'a'")]
    [InlineData("<svg><![CDATA[a]]></svg>b", "svg('a') 'b'")]
    [InlineData("<svg><foreignObject><p>a</foreignObject></svg>b", "svg(foreignobject(p('a'))) 'b'")]
    public void Drawings_have_rules_of_their_own(string markup, string expected) => Assert.Equal($"html(body({expected}))", Tree("<body>" + markup));

    [Theory]
    [InlineData("<textarea>a<p>b")]
    [InlineData("<script>a<p>b")]
    [InlineData("<iframe>a<p>b")]
    [InlineData("<select>a<p>b")]
    [InlineData("<svg>a<p>b")]
    public void What_is_never_ended_does_not_swallow_the_rest(string markup) => Assert.EndsWith(" p('b')))", Tree("<body>" + markup), StringComparison.Ordinal);

    [Fact]
    public void Deeper_elements_than_allowed_are_laid_side_by_side_and_no_text_is_lost()
    {
        const int Levels = MarkupTree.DeepestLevel * 4;
        using var tree = MarkupTree.Parse(string.Concat(Enumerable.Range(0, Levels).Select(i => $"<div>{i} ")));
        Assert.Equal(string.Concat(Enumerable.Range(0, Levels).Select(i => $"{i} ")), tree.InnerText(0));
    }

    [Fact]
    public void Every_node_lies_within_its_parent()
    {
        using var tree = MarkupTree.Parse("<ul><li>a<p>b<li><b>c</ul><table><td>d</table><svg><g/></svg>e");
        for (int i = 1; i < tree.Count; i++)
            Assert.True(tree.Parent(i) < i && tree.End(i) > i && tree.End(i) <= tree.End(tree.Parent(i)));
    }

    [Fact]
    public void An_attribute_said_twice_counts_once()
    {
        using var tree = MarkupTree.Parse("<body CLASS='a' class='b' hidden>");
        Assert.Equal("a", tree.Value(tree.Body, "class").ToString());
        Assert.True(tree.Has(tree.Body, "hidden"));
        Assert.False(tree.Has(tree.Body, "id"));
    }

    [Fact]
    public void Xml_is_nested_as_it_is_written()
    {
        using var tree = MarkupTree.Parse("<?xml version='1.0'?><rss><item><title>A &amp; B</title><p>c<p>d</p></p><br>e</br><link/></item></rss>", MarkupMode.Xml);
        Assert.Equal("rss(item(title('A & B') p('c' p('d')) br('e') link))", Write(tree, 0));
    }

    private static string Tree(string markup)
    {
        using var tree = MarkupTree.Parse(markup);
        return Write(tree, 0);
    }

    private static string Write(MarkupTree tree, int node)
    {
        var children = new List<string>();
        for (int i = node + 1; i < tree.End(node); i = tree.End(i))
            children.Add(tree.TagOf(i) == Tag.Text ? $"'{tree.Text(i)}'" : tree.TagOf(i) == Tag.Unknown || tree.Name(i).Length > 0 ? $"{tree.Name(i)}{Attributes(tree, i)}{Inside(tree, i)}"
                : $"{tree.TagOf(i).ToString().ToLowerInvariant()}{Inside(tree, i)}");
        return string.Join(' ', children);
    }

    private static string Inside(MarkupTree tree, int node) => Write(tree, node) is { Length: > 0 } inside ? $"({inside})" : "";

    private static string Attributes(MarkupTree tree, int node)
    {
        var written = new StringBuilder();
        foreach (var attribute in tree.Attributes(node))
            written.Append('[').Append(tree.Slice(attribute.NameStart, attribute.NameLength)).Append('=').Append(tree.Slice(attribute.ValueStart, attribute.ValueLength)).Append(']');
        return written.ToString();
    }
}
