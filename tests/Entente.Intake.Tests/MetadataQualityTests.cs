using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Metadata of real pages beside what people wrote down of them, held against the floors in <c>quality/floors.json</c>.</summary>
public class MetadataQualityTests
{
    [Fact]
    public void Pages_are_dated_as_people_date_them() => Reaches("pages_date_accuracy", "date", page => page.Published?.Text, "html-pubdate", "html-trafilatura");

    [Fact]
    public void Headlines_are_those_that_people_see() => Reaches("pages_title_accuracy", "title", page => page.Title, "html-trafilatura");

    private static void Reaches(string floor, string field, Func<PageMetadata, string?> found, params string[] sets)
    {
        Assert.SkipWhen(sets.Any(s => Repository.Shared("data", s, "dev.jsonl") is null), "the shared pages are not beside the repository");
        var missed = new List<string>();
        int all = 0;
        foreach (string set in sets)
            foreach (string line in File.ReadLines(Repository.Shared("data", set, "dev.jsonl")!))
            {
                using var gold = JsonDocument.Parse(line);
                if (!gold.RootElement.TryGetProperty(field, out var stated) || stated.GetString() is not { Length: > 0 } expected)
                    continue;
                all++;
                string? got = found(Read(gold.RootElement, set));
                if (PlainValue.Letters(got ?? "") != PlainValue.Letters(expected))
                    missed.Add($"{gold.RootElement.GetProperty("id")}: {expected}, not {got}");
            }
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        double reached = 1 - ((double)missed.Count / all);
        string told = string.Create(CultureInfo.InvariantCulture, $"{floor}: {reached:0.000} of {all}; missed:\n  {string.Join("\n  ", missed)}");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(reached >= floors.RootElement.GetProperty(floor).GetDouble(), told);
    }

    private static PageMetadata Read(JsonElement gold, string set)
    {
        using var unpacked = new GZipStream(File.OpenRead(Repository.Shared("data", set, gold.GetProperty("html").GetString()!)!), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        using var text = PageText.Decode(bytes.ToArray(), null);
        using var tree = MarkupTree.Parse(text.Letters);
        return PageMetadata.Of(tree, gold.GetProperty("url").GetString(), null);
    }
}
