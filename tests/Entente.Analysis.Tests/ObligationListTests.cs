using Entente.Analysis;
using Entente.Vocabulary;
using static Entente.Tests.RecordFixture;

namespace Entente.Tests;

public sealed class ObligationListTests : IDisposable
{
    private readonly RecordFixture record = new();

    public void Dispose() => record.Dispose();

    [Fact]
    public void Duties_come_first_and_absences_said_aloud_last()
    {
        record.Tell("2023-01-01", Obligation("FJI", "TON", ObligationLevel.None), Obligation("FJI", "WSM", ObligationLevel.Consult), Obligation("FJI", "KIR", ObligationLevel.Defend));
        Assert.Equal(["FJI>KIR defend", "FJI>WSM consult", "FJI>TON none"], Lines("FJI"));
        Assert.Equal(["FJI>TON none"], Lines("TON"));
        Assert.Empty(Lines("NRU"));
    }

    [Fact]
    public void An_alliance_in_force_obliges_each_party_by_its_form()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005"), Agreement("consultation-pact", "FJI WSM", Status.Signed, "2006"), Agreement("basing", "FJI KIR", Status.InForce, "2007"));
        var list = Of("FJI", null);
        Assert.Equal(["FJI,TON>FJI,TON defend alliance", "FJI,WSM>FJI,WSM consult consultation-pact"], list.Select(o => $"{Line(o)} {o.Instrument}"));
        Assert.All(list, o => Assert.Null(o.SaidBy));
    }

    [Theory]
    [InlineData(Status.Proposed)]
    [InlineData(Status.Negotiating)]
    [InlineData(Status.Agreed)]
    [InlineData(Status.Suspended)]
    [InlineData(Status.Ended)]
    [InlineData(Status.Rejected)]
    public void An_alliance_that_is_not_yet_or_no_longer_obliges_nobody(Status status)
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", status, "2005"));
        Assert.Empty(Lines("FJI"));
    }

    [Fact]
    public void An_alliance_that_is_planned_or_denied_obliges_nobody()
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005", Modality.Planned), Agreement("alliance", "FJI WSM", Status.InForce, "2005", Modality.Denied));
        Assert.Empty(Lines("FJI"));
    }

    [Theory]
    [InlineData("2004-12-31", "")]
    [InlineData("2010-01-01", "FJI,TON>FJI,TON defend")]
    [InlineData("2015-01-01", "")]
    public void An_alliance_that_ended_obliges_nobody_however_many_tell_of_its_signing(string day, string expected)
    {
        record.Tell("2023-01-01", Agreement("alliance", "FJI TON", Status.InForce, "2005"));
        record.Tell("2023-01-02", Agreement("alliance", "FJI TON", Status.Ended, "2012"), Agreement("alliance", "FJI TON", Status.InForce, "2006"));
        Assert.Equal(expected, string.Join(' ', Of("FJI", day).Select(Line)));
    }

    [Fact]
    public void Articles_that_say_the_same_are_counted_and_the_surest_is_shown()
    {
        record.Tell("2023-01-01", Obligation("FJI", "TON", ObligationLevel.Defend, confidence: 0.5));
        string surest = record.Tell("2023-01-02", Obligation("FJI", "TON", ObligationLevel.Defend, confidence: 0.9));
        record.Tell("2023-01-03", Obligation("FJI", "TON", ObligationLevel.Defend, saidBy: "Mere Tui"));
        var list = Of("FJI", null);
        Assert.Equal([(2, null), (1, "Mere Tui")], list.Select(o => (o.Articles, o.SaidBy)));
        Assert.Equal(surest, list[0].Evidence.ArticleId);
    }

    [Fact]
    public void A_duty_is_shown_from_the_day_on_which_it_was_reported()
    {
        record.Tell("2023-01-10", Obligation("FJI", "TON", ObligationLevel.Doubted));
        Assert.Empty(Of("FJI", "2023-01-09"));
        Assert.True(Assert.Single(Of("FJI", "2023-01-10")).IsAbsence);
    }

    private IReadOnlyList<Obligation> Of(string actor, string? day)
    {
        using var view = record.AsOf(day);
        return ObligationList.Of(view, Book, actor);
    }

    private List<string> Lines(string actor) => [.. Of(actor, null).Select(Line)];

    private static string Line(Obligation o) => $"{string.Join(',', o.From)}>{string.Join(',', o.To)} {o.Level.Code()}";
}
