using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What a page tells of its story: who published it, who wrote it, when, and under which headline.</summary>
public class MetadataTests
{
    private const string Address = "https://www.gazette.example/world/radar-data";

    [Fact]
    public void Metadata_for_machines_is_read()
    {
        var page = Read("""
            <html lang="en-GB"><head><title>Two states share radar data | The Gazette</title>
            <link rel="canonical" href="/world/radar-data-1"><meta property="og:site_name" content="The Gazette">
            <meta property="og:title" content="Two states share radar data - The Gazette"><meta property="article:published_time" content="2019-05-04T23:30:00+02:00">
            <meta property="article:modified_time" content="2019-05-06T08:00:00+02:00"><meta name="author" content="By Jane Roe and John Doe"></head><body><p>Text.</p></body></html>
            """);
        Assert.Equal(("Two states share radar data", "The Gazette", "2019-05-04", "2019-05-06"), (page.Title, page.Outlet, page.Published?.Text, page.Modified?.Text));
        Assert.Equal(["Jane Roe", "John Doe"], page.Authors);
        Assert.Equal(("en", "https://www.gazette.example/world/radar-data-1", "meta article:published_time"), (page.Language, page.Url, page.From[MetaField.Published]));
    }

    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"NewsArticle","headline":"Two states share data","datePublished":"2019-05-04","author":{"@type":"Person","name":"Jane Roe"}}""")]
    [InlineData("""[{"@type":["ReportageNewsArticle"],"headline":"Two states share data","datePublished":"2019-05-04T08:00Z","author":["Jane Roe"]},]""")]
    [InlineData("""<!-- {"@graph":[{"@type":"Article","headline":"Two states share data","datePublished":"2019-05-04","author":{"@id":"#jane"}},{"@type":"Person","@id":"#jane","name":"Jane Roe"}]} -->""")]
    [InlineData("//<![CDATA[\n/* ours */ {\"@type\":\"http://schema.org/BlogPosting\",\"headline\":\"Two states\n share data\",\"datePublished\":\"2019-05-04\", // day\n\"author\":[{\"name\":\"Jane Roe\"}]}\n//]]>")]
    [InlineData("""{"@type":"WebSite","name":"x"} {"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Two states share data","datePublished":"2019-05-04","author":"Jane Roe","image":{"@type":"ImageObject","author":"John Doe"}}}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Two states share data","datePublished":"2019-05-04","author":"Jane Roe","description":"an unescaped "quote" ends it here"}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Two states\' talk","headline":"Two states share data","datePublished":"2019-05-04","author":"Jane Roe", broken""")]
    public void JSON_LD_is_read_as_sites_write_it(string json)
    {
        var page = Read($"<script type='application/ld+json'>{json.Replace("\"headline\":\"Two states\\' talk\",", "\"about\":\"it\\'s\",", StringComparison.Ordinal)}</script>");
        Assert.Equal(("2019-05-04", "Jane Roe", "Two states share data"), (page.Published?.Text, Assert.Single(page.Authors), page.Title));
    }

    [Fact]
    public void Of_several_articles_described_the_one_with_the_headline_of_the_page_counts()
    {
        var page = Read("""
            <title>Two states share radar data</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"A ship leaves port","datePublished":"2018-01-01"},
            {"@type":"NewsArticle","headline":"Two states share radar data","datePublished":"2019-05-04"}]</script>
            """);
        Assert.Equal("2019-05-04", page.Published?.Text);
    }

    [Theory]
    [InlineData("""<h1>Two states share radar data</h1><p class="x">Published 4 May 2019 10:02 BST</p>""")]
    [InlineData("""<h1>Two states share radar data</h1><div>By Jane Roe</div><div>May 4th, 2019</div>""")]
    [InlineData("""<h1>Two states share radar data</h1><div>Updated: May 6, 2019 | Published: Saturday, 4 May 2019</div>""")]
    [InlineData("""<h1>Two states share radar data</h1><time datetime="2019-05-04T10:02:00+01:00">two days ago</time>""")]
    [InlineData("""<div class="hentry"><h2 class="entry-title">Two states share radar data</h2><abbr class="published" title="2019-05-04T10:02">Saturday</abbr></div>""")]
    [InlineData("""<div itemscope><h1 itemprop="headline">Two states share radar data</h1><meta itemprop="datePublished" content="20190504T100200Z"></div>""")]
    [InlineData("""<meta name="DC.date.issued" content="2019-05-04"><h1>Two states share radar data</h1>""")]
    [InlineData("""<meta name="sailthru.date" content="Sat, 04 May 2019 10:02:00 +0000"><h1>Two states share radar data</h1>""")]
    [InlineData("""<meta name="pubdate" content="Sat May 04 10:02:00 UTC 2019"><h1>Two states share radar data</h1>""")]
    [InlineData("""<meta name="parsely-pub-date" content="1556964120"><h1>Two states share radar data</h1>""")]
    public void Each_way_of_dating_a_page_is_understood(string html) => Assert.Equal("2019-05-04", Read($"<title>Two states share radar data</title>{html}<p>Text.</p>").Published?.Text);

    [Theory]
    [InlineData("https://gazette.example/2019/05/04/radar", "2019-05-04")]
    [InlineData("https://gazette.example/world/2019/may/04/radar", "2019-05-04")]
    [InlineData("https://gazette.example/radar-20190504-12", "2019-05-04")]
    [InlineData("https://gazette.example/radar-2019-05-04", "2019-05-04")]
    [InlineData("https://web.archive.org/web/20200101000000/https://gazette.example/2019/05/04/radar", "2019-05-04")]
    [InlineData("https://gazette.example/2019/05/radar", "2019-05")]
    [InlineData("https://gazette.example/99999999/radar-9999-99-99", null)]
    [InlineData("https://gazette.example/20195504/120190504", null)]
    public void An_address_may_tell_the_day_or_the_month(string url, string? when) => Assert.Equal(when, Read("<p>Text.</p>", url).Published?.Text);

    [Theory]
    [InlineData("en-US", "https://a.example/", "2019-04-05")]
    [InlineData("en-GB", "https://a.example/", "2019-05-04")]
    [InlineData("en", "https://a.ie/", "2019-05-04")]
    [InlineData("en", "https://a.example/2019/04/radar", "2019-04-05")]
    [InlineData("en", "https://a.example/", null)]
    public void Day_and_month_are_told_apart_by_another_witness_or_not_at_all(string language, string url, string? when) =>
        Assert.Equal(when, Read($"<html lang='{language}'><h1>Two states share radar data</h1><p>04/05/2019</p><p>Text.</p>", url).Published?.Text);

    [Theory]
    [InlineData("<footer>Copyright 4 May 2019</footer>")]
    [InlineData("<p>Today is May 4, 2019</p>")]
    [InlineData("<div class='related-stories'><h3>A ship leaves port</h3><time datetime='2019-05-04'>4 May</time></div>")]
    [InlineData("<div id='comments'><p class='date'>4 May 2019</p></div>")]
    [InlineData("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>")]
    [InlineData("<meta property='article:published_time' content='1953-05-04'>")]
    [InlineData("<meta property='article:published_time' content='2031-05-04'>")]
    [InlineData("<meta property='article:published_time' content='9999-99-99'>")]
    public void The_date_of_something_else_is_not_the_articles(string html) =>
        Assert.Null(Read($"<body><h1>Two states share radar data</h1><p>Text.</p>{html}", fetched: new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)).Published);

    [Fact]
    public void An_old_date_is_believed_if_two_witnesses_tell_it() =>
        Assert.Equal("1953-05-04", Read("<meta property='article:published_time' content='1953-05-04'><h1>Two states share radar data</h1><p>Published May 4, 1953</p>").Published?.Text);

    [Fact]
    public void Of_two_strong_witnesses_the_earlier_is_the_first_publication() =>
        Assert.Equal("2019-05-04", Read("<meta property='article:published_time' content='2019-05-06'><meta name='parsely-pub-date' content='2019-05-04'>").Published?.Text);

    [Fact]
    public void The_number_of_a_story_that_looks_like_a_day_is_believed_last() =>
        Assert.Equal("2012-10-30", Read("<meta property='article:published_time' content='2012-10-30'>", "https://gazette.example/world-africa-20101112").Published?.Text);

    [Fact]
    public void A_day_told_in_UTC_is_the_day_that_the_outlet_wrote() =>
        Assert.Equal("2019-05-03", Read("<meta property='article:published_time' content='2019-05-04T01:30:00Z'><h1>Two states share radar data</h1><p>May 3, 2019</p>").Published?.Text);

    [Fact]
    public void Hours_ago_are_counted_from_when_the_page_was_fetched()
    {
        const string Html = "<h1>Two states share radar data</h1><p>3 days ago</p>";
        Assert.Equal("2019-05-04", Read(Html, fetched: new DateTimeOffset(2019, 5, 7, 9, 0, 0, TimeSpan.Zero)).Published?.Text);
        Assert.Null(Read(Html).Published);
    }

    [Theory]
    [InlineData("By Jane Roe", "Jane Roe")]
    [InlineData("BY JANE ROE AND JOHN DOE", "Jane Roe;John Doe")]
    [InlineData("Jane Roe, Staff Writer | The Gazette", "Jane Roe")]
    [InlineData("Roe, Jane", "Jane Roe")]
    [InlineData("By Jane van der Roe, John O’Doe Jr. and Mary-Ann St. Claire in London", "Jane van der Roe;John O’Doe Jr.;Mary-Ann St. Claire")]
    [InlineData("Written by: Dr. Jane Roe (jane@gazette.example)", "Dr. Jane Roe")]
    [InlineData("Associated Press", "")]
    [InlineData("Gazette Staff", "")]
    [InlineData("https://facebook.example/jane.roe", "")]
    [InlineData("admin", "")]
    public void A_byline_names_persons(string byline, string names) => Assert.Equal(names.Split(';', StringSplitOptions.RemoveEmptyEntries), Read($"<meta name='author' content='{byline}'>").Authors);

    [Fact]
    public void A_byline_on_the_page_is_found_and_agencies_stay_among_the_credits()
    {
        var page = Read("<title>Two states share radar data</title><h1>Two states share radar data</h1><div>By <a>Jane Roe</a><span>Reporter</span></div><p>Text.</p><footer>By <a>Max Other</a></footer>");
        Assert.Equal(["Jane Roe"], page.Authors);
        page = Read("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"@type":"Organization","name":"AFP"}}</script>""");
        Assert.Empty(page.Authors);
        Assert.Equal(["AFP"], page.Credits);
    }

    [Theory]
    [InlineData("Two states share data | The Gazette")]
    [InlineData("The Gazette: Two states share data")]
    [InlineData("Two states share data – Gazette")]
    [InlineData("Two states share data - World News - The Gazette")]
    public void The_outlet_is_cut_off_a_title(string title) => Assert.StartsWith("Two states share data", Read($"<title>{title}</title><meta property='og:site_name' content='The Gazette'>").Title);

    [Theory]
    [InlineData("www.gazette.example", null)]
    [InlineData("https://gazette.example", null)]
    [InlineData("@gazette", null)]
    [InlineData("The Gazette | News of the north", "The Gazette")]
    [InlineData("Tom &amp;amp; Ann&#39;s Paper", "Tom & Ann's Paper")]
    public void An_address_is_no_name_of_an_outlet(string stated, string? outlet) => Assert.Equal(outlet, Read($"<meta property='og:site_name' content='{stated}'>").Outlet);

    [Theory]
    [InlineData("https://elsewhere.example/radar", Address)]
    [InlineData("https://gazette.example/", Address)]
    [InlineData("javascript:alert(1)", Address)]
    [InlineData("https://m.gazette.example/radar", "https://m.gazette.example/radar")]
    public void A_page_may_only_name_an_address_of_its_own_site(string stated, string address) => Assert.Equal(address, Read($"<link rel='canonical' href='{stated}'>").Url);

    private static PageMetadata Read(string html, string url = Address, DateTimeOffset? fetched = null)
    {
        using var tree = MarkupTree.Parse(html);
        return PageMetadata.Of(tree, url, fetched);
    }
}
