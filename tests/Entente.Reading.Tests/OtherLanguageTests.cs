using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>An article in a language that is not read is kept and marked; nothing is claimed from it.</summary>
public sealed class OtherLanguageTests
{
    private const string Story = "Japan and Britain signed a defence agreement in London on Wednesday.";

    [Fact]
    public void From_an_article_in_another_language_nothing_is_claimed_and_a_warning_says_why()
    {
        var reading = Kit.Reader.Read(Of("fr"));
        Assert.Empty(reading.Claims);
        Assert.Equal(("ENT0122", "an article in French"), (reading.Warnings.Single().Code, reading.Warnings.Single().Found));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("en")]
    public void English_and_what_could_not_be_told_are_read(string? language) => Assert.NotEmpty(Kit.Reader.Read(Of(language)).Claims);

    private static Article Of(string? language) => new() { Name = "story", Text = Story, Published = Kit.Day, Language = language };
}
