using System.Text;

namespace Entente.Intake;

/// <summary>A short line that a page shows near its headline.</summary>
internal readonly record struct PageLine(string Text, int Node, bool IsAfter);

/// <summary>The lines around a page's headline, where bylines and dates stand.</summary>
internal static class PageLines
{
    private const int NodesBefore = 60;
    private const int NodesAfter = 400;
    private const int MostLines = 60;

    /// <summary>A longer line is prose: after some of it the story has begun.</summary>
    private const int Longest = 160;

    private const int MostProse = 3;

    private static readonly TagSet Unread = new(Tag.Script, Tag.Style, Tag.Noscript, Tag.Template, Tag.Iframe, Tag.Svg, Tag.Select, Tag.Textarea, Tag.Head);

    public static List<PageLine> Around(MarkupTree tree, int heading)
    {
        var lines = new List<PageLine>();
        if (tree.Body == 0)
            return lines;
        var line = new StringBuilder();
        int first = Math.Max(tree.Body + 1, heading - NodesBefore), last = Math.Min(tree.End(tree.Body), Math.Max(heading, tree.Body) + NodesAfter);
        int block = 0, node = first, prose = 0;
        for (int i = first; i <= last && lines.Count < MostLines && prose < MostProse; i++)
        {
            bool isText = i < last && tree.TagOf(i) == Tag.Text;
            if (i == last || (isText ? BlockOf(tree, i) != block : tree.TagOf(i) == Tag.Br))
            {
                string text = PlainValue.OneLine(line.ToString());
                if (text.Length > Longest)
                    prose += node > heading ? 1 : 0;
                else if (text.Length > 0 && !(heading > 0 && node >= heading && node < tree.End(heading)))
                    lines.Add(new(text, node, node > heading));
                line.Clear();
                node = i;
            }
            if (isText)
            {
                block = BlockOf(tree, i);
                line.Append(tree.Text(i)[..Math.Min(tree.Text(i).Length, 2 * Longest)]);
            }
            else if (i < last && Unread.Has(tree.TagOf(i)))
                i = tree.End(i) - 1;
        }
        return lines;
    }

    private static int BlockOf(MarkupTree tree, int node)
    {
        for (node = tree.Parent(node); node > 0 && !TagSets.Block.Has(tree.TagOf(node)) && !TagSets.TablePart.Has(tree.TagOf(node)); node = tree.Parent(node)) ;
        return node;
    }
}
