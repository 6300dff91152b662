using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Which articles tell of one happening, shown on short ones of our own about public events.</summary>
public class StoryTests
{
    private static readonly WordFrequencies Frequencies = WordFrequencies.Load(Repository.ReadData);

    private static readonly StoryArticle[] MacronInChina =
    [
        Article("china-1", "2023-04-05", "Macron lands in Beijing", "French President Emmanuel Macron arrived in Beijing on Wednesday for three days in China. He will ask Xi Jinping to reason with Russia over Ukraine. Ursula von der Leyen joins him on Thursday."),
        Article("china-2", "2023-04-06", "Xi receives Macron and von der Leyen", "China's leader Xi Jinping received Emmanuel Macron in the Great Hall of the People in Beijing. Macron told Xi that he counted on China to bring Russia to its senses. Airbus sold 160 aircraft to China during the visit."),
        Article("china-3", "2023-04-07", "Macron ends China trip in Guangzhou", "Emmanuel Macron drank tea with Xi Jinping in Guangzhou on the last day of his visit to China. Students cheered the French president. Xi spoke of Ukraine, and Airbus will open a second line in Tianjin."),
    ];

    private static readonly StoryArticle[] MacronInTheNetherlands =
    [
        Article("hague-1", "2023-04-11", "Macron heckled in The Hague", "French President Emmanuel Macron was heckled as he began a speech on Europe's sovereignty in The Hague. It is the first state visit of a French president to the Netherlands in 23 years. King Willem-Alexander received him in Amsterdam."),
        Article("hague-2", "2023-04-12", "Macron and Rutte sail through Amsterdam", "Emmanuel Macron and Dutch Prime Minister Mark Rutte took a boat through Amsterdam on the second day of the state visit. The Netherlands and France signed a pact on innovation. King Willem-Alexander gave a dinner at the palace."),
    ];

    private static readonly StoryArticle[] VilniusSummit =
    [
        Article("vilnius-1", "2023-07-10", "NATO leaders gather in Vilnius", "Leaders of NATO's 31 members meet in Vilnius on Tuesday. Ukraine's wish to join NATO will be the main question, Jens Stoltenberg said. Sweden still waits for Turkey's word."),
        Article("vilnius-2", "2023-07-11", "Zelenskiy calls NATO's delay absurd", "On the first day of the summit in Vilnius NATO leaders set no date for Ukraine to join. Volodymyr Zelenskiy called that absurd. Turkey's Erdogan had agreed the night before to let Sweden in, Stoltenberg said."),
        Article("vilnius-3", "2023-07-12", "Vilnius summit ends with pledges to Ukraine", "NATO's summit in Vilnius ended on Wednesday with security pledges of the G7 to Ukraine. Zelenskiy thanked Stoltenberg and the allies, and said that Ukraine would join NATO after the war. Sweden is to become the 32nd member."),
    ];

    private static readonly StoryArticle[] Herat =
    [
        Article("herat-1", null, null, "An earthquake of magnitude 6.3 struck western Afghanistan on Saturday, killing hundreds of people in Herat province. Villages in Zinda Jan district were flattened, officials of the Taliban said. Rescuers dug with shovels."),
        Article("herat-2", null, null, "The death toll of Saturday's earthquake in Afghanistan passed 1,000, the Taliban said. The quake of magnitude 6.3 destroyed Zinda Jan near Herat. Rescuers searched for survivors."),
    ];

    private static readonly StoryArticle[] Jajarkot =
    [
        Article("nepal-1", null, null, "An earthquake of magnitude 5.7 struck western Nepal late on Friday, killing more than 130 people in Jajarkot and Rukum. Houses of mud collapsed, officials in Kathmandu said. Rescuers dug with bare hands."),
        Article("nepal-2", null, null, "The death toll of Friday's earthquake in Nepal rose to 153, police in Kathmandu said. The quake of magnitude 5.7 destroyed villages in Jajarkot district. Rescuers searched for survivors."),
    ];

    private static readonly StoryArticle[] GoodFriday =
    [
        Article("belfast-1998", "1998-04-10", "Peace deal signed in Belfast", "Britain, Ireland and the parties of Northern Ireland signed the Good Friday Agreement in Belfast. Tony Blair and Bertie Ahern praised George Mitchell. David Trimble and John Hume will lead a new assembly at Stormont."),
        Article("belfast-1998-b", "1998-04-11", "After the Good Friday Agreement", "A day after the Good Friday Agreement, Tony Blair left Belfast and Bertie Ahern spoke in Dublin. John Hume thanked George Mitchell. David Trimble must win his party for the assembly at Stormont."),
        Article("belfast-2023", "2023-04-10", "25 years of the Good Friday Agreement", "Belfast looks back on the Good Friday Agreement that Tony Blair, Bertie Ahern and George Mitchell signed 25 years ago. David Trimble and John Hume have died since. The assembly at Stormont does not sit."),
    ];

    private static readonly StoryArticle[] All = [.. MacronInChina, .. MacronInTheNetherlands, .. VilniusSummit, .. Herat, .. Jajarkot, .. GoodFriday];

    [Fact]
    public void Two_visits_of_one_president_in_one_week_are_two_stories() =>
        Assert.Equal(["china-1 china-2 china-3", "hague-1 hague-2"], StoriesOf([.. MacronInChina, .. MacronInTheNetherlands]));

    [Fact]
    public void What_is_announced_held_and_concluded_over_three_days_is_one_story()
    {
        var story = Assert.Single(IndexOf(VilniusSummit).Stories);
        Assert.Equal(("vilnius-1", "2023-07-10/2023-07-12"), (story.Id, story.Dates!.Value.Text));
        Assert.Contains("Vilnius", story.Terms);
    }

    [Fact]
    public void A_look_back_after_25_years_is_not_put_with_what_it_looks_back_on() =>
        Assert.Equal(["belfast-1998 belfast-1998-b", "belfast-2023"], StoriesOf(GoodFriday));

    [Fact]
    public void Two_bulletins_on_two_earthquakes_stay_apart_even_without_dates() =>
        Assert.Equal(["herat-1 herat-2", "nepal-1 nepal-2"], StoriesOf([.. Herat, .. Jajarkot]));

    [Fact]
    public void The_order_in_which_articles_come_does_not_matter()
    {
        string[] expected = StoriesOf(All);
        Assert.Equal(7, expected.Length);
        for (int seed = 0; seed < 20; seed++)
        {
            var shuffled = All.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, StoriesOf(shuffled));
        }
    }

    [Fact]
    public void Copies_of_one_text_change_no_story()
    {
        var copies = MacronInChina.Select(a => a with { Id = $"{a.Id}-copy" });
        var versions = All.Select((a, i) => a with { Id = $"{a.Id}-version", Text = $"{a.Text} This version was mended.", Origin = i });
        var index = IndexOf([.. All.Select((a, i) => a with { Origin = i }), .. copies, .. versions]);
        Assert.Equal(StoriesOf(All), index.Stories.Select(s => string.Join(' ', s.Members.Where(m => !m.EndsWith("-copy", StringComparison.Ordinal) && !m.EndsWith("-version", StringComparison.Ordinal)).Order())).Order());
        Assert.Equal((2 * All.Length) + MacronInChina.Length, index.Stories.Sum(s => s.Members.Count));
    }

    [Fact]
    public void A_story_keeps_the_name_of_its_first_article_and_tells_why_each_other_came()
    {
        var index = new StoryIndex(Frequencies);
        Assert.Equal(new("vilnius-2", "vilnius-2", "nothing like it came before"), index.Add(VilniusSummit[1]));
        var placement = index.Add(VilniusSummit[0]);
        Assert.Equal("vilnius-2", placement.Story);
        Assert.StartsWith("both tell of ", placement.Reason, StringComparison.Ordinal);
        Assert.Contains("Stoltenberg", placement.Reason, StringComparison.Ordinal);
        Assert.Equal([StoryChangeKind.Begun, StoryChangeKind.Added], Assert.Single(index.Stories).Changes.Select(c => c.Kind));
    }

    [Fact]
    public void An_article_that_begins_a_story_beside_another_says_what_sets_them_apart()
    {
        var index = IndexOf([.. Herat, Jajarkot[0]]);
        string reason = index.Stories[1].Changes[0].Reason;
        Assert.StartsWith("nearest is herat-1, but the one tells of ", reason, StringComparison.Ordinal);
        Assert.Contains("Jajarkot", reason, StringComparison.Ordinal);
        Assert.Contains("Herat", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_report_takes_the_first_out_of_a_story_where_it_does_not_belong()
    {
        var index = IndexOf([.. MacronInChina, MacronInTheNetherlands[0]]);
        Assert.Single(index.Stories);
        Assert.Equal("hague-1", index.Add(MacronInTheNetherlands[1]).Story);
        var left = Assert.Single(index.Stories[0].Changes, c => c.Kind == StoryChangeKind.Split);
        Assert.Equal("hague-2", left.Article);
        Assert.StartsWith("hague-1 left china-1: the one tells of ", left.Reason, StringComparison.Ordinal);
        Assert.StartsWith("out of china-1: the one tells of ", index.Stories[1].Changes[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_between_two_stories_joins_them_and_says_why()
    {
        var index = IndexOf([
            Article("ankara", null, "Erdogan sends Sweden's bid to parliament", "Recep Tayyip Erdogan will send Sweden's bid to the parliament in Ankara, he told Ulf Kristersson. Sweden had changed its laws on terrorism for Turkey."),
            Article("vilnius", null, "Stoltenberg hails a historic day", "Jens Stoltenberg spoke of a historic day in Vilnius after Monday's talks. Lithuania's Gitanas Nauseda was glad for the Baltic Sea."),
        ]);
        Assert.Equal(2, index.Stories.Count);
        var placement = index.Add(Article("both", null, "Erdogan and Kristersson agree in Vilnius", "Recep Tayyip Erdogan and Ulf Kristersson agreed in Vilnius that Turkey's parliament in Ankara votes on Sweden's bid. Jens Stoltenberg called it a historic day for Sweden and the Baltic Sea. Gitanas Nauseda of Lithuania cheered in Vilnius with Stoltenberg."));
        var story = Assert.Single(index.Stories);
        Assert.Equal(("ankara", "ankara"), (story.Id, placement.Story));
        string joined = Assert.Single(story.Changes, c => c.Kind == StoryChangeKind.Joined).Reason;
        Assert.StartsWith("with vilnius: ", joined, StringComparison.Ordinal);
    }

    private static StoryArticle Article(string id, string? published, string? title, string text) => new() { Id = id, Title = title, Text = text, Published = published is null ? null : When.Parse(published) };

    private static StoryIndex IndexOf(IEnumerable<StoryArticle> articles)
    {
        var index = new StoryIndex(Frequencies);
        foreach (var article in articles)
            index.Add(article);
        return index;
    }

    private static string[] StoriesOf(IEnumerable<StoryArticle> articles) => [.. IndexOf(articles).Stories.Select(s => string.Join(' ', s.Members.Order())).Order()];
}
