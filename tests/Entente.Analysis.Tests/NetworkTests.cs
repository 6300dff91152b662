using Entente.Analysis;
using Entente.Record;
using Entente.Vocabulary;
using static Entente.Tests.RecordFixture;

namespace Entente.Tests;

/// <summary>The story of Fiji and Tonga, told by one article after another.</summary>
public sealed class NetworkTests : IDisposable
{
    private readonly RecordFixture record = new();

    public void Dispose() => record.Dispose();

    [Fact]
    public void A_tie_stands_on_the_rung_of_its_strongest_strand_that_stands()
    {
        record.Tell("2023-01-01", Agreement("dialogue", "FJI TON", Status.InForce, "2010"), Agreement("basing", "FJI TON", Status.Signed, "2015"));
        record.Tell("2023-01-02", Agreement("alliance", "FJI TON", Status.Ended, "2001"));
        var tie = Assert.Single(TiesAsOf(null));
        Assert.Equal(("FJI", "TON"), (tie.A, tie.B));
        Assert.Equal("enable", tie.Rung!.Code);
        Assert.Equal(["basing", "dialogue", "alliance"], tie.Strands.Select(s => s.Code));
        Assert.Equal([true, true, false], tie.Strands.Select(s => s.Stands));
        Assert.Equal(2, tie.Articles);
    }

    [Theory]
    [InlineData("2000-01-01", null, null)]
    [InlineData("2001-07-01", Status.Negotiating, null)]
    [InlineData("2003-07-01", Status.Signed, "defend")]
    [InlineData("2007-07-01", Status.InForce, "defend")]
    [InlineData("2015-07-01", Status.Ended, null)]
    public void The_status_of_an_alliance_is_the_one_it_had_on_the_day_asked(string day, Status? status, string? rung)
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.Ended, "2012"), Agreement("alliance", "FJI TON", Status.Negotiating, "2001"));
        record.Tell("2023-01-02", Agreement("alliance", "FJI TON", Status.InForce, "2005"), Agreement("alliance", "FJI TON", Status.Signed, "2003"));
        var tie = TiesAsOf(day).SingleOrDefault();
        Assert.Equal(status, tie?.Strands.Single().Status);
        Assert.Equal(rung, tie?.Rung?.Code);
    }

    [Fact]
    public void A_plan_a_chance_and_a_denial_are_shown_and_do_not_count()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.Signed, "2022", Modality.Planned), Agreement("basing", "FJI TON", Status.Signed, "2022", Modality.Denied));
        record.Tell("2023-01-02", Agreement("trade", "FJI TON", Status.Signed, "2022", Modality.Possible));
        var tie = Assert.Single(TiesAsOf(null));
        Assert.Null(tie.Rung);
        Assert.Equal(3, tie.Strands.Count);
        Assert.DoesNotContain(tie.Strands, s => s.Stands);
    }

    [Fact]
    public void A_fact_outweighs_a_later_plan()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005"));
        record.Tell("2023-01-02", Agreement("alliance", "FJI TON", Status.Ended, "2022", Modality.Planned));
        var strand = Assert.Single(Assert.Single(TiesAsOf(null)).Strands);
        Assert.Equal((Status.InForce, Modality.Fact), (strand.Status, strand.Modality));
        Assert.Equal(new DateOnly(2005, 1, 1), strand.Since);
        Assert.Equal(2, strand.Articles);
    }

    [Fact]
    public void What_one_article_asserts_and_another_denies_is_disputed()
    {
        record.Tell("2023-01-01", Agreement("basing", "FJI TON", Status.InForce, "2020"), Agreement("trade", "FJI TON", Status.InForce, "2020"));
        record.Tell("2023-01-02", Agreement("basing", "FJI TON", Status.InForce, "2020", Modality.Denied));
        var strands = Assert.Single(TiesAsOf(null)).Strands;
        Assert.True(strands.Single(s => s.Code == "basing").IsDisputed);
        Assert.False(strands.Single(s => s.Code == "trade").IsDisputed);
    }

    [Fact]
    public void What_no_text_dates_is_shown_from_the_day_of_the_report_and_has_no_since()
    {
        record.Tell("2023-01-10", Agreement("alliance", "FJI TON", Status.InForce));
        Assert.Empty(TiesAsOf("2023-01-09"));
        Assert.Null(Assert.Single(Assert.Single(TiesAsOf("2023-01-10")).Strands).Since);
    }

    [Fact]
    public void An_arrangement_of_three_ties_each_pair_and_the_most_binding_come_first()
    {
        record.Tell("2023-01-01", Agreement("trade", "FJI TON WSM", Status.InForce, "2020"));
        record.Tell("2023-01-02", Agreement("alliance", "TON WSM", Status.InForce, "2021"));
        Assert.Equal(["TON-WSM defend", "FJI-TON cooperate", "FJI-WSM cooperate"], TiesAsOf(null).Select(t => $"{t.A}-{t.B} {t.Rung?.Code}"));
        Assert.Equal(["FJI-TON", "FJI-WSM"], TiesAsOf(null, "FJI").Select(t => $"{t.A}-{t.B}"));
        Assert.Empty(TiesAsOf(null, "KIR"));
    }

    [Fact]
    public void Duties_stand_beside_agreements_and_an_absence_said_aloud_is_the_lowest_rung()
    {
        record.Tell("2023-01-01", Obligation("FJI", "TON", ObligationLevel.None), Obligation("FJI", "WSM", ObligationLevel.Assist), Obligation("FJI", "KIR", ObligationLevel.Consult));
        Assert.Equal(["FJI-WSM defend", "FJI-KIR consult", "FJI-TON absence"], TiesAsOf(null).Select(t => $"{t.A}-{t.B} {t.Rung?.Code}"));
        Assert.All(TiesAsOf(null), t => Assert.Null(Assert.Single(t.Strands).Status));
    }

    [Fact]
    public void A_claim_that_a_person_rejected_and_an_article_withdrawn_tie_nobody()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005"));
        string wrong = record.Tell("2023-01-02", Agreement("alliance", "FJI WSM", Status.InForce, "2005"));
        using (var view = record.AsOf(null))
            record.Decide(view.Claims(new ClaimFilter { Actor = "TON" }).Single().Id, Verdict.Reject);
        Assert.Equal(["FJI-WSM"], TiesAsOf(null).Select(t => $"{t.A}-{t.B}"));
        record.Withdraw(wrong);
        Assert.Empty(TiesAsOf(null));
    }

    [Fact]
    public void A_strand_leads_to_a_claim_that_says_so()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.Signed, "2003"));
        record.Tell("2023-01-02", Agreement("alliance", "FJI TON", Status.InForce, "2005"));
        using var view = record.AsOf(null);
        var strand = Assert.Single(Network.Of(view, Book).Ties.Single().Strands);
        Assert.Equal(Status.InForce, ((AgreementClaim)view.ClaimNumbered(strand.ClaimNo).Claim).Status);
    }

    private IReadOnlyList<NetworkTie> TiesAsOf(string? day, string? actor = null)
    {
        using var view = record.AsOf(day);
        return Network.Of(view, Book, actor).Ties;
    }

    [Fact]
    public void Who_denies_it_is_no_support_of_it()
    {
        using var record = new RecordFixture();
        record.Tell("2019-03-05", RecordFixture.Agreement("basing", "DJI ITA", Status.Signed, "2019-03-04"));
        record.Tell("2019-03-06", RecordFixture.Agreement("basing", "DJI ITA", Status.Signed, "2019-03-04", Modality.Denied));
        var strand = Assert.Single(Network.Of(record.AsOf(null), RecordFixture.Book).Ties).Strands[0];
        Assert.Equal((1, 1, true), (strand.Articles, strand.Origins, strand.IsDisputed));
    }
}
