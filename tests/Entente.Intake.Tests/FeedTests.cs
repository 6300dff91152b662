using System.Diagnostics;
using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Feeds are read as outlets really write them, and what is hidden in them does nothing.</summary>
public sealed class FeedTests : IDisposable
{
    private static readonly string Sentence = "Japan and Britain signed a reciprocal access agreement in London on Wednesday, officials of both states said. ";
    private static readonly string Story = string.Concat(Enumerable.Repeat(Sentence, 6)).Trim();

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(TextCleaner.Load(Repository.ReadData));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_item_of_RSS_2_tells_its_address_title_author_and_day()
    {
        var item = Assert.Single(Read("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Gazette</title><link>https://harbour.example/</link>
            <item><media:title>A picture</media:title><title>Treaty &amp;amp; toast</title><link>https://harbour.example/treaty</link><guid isPermaLink="false">h-17</guid>
            <dc:creator>Ana Petrov</dc:creator><pubDate>Wed, 11 Jan 2023 21:30:00 EST</pubDate><description>A teaser.</description><media:description>A ship.</media:description></item></channel></rss>
            """).Items);
        Assert.Equal(("h-17", "https://harbour.example/treaty", "Treaty & toast", "2023-01-11", false), (item.Id, item.Link, item.Title, item.Published?.Text, item.HasStory));
        Assert.Equal(["Ana Petrov"], item.Authors);
    }

    [Fact]
    public void An_entry_of_Atom_tells_the_same_and_its_links_are_made_whole()
    {
        var item = Assert.Single(Read("""
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://plain.example/world/"><a:title>Plain Wire</a:title><a:entry xml:base="2023/"><a:id>tag:plain.example,2023:4</a:id>
            <a:title type="html">Treaty &amp;lt;b&amp;gt;signed</a:title><a:link rel="enclosure" href="sound.mp3"/><a:link rel="alternate" href="treaty?a=1&b=2"/><a:author><a:name>J. Lindqvist</a:name><a:email>j@plain.example</a:email></a:author>
            <a:published>2023-01-11T23:30:00-05:00</a:published><a:updated>2023-01-13T01:00:00Z</a:updated></a:entry></a:feed>
            """).Items);
        Assert.Equal(("tag:plain.example,2023:4", "https://plain.example/world/2023/treaty?a=1&b=2", "2023-01-11", "2023-01-13"), (item.Id, item.Link, item.Published?.Text, item.Modified?.Text));
        Assert.Equal(["J. Lindqvist"], item.Authors);
    }

    [Fact]
    public void Items_of_RSS_1_stand_beside_their_channel()
    {
        var read = Read("""
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
            <channel rdf:about="https://old.example/"><title>Old Times</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
            <item rdf:about="https://old.example/1"><title>One</title><dc:date>2023-01</dc:date></item><item rdf:about="https://old.example/2"><title>Two</title></item></rdf:RDF>
            """);
        Assert.Equal(("Old Times", TimeSpan.FromHours(6)), (read.Title, read.Pause));
        Assert.Equal(["https://old.example/1", "https://old.example/2"], read.Items.Select(i => i.Link));
        Assert.Equal("2023-01", read.Items[0].Published?.Text);
    }

    [Theory]
    [InlineData("Wed, 11 Jan 2023 21:30:00 EST", "2023-01-11")]
    [InlineData("Wed, 11 Jan 2023 23:59:00 EDT", "2023-01-11")]
    [InlineData("11 Jan 23 09:30 GMT", "2023-01-11")]
    [InlineData("1 September 1999", "1999-09-01")]
    [InlineData("Sun, 1 Jan 95 00:00:00 UT", "1995-01-01")]
    [InlineData("Wednesday, January 11, 2023 9:30 AM", "2023-01-11")]
    [InlineData("11-Jan-2023", "2023-01-11")]
    [InlineData("2023-01-11T23:30:00-05:00", "2023-01-11")]
    [InlineData("2023-01-11 23:30:00 +0900", "2023-01-11")]
    [InlineData("2023", "2023")]
    [InlineData("31 Feb 2023", null)]
    [InlineData("yesterday", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void A_date_is_the_day_that_is_written(string text, string? day) => Assert.Equal(day, FeedDate.DayOf(text)?.Text);

    [Theory]
    [InlineData("<item><title>Ships & boats &nbsp;&bogus; R&D</title></item>", "Ships & boats &bogus; R&D")]
    [InlineData("<item><title><![CDATA[Ships <b>&amp;</b> boats]]></title></item>", "Ships & boats")]
    [InlineData("<item><title>Ships &lt;b&gt;and&lt;/b&gt; boats</title></item>", "Ships and boats")]
    [InlineData("<item><title>Ships <b>and</b> boats</title></item>", "Ships and boats")]
    [InlineData("<item><title>\n  Ships\n  and boats </title></item>", "Ships and boats")]
    [InlineData("<item><title>Ships < boats</title></item>", "Ships < boats")]
    [InlineData("<item><title>Ships<link>https://harbour.example/1</link>", "Ships")]
    public void Markup_that_no_parser_of_XML_would_take_is_read(string items, string title) =>
        Assert.StartsWith(title, Read($"  warning on line 1\n<rss><channel>{items}</channel></rss>").Items[0].Title);

    [Fact]
    public void An_item_without_id_is_known_by_its_address_and_one_without_that_by_its_title() =>
        Assert.Equal(["https://harbour.example/1", "Ships", "https://harbour.example/2"], Read("""
            <rss><channel><item><link>https://harbour.example/1</link><title>Boats</title></item><item><title>Ships</title></item><item><guid>https://harbour.example/2</guid></item><item></item></channel></rss>
            """).Items.Select(i => i.Id));

    [Fact]
    public void What_a_feed_asks_of_those_who_follow_it_is_read()
    {
        var read = Read("<rss><channel><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>77</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays></channel></rss>");
        Assert.Equal(TimeSpan.FromMinutes(90), read.Pause);
        Assert.Equal([0, 5], read.SkippedHours.Order());
        Assert.Equal([DayOfWeek.Sunday], read.SkippedDays);
    }

    [Theory]
    [InlineData("<content:encoded><![CDATA[<p>{0}</p>]]></content:encoded>")]
    [InlineData("<description>&lt;p&gt;{0}&lt;/p&gt;</description>")]
    [InlineData("<description>{0}</description>")]
    [InlineData("<description>A teaser.</description><content:encoded>&lt;div&gt;{0}&lt;br/&gt;&lt;br/&gt;&lt;/div&gt;</content:encoded>")]
    [InlineData("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{0}</p></div></content>")]
    [InlineData("<content type=\"text\">{0}</content>")]
    public void The_story_of_an_item_is_plain_text(string content)
    {
        string path = folder.Write("harbour.rss", $"<rss><channel><item><link>https://harbour.example/1</link><title>Treaty</title>{content.Replace("{0}", Story, StringComparison.Ordinal)}</item></channel></rss>");
        var article = Assert.Single(feed.ReadFile(path)).Article!;
        Assert.Equal((Story, "Treaty", "https://harbour.example/1", "https://harbour.example/1"), (article.Text, article.Title, article.Url, article.Name));
    }

    [Fact]
    public void Items_that_only_point_to_a_story_are_told_once_with_their_number()
    {
        string path = folder.Write("harbour.atom", $"<feed><entry><id>1</id><title>A</title></entry><entry><id>2</id><content>{Story}</content></entry><entry><id>3</id><summary>Soon.</summary></entry></feed>");
        var all = feed.ReadFile(path).ToList();
        Assert.Equal([Story], all.Select(t => t.Article?.Text).OfType<string>());
        Assert.Equal(("ENT0136", "2 of 3 items with a teaser only"), (all[^1].SetAside!.Code, all[^1].SetAside!.Found));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("iso-8859-1", "utf-8")]
    [InlineData("utf-8", "windows-1252")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16", "utf-16BE")]
    public void The_bytes_are_believed_before_the_declaration(string declared, string real)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string name = real == "windows-1251" ? "Договор подписан в столице" : "Café José";
        byte[] bytes = Encoding.GetEncoding(real).GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><title>{name}</title></item></channel></rss>");
        Assert.Equal(name, FeedReader.Read("feed", bytes, null, null).Feed!.Items[0].Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><p>Not here.</p></body></html>")]
    [InlineData("just words")]
    [InlineData("<")]
    [InlineData("\0\u0001\u0002<\0")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"")]
    public void What_is_no_feed_is_a_fault(string text) => Assert.Equal("ENT0123", FeedReader.Read("feed", Encoding.UTF8.GetBytes(text), null, null).Fault?.Code);

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"http://127.0.0.1/x\">]>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1/p.dtd\"> %p; <!ENTITY x \"%p;\">]>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1/rss.dtd\">")]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" \"http://127.0.0.1/rss.dtd\">")]
    [InlineData("<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1/x.xsl\"?>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY x \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>")]
    [InlineData("<!DOCTYPE rss [<!ATTLIST item evil CDATA \"yes\"> <!-- ]> --> ]>")]
    public void Declarations_do_nothing_and_take_no_time(string prologue)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{prologue}<rss xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><item><title>A &x; B</title><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></item></channel></rss>");
        FeedReader.Read("feed", bytes, null, null);
        long start = Stopwatch.GetTimestamp();
        var read = FeedReader.Read("feed", bytes, null, null).Feed!;
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 50);
        Assert.Equal("A &x; B", Assert.Single(read.Items).Title);
    }

    [Fact]
    public void A_feed_nested_a_hundred_thousand_deep_or_with_a_million_items_ends()
    {
        Assert.NotNull(FeedReader.Read("feed", Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat("<item>", 100_000))), null, null).Feed);
        Assert.InRange(FeedReader.Read("feed", Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 200_000))), null, null).Feed!.Items.Count, 1, 10_000);
    }

    [Fact]
    public void A_list_of_feeds_is_an_outline_or_an_address_a_line()
    {
        Assert.Equal([new("https://harbour.example/rss", "Harbour Gazette"), new("https://plain.example/atom", "Plain")], Outline.Read("feeds.opml", """
            <?xml version="1.0"?><opml version="2.0"><head><title>News</title></head><body><outline text="World"><outline type="rss" text="Harbour" title="Harbour Gazette" xmlUrl="https://harbour.example/rss"/>
            <outline text="Plain" xmlUrl="https://plain.example/atom"/></outline><outline text="again" xmlUrl="https://harbour.example/rss"/></body></opml>
            """u8).Feeds);
        Assert.Equal(["https://a.example/f?x=1&y=2", "https://b.example/f"], Outline.Read("feeds.txt", "# mine\r\n\r\nhttps://a.example/f?x=1&y=2\r\n https://b.example/f \n"u8).Feeds.Select(f => f.Address));
        foreach (string bad in new[] { "", "# none\n", "<opml><body/></opml>", "<html><body>Log in</body></html>" })
            Assert.Equal("ENT0123", Outline.Read("feeds.opml", Encoding.UTF8.GetBytes(bad)).Fault?.Code);
    }

    private static NewsFeed Read(string xml)
    {
        var (read, fault) = FeedReader.Read("feed", Encoding.UTF8.GetBytes(xml), null, null);
        Assert.Null(fault);
        return read!;
    }
}
