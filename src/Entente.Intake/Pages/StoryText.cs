using System.Text;

namespace Entente.Intake;

/// <summary>The runs that are left, written as a plain-text copy has them: a blank line between paragraphs, "• " before items, a table's row on a line.</summary>
internal static class StoryText
{
    /// <summary>What is told of what was left out is meant for a look, not for an archive.</summary>
    private const int MostRemoved = 50;
    private const int LongestRemoved = 200;

    public static PageStory Of(MarkupTree tree, PageRuns runs)
    {
        var text = new StringBuilder();
        var removed = new List<Removed>();
        int item = 0, row = 0, block = 0;
        foreach (ref readonly var run in runs.All)
        {
            if (run.Why is not null)
            {
                if (run.Why != PageRuns.Beside && removed.Count < MostRemoved)
                    removed.Add(new(runs.Text(run)[..Math.Min(run.Length, LongestRemoved)].ToString(), run.Why));
                continue;
            }
            int itsRow = run.Kind == RunKind.Cell ? Within(tree, run.Block, Tag.Tr) : 0;
            int itsItem = run.Kind == RunKind.Item ? Within(tree, run.Block, Tag.Li) : 0;
            if (text.Length > 0)
                text.Append(itsRow > 0 && itsRow == row && run.Block != block ? " | " : "\n\n");
            if (itsItem != item && itsItem > 0)
                text.Append("• ");
            text.Append(runs.Text(run));
            (item, row, block) = (itsItem, itsRow, run.Block);
        }
        return new(text.ToString(), removed);
    }

    private static int Within(MarkupTree tree, int node, Tag tag)
    {
        while (node > tree.Body && tree.TagOf(node) != tag)
            node = tree.Parent(node);
        return node > tree.Body ? node : 0;
    }
}
