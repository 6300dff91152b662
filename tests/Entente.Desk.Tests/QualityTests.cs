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
        Reaches("seeds_found_f1", ClaimScorer.Score(Gold("seeds.claims.jsonl"), ClaimsOf(Repository.Shared("seeds")!)));
    }

    [Fact]
    public void The_real_articles_for_tuning_reach_their_floor()
    {
        Assert.SkipWhen(Repository.Shared("eval", "real-dev", "articles.jsonl") is null, "the shared articles are not beside the repository");
        string articles = Repository.Shared("eval", "real-dev", "articles.jsonl")!;
        var documents = ClaimScorer.Lines(File.ReadLines(articles)).Select(a => a.GetProperty("id").GetString()!);
        Reaches("real_dev_found_f1", ClaimScorer.Score(Gold("real-dev", "claims.jsonl"), ClaimsOf(articles), documents));
    }

    [Theory]
    [InlineData("""{"doc":"a","kind":"agreement","form":"consultation-pact","parties":["GBR","JPN"],"status":"signed"}""", true)]
    [InlineData("""{"doc":"a_x.txt","kind":"agreement","form":"alliance","parties":["GBR","JPN","USA"],"status":"ended"}""", true)]
    [InlineData("""{"doc":"a","kind":"agreement","form":"trade","parties":["GBR","JPN"],"status":"signed"}""", false)]
    [InlineData("""{"doc":"a","kind":"agreement","form":"alliance","parties":["GBR","FRA"],"status":"signed"}""", false)]
    [InlineData("""{"doc":"b","kind":"agreement","form":"alliance","parties":["GBR","JPN"],"status":"signed"}""", false)]
    [InlineData("""{"doc":"a","kind":"event","type":"AGREE","actors":["GBR","JPN"],"recipients":[]}""", false)]
    public void The_score_counts_a_claim_as_found_by_its_kind_its_family_and_its_parties(string system, bool isFound)
    {
        var gold = ClaimScorer.Lines(["""{"doc":"a","kind":"agreement","form":"alliance","parties":["GBR","JPN"],"status":"signed","evidence":"x"}"""]);
        Assert.Equal(isFound ? 1 : 0, ClaimScorer.Score(gold, ClaimScorer.Lines([system])).Found);
    }

    [Fact]
    public void In_the_score_one_claim_pairs_with_one_other_and_surplus_lowers_precision()
    {
        var gold = ClaimScorer.Lines(["""{"doc":"a","kind":"event","type":"CONSULT","actors":["JPN"],"recipients":["FRA"]}""", """{"doc":"a","kind":"event","type":"CONSULT","actors":["JPN"],"recipients":["FRA"]}"""]);
        var system = ClaimScorer.Lines(["""{"doc":"a","kind":"event","type":"CONSULT","actors":["FRA","JPN"],"recipients":[]}""", """{"doc":"a","kind":"event","type":"THREATEN","actors":["FRA"],"recipients":[]}"""]);
        var score = ClaimScorer.Score(gold, system);
        Assert.Equal((1, 0.5, 0.5, 0.5), (score.Found, score.Precision, score.Recall, score.F1));
    }

    private static void Reaches(string name, ClaimScore score) => Reaches(name, score.F1,
        string.Create(CultureInfo.InvariantCulture, $"precision {score.Precision:0.000}, recall {score.Recall:0.000}, F1 {score.F1:0.000}; missed:"), score.Missed);

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

    private static IReadOnlyList<JsonElement> Gold(params string[] path) => ClaimScorer.Lines(File.ReadLines(Repository.Shared(["eval", .. path])!));

    private static IReadOnlyList<JsonElement> ClaimsOf(string path) => ClaimScorer.Lines(ReadingsOf(path).Readings.SelectMany(r => r.Claims).Select(ClaimJson.Write));

    private static (IReadOnlyList<ArticleReading> Readings, TakeInReport Report) ReadingsOf(string path)
    {
        var readings = new List<ArticleReading>();
        var desk = new LocalDesk(new DataFolder(Repository.PathOf("data")), "", new TestClock(default));
        var report = desk.ReadOnly([path], Stream.Null, new(2, 64), readings.Add, CancellationToken.None);
        return (readings, report);
    }
}
