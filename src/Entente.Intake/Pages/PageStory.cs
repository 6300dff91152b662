namespace Entente.Intake;

/// <summary>A page's story as plain text, empty if it has none, and what was left out beside it.</summary>
internal sealed record PageStory(string Text, IReadOnlyList<Removed> Removed)
{
    /// <summary>Characters of prose; where less is found, classes may have misled.</summary>
    private const int Short = 250;

    public static PageStory Of(MarkupTree tree)
    {
        if (tree.Body == 0)
            return new("", []);
        using var runs = new PageRuns(tree);
        var witness = BodyWitness.Of(tree);
        int prose = Find(tree, runs, witness, areWordsTrusted: true);
        var story = StoryText.Of(tree, runs);
        if (prose < Short)
        {
            runs.Forget();
            if (Find(tree, runs, witness, areWordsTrusted: false) > prose * 2)
                story = StoryText.Of(tree, runs);
        }
        // Some pages bring their story only for machines, and a script shows it.
        return story.Text.Length == 0 && witness is not null ? new(witness.Text, []) : story;
    }

    /// <summary>Gives each run that is not of the story its reason.</summary>
    /// <returns>Characters of prose that are left.</returns>
    private static int Find(MarkupTree tree, PageRuns runs, BodyWitness? witness, bool areWordsTrusted)
    {
        var marks = new PageMarks(tree, PageWords.Standard, areWordsTrusted);
        marks.Apply(runs);
        var finder = new BodyFinder(tree, runs, marks);
        int body = finder.Find();
        if (witness?.Agrees(runs) == false)
            body = finder.Find();
        new BodyPruner(tree, runs, marks, body).Prune();
        int prose = 0;
        foreach (ref readonly var run in runs.All)
            prose += run.IsProse && run.Why is null ? run.Length : 0;
        return prose;
    }
}
