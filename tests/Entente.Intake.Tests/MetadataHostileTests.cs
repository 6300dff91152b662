using System.Globalization;
using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Metadata is written by strangers: nothing in it costs more than a moment, and only text comes out.</summary>
public class MetadataHostileTests
{
    [Fact]
    public void Markup_and_script_in_a_title_come_out_as_text_alone()
    {
        Assert.Equal("Two states share data", Read("<meta property='og:title' content='<b>Two</b> states <script>alert(1)</script>&lt;i&gt;share data'>").Title);
        Assert.Equal("Two < three", Read("<meta property='og:title' content='Two &amp;lt; three'>").Title);
    }

    [Fact]
    public void A_title_of_a_million_letters_is_cut()
    {
        string letters = new('x', 1_000_000);
        var page = Read($"<title>{letters}</title><meta property='og:site_name' content='{letters}'><h1>{letters}</h1><meta name=author content='{letters}'>");
        Assert.Equal(PlainValue.Longest, page.Title?.Length);
        Assert.Null(page.Outlet);
        Assert.Empty(page.Authors);
    }

    [Fact]
    public void Ten_thousand_authors_are_not_all_kept()
    {
        var tags = new StringBuilder();
        var names = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++)
        {
            string name = $"Jane {(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}";
            tags.Append(CultureInfo.InvariantCulture, $"<meta name='author' content='{name}'><span class='author'>{name}</span>");
            names.Append(CultureInfo.InvariantCulture, $"{{\"name\":\"{name}\"}},");
        }
        Assert.InRange(Read(tags.ToString()).Authors.Count, 1, 50);
        Assert.InRange(Read($"<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":{names}]}}</script>").Authors.Count, 1, 50);
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("[")]
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":")]
    public void JSON_nested_without_end_is_left_alone(string level)
    {
        string nested = string.Concat(Enumerable.Repeat(level, 100_000));
        Assert.Null(Read($"<script type='application/ld+json'>{nested}</script>").Published);
        Assert.Equal("2019-05-04", Read($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-05-04\",\"x\":{nested}}}</script>").Published?.Text);
    }

    [Theory]
    [InlineData("\u202Egnp.exe\u202C Two states\0 share\u0007 data", "gnp.exe Two states share data")]
    [InlineData("Two\u200B states share data \U0001F54A", "Two states share data \U0001F54A")]
    [InlineData("Two states \uD83D share data", "Two states share data")]
    public void Controls_and_marks_of_direction_are_left_out(string title, string clean) => Assert.Equal(clean, Read($"<meta property='og:title' content='{title}'>").Title);

    [Fact]
    public void Half_of_a_surrogate_pair_in_JSON_costs_only_its_own_value() =>
        Assert.Equal("2019-05-04", Read("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"\ud800","datePublished":"2019-05-04"}</script>""").Published?.Text);

    [Fact]
    public void A_name_with_letters_that_look_like_others_is_kept_as_it_is_written() =>
        Assert.Equal(["J\u0430ne Roe"], Read("<meta name='author' content='J\u0430ne Roe'>").Authors);

    [Fact]
    public void Texts_of_every_kind_never_throw()
    {
        foreach (var (_, text) in HostileTexts.All().Take(500))
        {
            string value = text.Replace('\'', ' ');
            Read($"<title>{text}</title><meta name='author' content='{value}'><meta name='date' content='{value}'><meta property='og:site_name' content='{value}'><link rel=canonical href='{value}'>" +
                $"<script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":\"{text}\",{text}}}</script><h1>{text}</h1><p class='byline'>{text}<time datetime='{value}'>{text}</time>", value);
        }
    }

    private static PageMetadata Read(string html, string url = "https://gazette.example/a")
    {
        using var tree = MarkupTree.Parse(html);
        return PageMetadata.Of(tree, url, null);
    }
}
