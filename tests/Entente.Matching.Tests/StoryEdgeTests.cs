using System.Globalization;
using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Articles that are hardly any, far too many, or not English: none throws, none costs the others.</summary>
public class StoryEdgeTests
{
    private static readonly WordFrequencies Frequencies = WordFrequencies.Load(Repository.ReadData);

    private readonly StoryIndex index = new(Frequencies);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("...!?")]
    [InlineData("http://news.example/story")]
    public void Articles_that_say_nothing_are_stories_of_their_own(string text)
    {
        Add("a", text);
        Add("b", text);
        Assert.Equal(["a", "b"], index.Stories.Select(s => s.Id));
    }

    [Fact]
    public void A_single_word_is_put_with_the_same_word()
    {
        Add("a", "Vilnius");
        Add("b", "Vilnius!");
        Add("c", "Jajarkot");
        Assert.Equal(["a b", "c"], index.Stories.Select(s => string.Join(' ', s.Members)));
    }

    [Fact]
    public void Where_there_is_only_a_title_the_title_is_read()
    {
        foreach (string id in (ReadOnlySpan<string>)["a", "b"])
            index.Add(new() { Id = id, Title = "Xi receives Macron in Beijing", Text = "" });
        index.Add(new() { Id = "c", Title = "Quake strikes Herat", Text = "" });
        Assert.Equal(["a b", "c"], index.Stories.Select(s => string.Join(' ', s.Members)));
    }

    [Fact]
    public void An_id_that_comes_again_changes_nothing()
    {
        Add("a", "Xi received Macron in Beijing.");
        Assert.Equal(new("a", "a", "already there"), Add("a", "Something else about Jajarkot."));
        Assert.Equal(["a"], Assert.Single(index.Stories).Members);
    }

    [Fact]
    public void Four_megabytes_are_read_by_their_beginning()
    {
        string story = "Xi Jinping received Emmanuel Macron in Beijing. ";
        Add("long", story + string.Concat(Enumerable.Repeat("Talks on Airbus went on in Guangzhou. ", 110_000)));
        Assert.Equal("long", Add("short", story + "Talks on Airbus went on in Guangzhou.").Story);
    }

    [Fact]
    public void Ten_thousand_equal_articles_are_one_story()
    {
        for (int i = 0; i < 10_000; i++)
            Add($"a{i}", "Xi Jinping received Emmanuel Macron in Beijing.");
        Assert.Equal(10_000, Assert.Single(index.Stories).Members.Count);
    }

    [Fact]
    public void Ten_thousand_unrelated_articles_are_nearly_as_many_stories()
    {
        string[] words = [.. DataTable.Parse("matching/word-frequencies.tsv", Repository.ReadData("matching/word-frequencies.tsv")).Rows.Select(r => r["stem"])];
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++)
            Add($"a{i}", string.Join(' ', random.GetItems(words, 25)));
        Assert.InRange(index.Stories.Count, 9_900, 10_000);
    }

    [Fact]
    public void A_story_of_many_like_articles_takes_the_last_as_it_took_the_first()
    {
        for (int i = 0; i < 2_000; i++)
            Add($"a{i}", $"Xi Jinping received Emmanuel Macron in Beijing, and {1000 + i} guests came for dinner.");
        Assert.Equal(2_000, Assert.Single(index.Stories).Members.Count);
    }

    [Fact]
    public void A_date_that_is_wrong_by_years_keeps_an_article_apart_and_a_missing_or_vague_one_does_not()
    {
        Add("a", "Xi Jinping received Emmanuel Macron in Beijing.", "2023-04-06");
        Add("wrong", "In Beijing Xi Jinping received Emmanuel Macron.", "2032-04-06");
        Add("missing", "Emmanuel Macron was received by Xi Jinping in Beijing.");
        Add("vague", "Received in Beijing: Emmanuel Macron, by Xi Jinping.", "2023");
        Assert.Equal(["a missing vague", "wrong"], index.Stories.Select(s => string.Join(' ', s.Members)));
        Assert.Equal("2023-04-06", index.Stories[0].Dates!.Value.Text);
    }

    [Fact]
    public void A_copy_dated_years_later_does_not_stretch_its_story()
    {
        Add("a", "Xi Jinping received Emmanuel Macron in Beijing.", "2023-04-06");
        Assert.Equal("a", Add("copy", "Xi Jinping received Emmanuel Macron in Beijing.", "2032-04-06").Story);
        Assert.Equal("later", Add("later", "In Beijing Xi Jinping received Emmanuel Macron.", "2027-04-06").Story);
    }

    [Theory]
    [InlineData("岸田首相はロンドンでスナク首相と会談し、協定に署名した。", "ロンドンで岸田首相がスナク首相と協定に署名。", "ネパール西部で地震があり、住宅が倒壊した。")]
    [InlineData("Президент Макрон прибыл в Пекин на встречу с Си Цзиньпином.", "Макрон встретился в Пекине с Си Цзиньпином, президент прибыл утром.", "Землетрясение разрушило дома на западе Непала.")]
    [InlineData("وصل الرئيس ماكرون إلى بكين للقاء الرئيس شي", "ماكرون في بكين: لقاء مع الرئيس شي", "زلزال يضرب غرب نيبال ويدمر البيوت")]
    public void Scripts_other_than_Latin_are_read_too(string first, string second, string other)
    {
        Add("a", first);
        Add("b", second);
        Add("c", other);
        Assert.Equal(["a b", "c"], index.Stories.Select(s => string.Join(' ', s.Members)));
    }

    [Fact]
    public void Nothing_that_a_stranger_sends_makes_it_throw()
    {
        foreach (var (seed, text) in HostileTexts.All())
            Add(seed.ToString(CultureInfo.InvariantCulture), text);
        Assert.Equal(HostileTexts.Count, index.Stories.Sum(s => s.Members.Count));
    }

    private StoryPlacement Add(string id, string text, string? published = null) => index.Add(new() { Id = id, Text = text, Published = published is null ? null : When.Parse(published) });
}
