using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Whole pages of our own, in the layouts that news comes in: what of them is the story, word for word.</summary>
public sealed class PageStoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(null);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("newspaper")]
    [InlineData("blog")]
    [InlineData("amp")]
    [InlineData("live")]
    [InlineData("legacy")]
    [InlineData("interview")]
    [InlineData("points")]
    public void The_story_comes_out_and_what_stands_around_it_does_not(string name)
    {
        string expected = File.ReadAllText(PathOf(name + ".txt")).TrimEnd();
        Assert.Equal(expected, Assert.Single(feed.ReadFile(PathOf(name + ".html"))).Article?.Text);
    }

    [Theory]
    [InlineData("links")]
    [InlineData("cookies")]
    public void A_page_without_a_story_is_set_aside(string name) =>
        Assert.Equal("ENT0121", Assert.Single(feed.ReadFile(PathOf(name + ".html"))).SetAside?.Code);

    [Fact]
    public void What_was_left_out_is_told_with_its_reason()
    {
        var removed = Assert.Single(feed.ReadFile(PathOf("newspaper.html"))).Removed;
        foreach (string why in (ReadOnlySpan<string>)["byline", "share", "caption", "related", "ad", "sign-up", "comments", "cookies", "navigation"])
            Assert.Contains(removed, r => r.Why == why);
        Assert.Contains(removed, r => r.Text.StartsWith("The quay at dawn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.HTM")]
    [InlineData("page.xhtml")]
    [InlineData("page.txt")]
    public void A_page_is_a_page_whatever_it_is_called(string name) => Assert.Equal(Story, Read(name, $"<!-- saved -->\n<html><p>{Story}</p></html>").Article?.Text);

    [Theory]
    [InlineData("\uFEFF<!DOCTYPE html><p>")]
    [InlineData("  <?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html><p>")]
    [InlineData("<head><title>T</title></head><p>")]
    [InlineData("<BODY><p>")]
    public void Standard_input_that_begins_as_a_page_is_one(string start) =>
        Assert.Equal(Story, Assert.Single(feed.ReadInput(new MemoryStream(Encoding.UTF8.GetBytes(start + Story)))).Article?.Text);

    [Theory]
    [InlineData("<header> is not head: this is a text about markup, and it stays as it is.")]
    [InlineData("The tag <html> stands late in this text, which is about markup and stays as it is.")]
    [InlineData("< 100 ships passed the strait in May, the harbour master said.")]
    public void A_text_that_only_speaks_of_tags_stays_a_text(string text) => Assert.Equal(text, Read("markup.txt", text).Article?.Text);

    [Fact]
    public void A_story_that_stands_only_in_its_page_s_data_is_taken_from_there()
    {
        string body = string.Join(" ", Enumerable.Repeat(Story, 8));
        Assert.Equal(body, Read("data.html", $$"""<html><script type="application/ld+json">{"articleBody": "{{body}}"}</script><div id="app"></div></html>""").Article?.Text);
    }

    [Fact]
    public void A_story_in_a_box_that_is_named_like_something_else_is_still_found() =>
        Assert.Equal(Story, Read("odd.html", $"<html><div class='sidebar related'><p>{Story}</p></div></html>").Article?.Text);

    [Fact]
    public void Hidden_elements_and_scripts_are_no_text() =>
        Assert.Equal($"{Story}\n\n{Story} Again.", Read("hidden.html", $"""
            <p>{Story}</p><script>document.write("<p>{Story} Script.</p>")</script><p style="display : none">{Story} Hidden.</p><p hidden>{Story} Hidden.</p>
            <template><p>{Story} Template.</p></template><p>{Story} Again.</p>
            """).Article?.Text);

    [Fact]
    public void White_space_is_one_space_and_what_cannot_be_seen_is_nothing() =>
        Assert.Equal("The two governments signed the harbour pact in the old town hall.\nNobody spoke for long.",
            Read("space.html", "<p>\n The&nbsp;two\tgovernments  signed <b>the\u200B har&shy;bour</b> <i> pact</i>\u2009in the old town hall.<br> Nobody spoke for long.\n</p>").Article?.Text);

    private const string Story = "Norland and Sudland signed a treaty in the old town hall on Wednesday, officials of both said.";

    private Taken Read(string name, string text) => Assert.Single(feed.ReadFile(folder.Write(name, text)));

    private static string PathOf(string file) => Repository.PathOf("tests", "Entente.Intake.Tests", "Pages", file);
}
