namespace Entente.Matching;

/// <summary>
/// Puts blocks together two by two, the most alike first, as long as the texts of one are nearly as like those of the other as each are among
/// themselves. So two stories with much in common, each with its own names, stay apart, and a story told in many ways stays one.
/// </summary>
internal sealed class AverageLink
{
    /// <summary>Likeness between the two for likeness within them; found on the training part of ECB+ (docs/stories.md).</summary>
    internal const double Needed = 0.6;

    /// <summary>How alike two texts on one happening are as a rule, and for how many pairs of texts that expectation counts: a single text has no inside.</summary>
    private const double Expected = 0.4, ExpectedPairs = 20;

    private readonly int quietDays;
    private readonly int count;
    private readonly double[,] between;
    private readonly double[] sizes;
    private readonly double[] inner;
    private readonly Days[] days;
    private readonly int[] nearest;
    private readonly List<StoryBlock>?[] groups;

    private AverageLink(List<StoryBlock> blocks, int quietDays)
    {
        this.quietDays = quietDays;
        count = blocks.Count;
        sizes = [.. blocks.Select(b => (double)b.Texts.Count)];
        inner = [.. blocks.Select(b => b.Inner)];
        days = [.. blocks.Select(b => b.Days)];
        groups = [.. blocks.Select(b => new List<StoryBlock> { b })];
        between = new double[count, count];
        for (int i = 0; i < count; i++)
            for (int j = 0; j < i; j++)
                between[i, j] = between[j, i] = blocks[i].Sum.Dot(blocks[j].Sum);
        nearest = [.. Enumerable.Range(0, count).Select(Nearest)];
    }

    /// <param name="blocks">In any order; the outcome is the same.</param>
    /// <param name="quietDays">What is farther apart is not put together.</param>
    public static IEnumerable<List<StoryBlock>> Group(IEnumerable<StoryBlock> blocks, int quietDays)
    {
        var link = new AverageLink([.. blocks.OrderBy(b => b.Key)], quietDays);
        link.Run();
        return link.groups.OfType<List<StoryBlock>>();
    }

    /// <summary>1 where two blocks are as alike as each is within.</summary>
    private double Likeness(int i, int j) => days[i].Gap(days[j]) > quietDays ? 0 : between[i, j] / (sizes[i] * sizes[j]) / Math.Sqrt(Within(i) * Within(j));

    private double Within(int i) => (inner[i] + (ExpectedPairs * Expected)) / ((sizes[i] * (sizes[i] - 1) / 2) + ExpectedPairs);

    private void Run()
    {
        while (true)
        {
            int best = -1;
            double most = Needed;
            for (int i = 0; i < count; i++)
                if (groups[i] is not null && nearest[i] >= 0 && Likeness(i, nearest[i]) is var likeness && likeness > most)
                    (best, most) = (i, likeness);
            if (best < 0)
                return;
            Join(best, nearest[best]);
        }
    }

    private void Join(int i, int other)
    {
        inner[i] += inner[other] + between[i, other];
        sizes[i] += sizes[other];
        days[i] = days[i].With(days[other]);
        groups[i]!.AddRange(groups[other]!);
        groups[other] = null;
        for (int j = 0; j < count; j++)
            between[i, j] = between[j, i] = between[i, j] + between[other, j];
        for (int j = 0; j < count; j++)
            if (groups[j] is not null)
                nearest[j] = j == i || nearest[j] < 0 || nearest[j] == i || nearest[j] == other ? Nearest(j) : Likeness(j, i) > Likeness(j, nearest[j]) ? i : nearest[j];
    }

    private int Nearest(int i)
    {
        int nearest = -1;
        double most = 0;
        for (int j = 0; j < count; j++)
            if (j != i && groups[j] is not null && Likeness(i, j) is var likeness && likeness > most)
                (nearest, most) = (j, likeness);
        return nearest;
    }
}
