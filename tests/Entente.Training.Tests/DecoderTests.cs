using Entente.Language.Neural;

namespace Entente.Tests;

/// <summary>What the decoders choose against the best of all there is to choose from.</summary>
public class DecoderTests
{
    private readonly TreeDecoder trees = new();

    private static readonly string[] Tags = ["O", "B-Person", "I-Person", "B-Place", "I-Place"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_tree_has_one_root_and_none_is_better(int count)
    {
        var random = new Random(count);
        var all = Rows(count, count + 1).Select(row => row.Select(h => h - 1).ToArray()).Where(IsTree).ToList();
        for (int round = 0; round < 400; round++)
        {
            float[] scores = Scores(random, count * (count + 1));
            for (int i = 0; i < count; i++)
                scores[i * (count + 1) + i + 1] = float.NegativeInfinity;
            int[] heads = new int[count];
            trees.Decode(scores, count, heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
            Assert.Equal(all.Max(Sum), Sum(heads), 1e-4);

            float Sum(int[] tree) => tree.Select((head, i) => scores[i * (count + 1) + head + 1]).Sum();
        }
    }

    [Fact]
    public void Names_are_lawful_and_no_lawful_row_is_better()
    {
        var random = new Random(7);
        var decoder = new NameDecoder(Tags);
        for (int round = 0; round < 300; round++)
        {
            int count = 1 + round % 5, k = Tags.Length;
            float[] scores = Scores(random, count * k);
            int[] best = new int[count];
            decoder.Decode(scores, Tags.Length, best);
            Assert.True(IsLawful(best), string.Join(' ', best.Select(t => Tags[t])));
            Assert.Equal(Rows(count, k).Where(IsLawful).Max(Sum), Sum(best), 1e-4);

            float Sum(int[] row) => row.Select((tag, i) => scores[i * k + tag]).Sum();
        }
    }

    private static bool IsLawful(int[] row) => row.Select((tag, i) => Tags[tag][0] != 'I' || (i > 0 && Tags[row[i - 1]] != "O" && Tags[row[i - 1]][1..] == Tags[tag][1..])).All(isLawful => isLawful);

    /// <summary>From every word the way up ends at the one root.</summary>
    private static bool IsTree(int[] heads) => heads.Count(h => h < 0) == 1 && heads.All(head =>
    {
        for (int step = 0; head >= 0; head = heads[head], step++)
            if (step > heads.Length)
                return false;
        return true;
    });

    private static float[] Scores(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 4 - 2)];

    /// <summary>All rows of so many numbers below a bound.</summary>
    private static IEnumerable<int[]> Rows(int count, int choices) =>
        count == 0 ? [[]] : Rows(count - 1, choices).SelectMany(row => Enumerable.Range(0, choices).Select(last => (int[])[.. row, last]));
}
