using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Desk;

namespace Entente.Tests;

/// <summary>The same articles make the same record, however they come.</summary>
public sealed class SameRecordTests : IDisposable
{
    private const int Articles = 150;

    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2024-03-31T12:00:00Z", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Order_workers_and_batches_leave_no_trace_in_the_export_and_reading_twice_adds_nothing()
    {
        string[] lines = [.. GeneratedArticles.Lines(Articles)];
        string given = folder.Write("given.jsonl", string.Join("\n", lines));
        new Random(6).Shuffle(lines);
        string shuffled = folder.Write("shuffled.jsonl", string.Join("\n", lines));
        var hashes = new Dictionary<string, string>();
        foreach (string path in new[] { given, shuffled })
            foreach (int workers in new[] { 1, 2, 4 })
                foreach (int batch in new[] { 1, 100, 10_000 })
                    hashes[$"{Path.GetFileName(path)}, {workers} workers, batches of {batch}"] = HashOfReadingTwice(path, new(workers, batch));
        Assert.Equal(18, hashes.Count);
        var groups = hashes.GroupBy(h => h.Value).ToList();
        Assert.True(groups.Count == 1, string.Join("\n", groups.Select(g => $"{g.Key[..8]}: {string.Join("; ", g.Select(h => h.Key))}")));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_machines_culture_leaves_no_trace(string culture)
    {
        string path = folder.Write("articles.jsonl", string.Join("\n", GeneratedArticles.Lines(60)));
        string expected = Export(path, "here.db", new TestClock(Noon));
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Export(path, "there.db", new TestClock(Noon)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public void A_clock_that_steps_back_with_each_look_leaves_no_trace_and_the_record_stays_sound()
    {
        string path = folder.Write("articles.jsonl", string.Join("\n", GeneratedArticles.Lines(60)));
        string expected = Export(path, "calm.db", new TestClock(Noon));
        Assert.Equal(expected, Export(path, "back.db", new TestClock(Noon) { Step = TimeSpan.FromMinutes(-61) }));
        Assert.Empty(DeskOn("back.db").Verify().Faults);
    }

    [Fact]
    public void An_unrelated_article_and_a_reprint_change_no_claim_of_the_others()
    {
        string[] lines = [.. GeneratedArticles.Lines(40)];
        var before = Export(folder.Write("before.jsonl", string.Join("\n", lines)), "before.db", new TestClock(Noon)).Split('\n').ToHashSet();
        string[] more = ["""{"id": "unrelated", "text": "Chad and Niger signed a trade agreement."}""", lines[3].Replace("\"id\":\"", "\"id\":\"reprint-", StringComparison.Ordinal), .. lines];
        var after = Export(folder.Write("after.jsonl", string.Join("\n", more)), "after.db", new TestClock(Noon)).Split('\n').ToHashSet();
        Assert.True(before.IsProperSubsetOf(after));
    }

    [Fact]
    public void Every_claim_of_every_generated_article_stands_word_for_word_where_it_says()
    {
        string path = folder.Write("articles.jsonl", string.Join("\n", GeneratedArticles.Lines(500, seed: 15)));
        int claims = 0, odd = 0, afterOdd = 0;
        DeskOn("none.db").ReadOnly([path], Stream.Null, new(2, 100), reading =>
        {
            foreach (var claim in reading.Claims)
            {
                claims++;
                odd += claim.Evidence.Quote.Any(c => c > 0x7F) ? 1 : 0;
                afterOdd += reading.Article.Text[..claim.Evidence.Span.Start].Any(char.IsSurrogate) ? 1 : 0;
                Assert.Equal(claim.Evidence.Quote, claim.Evidence.Span.In(reading.Article.Text));
            }
            Assert.All(reading.Passed, p => Assert.InRange(p.Span.End, p.Span.Start, reading.Article.Text.Length));
        }, TestContext.Current.CancellationToken);
        Assert.True(claims > 2_000 && odd > 50 && afterOdd > 50, $"{claims} claims, {odd} with characters beyond ASCII, {afterOdd} after some beyond the basic plane: too few to prove anything");
    }

    private string HashOfReadingTwice(string path, TakeInOptions options)
    {
        string record = $"{Guid.NewGuid():N}.db";
        var desk = DeskOn(record);
        var first = desk.TakeIn([path], Stream.Null, options, (_, _) => { }, CancellationToken.None);
        string export = ExportOf(desk);
        var second = desk.TakeIn([path], Stream.Null, options, (_, _) => { }, CancellationToken.None);
        Assert.Equal((Articles, 0, 0, Articles), (first.Taken, first.SetAside.Count, second.Taken, second.Known));
        Assert.Equal(export, ExportOf(desk));
        Assert.True(export.Length > 10_000, "too little to compare");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(export)));
    }

    private string Export(string path, string record, TimeProvider clock)
    {
        var desk = DeskOn(record, clock);
        desk.TakeIn([path], Stream.Null, new(2, 10), (_, _) => { }, CancellationToken.None);
        return ExportOf(desk);
    }

    private LocalDesk DeskOn(string record, TimeProvider? clock = null) => new(new DataFolder(Repository.PathOf("data")), folder.PathOf(record), clock ?? new TestClock(Noon));

    private static string ExportOf(LocalDesk desk) => string.Join("\n", desk.ExportClaims(default));
}
