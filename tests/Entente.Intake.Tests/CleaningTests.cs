using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What stands around a story goes, with its reason; the story stays word for word.</summary>
public class CleaningTests
{
    private const string First = "Norway's foreign minister met her Polish counterpart in Warsaw on Tuesday and said the two would share more radar data.";
    private const string Second = "\"We have agreed on every point,\" she told reporters after the talks, which lasted for most of the afternoon.";

    private static readonly TextCleaner Cleaner = TextCleaner.Load(Repository.ReadData);

    [Fact]
    public void A_copied_page_is_its_headline_and_its_paragraphs()
    {
        var (article, removed) = Clean($"""
            Advertisement
            Europe
            Norway and Poland agree to share radar data
            Reading Time: 2 minutes
            14
            The ministers at the castle in Warsaw. Photo: Jane Roe/AFP
            By Jane Roe and John Doe

            {First}

            Advertisement

            {Second}

            Select Voice
            1.00x
            """);
        Assert.Equal($"Norway and Poland agree to share radar data\n\n{First}\n\n{Second}", article.Text);
        Assert.Equal("Norway and Poland agree to share radar data", article.Title);
        Assert.Equal(["Jane Roe", "John Doe"], article.Authors);
        Assert.Null(article.Wire);
        Assert.Equal(["phrase", "section", "phrase", "phrase", "caption", "byline", "phrase", "phrase", "phrase"], removed.Select(r => r.Why));
    }

    [Theory]
    [InlineData("The two ships in the strait. Photo: AFP")]
    [InlineData("The two ships in the strait. (Photo by Jane Roe / Getty Images)")]
    [InlineData("FILE PHOTO: The two ships in the strait, May 2019")]
    [InlineData("The two ships in the strait, in this undated photo.")]
    [InlineData("The two ships in the strait on Monday. REUTERS/Jane Roe")]
    public void A_caption_is_told_by_its_credit_and_credits_no_agency(string caption)
    {
        var (article, removed) = Clean($"Two ships pass a strait without a word\n\n{caption}\n\n{First}\n\n{Second}");
        Assert.Equal(("caption", caption), (Assert.Single(removed).Why, removed[0].Text));
        Assert.Null(article.Wire);
    }

    public static TheoryData<string, string> WaysOfCrediting()
    {
        var ways = new TheoryData<string, string>();
        foreach (var row in DataTable.Parse("credits", Repository.ReadData("intake/credits.tsv"), "way", "where", "example").Rows)
            ways.Add(row["example"], row["where"]);
        return ways;
    }

    [Theory]
    [MemberData(nameof(WaysOfCrediting))]
    public void Each_way_of_crediting_an_agency_is_understood(string example, string where)
    {
        string dateline = where == "dateline" ? $"{example} {First}" : First;
        string text = where is "line" or "head" ? $"{example}\n\n{dateline}\n\n{Second}" : $"{dateline}\n\n{Second}\n\n{(where == "tail" ? example : "")}";
        Assert.NotNull(Clean(text).Article.Wire);
    }

    [Theory]
    [InlineData("Officials told Reuters that the talks had failed and that the two sides would not meet again before the summer.")]
    [InlineData("The ministry denied a report by Bloomberg that it had ordered forty jets, and said it would order none at all.")]
    [InlineData("Bloomberg's campaign declined to say on Tuesday whether he would return the money that he had been given by the two states.")]
    [InlineData("The prime minister said that she had learned of the pact, and of the ships that were to come, from nobody else than from Reuters.")]
    [InlineData("The minister told Kyodo News that her country would send two ships to the drill that is planned for the spring.")]
    public void An_agency_that_a_story_speaks_of_did_not_write_it(string sentence) => Assert.Null(Clean($"{First}\n\n{sentence}\n\n{Second}").Article.Wire);

    [Fact]
    public void An_outlet_is_told_by_its_own_words_or_by_the_address_copied_with_the_text()
    {
        Assert.Equal("South China Morning Post", Clean($"Why you can trust SCMP\n{First}").Article.Outlet);
        var (article, removed) = Clean($"https://www.dawn.com/news/100\n\n{First}");
        Assert.Equal(("Dawn", "https://www.dawn.com/news/100", First), (article.Outlet, article.Url, article.Text));
        Assert.Equal("address", Assert.Single(removed).Why);
    }

    [Fact]
    public void What_the_sender_stated_wins_over_what_the_text_shows()
    {
        var (article, _) = Cleaner.Clean(new Article { Name = "a", Text = $"By John Doe\n\nLONDON (Reuters) - {First}", Authors = ["Jane Roe"], Wire = "Kyodo", Outlet = "The Gazette" });
        Assert.Equal(("Jane Roe", "Kyodo", "The Gazette"), (Assert.Single(article.Authors), article.Wire, article.Outlet));
    }

    [Fact]
    public void A_label_said_twice_goes_and_a_sentence_said_twice_stays_once()
    {
        Assert.Equal($"{First}\n\n{Second}", Clean($"{First}\n\nPoland buys radars\n\nPoland buys radars\n\n{Second}").Article.Text);
        Assert.Equal($"{First}\n\n{Second}", Clean($"{First}\n\n{First}\n\n{Second}").Article.Text);
    }

    [Fact]
    public void A_heading_within_the_story_stays_and_a_link_after_it_goes()
    {
        var (article, removed) = Clean($"{First}\n\nWhat comes next\n\n{Second}\n\nMore from Warsaw");
        Assert.Equal($"{First}\n\nWhat comes next\n\n{Second}", article.Text);
        Assert.Equal(("More from Warsaw", "tail"), (Assert.Single(removed).Text, removed[0].Why));
    }

    [Fact]
    public void Lines_broken_at_a_column_are_no_labels()
    {
        const string Wire = "The foreign ministers of Norway\nand Poland met in Warsaw on\nTuesday and said that the two\nstates would share radar data\nfrom the north and that talks\nabout a port would begin\nin spring";
        Assert.Equal(Wire, Clean(Wire).Article.Text);
    }

    [Fact]
    public void Marks_of_Markdown_and_pictures_go()
    {
        var (article, removed) = Clean($"# Radar data for two\n\n![map](map.png)\n\n**EDITORIAL**\n\n{First}");
        Assert.Equal(("Radar data for two", $"Radar data for two\n\n{First}"), (article.Text.Split('\n')[0], article.Text));
        Assert.Equal(["picture", "label"], removed.Select(r => r.Why));
    }

    [Fact]
    public void No_sentence_of_a_sample_is_lost()
    {
        foreach (string file in Directory.GetFiles(Repository.PathOf("samples"), "*.txt"))
        {
            string text = File.ReadAllText(file);
            string clean = Clean(text).Article.Text;
            foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length >= 30 && l.EndsWith('.')))
                Assert.Contains(line, clean);
        }
    }

    private static (Article Article, IReadOnlyList<Removed> Removed) Clean(string text) => Cleaner.Clean(new Article { Name = "a", Text = text.ReplaceLineEndings("\n") });
}
