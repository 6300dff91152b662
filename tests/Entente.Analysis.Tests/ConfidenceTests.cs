using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Whether confidence keeps its word, and what is learnt where it does not.</summary>
public class ConfidenceTests
{
    [Fact]
    public void Bins_are_tenths_and_the_expected_error_is_the_mean_distance_of_a_claim()
    {
        var reliability = Reliability.Of([.. Claims("a", 0.85, 8, 2), .. Claims("a", 0.3, 2, 2), .. Claims("a", 1, 1, 0)]);
        Assert.Equal([(0.3, 4, 0.5), (0.8, 10, 0.8), (0.9, 1, 1.0)], reliability.Bins.Select(b => (b.From, b.Claims, b.Right)));
        Assert.Equal(((4 * 0.2) + (10 * 0.05) + 0) / 15, reliability.ExpectedError, 9);
    }

    [Theory]
    [InlineData(0.7, 0.7)]
    [InlineData(0.6, 0.6)]
    [InlineData(0.29, 0.2)]
    [InlineData(0, 0)]
    [InlineData(1, 0.9)]
    public void A_confidence_on_the_edge_opens_its_bin(double confidence, double bin) => Assert.Equal(bin, Assert.Single(Reliability.Of(Claims("a", confidence, 1, 0)).Bins).From);

    [Fact]
    public void What_chance_alone_would_do_is_what_claims_that_keep_their_word_do()
    {
        var random = new Random(7);
        var drawn = Enumerable.Range(0, 400).Select(_ => Reliability.Of([.. Enumerable.Range(0, 200).Select(i => 0.35 + (0.1 * (i % 6))).Select(c => new JudgedClaim("a", ClaimKind.Event, c, random.NextDouble() < c))])).ToList();
        Assert.Equal(drawn.Average(r => r.ExpectedError), drawn[0].ErrorByChance, 0.003);
    }

    [Fact]
    public void No_claims_no_error() => Assert.Equal(0, Reliability.Of([]).ExpectedError);

    [Fact]
    public void A_reader_that_is_too_sure_is_taken_down()
    {
        var fitted = ConfidenceFit.Of(Spread((confidence, n) => n * 0.5 * confidence));
        Assert.InRange(fitted.Of(ClaimKind.Event, 0.9), 0.40, 0.50);
        Assert.InRange(fitted.Of(ClaimKind.Event, 0.5), 0.20, 0.30);
    }

    [Fact]
    public void A_reader_that_keeps_its_word_is_left_as_it_is()
    {
        var fitted = ConfidenceFit.Of(Spread((confidence, n) => n * confidence));
        Assert.All(new[] { 0.3, 0.5, 0.7, 0.9 }, c => Assert.Equal(c, fitted.Of(ClaimKind.Event, c), 0.02));
    }

    [Fact]
    public void The_fit_is_as_good_as_any_line_near_it()
    {
        // The likelihood with its prior is concave, so no step in any direction may raise it.
        var claims = Spread((confidence, n) => n * (confidence < 0.6 ? 0.3 : 0.8));
        var fitted = ConfidenceFit.Of(claims);
        double chosen = Likelihood(claims, c => fitted.Of(ClaimKind.Event, c));
        foreach (double shift in new[] { -0.2, 0.2 })
            foreach (double slope in new[] { 0.9, 1, 1.1 })
                Assert.True(chosen > Likelihood(claims, c => Moved(fitted.Of(ClaimKind.Event, c), shift, slope)), $"{shift} {slope}");
    }

    [Fact]
    public void A_line_never_falls_even_where_the_sure_are_wrong_more_often()
    {
        var fitted = ConfidenceFit.Of(Spread((confidence, n) => n * (1 - confidence)));
        Assert.Equal(fitted.Of(ClaimKind.Event, 0.2), fitted.Of(ClaimKind.Event, 0.9));
        Assert.InRange(fitted.Of(ClaimKind.Event, 0.5), 0.3, 0.5);
    }

    [Fact]
    public void A_kind_of_few_claims_follows_the_others()
    {
        JudgedClaim[] claims = [.. Spread((confidence, n) => n * 0.5 * confidence), new("z", ClaimKind.Figure, 0.8, true)];
        var fitted = ConfidenceFit.Of(claims);
        Assert.InRange(fitted.Of(ClaimKind.Figure, 0.8), fitted.Of(ClaimKind.Event, 0.8), 0.6);
        Assert.InRange(fitted.Of(ClaimKind.Obligation, 0.8), 0.35, 0.45);
    }

    [Fact]
    public void Held_out_a_claim_is_judged_by_what_other_articles_teach()
    {
        // Article a is all wrong, the others all right: held out, a's claims are put too high.
        JudgedClaim[] claims = [.. Claims("a", 0.5, 0, 20), .. "bcdefghij".SelectMany(doc => Claims($"{doc}", 0.5, 20, 0))];
        var held = ConfidenceFit.HeldOut(claims);
        Assert.Equal(claims.Select(c => (c.Doc, c.IsRight)), held.Select(c => (c.Doc, c.IsRight)));
        Assert.True(held[0].Confidence > 0.9);
        Assert.True(ConfidenceFit.Of(claims).Of(ClaimKind.Event, 0.5) < held[0].Confidence);
    }

    [Fact]
    public void Nothing_to_learn_from_leaves_all_as_it_is() => Assert.Equal(0.7, ConfidenceFit.Of([]).Of(ClaimKind.Agreement, 0.7), 3);

    private static double Moved(double share, double shift, double slope) => 1 / (1 + Math.Exp(-((slope * Math.Log(share / (1 - share))) + shift)));

    private static double Likelihood(IEnumerable<JudgedClaim> claims, Func<double, double> of) => claims.Sum(c => Math.Log(c.IsRight ? of(c.Confidence) : 1 - of(c.Confidence)));

    /// <summary>A hundred claims at each of eight degrees of confidence, spread over twenty articles.</summary>
    private static JudgedClaim[] Spread(Func<double, int, double> rightOf) =>
        [.. Enumerable.Range(2, 8).Select(i => i / 10.0).SelectMany(c => Claims("", c, (int)rightOf(c, 100), 100 - (int)rightOf(c, 100))).Select((c, i) => c with { Doc = $"d{i % 20}" })];

    private static JudgedClaim[] Claims(string doc, double confidence, int right, int wrong) =>
        [.. Enumerable.Range(0, right + wrong).Select(i => new JudgedClaim(doc, ClaimKind.Event, confidence, i < right))];
}
