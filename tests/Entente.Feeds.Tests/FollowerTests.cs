using System.Globalization;
using Entente.Feeds;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>A feed is asked only when it is due, says only what is new, and nothing is lost when the program dies.</summary>
public sealed class FollowerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2024-03-29T12:00:00Z", CultureInfo.InvariantCulture);

    private static readonly string[] NotDue = ["(not due)"];

    private readonly Newsstand stand = new();
    private readonly JumpingClock clock = new(Noon);
    private readonly TemporaryFolder folder = new();

    private string Feed => stand.Url("one.example/feed");

    public void Dispose()
    {
        stand.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_feed_is_asked_with_the_version_that_we_have_and_what_is_done_with_is_not_new_again()
    {
        stand.PutVersion("one.example/feed", "\"1\"", Rss("a", "b"));
        Assert.Equal(["a", "b"], await RoundAsync());
        Assert.Empty(await RoundAsync(TimeSpan.FromHours(1)));
        Assert.Equal("\"1\"", stand.Asked.Last().Header("If-None-Match"));
        stand.PutVersion("one.example/feed", "\"2\"", Rss("c", "a", "b"));
        Assert.Equal(["c"], await RoundAsync(TimeSpan.FromHours(2)));
    }

    [Fact]
    public async Task A_feed_that_is_not_due_is_left_alone()
    {
        stand.Put("one.example/feed", Rss("a"), "Cache-Control: max-age=7200");
        await RoundAsync();
        Assert.Equal(NotDue, await RoundAsync(TimeSpan.FromMinutes(119)));
        Assert.Empty(await RoundAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task Items_that_were_not_marked_come_again_whatever_the_server_says_of_versions()
    {
        stand.PutVersion("one.example/feed", "\"1\"", Rss("a", "b", "c"));
        using (var follower = New())
        {
            var polled = await follower.PollAsync(Feed, TestContext.Current.CancellationToken);
            follower.Mark(Feed, polled.New[0]);
            // Killed here: the poll was not finished.
        }
        using (var follower = New())
        {
            var polled = await follower.PollAsync(Feed, TestContext.Current.CancellationToken);
            Assert.Equal(["b", "c"], polled.New.Select(i => i.Id));
            follower.Mark(Feed, polled.New[0]);
            follower.Finish(polled, isWhole: false);
        }
        Assert.Equal(["c"], await RoundAsync(TimeSpan.FromHours(1)));
        Assert.Empty(await RoundAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says_and_an_ill_one_later_and_later()
    {
        stand.Put("one.example/feed", 429, "", "Retry-After: 3600");
        Assert.Equal("ENT0132", await FaultAsync());
        Assert.Equal(TimeSpan.FromHours(1), Due() - clock.GetUtcNow());
        stand.Put("one.example/feed", 500, "");
        clock.Move(TimeSpan.FromHours(1));
        Assert.Equal("ENT0132", await FaultAsync());
        var first = Due() - clock.GetUtcNow();
        clock.Move(first);
        await FaultAsync();
        Assert.InRange(Due() - clock.GetUtcNow(), first * 1.3, first * 3);
    }

    [Fact]
    public async Task A_feed_that_moved_for_good_is_asked_at_its_new_place_and_one_that_moved_for_now_at_its_old()
    {
        stand.Put("one.example/feed", 301, "", "Location: /moved");
        stand.Put("one.example/moved", Rss("a"));
        await RoundAsync();
        stand.Put("one.example/moved", 302, "", "Location: /today");
        stand.Put("one.example/today", Rss("a", "b"));
        await RoundAsync(TimeSpan.FromHours(1));
        await RoundAsync(TimeSpan.FromHours(1));
        Assert.Equal(["/feed", "/moved", "/moved", "/today", "/moved", "/today"], stand.Asked.Select(a => a.Path).Where(p => p != "/robots.txt"));
    }

    [Fact]
    public async Task A_move_that_leads_nowhere_is_taken_back()
    {
        stand.Put("one.example/feed", 301, "", "Location: /moved");
        stand.Put("one.example/moved", Rss("a"));
        await RoundAsync();
        stand.Put("one.example/moved", 404, "");
        for (int i = 0; i < 3; i++)
        {
            clock.Move(TimeSpan.FromDays(1));
            Assert.Equal("ENT0132", await FaultAsync());
        }
        stand.Put("one.example/feed", Rss("b"));
        Assert.Equal(["b"], await RoundAsync(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_asked_no_more()
    {
        stand.Put("one.example/feed", 410, "");
        Assert.Equal("ENT0134", await FaultAsync());
        clock.Move(TimeSpan.FromDays(365));
        using var follower = New();
        Assert.Empty(follower.Due());
        Assert.Null(follower.NextDue());
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_feed_is_a_fault()
    {
        stand.Put("one.example/feed", "<html><body>Please log in.</body></html>", "Content-Type: text/html");
        Assert.Equal("ENT0123", await FaultAsync());
    }

    [Fact]
    public async Task Robots_txt_is_remembered_for_a_day_over_the_end_of_the_program()
    {
        stand.Put("one.example/feed", Rss("a"));
        for (int round = 0; round < 3; round++)
            await RoundAsync(TimeSpan.FromHours(11));
        Assert.Equal(1, stand.Asked.Count(a => a.Path == "/robots.txt"));
        await RoundAsync(TimeSpan.FromHours(11));
        Assert.Equal(2, stand.Asked.Count(a => a.Path == "/robots.txt"));
    }

    [Fact]
    public async Task An_item_whose_server_is_ill_is_tried_three_times()
    {
        stand.Put("one.example/feed", Rss("a"));
        stand.Put("one.example/a", 503, "");
        using var follower = New();
        var item = (await follower.PollAsync(Feed, TestContext.Current.CancellationToken)).New[0];
        for (int i = 1; i <= 3; i++)
            Assert.Equal(i == 3, (await follower.FetchAsync(Feed, item, TestContext.Current.CancellationToken)).IsFinal);
    }

    [Fact]
    public void Of_many_items_those_that_the_feed_still_shows_are_kept_longest()
    {
        var state = new FeedState();
        for (int i = 0; i < FeedState.MostSeen; i++)
            state = state.Done($"{i}");
        state = state.Showing(["9", "8", "7", "new"]).Done("new");
        Assert.Equal(["7", "8", "9", "new"], state.Seen.TakeLast(4));
        Assert.Equal(FeedState.MostSeen, state.Seen.Count);
        Assert.DoesNotContain("0", state.Seen);
    }

    [Fact]
    public void A_state_is_for_one_program_at_a_time_and_a_spoilt_one_is_told()
    {
        using (New())
            Assert.Equal("ENT0205", Assert.Throws<EntenteException>(New).Fault.Code);
        folder.Write("state.json", "{\"feeds\": 3");
        Assert.Equal("ENT0135", Assert.Throws<EntenteException>(New).Fault.Code);
    }

    /// <summary>The ids of new items, all of them marked.</summary>
    private async Task<IEnumerable<string>> RoundAsync(TimeSpan after = default)
    {
        clock.Move(after);
        using var follower = New();
        if (follower.Due().Count == 0)
            return NotDue;
        var polled = await follower.PollAsync(Feed, TestContext.Current.CancellationToken);
        Assert.Null(polled.Fault);
        MarkAll(follower, polled);
        return polled.New.Select(i => i.Id);
    }

    private void MarkAll(Follower follower, Polled polled)
    {
        foreach (var item in polled.New)
            follower.Mark(Feed, item);
        follower.Finish(polled, isWhole: true);
    }

    private async Task<string?> FaultAsync()
    {
        using var follower = New();
        Assert.NotEmpty(follower.Due());
        var polled = await follower.PollAsync(Feed, TestContext.Current.CancellationToken);
        follower.Finish(polled, isWhole: true);
        return polled.Fault?.Code;
    }

    private DateTimeOffset Due()
    {
        using var follower = New();
        return follower.NextDue()!.Value;
    }

    private Follower New() => new([new ListedFeed(Feed, null)], new(folder.PathOf("state.json"), "Entente/1.0", TimeSpan.FromMinutes(15)), stand.Guard, clock);

    private string Rss(params string[] ids) =>
        $"<rss><channel><title>Harbour Gazette</title>{string.Concat(ids.Select(id => $"<item><guid isPermaLink=\"false\">{id}</guid><link>{stand.Url($"one.example/{id}")}</link></item>"))}</channel></rss>";
}
