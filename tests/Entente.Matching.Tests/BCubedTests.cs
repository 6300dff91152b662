using Entente.Matching;

namespace Entente.Tests;

public class BCubedTests
{
    [Fact]
    public void Things_put_where_they_belong_score_1() => Assert.Equal(new(1, 1), BCubed.Of([("a", 1), ("a", 1), ("b", 2)]));

    [Fact]
    public void All_in_one_group_finds_all_and_is_imprecise() => Assert.Equal(new(0.5, 1), BCubed.Of([("a", 1), ("a", 1), ("a", 2), ("a", 2)]));

    [Fact]
    public void Each_alone_is_precise_and_finds_little()
    {
        var score = BCubed.Of([("a", 1), ("b", 1), ("c", 2), ("d", 2)]);
        Assert.Equal(new(1, 0.5), score);
        Assert.Equal(2.0 / 3, score.F1, 12);
    }

    [Fact]
    public void Of_nothing_the_score_is_0() => Assert.Equal(0, BCubed.Of(Array.Empty<(int, int)>()).F1);
}
