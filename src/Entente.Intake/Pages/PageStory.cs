using System.Text;

namespace Entente.Intake;

/// <summary>A page's story as plain text, and what was left out beside it.</summary>
internal sealed record PageStory(string Text, IReadOnlyList<Removed> Removed)
{
    public static PageStory Of(MarkupTree tree)
    {
        if (tree.Body == 0)
            return new("", []);
        using var runs = new PageRuns(tree);
        var marks = new PageMarks(tree, PageWords.Standard);
        int body = new BodyFinder(tree, runs, marks).Find();
        foreach (ref var run in runs.All)
            if (run.Block < body || run.Block >= tree.End(body))
                run.Why ??= "beside";
        new BodyPruner(tree, runs, marks, body).Prune();
        var text = new StringBuilder();
        foreach (ref readonly var run in runs.All)
            if (run.Why is null)
                text.Append(runs.Text(run)).Append("\n\n");
        return new(text.ToString().TrimEnd(), []);
    }
}
