using System.Text.Json;

namespace Entente.Tests;

/// <summary>The reader of English measured on corpora of a few lines: what is shown, and what is said of files that are not there.</summary>
public sealed class ScoreTests : IDisposable
{
    private readonly TemporaryFolder corpora = new();

    public void Dispose() => corpora.Dispose();

    [Fact]
    public void Files_that_are_there_are_measured_and_others_are_said()
    {
        corpora.Write("ud-ewt/en_ewt-ud-dev.conllu", "# newdoc id = a\n" + string.Concat(new[] { "1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_", "2\tsail\tsail\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No", "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_" }.Select(l => l + "\n")) + "\n");
        corpora.Write("ner-gmb/dev.iob2", "Quito\tB-geo\nwaits\tO\n.\tO\n\n");
        var seen = Face.Run("score", "--data", corpora.Root);
        Assert.Equal(0, seen.Code);
        string[][] rows = [.. seen.Out.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Contains(["segmentation", "ud-ewt", "tokens", "100.0", "99.0"], rows);
        Assert.Contains(rows, r => r is ["names", "gmb", "F1", _, "82.0", ..]);
        Assert.Contains("Not measured: quotes of polnear", seen.Error);
    }

    [Fact]
    public void Machines_get_shares_and_bars()
    {
        corpora.Write("attribution-polnear/dev.jsonl", """{"text":"“The fleet sails at dawn,” Anna Hale said.","attributions":[{"source":[[27,36]],"cue":[[37,41]],"content":[[0,26]]}]}""");
        var seen = Face.Run("score", "--data", corpora.Root, "--set", "polnear", "--format", "json");
        Assert.Equal((0, ""), (seen.Code, seen.Error));
        var scores = JsonDocument.Parse(seen.Out).RootElement.GetProperty("scores").EnumerateArray().ToDictionary(s => s.GetProperty("measure").GetString()!);
        Assert.Equal((1.0, 1.0, 0.8), (scores["found"].GetProperty("value").GetDouble(), scores["speaker"].GetProperty("value").GetDouble(), scores["speaker"].GetProperty("bar").GetDouble()));
    }

    [Fact]
    public void An_unknown_set_is_refused_with_those_that_are_known()
    {
        var seen = Face.Run("score", "--data", corpora.Root, "--set", "conll");
        Assert.Equal(1, seen.Code);
        Assert.Contains("ENT0303", seen.Error);
        Assert.Contains("worldwide", seen.Error);
    }

    [Fact]
    public void An_empty_folder_is_a_failure() => Assert.Equal(1, Face.Run("score", "--data", corpora.Root).Code);
}
