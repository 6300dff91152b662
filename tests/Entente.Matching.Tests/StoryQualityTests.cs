using System.Globalization;
using System.Text.Json;
using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>How well stories are told apart, held against the floor in <c>quality/floors.json</c>, on articles beside the repository.</summary>
public class StoryQualityTests
{
    [Fact]
    public void Stories_of_ECB_plus_reach_their_floor_in_any_order()
    {
        string? file = Repository.Shared("data", "stories-ecbplus", "dev.jsonl");
        Assert.SkipWhen(file is null, "the shared data are not beside the repository");
        var articles = File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        var gold = articles.ToDictionary(a => Text(a, "id")!, a => Text(a, "story")!);
        var first = StoriesOf(articles.Select(ArticleOf));
        Reaches("stories_ecbplus_b3", BCubed.Of(gold.Select(g => (first[g.Key], g.Value))));
        new Random(1).Shuffle(articles);
        var second = StoriesOf(articles.Select(ArticleOf));
        Assert.True(BCubed.Of(first.Select(f => (f.Value, second[f.Key]))).F1 > 0.98, "another order gives other stories");
    }

    /// <summary>The fifth, on the ministers' talks in Washington, speaks of the same leaders and pacts in the same days and is put with them.</summary>
    [Fact]
    public void The_four_seed_articles_on_one_tour_are_one_story()
    {
        string? labels = Repository.Shared("eval", "seeds.articles.jsonl"), folder = Repository.Shared("seeds");
        Assert.SkipWhen(labels is null || folder is null, "the shared articles are not beside the repository");
        var articles = File.ReadLines(labels).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var origins = articles.Select(a => Text(a, "origin")).Distinct().ToList();
        var put = StoriesOf(articles.Select(a => new StoryArticle
        {
            Id = Text(a, "doc")!,
            Title = Text(a, "title"),
            Text = File.ReadAllText(Directory.GetFiles(folder, Text(a, "doc") + "_*").Single()),
            Published = When.Parse(Text(a, "published")!),
            Origin = origins.IndexOf(Text(a, "origin")),
        }));
        var tour = articles.Where(a => Text(a, "story") == "kishida-g7-tour").Select(a => put[Text(a, "doc")!]).ToList();
        Assert.Equal(4, tour.Count);
        Assert.Single(tour.Distinct());
    }

    private static StoryArticle ArticleOf(JsonElement article) => new() { Id = Text(article, "id")!, Text = Text(article, "text")! };

    private static string? Text(JsonElement article, string field) => article.GetProperty(field).GetString();

    private static Dictionary<string, string> StoriesOf(IEnumerable<StoryArticle> articles)
    {
        var index = new StoryIndex(WordFrequencies.Load(Repository.ReadData));
        foreach (var article in articles)
            index.Add(article);
        return index.Stories.SelectMany(s => s.Members.Select(m => (Member: m, s.Id))).ToDictionary(m => m.Member, m => m.Id);
    }

    private static void Reaches(string name, BCubed score)
    {
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        double floor = floors.RootElement.GetProperty(name).GetDouble();
        string told = string.Create(CultureInfo.InvariantCulture, $"{name}: precision {score.Precision:0.000}, recall {score.Recall:0.000}, F1 {score.F1:0.000}; floor {floor:0.000}");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(score.F1 >= floor, told);
    }
}
