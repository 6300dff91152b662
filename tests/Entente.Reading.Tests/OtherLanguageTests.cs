using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What is not English is kept and marked, and no claim is read from it.</summary>
public class OtherLanguageTests
{
    private const string Text = "Japan and Britain signed a defence treaty in London on Wednesday.";

    [Theory]
    [InlineData("fr", "an article in French")]
    [InlineData("uk", "an article in Ukrainian")]
    [InlineData("zh", "an article in Chinese")]
    public void An_article_in_another_language_is_marked_and_not_read(string language, string found)
    {
        var reading = Kit.Reader.Read(new() { Name = "a", Text = Text, Language = language });
        Assert.Empty(reading.Claims);
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(("ENT0122", found), (warning.Code, warning.Found));
    }

    [Theory]
    [InlineData("en")]
    [InlineData(null)]
    public void An_article_in_English_or_in_what_nobody_could_tell_is_read(string? language) =>
        Assert.NotEmpty(Kit.Reader.Read(new() { Name = "a", Text = Text, Language = language }).Claims);
}
