using Entente.Record;
using Entente.Vocabulary;
using static Entente.Tests.Sample;

namespace Entente.Tests;

/// <summary>
/// What every store of the record promises, word for word the same for each. A store derives from this class and says how to make an empty
/// ledger and how to open it again; it adds tests of its own for what only it has.
/// </summary>
public abstract partial class LedgerSuite : IDisposable
{
    private readonly SteppingClock clock = new();
    private Ledger ledger;
    private LedgerWriter writer;

    protected LedgerSuite()
    {
        ledger = MakeEmpty();
        writer = ledger.OpenWriter(clock);
    }

    protected abstract Ledger MakeEmpty();

    /// <summary>Opens what <see cref="MakeEmpty"/> made, as another program would.</summary>
    protected abstract Ledger Reopen();

    protected abstract void CleanUp();

    public void Dispose()
    {
        writer.Dispose();
        ledger.Dispose();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_was_appended_is_read_back_to_the_letter()
    {
        var article = Article("alpha", "2023-01-11");
        var reading = article.Read(Agreement("JPN USA", "2023-01-10"), Obligation("JPN", "PHL"), Meeting("KOR JPN", "2023-01"), Figure("JPN", 2.5));

        var outcome = writer.Append([reading]);

        Assert.Equal(new AppendOutcome(1, 1, 4), outcome);
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal(reading.Claims.Select(ClaimJson.Write), view.Claims(new()).Select(c => ClaimJson.Write(c.Claim)));
        Assert.All(view.Claims(new()), c => Assert.Equal((article.Id, article.Published, clock.Now, (Verdict?)null), (c.ArticleId, c.Reported, c.Known, c.Verdict)));
        var stored = view.FindArticle(article.Id)!;
        Assert.Equal((article.Id, article.Name, article.Text, article.Title, article.Outlet, article.Url, article.Published),
            (stored.Id, stored.Name, stored.Text, stored.Title, stored.Outlet, stored.Url, stored.Published));
        Assert.Equal(reading.Passed, view.PassedOver(article.Id));
        Assert.Equal(1, view.ArticleCount);
    }

    [Fact]
    public void What_was_appended_is_there_when_the_record_is_opened_again()
    {
        writer.Append([Article("alpha").Read(Agreement("JPN USA"))]);
        OpenAgain();
        Assert.Single(ClaimsNow());
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void An_article_in_which_nothing_was_found_is_kept_all_the_same()
    {
        Assert.Equal(new AppendOutcome(1, 1, 0), writer.Append([Article("quiet").Read()]));
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal(["quiet"], view.Articles().Select(a => a.Name));
        Assert.True(writer.Knows(Article("quiet").Id, Reader1));
    }

    [Fact]
    public void Every_quote_is_the_articles_own_words_at_its_offsets_whatever_the_script()
    {
        var article = Article("naïve 日本 🕊 e\u0301 \u202Eשלום\u202C line\r\nbreak") with { Title = "\0 \u2028 \"quoted\"" };
        writer.Append([article.Read(Agreement("JPN USA"), Obligation("JPN", "PHL"), Meeting("KOR JPN"), Figure("JPN", 2))]);
        using var view = ledger.AsOf(null).KnownNow();
        var stored = view.FindArticle(article.Id)!;
        Assert.Equal((article.Text, article.Title), (stored.Text, stored.Title));
        Assert.All(view.Claims(new()), c => Assert.Equal(c.Claim.Evidence.Quote, c.Claim.Evidence.Span.In(stored.Text)));
    }

    [Fact]
    public void Reading_the_same_article_again_changes_nothing()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        writer.Append([reading]);
        var before = Chain();

        var again = writer.Append([reading, reading, Article("alpha").Read(Meeting("KOR JPN"))]);

        Assert.Equal(new AppendOutcome(0, 0, 0), again);
        Assert.Equal(before, Chain());
        Assert.True(writer.Knows(reading.Article.Id, Reader1));
        Assert.False(writer.Knows(reading.Article.Id, Reader2));
    }

    [Fact]
    public void The_same_article_twice_in_one_batch_is_taken_once()
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        Assert.Equal(new AppendOutcome(1, 1, 1), writer.Append([reading, reading]));
    }

    [Fact]
    public void A_newer_reader_supersedes_and_both_readings_stay()
    {
        writer.Append([Article("alpha").Read(Reader1, Agreement("JPN USA"), Meeting("KOR JPN"))]);
        var asKnownBefore = clock.Now;
        clock.Go(TimeSpan.FromDays(30));

        Assert.Equal(new AppendOutcome(0, 1, 1), writer.Append([Article("alpha").Read(Reader2, Agreement("JPN USA KOR"))]));

        Assert.Equal(["JPN KOR USA"], Parties(ClaimsNow()));
        Assert.Equal(["JPN USA"], Parties(ClaimsKnownOn(asKnownBefore)));
        Assert.Equal(2, ClaimsKnownOn(asKnownBefore).Count);
        Assert.Equal(["JPN USA"], Parties(ClaimsKnownOn(clock.Now.AddMicroseconds(-1))));
        Assert.Equal(["JPN KOR USA"], Parties(ClaimsKnownOn(clock.Now)));
        Assert.Equal(2, ledger.Entries().Count(e => e.Kind == EntryKind.Reading));
    }

    [Fact]
    public void A_reader_that_was_superseded_may_come_back_and_supersede_in_turn()
    {
        foreach (var reader in new[] { Reader1, Reader2, Reader1 })
            Assert.Equal(1, writer.Append([Article("alpha").Read(reader, Agreement(reader == Reader1 ? "JPN USA" : "JPN KOR"))]).Readings);
        Assert.Equal(["JPN USA"], Parties(ClaimsNow()));
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void A_withdrawn_article_leaves_views_from_then_on_and_stays_in_earlier_ones()
    {
        var (gone, stays) = (Article("gone").Read(Agreement("JPN USA")), Article("stays").Read(Agreement("KOR USA")));
        writer.Append([gone, stays]);
        var asKnownBefore = clock.Now;
        clock.Go(TimeSpan.FromHours(1));

        writer.Withdraw(gone.Article.Id, "a hoax");

        using (var view = ledger.AsOf(null).KnownNow())
        {
            Assert.Equal(["KOR USA"], Parties([.. view.Claims(new())]));
            Assert.Equal(["stays"], view.Articles().Select(a => a.Name));
            Assert.Equal(1, view.ArticleCount);
            Assert.Single(view.NamedTies());
            Assert.Empty(view.PassedOver(gone.Article.Id));
        }
        using var earlier = ledger.AsOf(null).KnownOn(asKnownBefore);
        Assert.Equal(["JPN USA", "KOR USA"], Parties([.. earlier.Claims(new())]));
        Assert.Equal(2, earlier.ArticleCount);
        Assert.Equal(2, earlier.NamedTies().Count);
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void Taking_a_folder_in_again_does_not_bring_a_withdrawn_article_back()
    {
        var reading = Article("gone").Read(Agreement("JPN USA"));
        writer.Append([reading]);
        writer.Withdraw(reading.Article.Id, "a hoax");
        var before = Chain();

        Assert.Equal(new AppendOutcome(0, 0, 0), writer.Append([reading]));
        Assert.Equal(new AppendOutcome(0, 0, 0), writer.Append([reading with { Reader = Reader2 }]));

        Assert.True(writer.Knows(reading.Article.Id, Reader2));
        Assert.Equal(before, Chain());
        Assert.Empty(ClaimsNow());
    }

    [Fact]
    public void An_article_that_is_not_there_cannot_be_withdrawn()
    {
        var fault = Assert.Throws<EntenteException>(() => writer.Withdraw("nothing", "a slip")).Fault;
        Assert.Equal("ENT0207", fault.Code);
        Assert.Empty(ledger.Entries());
    }

    [Fact]
    public void A_quote_that_is_not_the_articles_is_refused_and_nothing_is_written()
    {
        var good = Article("good").Read(Agreement("KOR USA"));
        var fault = Assert.Throws<EntenteException>(() => writer.Append([good, Article("bad").Read(Agreement("JPN USA"), Misquoted("JPN USA"))])).Fault;
        Assert.Equal("ENT0203", fault.Code);
        Assert.Empty(ledger.Entries());
        Assert.Equal(new AppendOutcome(1, 1, 1), writer.Append([good]));
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(5, 5)]
    [InlineData(7, 6)]
    [InlineData(0, 100_000)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void A_quote_outside_the_text_or_of_no_length_is_refused(int start, int end)
    {
        var reading = Article("alpha").Read(Agreement("JPN USA"));
        var claim = reading.Claims[0] with { Evidence = new(new(start, end), "") };
        Assert.Equal("ENT0203", Assert.Throws<EntenteException>(() => writer.Append([reading with { Claims = [claim] }])).Fault.Code);
        Assert.Empty(ledger.Entries());
    }

    [Fact]
    public void A_batch_is_all_or_nothing()
    {
        var list = new BreakingList([Article("one").Read(Agreement("JPN USA")), Article("two").Read(Agreement("KOR USA"))]);
        Assert.Throws<InvalidOperationException>(() => writer.Append(list));
        Assert.Empty(ledger.Entries());
        Assert.Empty(ClaimsNow());
        Assert.Equal(new AppendOutcome(2, 2, 2), writer.Append([.. list.Whole]));
        Assert.Equal(["JPN USA", "KOR USA"], NowTies().Select(t => t[..7]));
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void A_clock_that_steps_back_or_stands_still_never_makes_the_record_go_back()
    {
        foreach (double hours in new[] { 0, 0, -5, 1, -200, 300, 0, -1 })
        {
            clock.Go(TimeSpan.FromHours(hours));
            writer.Append([Article($"{ledger.Entries().Count()}").Read(Agreement("JPN USA"))]);
        }
        var known = ledger.Entries().Where(e => e.Kind == EntryKind.Reading).Select(e => e.Known).ToList();
        Assert.Equal(8, known.Count);
        Assert.True(known.Zip(known.Skip(1)).All(k => k.First < k.Second), string.Join(", ", known));
        Assert.Empty(ledger.Verify());
    }

    [Fact]
    public void An_instant_of_the_past_never_gets_a_second_answer_even_where_the_clock_stands_still()
    {
        writer.Append([Article("one").Read(Agreement("JPN USA"))]);
        var instant = ledger.Entries().Last().Known;
        writer.Append([Article("two").Read(Agreement("KOR USA"))]);
        clock.Go(TimeSpan.FromHours(-3));
        writer.Withdraw(Article("one").Id, "a hoax");
        Assert.Equal(["JPN USA"], Parties(ClaimsKnownOn(instant)));
        Assert.Equal(["KOR USA"], Parties(ClaimsNow()));
    }

    [Fact]
    public void Entries_chain_from_the_first_and_count_without_a_gap()
    {
        writer.Append([Article("one").Read(Agreement("JPN USA")), Article("two").Read()]);
        writer.Decide(new(Article("one").Read(Agreement("JPN USA")).IdOf(), Verdict.Reject, "an analyst", "no such pact"));
        writer.Withdraw(Article("two").Id, "a hoax");
        byte[] before = Entry.Genesis;
        long seq = 0;
        foreach (var entry in ledger.Entries())
        {
            Assert.Equal(++seq, entry.Seq);
            Assert.Equal(Entry.HashOf(before, entry.Seq, entry.Known, entry.Kind, entry.Subject, entry.Body), entry.Hash);
            before = entry.Hash;
        }
        Assert.Equal([EntryKind.Article, EntryKind.Reading, EntryKind.Article, EntryKind.Reading, EntryKind.Decision, EntryKind.Withdrawal], ledger.Entries().Select(e => e.Kind));
        Assert.Equal([5, 6], ledger.Entries(4).Select(e => e.Seq));
    }

    [Fact]
    public void Two_records_that_took_the_same_in_by_the_same_clock_have_the_same_chain()
    {
        string first = Fill();
        StartAnew();
        Assert.Equal(first, Fill());

        string Fill()
        {
            clock.Now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
            for (int i = 0; i < 5; i++)
                writer.Append([Article($"article {i}", "2023-01").Read(Agreement("JPN USA"), Meeting("KOR JPN"))]);
            return Chain();
        }
    }

    private void OpenAgain()
    {
        writer.Dispose();
        ledger.Dispose();
        ledger = Reopen();
        writer = ledger.OpenWriter(clock);
    }

    private void StartAnew()
    {
        writer.Dispose();
        ledger.Dispose();
        CleanUp();
        ledger = MakeEmpty();
        writer = ledger.OpenWriter(clock);
    }

    /// <summary>Stands for the whole record: the last hash covers every entry before.</summary>
    private string Chain() => string.Join('\n', ledger.Entries().Select(e => $"{e.Seq} {Convert.ToHexString(e.Hash)}"));

    private List<RecordedClaim> ClaimsNow() => Claims(null, null, new());

    private List<RecordedClaim> ClaimsKnownOn(DateTimeOffset instant) => Claims(null, instant, new());

    private List<RecordedClaim> Claims(string? day, DateTimeOffset? instant, ClaimFilter filter)
    {
        using var view = ledger.AsOf(day is null ? null : Day(day)).KnownOn(instant);
        return [.. view.Claims(filter)];
    }

    private List<string> NowTies()
    {
        using var view = ledger.AsOf(null).KnownNow();
        return view.NamedTies();
    }

    private static IEnumerable<string> Parties(IEnumerable<RecordedClaim> claims) => claims.Select(c => c.Claim).OfType<AgreementClaim>().Select(a => string.Join(' ', a.Parties));

    /// <summary>Is walked once without trouble (the check of the evidence) and breaks the second time, after its first reading went in.</summary>
    private sealed class BreakingList(ArticleReading[] whole) : IReadOnlyList<ArticleReading>
    {
        private int walks;

        public ArticleReading[] Whole => whole;

        public int Count => whole.Length;

        public ArticleReading this[int index] => whole[index];

        public IEnumerator<ArticleReading> GetEnumerator()
        {
            bool breaks = ++walks == 2;
            yield return whole[0];
            if (breaks)
                throw new InvalidOperationException("The feed broke off.");
            yield return whole[1];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
