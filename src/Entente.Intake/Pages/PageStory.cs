using System.Text;

namespace Entente.Intake;

/// <summary>A page's story as plain text, and what was left out beside it.</summary>
internal sealed record PageStory(string Text, IReadOnlyList<Removed> Removed)
{
    /// <summary>Characters of prose; with less than that, classes may have misled.</summary>
    private const int Short = 250;

    public static PageStory Of(MarkupTree tree)
    {
        if (tree.Body == 0)
            return new("", []);
        using var runs = new PageRuns(tree);
        int prose = Find(tree, runs, new PageMarks(tree, PageWords.Standard));
        if (prose < Short)
        {
            string found = TextOf(runs);
            runs.Forget();
            if (Find(tree, runs, new PageMarks(tree, null)) <= prose * 2)
                return new(found, []);
        }
        return new(TextOf(runs), []);
    }

    private static int Find(MarkupTree tree, PageRuns runs, PageMarks marks)
    {
        marks.Apply(runs);
        var finder = new BodyFinder(tree, runs, marks);
        int body = finder.Find();
        if (BodyWitness.Of(tree) is { } witness && !Agrees(witness, runs))
            body = finder.Find();
        new BodyPruner(tree, runs, marks, body).Prune();
        int prose = 0;
        foreach (ref readonly var run in runs.All)
            prose += run.IsProse && run.Why is null ? run.Length : 0;
        return prose;
    }

    private static string TextOf(PageRuns runs)
    {
        var text = new StringBuilder();
        foreach (ref readonly var run in runs.All)
            if (run.Why is null)
                text.Append(runs.Text(run)).Append("\n\n");
        return text.ToString().TrimEnd();
    }

    /// <summary>
    /// Compares what was found with the page's witness. Where that has more, and something else, it is right and its runs get their weight;
    /// where it has hardly half of it, it is cut short or about another story, and is not asked further.
    /// </summary>
    internal static bool Agrees(BodyWitness witness, PageRuns runs)
    {
        long found = 0, both = 0, known = 0;
        foreach (ref var run in runs.All)
        {
            run.IsWitnessed = run.Length >= 25 ? witness.Has(runs.Text(run)) : null;
            bool isFound = run.IsProse && run.Why is null;
            found += isFound ? run.Length : 0;
            known += run.IsWitnessed == true ? run.Length : 0;
            both += isFound && run.IsWitnessed == true ? run.Length : 0;
        }
        bool agrees = both * 2 >= found || known <= found;
        foreach (ref var run in runs.All)
            if (!agrees)
            {
                run.Why = run.Why == "beside" || run.IsWitnessed == true ? null : run.Why;
                run.Weight = run.IsWitnessed == true ? run.Length * 2 : Math.Min(run.Weight, 0);
            }
            else if (both * 10 < found * 6)
                run.IsWitnessed = null;
        return agrees;
    }
}
