using Entente.Analysis;
using Entente.Vocabulary;
using static Entente.Tests.RecordFixture;

namespace Entente.Tests;

/// <summary>One arrangement under many names is one; two of one kind are two; and where it is not clear, a person is asked.</summary>
public sealed class ArrangementTests : IDisposable
{
    private static readonly AgreementBook Agreements = AgreementBook.Load(Repository.ReadData);

    private readonly RecordFixture record = new();

    public void Dispose() => record.Dispose();

    [Fact]
    public void A_deal_that_is_only_described_is_the_one_that_others_name()
    {
        record.Tell("2023-01-12", Agreement("reciprocal-access", "GBR JPN", Status.Signed, "2023-01-11", name: "Japan-UK Reciprocal Access Agreement"));
        record.Tell("2023-01-16", Agreement("reciprocal-access", "GBR JPN", Status.Signed, "2023-01-09/2023-01-15"));
        record.Tell("2023-04-28", Agreement("reciprocal-access", "GBR JPN", Status.Ratified, "2023-04-28"));
        var one = Assert.Single(Find().Arrangements);
        Assert.Equal(("Japan-UK Reciprocal Access Agreement", 3), (one.Name, one.Articles));
        Assert.Equal(["2023-01-11 Signed", "2023-04-28 Ratified"], one.Life.Select(s => $"{s.Date} {s.Status}"));
        Assert.Equal(2, one.Life[0].Articles);
        Assert.StartsWith("same form, same parties", one.Because[0]);
    }

    [Fact]
    public void An_aircraft_is_one_programme_under_three_names()
    {
        record.Tell("2022-12-10", Agreement("arms-programme", "GBR ITA JPN", Status.Agreed, "2022-12-09", name: "Global Combat Air Programme"));
        record.Tell("2023-01-11", Agreement("arms-programme", "GBR ITA JPN", Status.Agreed, "2022-12", name: "GCAP"));
        record.Tell("2023-01-17", Agreement("arms-programme", "GBR ITA JPN", Status.Agreed, "2022"));
        Assert.Equal(("Global Combat Air Programme", 3), (Assert.Single(Find().Arrangements).Name, Find().Arrangements[0].Articles));
    }

    [Fact]
    public void Copies_of_one_text_are_one_witness()
    {
        string first = record.Tell("2023-01-16", Agreement("reciprocal-access", "GBR JPN", Status.Signed, "2023-01-11"));
        record.Copies(first, record.Tell("2023-01-17", Agreement("reciprocal-access", "GBR JPN", Status.Signed, "2023-01-11")));
        record.Tell("2023-01-18", Agreement("reciprocal-access", "GBR JPN", Status.Signed, "2023-01-11"));
        var one = Assert.Single(Find().Arrangements);
        Assert.Equal((3, 2), (one.Articles, one.Origins));
        Assert.Equal((3, 2), (one.Life[0].Articles, one.Life[0].Origins));
    }

    [Fact]
    public void What_is_signed_again_years_later_or_begins_after_its_end_is_another_spell()
    {
        record.Tell("1995-06-01", Agreement("trade", "CHL PER", Status.Signed, "1995-05-20"));
        record.Tell("2001-06-01", Agreement("trade", "CHL PER", Status.Ended, "2001-05"));
        record.Tell("2006-09-01", Agreement("trade", "CHL PER", Status.Signed, "2006-08-22"));
        record.Tell("2007-01-01", Agreement("trade", "CHL PER", Status.InForce));
        var spells = Find().Arrangements.OrderBy(a => a.Spell).ToList();
        Assert.Equal([(1, 2), (2, 2)], spells.Select(a => (a.Spell, a.Articles)));
        Assert.Equal(["trade", "trade (2006)"], spells.Select(a => a.Title));
        Assert.NotEqual(spells[0].Id, spells[1].Id);
    }

    [Fact]
    public void Two_texts_that_date_one_signing_a_day_apart_tell_of_one_and_the_conflict_is_shown()
    {
        record.Tell("2019-03-05", Agreement("basing", "DJI ITA", Status.Signed, "2019-03-03"));
        record.Tell("2019-03-05", Agreement("basing", "DJI ITA", Status.Signed, "2019-03-04"));
        var one = Assert.Single(Find().Arrangements);
        Assert.Equal(["2019-03-03", "2019-03-04"], one.Life.Select(s => s.Date!.Value.Text));
    }

    [Fact]
    public void An_alliance_of_today_is_not_one_that_ended_a_century_ago()
    {
        record.Tell("2023-01-11", Agreement("alliance", "GBR JPN", Status.InForce));
        Assert.Null(Assert.Single(Find().Arrangements).Name);
        Assert.Empty(Find().Proposals);
    }

    [Fact]
    public void A_form_that_is_only_like_it_is_proposed_and_not_decided()
    {
        record.Tell("1998-11-01", Agreement("reciprocal-access", "PHL USA", Status.Signed, "1998-02"));
        var list = Find();
        Assert.Null(Assert.Single(list.Arrangements).Name);
        var maybe = Assert.Single(list.Proposals);
        Assert.Equal((list.Arrangements[0].Id, "Philippines-US Visiting Forces Agreement", 1), (maybe.Described, maybe.Named, maybe.Claims));
        Assert.InRange(maybe.Score, 0.6, 0.8);
        Assert.StartsWith("a form like it, same parties", maybe.Reason);
    }

    [Fact]
    public void An_id_stays_when_more_articles_tell_of_it()
    {
        record.Tell("2019-03-05", Agreement("basing", "DJI ITA", Status.Signed, "2019-03-04"));
        string before = Find().Arrangements[0].Id;
        record.Tell("2019-04-05", Agreement("basing", "DJI ITA", Status.InForce, "2019-04"));
        Assert.Equal(before, Find().Arrangements[0].Id);
    }

    [Fact]
    public void Of_a_form_that_states_have_several_of_none_is_decided_without_a_name()
    {
        record.Tell("2021-06-01", Agreement("exercise-series", "KOR USA", Status.InForce));
        var list = Find();
        Assert.Null(Assert.Single(list.Arrangements).Name);
        Assert.Equal("Ssangyong exercise", Assert.Single(list.Proposals).Named);
    }

    [Fact]
    public void Two_that_fit_alike_are_left_to_a_person()
    {
        record.Tell("2025-01-20", Agreement("defence-cooperation", "AUS IDN", Status.InForce));
        var list = Find();
        Assert.Null(Assert.Single(list.Arrangements).Name);
        Assert.Contains("but so has", Assert.Single(list.Proposals).Reason);
    }

    private ArrangementList Find() => ArrangementList.Of(record.AsOf(null), Book, Agreements, null);
}
