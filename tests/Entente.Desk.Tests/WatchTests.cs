using System.Globalization;
using Entente.Desk;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Two outlets are followed: what is new comes into the record once, however the evening goes.</summary>
public sealed class WatchTests(WatchTests.Shared shared) : IClassFixture<WatchTests.Shared>, IDisposable
{
    private const string Treaty = "Japan and Britain signed a reciprocal access agreement in London on Wednesday.";
    private const string Pact = "France and Poland signed a mutual defence pact in Warsaw on Thursday.";
    private const string Talks = "India and Kenya signed a trade agreement in Nairobi on Friday.";

    private readonly Newsstand stand = new();
    private readonly TemporaryFolder folder = shared.Folder;
    private readonly List<WatchedFeed> told = [];

    public void Dispose()
    {
        stand.Dispose();
        foreach (string file in Directory.GetFiles(folder.Root))
            File.Delete(file);
    }

    [Fact]
    public async Task The_first_round_takes_two_articles_the_second_nothing_and_the_third_the_new_one()
    {
        Publish("harbour", "treaty", Treaty);
        Publish("plain", "pact", Pact);
        stand.PutVersion("harbour.example/feed", "\"h1\"", Rss(Item("harbour", "treaty", "<title>Signed in London</title><pubDate>Wed, 27 Mar 2024 18:00:00 GMT</pubDate>")));
        stand.PutVersion("plain.example/feed", "\"p1\"", Rss(Item("plain", "pact")));
        Assert.Equal((2, 0), Counts(await RoundAsync()));
        Assert.Equal([Pact, Treaty], Texts());

        Assert.Equal((0, 0), Counts(await RoundAsync(TimeSpan.FromHours(1))));
        Assert.Equal(["\"h1\"", "\"p1\""], stand.Asked.TakeLast(2).Select(a => a.Header("If-None-Match")).Order());

        Publish("harbour", "talks", Talks);
        stand.PutVersion("harbour.example/feed", "\"h2\"", Rss(Item("harbour", "talks"), Item("harbour", "treaty")));
        Assert.Equal((1, 0), Counts(await RoundAsync(TimeSpan.FromHours(1))));
        Assert.Equal([Pact, Talks, Treaty], Texts());
        Assert.Equal(3, stand.Asked.Count(a => a.Path.StartsWith("/news/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_article_knows_its_address_and_what_its_feed_says_of_it()
    {
        Publish("harbour", "treaty", Treaty);
        stand.Put("harbour.example/feed", Rss(Item("harbour", "treaty", "<title>Signed in London</title><pubDate>Wed, 27 Mar 2024 18:00:00 EST</pubDate><author>desk@harbour.example (Ana Petrov)</author>")));
        await RoundAsync();
        var article = Articles().Single();
        Assert.Equal(("Signed in London", "2024-03-27", stand.Url("harbour.example/news/treaty")), (article.Title, article.Published?.Text, article.Url));
        Assert.Equal(["Ana Petrov"], article.Authors);
    }

    [Fact]
    public async Task The_story_of_a_page_comes_without_what_stands_around_it()
    {
        stand.Put("harbour.example/news/treaty", $"<html><body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><p>{Treaty}</p><p>{Pact}</p><p>{Talks}</p></article></body></html>", "Content-Type: text/html; charset=utf-8");
        stand.Put("harbour.example/feed", Rss(Item("harbour", "treaty")));
        Assert.Equal((1, 0), Counts(await RoundAsync()));
        Assert.Equal([$"{Treaty}\n\n{Pact}\n\n{Talks}"], Texts());
    }

    [Fact]
    public async Task An_item_that_holds_its_story_is_not_fetched()
    {
        string story = string.Join(" ", Enumerable.Repeat(Treaty, 6));
        stand.Put("harbour.example/feed", Rss(Item("harbour", "treaty", $"<description>{story}</description>")));
        Assert.Equal((1, 0), Counts(await RoundAsync()));
        Assert.Equal([story], Texts());
        Assert.DoesNotContain(stand.Asked, a => a.Path.StartsWith("/news/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_dies_between_storing_and_marking_stores_nothing_twice()
    {
        Publish("harbour", "treaty", Treaty);
        Publish("harbour", "pact", Pact);
        stand.Put("harbour.example/feed", Rss(Item("harbour", "treaty"), Item("harbour", "pact")));
        await RoundAsync();
        // As if nothing had been marked: the worst that a kill can leave.
        File.Delete(folder.PathOf("state.json"));
        var report = await RoundAsync();
        Assert.Equal((0, 2), (report.Taken, report.Known));
        Assert.Equal([Pact, Treaty], Texts());
    }

    [Fact]
    public async Task What_an_outlet_forbids_or_lost_is_told_once_and_the_rest_is_taken()
    {
        stand.Put("harbour.example/robots.txt", "User-agent: *\nDisallow: /news/secret");
        Publish("harbour", "treaty", Treaty);
        stand.Put("harbour.example/feed", Rss(Item("harbour", "secret"), Item("harbour", "lost"), "<item><guid isPermaLink=\"false\">x</guid><title>Nowhere</title></item>",
            "<item><link>http://169.254.169.254/latest/meta-data/</link></item>", Item("harbour", "treaty")));
        var report = await RoundAsync();
        Assert.Equal(["ENT0131", "ENT0132", "ENT0121", "ENT0130"], report.SetAside.Select(f => f.Code));
        Assert.Equal([Treaty], Texts());
        Assert.Equal((0, 0), Counts(await RoundAsync(TimeSpan.FromHours(1))));
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_and_its_items_come_when_it_has_time()
    {
        Publish("harbour", "treaty", Treaty);
        stand.Put("harbour.example/news/pact", 429, "", "Retry-After: 7200");
        stand.PutVersion("harbour.example/feed", "\"h1\"", Rss(Item("harbour", "pact"), Item("harbour", "treaty")));
        Assert.Equal((0, 1), Counts(await RoundAsync()));
        Publish("harbour", "pact", Pact);
        Assert.Equal((0, 0), Counts(await RoundAsync(TimeSpan.FromMinutes(119))));
        Assert.Equal((2, 0), Counts(await RoundAsync(TimeSpan.FromMinutes(2))));
    }

    [Fact]
    public async Task A_round_takes_no_more_than_it_is_told_to_and_the_next_goes_on()
    {
        foreach (string name in new[] { "treaty", "pact", "talks" })
            Publish("harbour", name, name == "treaty" ? Treaty : name == "pact" ? Pact : Talks);
        stand.PutVersion("harbour.example/feed", "\"h1\"", Rss(Item("harbour", "treaty"), Item("harbour", "pact"), Item("harbour", "talks")));
        Assert.Equal((2, 0), Counts(await RoundAsync(most: 2)));
        Assert.Equal((1, 0), Counts(await RoundAsync(TimeSpan.FromHours(1), most: 2)));
    }

    [Fact]
    public async Task Watching_goes_on_round_by_round_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        Publish("harbour", "treaty", Treaty);
        stand.Put("harbour.example/feed", Rss(Item("harbour", "treaty")));
        var report = await WatchAsync(Options() with { Once = false }, feed =>
        {
            told.Add(feed);
            if (told.Count == 5)
                stop.Cancel();
        }, stop.Token);
        Assert.Equal((1, 0), Counts(report));
        Assert.Equal([1, 0, 0, 0, 0], told.Select(t => t.New));
        // A quarter of an hour at first, then twice as long each time that nothing is new.
        Assert.Equal([15, 30, 60, 120], told.Zip(told.Skip(1), (a, b) => (int)Math.Round((b.Next - a.Next)!.Value.TotalMinutes / 2)));
    }

    [Fact]
    public async Task A_list_that_is_none_is_refused()
    {
        foreach (var (name, code) in new[] { ("none.opml", "ENT0101"), (folder.Write("page.opml", "<html></html>"), "ENT0123") })
            Assert.Equal(code, (await Assert.ThrowsAsync<EntenteException>(() => WatchAsync(Options() with { List = name }, told.Add, CancellationToken.None))).Fault.Code);
    }

    private void Publish(string outlet, string name, string text) => stand.Put($"{outlet}.example/news/{name}", text, "Content-Type: text/plain");

    private string Item(string outlet, string name, string more = "") => $"<item><link>{stand.Url($"{outlet}.example/news/{name}")}</link>{more}</item>";

    private static string Rss(params string[] items) => $"<rss><channel><title>News</title>{string.Concat(items)}</channel></rss>";

    private async Task<TakeInReport> RoundAsync(TimeSpan after = default, int most = int.MaxValue)
    {
        shared.Clock.Move(after);
        return await WatchAsync(Options() with { Most = most }, told.Add, TestContext.Current.CancellationToken);
    }

    private Task<TakeInReport> WatchAsync(WatchOptions options, Action<WatchedFeed> tell, CancellationToken stop) =>
        shared.Desk.WatchAsync(options, tell, stop);

    private WatchOptions Options() => new(ListPath(), folder.PathOf("state.json"), "Entente/1.0", Once: true, TimeSpan.FromMinutes(15), int.MaxValue) { Guard = stand.Guard };

    private string ListPath() => folder.Write("feeds.txt", string.Join("\n", new[] { "harbour", "plain" }.Select(o => stand.Url($"{o}.example/feed")).Where((_, i) => i == 0 || stand.Has("plain.example/feed"))));

    private static (int Taken, int SetAside) Counts(TakeInReport report) => (report.Taken, report.SetAside.Count);

    private IEnumerable<string> Texts() => Articles().Select(a => a.Text).Order(StringComparer.Ordinal);

    private List<Article> Articles()
    {
        using var ledger = SqliteLedger.Open(folder.PathOf("news.db"));
        using var view = ledger.AsOf(null).KnownOn(null);
        return [.. view.Articles()];
    }

    /// <summary>One desk for all tests, for its models take seconds to load; each test has a record and a state of its own.</summary>
    public sealed class Shared : IDisposable
    {
        public Shared() => Desk = new(new DataFolder(Repository.PathOf("data")), Folder.PathOf("news.db"), Clock);

        internal TemporaryFolder Folder { get; } = new();

        internal JumpingClock Clock { get; } = new(DateTimeOffset.Parse("2024-03-29T12:00:00Z", CultureInfo.InvariantCulture));

        internal LocalDesk Desk { get; }

        public void Dispose() => Folder.Dispose();
    }
}
