using Entente.Language;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What counts as found and as the right value, with times made by hand.</summary>
public class TimeScorerTests
{
    private const string Text = "They met last week and in May, for two days.";

    [Fact]
    public void An_overlap_is_found_and_only_the_same_extent_is_exact()
    {
        var score = Score([Date(9, 18, "2023-01-09/2023-01-15"), Date(23, 29, "2022-05")], Gold(9, 18, "2023-W02"), Gold(26, 29, "2022-05"));
        Assert.Equal((1.0, 0.5, 1.0), (score.FoundF1, score.ExactF1, score.ValueShare));
    }

    [Fact]
    public void What_is_missed_spurious_or_wrong_costs()
    {
        var score = Score([Date(9, 18, "2023-01-02/2023-01-08"), Date(0, 4, "2023")], Gold(9, 18, "2023-W02"), Gold(26, 29, "2022-05"));
        Assert.Equal((0.5, 0.0), (score.FoundF1, score.ValueShare));
        Assert.Equal(["missed", "spurious", "value"], score.Mistakes.Select(m => m.Split('\t')[0]).Order());
    }

    [Fact]
    public void What_is_not_asked_for_is_no_merit_and_no_fault()
    {
        var score = Score([Date(9, 18, "2023")], new GoldTime(new(9, 18), [], IsAsked: false));
        Assert.Equal((0, 0), (score.Gold, score.Ours));
    }

    [Theory]
    [InlineData("2023-01-16/2023-01-22", "2023-W03")]
    [InlineData("2023-01-21/2023-01-22", "2023-W03-WE")]
    [InlineData("2022-04/2022-06", "2022-Q2")]
    [InlineData("2022-07/2022-12", "2022-H2")]
    [InlineData("199X", "199")]
    [InlineData("18XX", "18")]
    [InlineData("2008-23", "2008-FA")]
    [InlineData("2004/..", "2004")]
    [InlineData("2023~", "2023")]
    public void Edtf_is_told_as_timex(string edtf, string timex) => Assert.Contains(timex, Timex.Of(When.Parse(edtf)));

    [Theory]
    [InlineData("2021", "P2Y", "2021-11-07", "2021-11-08", true)]
    [InlineData("2021", null, "2021-11-07", "2021-11-08", false)]
    [InlineData("2014/2018", null, "2014-01-01", "2018-01-01", true)]
    [InlineData("2014/2018", null, "2014-01-01", "2019-01-01", true)]
    [InlineData("2014/2018", null, "2015-01-01", "2018-01-01", false)]
    public void A_count_of_years_need_not_name_the_day_and_a_range_may_end_before_or_after_its_last(string edtf, string? length, string first, string end, bool isRight) =>
        Assert.Equal(isRight, TimeScorer.Means(Date(0, 4, edtf) with { Length = length }, new(Day(first), Day(end), null)));

    private static TimeScore Score(IReadOnlyList<TimeExpression> ours, params GoldTime[] gold) =>
        TimeScorer.Score((_, _) => ours, [new("one", Text, null, new(0, Text.Length), gold)]);

    private static GoldTime Gold(int start, int end, string timex) => new(new(start, end), [new(null, null, timex)]);

    private static TimeExpression Date(int start, int end, string edtf) => new(0, 1, new(start, end), TimeKind.Date, When.Parse(edtf), null, null, null, "by hand");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
