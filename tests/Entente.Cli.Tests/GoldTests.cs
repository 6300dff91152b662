using System.Text.Json;

namespace Entente.Tests;

/// <summary>Claims scored against gold that people bring, as they see it.</summary>
public sealed class GoldTests : IDisposable
{
    private const string Gold = """
        {"doc":"tin","kind":"agreement","form":"basing","parties":["ITA","OMN"],"status":"signed","date":"1998-04","modality":"fact","evidence":"two frigates at Salalah"}
        {"doc":"tin","kind":"event","type":"CONSULT","actors":["ITA"],"recipients":["OMN"],"modality":"fact","evidence":"flew to Muscat [again]"}
        {"doc":"tin","kind":"event","type":"ACCUSE","actors":["YEM"],"recipients":["OMN"],"modality":"fact","speaker":"Salim Haddad","evidence":"a betrayal"}
        {"doc":"tin","kind":"obligation","from":["ITA"],"to":["OMN"],"level":"none","modality":"fact","evidence":"Rome would not fight"}
        """;

    private const string System = """
        {"doc":"tin","kind":"agreement","form":"status-of-forces","parties":["ITA","OMN"],"status":"signed","date":"1998-04","modality":"planned","evidence":"two frigates","confidence":0.72}
        {"doc":"tin","kind":"event","type":"CONSULT","actors":["ITA","OMN"],"recipients":[],"modality":"fact","evidence":"flew to Muscat","confidence":0.8}
        {"doc":"tin","kind":"event","type":"THREATEN","actors":["YEM"],"recipients":["OMN"],"modality":"fact","evidence":"a betrayal","confidence":0.84}
        {"doc":"tin","kind":"figure","subject":"ITA","measure":"ships","value":2,"unit":"frigates","modality":"fact","evidence":"two frigates \u001b[31m","confidence":0.3}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("score-gold", "")]
    [InlineData("score-gold-all", "--show all")]
    [InlineData("score-gold-missed", "--show missed --format json")]
    public void Claims_of_a_system_are_scored_as_approved(string name, string options) =>
        Snapshot.Matches(Score(["--system", folder.Write("system.jsonl", System), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).ToString(), name);

    [Fact]
    public void Without_a_system_the_articles_are_read()
    {
        string articles = folder.Write("articles.jsonl", """
            {"id":"tin","published":"1998-04-15","text":"Italy and Oman signed a basing agreement on Monday."}
            {"id":"quiet","text":"Italy and Oman signed a trade agreement."}
            """);
        using var json = JsonDocument.Parse(Score("--articles", articles, "--format", "json", "--show", "extra").Out);
        var score = json.RootElement.GetProperty("score");
        var agreements = score.GetProperty("kinds")[0];
        Assert.Equal((1, 2, 1), (agreements.GetProperty("gold").GetInt32(), agreements.GetProperty("claims").GetInt32(), agreements.GetProperty("full").GetProperty("right").GetInt32()));
        Assert.Equal("quiet", Assert.Single(score.GetProperty("extra").EnumerateArray()).GetProperty("doc").GetString());
    }

    [Fact]
    public void A_line_that_is_no_claim_is_refused_and_nothing_is_scored()
    {
        var seen = Face.Run("score", folder.Write("gold.jsonl", Gold + "\n{\"doc\":\"tin\",\"kind\":\"event\"}\n{\"doc\""), "--system", folder.Write("system.jsonl", System.Replace("\"signed\"", "\"done\"", StringComparison.Ordinal)));
        Assert.Equal(1, seen.Code);
        Snapshot.Matches(seen.ToString().Replace(folder.Root, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public void Gold_without_its_article_is_told_and_the_rest_is_scored()
    {
        var seen = Score("--articles", folder.Write("articles.jsonl", """{"id":"copper","text":"Nothing happened."}"""));
        Assert.Equal(3, seen.Code);
        Assert.Contains("ENT0113  gold: found claims of 'tin'", seen.Error, StringComparison.Ordinal);
        Assert.Contains("all", seen.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENT0101", "nowhere.jsonl", "--system", "nowhere.jsonl")]
    [InlineData("ENT0101", "GOLD", "--articles", "nowhere.jsonl")]
    [InlineData("ENT0114", "GOLD", "--articles", "GOLD", "--fit-confidence", "no/such/folder/table.tsv")]
    public void Files_that_cannot_be_read_or_written_are_told(string code, params string[] args)
    {
        string gold = folder.Write("gold.jsonl", Gold);
        var seen = Face.Run(["score", .. args.Select(a => a == "GOLD" ? gold : a)]);
        Assert.NotEqual(0, seen.Code);
        Assert.Contains(code, seen.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Either a file of gold or --data")]
    [InlineData("Either a file of gold or --data", "gold.jsonl", "--data", "corpora")]
    [InlineData("What is to be compared", "gold.jsonl")]
    [InlineData("--fit-confidence is for our own reader", "gold.jsonl", "--system", "system.jsonl", "--fit-confidence", "table.tsv")]
    public void What_cannot_go_together_is_a_wrong_command_line(string told, params string[] args)
    {
        var seen = Face.Run(["score", .. args]);
        Assert.Equal(2, seen.Code);
        Assert.Contains(told, seen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_is_written_as_a_table_that_the_reader_takes()
    {
        string articles = folder.Write("articles.jsonl", string.Join('\n', Enumerable.Range(0, 12).Select(i => $$"""{"id":"d{{i}}","text":"Italy and Oman signed a {{(i % 3 == 0 ? "trade" : "basing")}} agreement."}""")));
        string gold = folder.Write("gold.jsonl", string.Join('\n', Enumerable.Range(0, 12).Select(i => Gold.Split('\n')[0].Replace("\"tin\"", $"\"d{i}\"", StringComparison.Ordinal))));
        string table = folder.PathOf("calibration.tsv");
        var seen = Face.Run("score", gold, "--articles", articles, "--fit-confidence", table);
        Assert.Equal(0, seen.Code);
        Assert.Contains("Expected calibration error", seen.Out, StringComparison.Ordinal);
        Assert.Contains($"Written: {table}", seen.Error, StringComparison.Ordinal);
        var fitted = new Vocabulary.Calibration(Vocabulary.DataTable.Parse("table", File.ReadAllText(table), "kind", "raw", "calibrated"));
        Assert.InRange(fitted.Of(Vocabulary.ClaimKind.Agreement, 0.8), 0.55, 0.75);
    }

    private Seen Score(params string[] options) => Face.Run(["score", folder.Write("gold.jsonl", Gold), .. options]);
}
