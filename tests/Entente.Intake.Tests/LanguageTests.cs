using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The language of an article is told by its words and letters.</summary>
public sealed class LanguageTests
{
    private static readonly LanguageTeller Teller = LanguageTeller.Load(Repository.ReadData);

    public static TheoryData<string, string> Examples()
    {
        var all = new TheoryData<string, string>();
        foreach (var row in DataTable.Parse("languages.tsv", Repository.ReadData("intake/languages.tsv"), "code", "example").Rows)
            all.Add(row["code"], row["example"]);
        return all;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_language_of_the_table_is_told_by_its_example(string code, string example) => Assert.Equal(code, Teller.Of(example));

    [Theory]
    [InlineData("")]
    [InlineData("Tokyo")]
    [InlineData("NATO, AUKUS, ASEAN")]
    [InlineData("12,5 % – 2024")]
    public void What_is_too_short_to_tell_is_left_open(string text) => Assert.Null(Teller.Of(text));

    [Fact]
    public void Foreign_names_do_not_make_an_English_story_foreign() =>
        Assert.Equal("en", Teller.Of("President Recep Tayyip Erdoğan and Prime Minister Šimonytė met in Ağrı, and it was said that they had signed it with Łukasz Wałęsa."));

    [Fact]
    public void Every_sample_is_in_English() =>
        Assert.All(Directory.GetFiles(Repository.PathOf("samples"), "*.txt"), f => Assert.Equal("en", Teller.Of(File.ReadAllText(f))));

    [Fact]
    public void The_text_wins_over_what_its_sender_states_and_silence_leaves_it()
    {
        const string English = "Norway's foreign minister met her Polish counterpart in Warsaw on Tuesday and said the two would share more radar data.";
        var cleaner = TextCleaner.Load(Repository.ReadData);
        Assert.Equal("en", cleaner.Clean(new Article { Name = "a", Text = English, Language = "fr" }).Article.Language);
        Assert.Equal("fr", cleaner.Clean(new Article { Name = "a", Text = "Oslo 2019", Language = "fr" }).Article.Language);
    }

    [Fact]
    public void A_page_of_two_languages_is_in_that_of_most_words() =>
        Assert.Equal("en", Teller.Of("Le ministre a dit. The minister said that the treaty would be signed in the spring, and that it was for the two states to do the rest."));
}
