using System.Globalization;
using System.Text.Json;
using Entente.Training;

namespace Entente.Tests;

/// <summary>How well the reader of English does on annotated corpora, held against floors in <c>quality/floors.json</c>.</summary>
public class LanguageFloorTests
{
    [Fact]
    public void The_reader_of_English_reaches_its_floors()
    {
        string? corpora = Repository.Shared("data");
        Assert.SkipWhen(corpora is null, "the annotated corpora are not beside the repository");
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        var floors = file.RootElement.GetProperty("language").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetDouble());
        var run = new ScoreRun(Repository.ReadData, Repository.OpenData, corpora!);
        var reached = run.Measurements.Where(m => floors.Keys.Any(k => k.StartsWith($"{m.What} {m.Data} ", StringComparison.Ordinal))).SelectMany(run.Run)
            .ToDictionary(line => $"{line.What} {line.Data} {line.Measure}", line => line.Value);
        string[] below = [.. floors.Where(f => !(reached.GetValueOrDefault(f.Key) >= f.Value)).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}: {reached.GetValueOrDefault(f.Key):0.000}, floor {f.Value:0.000}"))];
        Assert.True(below.Length == 0, string.Join('\n', below));
    }
}
