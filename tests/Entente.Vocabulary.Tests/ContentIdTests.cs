using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Ids come from content alone, so that the same article or claim has the same id on every machine and in every year.</summary>
public class ContentIdTests
{
    [Fact]
    public void The_id_of_an_article_never_changes() => Assert.Equal("7xph2tp6z2br", ContentId.Of(Examples.Article)[..12]);

    [Fact]
    public void Equal_content_has_an_equal_id_whatever_its_file_is_called()
    {
        Assert.Equal(Examples.Article.Id, (Examples.Article with { Name = "copy.txt" }).Id);
        Assert.Equal(26, Examples.Article.Id.Length);
        Assert.Matches("^[0-9a-hjkmnp-tv-z]+$", Examples.Article.Id);
    }

    [Fact]
    public void Another_outlet_address_day_title_or_text_makes_another_article()
    {
        var article = Examples.Article;
        Article[] all =
        [
            article, article with { Outlet = "Reef News" }, article with { Url = "https://example.org/2" }, article with { Published = When.Parse("2023-01-12") },
            article with { Title = "Pact" }, article with { Text = article.Text + " " }, article with { ExternalId = "1" }, article with { Outlet = null }, article with { Outlet = "" },
        ];
        Assert.Equal(all.Length, all.Select(ContentId.Of).Distinct().Count());
    }

    [Fact]
    public void A_copy_with_another_text_does_not_keep_the_id_of_the_first()
    {
        string before = Examples.Article.Id;
        Assert.NotEqual(before, (Examples.Article with { Text = "Something else." }).Id);
        Assert.Equal(Examples.Article with { }, Examples.Article);
    }

    [Fact]
    public void Letters_that_move_from_one_field_to_the_next_make_another_id()
    {
        var article = Examples.Article with { Outlet = "ab", Url = "c" };
        Assert.NotEqual(ContentId.Of(article), ContentId.Of(article with { Outlet = "a", Url = "bc" }));
    }

    [Fact]
    public void A_claim_keeps_its_id_when_a_newer_reader_is_surer_or_the_file_is_renamed()
    {
        string id = ContentId.Of("article", Examples.Agreement);
        Assert.Equal(16, id.Length);
        Assert.Equal(id, ContentId.Of("article", Examples.Agreement with { Confidence = 0.3, Doc = "b.txt", Rule = "another-rule" }));
    }

    [Fact]
    public void A_claim_of_another_article_place_or_content_has_another_id()
    {
        var claim = Examples.Agreement;
        string[] ids =
        [
            ContentId.Of("article", claim), ContentId.Of("other", claim), ContentId.Of("article", claim with { Status = Status.Signed }),
            ContentId.Of("article", claim with { Parties = ["FJI", "WSM"] }), ContentId.Of("article", claim with { Date = null }),
            ContentId.Of("article", claim with { Evidence = new(new(1, 28), claim.Evidence.Quote[1..]) }), ContentId.Of("article", claim with { Speaker = null }),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
