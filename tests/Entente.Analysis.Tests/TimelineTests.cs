using Entente.Analysis;
using Entente.Record;
using Entente.Vocabulary;
using static Entente.Tests.RecordFixture;

namespace Entente.Tests;

public sealed class TimelineTests : IDisposable
{
    private readonly RecordFixture record = new();

    public void Dispose() => record.Dispose();

    [Fact]
    public void Steps_come_in_order_of_time_whatever_the_order_of_the_reports()
    {
        record.Tell("2023-01-03", Agreement("alliance", "FJI TON", Status.InForce, "2005-06"), Event(EventType.CONSULT, "FJI", "TON", "2004-05-06"));
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.Signed, "2005"), Agreement("alliance", "FJI TON", Status.Negotiating, "2003/.."));
        Assert.Equal(["2003/.. alliance", "2004-05-06 CONSULT", "2005 alliance", "2005-06 alliance"], Lines("FJI"));
    }

    [Fact]
    public void Two_articles_tell_of_one_step_where_who_what_how_and_when_are_equal()
    {
        record.Tell("2023-01-01", Event(EventType.CONSULT, "FJI", "TON", "2004-05-06", 0.4));
        string surer = record.Tell("2023-01-02", Event(EventType.CONSULT, "FJI", "TON", "2004-05-06", 0.9));
        record.Tell("2023-01-03", Event(EventType.CONSULT, "FJI", "TON", "2004-05"));
        var steps = Of("FJI").Steps;
        Assert.Equal([1, 2], steps.Select(s => s.Articles));
        Assert.Equal(surer, steps[1].Evidence.ArticleId);
    }

    [Fact]
    public void What_has_no_date_is_counted_and_not_placed()
    {
        record.Tell("2023-01-01", Event(EventType.CONSULT, "FJI", "TON"), Event(EventType.AID, "FJI", "TON", "2004"), Obligation("FJI", "TON", ObligationLevel.Defend));
        var timeline = Of("FJI");
        Assert.Single(timeline.Steps);
        Assert.Equal(1, timeline.Undated);
    }

    [Fact]
    public void A_timeline_of_one_actor_leaves_out_the_others()
    {
        record.Tell("2023-01-01", Event(EventType.CONSULT, "FJI", "TON", "2004"), Event(EventType.AID, "WSM", "KIR", "2005"));
        Assert.Equal(["2004 CONSULT"], Lines("TON"));
        Assert.Equal(["2004 CONSULT", "2005 AID"], Lines(null));
    }

    [Fact]
    public void A_dossier_of_a_pair_holds_what_is_between_the_two_and_nothing_else()
    {
        record.Tell("2023-01-01",
            Agreement("alliance", "FJI TON WSM", Status.InForce, "2005"), Agreement("trade", "FJI WSM", Status.InForce, "2001"), Agreement("dialogue", "FJI TON", Status.InForce, "1999"),
            Obligation("FJI", "TON", ObligationLevel.Defend), Obligation("FJI", "WSM", ObligationLevel.None),
            Event(EventType.CONSULT, "FJI", "TON", "2010"), Event(EventType.AID, "TON", "FJI", "2004"), Event(EventType.CONSULT, "FJI", "WSM", "2003"));
        using var view = record.AsOf(null);
        var dossier = PairDossier.Of(view, Book, "TON", "FJI");
        Assert.Equal(("TON", "FJI"), (dossier.A, dossier.B));
        Assert.Equal("defend", dossier.Tie!.Rung!.Code);
        Assert.Equal(["dialogue", "alliance"], dossier.Agreements.Select(a => ClaimFilter.CodeOf(a.Claim)));
        Assert.Equal(["defend"], dossier.Obligations.Select(o => ClaimFilter.CodeOf(o.Claim)));
        Assert.Equal(["AID", "CONSULT"], dossier.Events.Select(e => ClaimFilter.CodeOf(e.Claim)));
    }

    [Fact]
    public void A_dossier_of_two_that_never_met_is_empty()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005"), Agreement("alliance", "KIR WSM", Status.InForce, "2005"));
        using var view = record.AsOf(null);
        var dossier = PairDossier.Of(view, Book, "FJI", "WSM");
        Assert.Null(dossier.Tie);
        Assert.Empty(dossier.Agreements);
        Assert.Empty(dossier.Events);
        Assert.Null(PairDossier.Of(view, Book, "FJI", "NRU").Tie);
    }

    private Timeline Of(string? actor)
    {
        using var view = record.AsOf(null);
        return Timeline.Of(view, actor);
    }

    private List<string> Lines(string? actor) => [.. Of(actor).Steps.Select(s => $"{s.Date} {ClaimFilter.CodeOf(s.Evidence.Claim)}")];
}
