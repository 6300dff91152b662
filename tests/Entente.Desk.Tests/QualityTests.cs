using System.Globalization;
using System.Text.Json;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>
/// How well articles are read, held against floors in <c>quality/floors.json</c>. A change that falls below one is told with what it missed;
/// a change that rises well above raises the floor.
/// </summary>
public class QualityTests
{
    private static readonly LocalDesk Desk = new(new DataFolder(Repository.PathOf("data")), "", new TestClock(default));
    private static readonly Lazy<IReadOnlyList<ArticleReading>> Samples = new(() => ReadingsOf(Repository.PathOf("samples")).Readings);

    [Fact]
    public void The_samples_are_read_with_nothing_set_aside()
    {
        var (readings, report) = ReadingsOf(Repository.PathOf("samples"));
        Assert.True(report.SetAside.Count == 0, string.Join("\n", report.SetAside));
        Assert.Equal(74, readings.Count);
        Assert.Equal(74, readings.Select(r => r.Article.Id).Distinct().Count());
        Assert.Equal(2, report.LeftAlone);
    }

    [Fact]
    public void What_a_careful_analyst_would_record_of_the_samples_is_found()
    {
        var rows = Expected().Where(r => r["kind"] != "none").ToList();
        var missed = rows.Where(r => !Samples.Value.First(s => s.Article.Name == r["doc"]).Claims.Any(c => Fits(r, c))).ToList();
        Reaches("samples_found", 1 - ((double)missed.Count / rows.Count), $"{missed.Count} of {rows.Count} rows missed:",
            missed.Select(r => $"{r.Place}  {r["doc"]}: {r["kind"]} {r["code"]} {r["who"]} {r["whom"]} {r["status_or_level"]}"));
    }

    [Fact]
    public void Of_articles_that_tell_of_no_act_between_states_nothing_is_made_up()
    {
        var silent = Expected().Where(r => r["kind"] == "none").Select(r => Samples.Value.First(s => s.Article.Name == r["doc"])).ToList();
        Assert.Equal(8, silent.Count);
        Reaches("samples_silent", (double)silent.Count(s => s.Claims.Count == 0) / silent.Count, "made up:", silent.SelectMany(s => s.Claims).Select(ClaimJson.Write));
    }

    [Fact]
    public void The_seed_articles_reach_their_floor()
    {
        Assert.SkipWhen(Repository.Shared("seeds") is null || Repository.Shared("eval", "seeds.claims.jsonl") is null, "the shared articles are not beside the repository");
        Reaches("seeds", Repository.Shared("eval", "seeds.claims.jsonl")!, Repository.Shared("seeds")!);
    }

    [Fact]
    public void The_real_articles_for_tuning_reach_their_floor()
    {
        Assert.SkipWhen(Repository.Shared("eval", "real-dev", "articles.jsonl") is null, "the shared articles are not beside the repository");
        Reaches("real_dev", Repository.Shared("eval", "real-dev", "claims.jsonl")!, Repository.Shared("eval", "real-dev", "articles.jsonl")!);
    }

    [Theory]
    [InlineData("world", "tune")]
    [InlineData("world", "held")]
    [InlineData("voa", "tune")]
    [InlineData("voa", "held")]
    public void Articles_that_we_annotated_reach_their_floor(string set, string part)
    {
        string? articles = SharedNews.Articles(set, part);
        Assert.SkipWhen(articles is null, "the shared articles are not beside the repository");
        using var folder = new TemporaryFolder();
        Reaches($"{set}_{part}", Repository.PathOf("quality", set, part + ".claims.jsonl"), folder.Write("articles.jsonl", articles));
    }

    private static void Reaches(string name, string gold, string articles)
    {
        var score = Desk.Score(new([gold], [articles], null), fault => Assert.Fail(fault.ToString()))!;
        var found = score.All.Found;
        Reaches(name + "_full_f1", score.All.Full.F1, "with date, modality and speaker", []);
        Reaches(name + "_found_f1", found.F1, string.Create(CultureInfo.InvariantCulture, $"precision {found.Precision:0.000}, recall {found.Recall:0.000}, F1 {found.F1:0.000}; missed:"), score.Missed.Select(ClaimJson.Write));
    }

    private static void Reaches(string name, double reached, string head, IEnumerable<string> missed)
    {
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        double floor = floors.RootElement.GetProperty(name).GetDouble();
        string told = string.Create(CultureInfo.InvariantCulture, $"{name}: {reached:0.000}, floor {floor:0.00}; {head}\n  {string.Join("\n  ", missed)}");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(reached >= floor, told);
    }

    private static IReadOnlyList<DataTable.Row> Expected() =>
        DataTable.Parse("samples/expected.tsv", File.ReadAllText(Repository.PathOf("samples", "expected.tsv")), "doc", "kind", "code", "who", "whom", "status_or_level").Rows;

    /// <summary>Its kind, its code, and all who are named in it; not its status, its level or its modality.</summary>
    private static bool Fits(DataTable.Row row, Claim claim) =>
        claim.Kind.Code() == row["kind"] && claim.Everyone.ToHashSet().SetEquals(row.List("who").Concat(row.List("whom"))) && row["code"] == claim switch
        {
            AgreementClaim a => a.Form,
            EventClaim e => e.Type.Code(),
            FigureClaim f => f.Measure,
            _ => "",
        };

    private static (IReadOnlyList<ArticleReading> Readings, TakeInReport Report) ReadingsOf(string path)
    {
        var readings = new List<ArticleReading>();
        var report = Desk.ReadOnly([path], Stream.Null, new(2, 64), readings.Add, CancellationToken.None);
        return (readings, report);
    }
}
