using Entente.Record;
using Entente.Vocabulary;
using static Entente.Tests.Sample;

namespace Entente.Tests;

public abstract partial class LedgerSuite
{
    [Fact]
    public void A_rejected_claim_leaves_answers_until_it_is_accepted_and_earlier_answers_never_change()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"), Agreement("KOR USA"));
        writer.Append([reading]);
        var undecided = clock.Now;
        clock.Go(TimeSpan.FromHours(1));
        writer.Decide(new(reading.IdOf(), Verdict.Reject, "an analyst", "misread"));
        var rejected = clock.Now;
        Assert.Equal(["KOR USA"], Parties(ClaimsNow()));
        Assert.Single(NowTies());
        var shown = Claims(null, null, new() { IncludeRejected = true });
        Assert.Equal([Verdict.Reject, null], shown.Select(c => c.Verdict));
        clock.Go(TimeSpan.FromHours(1));

        writer.Decide(new(reading.IdOf(), Verdict.Accept, "another analyst"));

        Assert.Equal(["JPN USA", "KOR USA"], Parties(ClaimsNow()));
        Assert.Equal(Verdict.Accept, ClaimsNow()[0].Verdict);
        Assert.Equal(2, NowTies().Count);
        Assert.Equal(["KOR USA"], Parties(ClaimsKnownOn(rejected)));
        Assert.Equal(["JPN USA", "KOR USA"], Parties(ClaimsKnownOn(undecided)));
        Assert.Null(ClaimsKnownOn(undecided)[0].Verdict);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void A_decision_survives_a_newer_reader_that_makes_the_same_claim()
    {
        var first = Article("alpha").Read(Reader1, Agreement("JPN USA", confidence: 0.9), Agreement("KOR USA"));
        writer.Append([first]);
        writer.Decide(new(first.IdOf(), Verdict.Reject, "an analyst"));

        writer.Append([Article("alpha").Read(Reader2, Agreement("KOR USA"), Agreement("JPN USA", confidence: 0.4))]);

        Assert.Equal(["KOR USA"], Parties(ClaimsNow()));
        Assert.Equal(["KOR USA", "JPN USA"], Parties(Claims(null, null, new() { IncludeRejected = true })));
        Assert.Single(NowTies());
    }

    [Fact]
    public void An_unsure_verdict_is_told_and_hides_nothing()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        writer.Append([reading]);
        writer.Decide(new(reading.IdOf(), Verdict.Unsure, "an analyst"));
        Assert.Equal(Verdict.Unsure, Assert.Single(ClaimsNow()).Verdict);
    }

    [Fact]
    public void A_dated_claim_is_shown_from_its_first_day_on()
    {
        writer.Append([Article("alpha", "2023-05-05").Read(Agreement("JPN USA", "2023-01-11"), Agreement("JPN KOR", "2023-02"), Agreement("KOR USA", "../2020"))]);
        Assert.Equal(["KOR USA"], Parties(Claims("2023-01-10", null, new())));
        Assert.Equal(["JPN USA", "KOR USA"], Parties(Claims("2023-01-11", null, new())));
        Assert.Equal(["JPN USA", "KOR USA"], Parties(Claims("2023-01-31", null, new())));
        Assert.Equal(3, Claims("2023-02-01", null, new()).Count);
        Assert.Equal(3, Claims("2150-01-01", null, new()).Count);
    }

    [Fact]
    public void An_undated_claim_is_shown_from_the_day_of_the_report_and_never_given_a_date()
    {
        writer.Append([Article("alpha", "2023-05-05").Read(Agreement("JPN USA"))]);
        Assert.Empty(Claims("2023-05-04", null, new()));
        Assert.Null(Assert.Single(Claims("2023-05-05", null, new())).Claim.Date);
    }

    [Fact]
    public void A_claim_that_nobody_dates_is_always_shown()
    {
        writer.Append([Article("alpha").Read(Agreement("JPN USA"))]);
        Assert.Single(Claims("0001-01-01", null, new()));
        Assert.Single(Claims("9999-12-31", null, new()));
    }

    [Fact]
    public void What_was_learnt_late_about_long_ago_holds_long_ago_and_is_known_late()
    {
        writer.Append([Article("alpha", "2023-05-05").Read(Agreement("JPN USA", "1951"))]);
        Assert.Empty(Claims("1960-01-01", clock.Now.AddDays(-1), new()));
        Assert.Single(Claims("1960-01-01", clock.Now, new()));
        Assert.Empty(Claims("1950-12-31", clock.Now, new()));
    }

    [Fact]
    public void A_view_stays_as_it_was_opened_while_a_writer_appends()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        writer.Append([reading]);
        using var view = ledger.AsOf(null).KnownNow();
        var (claims, ties, articles) = (view.Claims(new()).Select(c => c.Id).ToList(), view.NamedTies(), view.ArticleCount);

        using var lazy = view.Claims(new()).GetEnumerator();
        Assert.True(lazy.MoveNext());
        writer.Append([Article("beta").Read(Agreement("JPN USA FRA")), reading with { Reader = Reader2, Claims = [] }]);
        writer.Decide(new(reading.IdOf(), Verdict.Reject, "an analyst"));
        writer.Withdraw(reading.Article.Id, "a hoax");

        Assert.False(lazy.MoveNext());
        Assert.Equal(claims, view.Claims(new()).Select(c => c.Id));
        Assert.Equal(ties, view.NamedTies());
        Assert.Equal(articles, view.ArticleCount);
        Assert.Null(view.FindArticle(Article("beta").Id));
        Assert.DoesNotContain("FRA", view.ActorCodes);
        Assert.Equal(["FRA JPN USA"], Parties(ClaimsNow()));
    }

    [Fact]
    public void A_filter_gives_the_claims_that_answer_to_all_of_it()
    {
        var (one, two) = (Article("one"), Article("two"));
        writer.Append(
        [
            one.Read(Agreement("JPN USA", status: Status.Signed), Agreement("JPN KOR", form: "trade", status: Status.Proposed, modality: Modality.Planned, confidence: 0.5), Figure("JPN", 2)),
            two.Read(Agreement("KOR USA", form: "trade", status: Status.InForce), Obligation("USA", "JPN"), Meeting("JPN KOR USA"), Meeting("KOR")),
        ]);
        Asked(["JPN USA", "JPN KOR", "JPN", "JPN USA", "JPN KOR USA"], new() { Actor = "JPN" });
        Asked(["JPN USA", "JPN USA", "JPN KOR USA"], new() { Actor = "JPN", Other = "USA" });
        Asked(["JPN USA", "JPN USA", "JPN KOR USA"], new() { Actor = "USA", Other = "JPN" });
        Asked(["JPN KOR", "KOR USA", "JPN KOR USA", "KOR"], new() { Actor = "KOR", Other = "KOR" });
        Asked([], new() { Actor = "FRA" });
        Asked([], new() { Actor = "JPN", Other = "FRA" });
        Asked(["JPN KOR USA", "KOR"], new() { Kind = ClaimKind.Event });
        Asked(["JPN KOR", "KOR USA"], new() { Code = "trade" });
        Asked(["JPN USA"], new() { Code = "defend" });
        Asked(["JPN KOR USA", "KOR"], new() { Code = "CONSULT" });
        Asked(["JPN"], new() { Code = "defence-budget" });
        Asked(["JPN KOR"], new() { Status = Status.Proposed });
        Asked(["JPN KOR", "JPN"], new() { Modality = Modality.Planned });
        Asked(["JPN USA", "KOR USA"], new() { MinimumConfidence = 0.9 });
        Asked(["JPN USA", "JPN KOR", "JPN"], new() { ArticleId = one.Id });
        Asked(["JPN USA", "JPN KOR USA"], new() { ArticleId = two.Id, Actor = "JPN" });
        Asked(["JPN USA", "JPN KOR USA"], new() { ArticleId = two.Id, Actor = "JPN", Other = "USA" });
        Asked(["KOR USA"], new() { Actor = "USA", Code = "trade", Status = Status.InForce, Kind = ClaimKind.Agreement });
        Asked([], new() { ArticleId = "nothing" });

        void Asked(string[] expected, ClaimFilter filter) => Assert.Equal(expected, Claims(null, null, filter).Select(c => string.Join(' ', c.Claim.Everyone)));
    }

    [Fact]
    public void Ids_are_found_by_how_they_begin_as_far_as_the_view_knows_them()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        var before = clock.Now.AddDays(-1);
        writer.Append([reading]);
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal([reading.IdOf()], view.IdsBeginning(reading.IdOf()[..8]));
        Assert.Equal([reading.IdOf()], view.IdsBeginning(reading.IdOf()));
        Assert.Equal([reading.Article.Id], view.IdsBeginning(reading.Article.Id[..10]));
        Assert.Empty(view.IdsBeginning("~"));
        Assert.Empty(view.IdsBeginning(reading.IdOf() + "0"));
        Assert.Equal(2, view.IdsBeginning("").Count);
        Assert.Equal(reading.IdOf(), view.FindClaim(reading.IdOf())!.Id);
        Assert.Null(view.FindClaim(reading.IdOf()[..8]));
        using var earlier = ledger.AsOf(null).KnownOn(before);
        Assert.Empty(earlier.IdsBeginning(""));
        Assert.Null(earlier.FindArticle(reading.Article.Id));
        Assert.Null(earlier.FindClaim(reading.IdOf()));
    }

    [Fact]
    public void Ties_are_every_pair_of_every_agreement_and_who_owes_whom_of_every_obligation()
    {
        writer.Append([Article("alpha", "2023-05").Read(Agreement("JPN KOR USA", "2023-01"), Obligation("USA", "JPN PHL"), Meeting("FRA DEU"), Figure("JPN", 2), Obligation("JPN", "JPN"))]);
        writer.Append([Article("beta").Read(Agreement("AUS USA"))]);
        Assert.Equal(["JPN KOR alliance", "JPN USA alliance", "KOR USA alliance", "JPN USA defend", "PHL USA defend", "AUS USA alliance"],
            NowTies().Select(t => string.Join(' ', t.Split(' ').Take(3))));
        TiesAreThoseOfTheClaims(null, null);
    }

    [Fact]
    public void Ties_are_those_of_the_claims_in_small_batches_and_in_one_beyond_a_column()
    {
        string[] states = [.. Enumerable.Range(0, 40).Select(i => $"S{i:00}")];
        string all = string.Join(' ', states);
        writer.Append([Article("small").Read(Agreement("S01 S02"), Agreement("S02 S03", "2030"))]);
        // 23 agreements of 40 parties: 17,940 ties in one batch.
        writer.Append([Article("large").Read([.. Enumerable.Range(0, 23).Select(i => Agreement(all, $"{2000 + i}"))])]);
        var between = ledger.Entries().Last().Known;
        for (int i = 0; i < 12; i++)
            writer.Append([Article($"tail {i}").Read(Agreement(string.Join(' ', states.Skip(i)), $"{2010 + i}"))]);
        writer.Append([Article("large").Read(Reader2, [.. Enumerable.Range(0, 30).Select(i => Agreement(all, $"{2001 + i}"))])]);
        writer.Append([Article("last").Read(Agreement("S05 S06"))]);
        writer.Withdraw(Article("tail 3").Id, "a hoax");
        writer.Decide(new(Article("tail 4").Read(Agreement(string.Join(' ', states.Skip(4)), "2014")).IdOf(), Verdict.Reject, "an analyst"));

        TiesAreThoseOfTheClaims(null, null);
        TiesAreThoseOfTheClaims("2012-06-01", null);
        TiesAreThoseOfTheClaims(null, between);
        TiesAreThoseOfTheClaims("1990-01-01", between);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void Two_writers_take_turns_and_the_chain_stays_one()
    {
        using var other = ledger.OpenWriter(new SteppingClock { Now = clock.Now.AddDays(-3) });
        for (int i = 0; i < 6; i++)
            (i % 2 == 0 ? writer : other).Append([Article($"article {i}").Read(Agreement($"JPN S{i / 2}"), Agreement($"S{i} KOR"))]);
        Assert.Equal(new AppendOutcome(0, 0, 0), other.Append([Article("article 0").Read(Agreement("JPN S0"))]));
        Assert.Equal(12, ClaimsNow().Count);
        TiesAreThoseOfTheClaims(null, null);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_double_nothing()
    {
        var writing = Enumerable.Range(0, 3).Select(w => Task.Run(() =>
        {
            using var own = ledger.OpenWriter(new SteppingClock());
            // Each pair of neighbours has ten articles in common.
            for (int i = w * 10; i < (w * 10) + 20; i++)
                own.Append([Article($"article {i}").Read(Agreement("JPN USA"), Agreement($"S{i % 7} KOR"))]);
        }, TestContext.Current.CancellationToken));
        await Task.WhenAll(writing);
        Assert.Equal(80, ClaimsNow().Count);
        Assert.Equal(80, ledger.Entries().Count());
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void The_order_and_the_batches_in_which_articles_came_do_not_show_in_what_is_known()
    {
        ArticleReading[] readings = [.. Enumerable.Range(0, 30).Select(i => Article($"article {i}", $"2023-0{1 + (i % 9)}").Read(Agreement($"JPN S{i % 5}"), Obligation($"S{i % 3}", "USA")))];
        var answers = new List<string>();
        foreach (int batch in new[] { 1, 7, 30 })
            foreach (bool isShuffled in new[] { false, true })
            {
                StartAnew();
                var order = isShuffled ? readings.OrderBy(r => r.Article.Id, StringComparer.Ordinal).Concat(readings.Take(5)) : readings;
                foreach (var chunk in order.Chunk(batch))
                    writer.Append(chunk);
                var lines = ClaimsNow().Select(c => $"{c.Id} {c.ArticleId} {c.Reported} {ClaimJson.Write(c.Claim)}").Concat(NowTies());
                answers.Add(string.Join('\n', lines.Order(StringComparer.Ordinal)));
            }
        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_changes_no_byte_of_the_record(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        string Fill()
        {
            clock.Now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
            writer.Append([Article("I i ı İ", "2023-01").Read(Agreement("JPN USA", "2023-01-11"), Figure("ITA", 1234.5))]);
            writer.Withdraw(Article("I i ı İ", "2023-01").Id, "a hoax");
            Assert.Empty(ledger.Verify());
            return Chain();
        }
        try
        {
            string expected = Fill();
            StartAnew();
            System.Globalization.CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, Fill());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private void TiesAreThoseOfTheClaims(string? day, DateTimeOffset? instant)
    {
        using var view = ledger.AsOf(day is null ? null : Day(day)).KnownOn(instant);
        Assert.Equal(view.Claims(new()).NaiveTies(), view.NamedTies());
    }

    [Fact]
    public void Copies_of_one_text_have_one_origin_named_by_the_one_taken_in_first()
    {
        string[] ids = Taken("alpha", "beta", "gamma", "delta");
        writer.Match([], [[ids[3], ids[0], ids[1]]]);
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal([ids[0], ids[0], ids[2], ids[0]], ids.Select(view.Origins.Of));
        Assert.Equal([ids[0], ids[1], ids[3]], view.Origins.CopiesOf(ids[3]));
        Assert.Equal(2, view.Origins.Count(ids));
    }

    [Fact]
    public void An_origin_is_told_from_what_was_known_and_a_withdrawn_copy_is_none()
    {
        string[] ids = Taken("alpha", "beta");
        var before = clock.Now;
        clock.Go(TimeSpan.FromHours(1));
        string late = Taken("gamma")[0];
        writer.Match([], [[ids[0], ids[1], late]]);
        using (var view = ledger.AsOf(null).KnownOn(before))
            Assert.Equal([ids[0], ids[1]], view.Origins.CopiesOf(ids[0]));
        writer.Withdraw(ids[0], "a hoax");
        using (var view = ledger.AsOf(null).KnownNow())
            Assert.Equal([ids[1], late], view.Origins.CopiesOf(late));
        writer.Withdraw(late, "a hoax");
        using (var view = ledger.AsOf(null).KnownNow())
            Assert.True(view.Origins.IsEmpty);
    }

    [Fact]
    public void Matches_may_be_made_again_and_change_no_entry()
    {
        string[] ids = Taken("alpha", "beta");
        long entries = ledger.Entries().Count();
        writer.Match([(ids[0], new byte[] { 1 }), (ids[1], new byte[] { 2 })], [ids]);
        Assert.Equal([1, 2], writer.Fingerprints().Select(f => (int)f.Fingerprint!.Value.Span[0]));
        writer.Match([(ids[0], new byte[] { 3 })], []);
        Assert.Equal([3, 2], writer.Fingerprints().Select(f => (int)f.Fingerprint!.Value.Span[0]));
        using (var view = ledger.AsOf(null).KnownNow())
            Assert.True(view.Origins.IsEmpty);
        Assert.Equal(entries, ledger.Entries().Count());
        Assert.Empty(ledger.Verify());
    }

    private string[] Taken(params string[] names)
    {
        writer.Append([.. names.Select(n => Article(n).Read(Agreement("JPN USA")))]);
        return [.. names.Select(n => Article(n).Id)];
    }
}
