using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>How well stories are found on pages of many makers, held against floors in <c>quality/floors.json</c>.</summary>
public sealed class PageQualityTests
{
    /// <summary>Words in a row, as the benchmark counts.</summary>
    private const int Row = 4;

    private const string Absent = "the shared pages are not beside the repository";

    [Fact]
    public void Whole_stories_reach_their_floor()
    {
        var (precision, recall, pages) = (0.0, 0.0, 0);
        foreach (var page in Pages("html-aeb"))
        {
            var gold = Rows(page.GetProperty("articleBody").GetString()!);
            var found = Rows(StoryOf("html-aeb", page));
            double both = gold.Sum(g => Math.Min(g.Value, found.GetValueOrDefault(g.Key)));
            precision += found.Count == 0 ? 0 : both / found.Values.Sum();
            recall += gold.Count == 0 ? 1 : both / gold.Values.Sum();
            pages++;
        }
        Reaches("pages_aeb_f1", 2 * precision * recall / (precision + recall) / pages);
    }

    [Fact]
    public void Parts_that_belong_to_a_story_are_in_it_and_others_are_not()
    {
        int right = 0, all = 0;
        foreach (var page in Pages("html-trafilatura"))
        {
            string found = Squashed(StoryOf("html-trafilatura", page));
            foreach (bool belongs in (ReadOnlySpan<bool>)[true, false])
                foreach (var part in page.GetProperty(belongs ? "with" : "without").EnumerateArray())
                {
                    all++;
                    right += found.Contains(Squashed(part.GetString()!), StringComparison.Ordinal) == belongs ? 1 : 0;
                }
        }
        Reaches("pages_trafilatura", (double)right / all);
    }

    private static IEnumerable<JsonElement> Pages(string set)
    {
        string? file = Repository.Shared("data", set, "dev.jsonl");
        Assert.SkipWhen(file is null, Absent);
        return File.ReadLines(file).Select(line => JsonElement.Parse(line));
    }

    private static string StoryOf(string set, JsonElement page)
    {
        using var html = new GZipStream(File.OpenRead(Repository.Shared("data", set, page.GetProperty("html").GetString()!)!), CompressionMode.Decompress);
        return Assert.Single(new PageOpener().Open(new Parcel("page.html", "page", html))).Article?.Text ?? "";
    }

    private static Dictionary<string, int> Rows(string text)
    {
        string[] words = [.. Words(text)];
        return Enumerable.Range(0, words.Length == 0 ? 0 : Math.Max(1, words.Length - Row + 1)).CountBy(i => string.Join(' ', words.Skip(i).Take(Row))).ToDictionary();
    }

    private static IEnumerable<string> Words(string text)
    {
        for (int first = 0, i = 0; i <= text.Length; i++)
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark))
            {
                if (i > first)
                    yield return text[first..i];
                first = i + 1;
            }
    }

    private static string Squashed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Reaches(string name, double reached)
    {
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        double floor = floors.RootElement.GetProperty(name).GetDouble();
        string told = string.Create(CultureInfo.InvariantCulture, $"{name}: {reached:0.0000}, floor {floor:0.000}");
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(reached >= floor, told);
    }
}
