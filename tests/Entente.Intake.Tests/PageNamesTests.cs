using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What users found wrong in the names that pages and feeds give themselves.</summary>
public sealed class PageNamesTests : IDisposable
{
    private const string Story = "<p>Norway and Poland signed an agreement on Tuesday to share radar data from the Baltic Sea, their defence ministers said after talks in Warsaw.</p>"
        + "<p>The agreement takes effect once both parliaments have approved it, which the ministers expected before the end of the year.</p>"
        + "<p>\"We will see the same picture at the same time,\" the Norwegian minister told reporters, and her Polish colleague agreed with her on that.</p>";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_headline_of_a_card_beside_the_story_is_not_the_pages() => Assert.Equal("Radar data for two",
        Page($"""<title>Radar data for two</title><meta property="og:title" content="Radar data for two">""", $"""<h1>Radar data for two</h1>{Story}<div class="card"><h2 itemprop="headline">A long talk with two engineers about ferries and fog</h2></div>""").Title);

    [Theory]
    [InlineData("Sportsnet.ca", "Sportsnet.ca")]
    [InlineData("The Harbour Gazette", "The Harbour Gazette")]
    [InlineData("www.example.com", null)]
    [InlineData("example.com", null)]
    [InlineData("U.S.", null)]
    public void A_name_may_hold_a_dot_and_an_address_is_no_name(string stated, string? outlet) => Assert.Equal(outlet, Page($"""<meta property="og:site_name" content="{stated}">""", Story).Outlet);

    [Fact]
    public void A_day_under_a_picture_is_not_the_day_of_the_story() => Assert.Equal("2019-11-19",
        Page("""<meta property="article:published_time" content="2019-11-19T21:57:01Z">""",
            $"""<h1>Radar data for two</h1><figure><img src="a.jpg"><figcaption>The two ministers of defence shake hands before their talks in the old castle of Warsaw, Poland, November 18, 2019. REUTERS/Jane Roe</figcaption></figure>{Story}""").Published?.Text);

    [Theory]
    [InlineData("Harbour Gazette", "Harbour Gazette")]
    [InlineData("World | Harbour Gazette", null)]
    public void A_feed_that_names_its_outlet_alone_names_that_of_its_stories(string title, string? outlet)
    {
        string text = string.Concat(Enumerable.Repeat("&lt;p&gt;Norway and Poland signed an agreement on Tuesday to share radar data from the Baltic Sea.&lt;/p&gt;", 6));
        string feed = $"<rss version=\"2.0\"><channel><title>{title}</title><item><title>Radar data for two</title><description>{text}</description></item></channel></rss>";
        Assert.Equal(outlet, Take(folder.Write("a.rss", System.Text.Encoding.UTF8.GetBytes(feed))).Outlet);
    }

    private Article Page(string head, string body) =>
        Take(folder.Write("a.html", System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html lang=\"en\"><head>{head}</head><body><article>{body}</article></body></html>")));

    private static Article Take(string path) => Assert.Single(new ArticleFeed(TextCleaner.Load(Repository.ReadData)).ReadFile(path)).Article!;
}
