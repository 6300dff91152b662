using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Each language is told by its own example; English is never taken for another, nor another for English.</summary>
public class LanguageTests
{
    private const string English = "Norway's foreign minister met her Polish counterpart in Warsaw on Tuesday and said the two would share more radar data.";

    private static readonly LanguageTable Table = LanguageTable.Load(Repository.ReadData);

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var row in DataTable.Parse("languages", Repository.ReadData("intake/languages.tsv"), "code", "example").Rows)
            examples.Add(row["code"], row["example"]);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_language_is_told_by_its_example(string code, string example) => Assert.Equal(code, Table.Tell(example));

    [Fact]
    public void Every_sample_is_in_English() =>
        Assert.All(Directory.GetFiles(Repository.PathOf("samples"), "*.txt"), f => Assert.Equal("en", Table.Tell(File.ReadAllText(f))));

    [Theory]
    [InlineData("")]
    [InlineData("12 345 - 678")]
    [InlineData("Warszawa Gdynia Oslo")]
    public void Too_little_text_tells_nothing(string text) => Assert.Null(Table.Tell(text));

    [Fact]
    public void Foreign_names_and_quotes_do_not_make_a_text_foreign() =>
        Assert.Equal("en", Table.Tell(English + " \"La paix est le plus grand des biens\", she added in French, and the Rzeczpospolita printed it in full on the next day."));

    [Fact]
    public void The_text_wins_over_what_its_sender_states_and_silence_leaves_it()
    {
        var cleaner = TextCleaner.Load(Repository.ReadData);
        Assert.Equal("en", cleaner.Clean(new Article { Name = "a", Text = English, Language = "fr" }).Article.Language);
        Assert.Equal("fr", cleaner.Clean(new Article { Name = "a", Text = "Oslo 2019", Language = "fr" }).Article.Language);
    }

    [Fact]
    public void A_text_of_four_megabytes_is_told_by_its_first_pages() => Assert.Equal("en", Table.Tell(string.Concat(Enumerable.Repeat(English + " ", 35_000))));
}
