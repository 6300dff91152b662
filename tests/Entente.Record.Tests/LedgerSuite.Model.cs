using CsCheck;
using Entente.Record;
using Entente.Vocabulary;
using static Entente.Tests.Sample;

namespace Entente.Tests;

public abstract partial class LedgerSuite
{
    private static readonly string?[] Dates = [null, "2023-01-11", "2023", "2023-06", "../2021", "2024/..", "199X", null];
    private static readonly string[] Days = ["1989-12-31", "2020-05-05", "2023-01-10", "2023-01-11", "2023-06-01", "2024-03-01"];
    private static readonly string[] Prefixes = ["0", "a", "k", "zz", "7"];
    private static readonly TimeSpan[] Steps = [TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(-2), TimeSpan.FromDays(40), TimeSpan.FromMicroseconds(-1)];

    /// <summary>One random operation; what the three numbers mean depends on the kind.</summary>
    private sealed record Step(string Kind, int A, int B, int C);

    private static Gen<Step[]> Histories { get; } =
        Gen.Select(Gen.OneOf("append", "append", "append", "append", "clock", "clock", "withdraw", "decide", "decide", "ask", "ask", "ask", "ties", "ties", "find", "match", "match", "origins", "misquote", "reopen"),
            Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], (kind, a, b, c) => new Step(kind, a, b, c)).Array[1, 200];

    /// <summary>
    /// 20,000 operations; a million where ENTENTE_LONG is set. A failure tells its seed and the shortest history found; CsCheck_Seed=… runs it again.
    /// </summary>
    [Fact]
    public void Whatever_is_done_in_whatever_order_the_record_answers_as_a_naive_list_would()
    {
        long target = Environment.GetEnvironmentVariable("ENTENTE_LONG") is null ? 20_000 : 1_000_000, done = 0;
        Histories.Sample(history => done += Live(history), iter: target / 90, threads: 1, print: h => string.Join('\n', h.Select(s => s.ToString())));
        TestContext.Current.TestOutputHelper?.WriteLine($"{done} operations, no difference");
        Assert.True(done >= target, $"{done} operations");
    }

    private int Live(Step[] history)
    {
        StartAnew();
        clock.Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var naive = new NaiveRecord();
        var answers = new List<(DateOnly? Day, DateTimeOffset Instant, List<string> Answer)>();
        foreach (var step in history)
            Do(step, naive, answers);
        // What was once answered about an instant of the past is answered so for ever.
        foreach (var (day, instant, answer) in answers)
            Assert.Equal(answer, Answer(day, instant, new() { IncludeRejected = true }));
        Assert.Equal(naive.Entries, ledger.Entries().Count());
        Assert.Empty(ledger.Verify());
        return history.Length;
    }

    private void Do(Step step, NaiveRecord naive, List<(DateOnly?, DateTimeOffset, List<string>)> answers)
    {
        var article = RandomArticle(step.A);
        DateOnly? day = step.A % 3 == 0 ? null : Day(Days[step.A % Days.Length]);
        DateTimeOffset? instant = step.B % 3 == 0 ? null : naive.LastKnown.AddMicroseconds(-(step.B % 3 == 1 ? step.B % 50 : (long)step.B * step.B * 3_000_000));
        switch (step.Kind)
        {
            case "append":
                ArticleReading[] batch = [.. Enumerable.Range(0, 1 + (step.B % 3)).Select(i => RandomReading(step.A + (i * 7), step.B / 3, step.C + i))];
                Assert.Equal(naive.Knows(batch[0].Article.Id, batch[0].Reader), writer.Knows(batch[0].Article.Id, batch[0].Reader));
                Assert.Equal(naive.Append(batch, clock.Now), writer.Append(batch));
                break;
            case "clock":
                clock.Go(Steps[step.A % Steps.Length]);
                break;
            case "withdraw" when step.B % 4 != 0:
                break;
            case "withdraw" when naive.Has(article.Id):
                naive.Withdraw(article.Id, clock.Now);
                writer.Withdraw(article.Id, "a hoax");
                break;
            case "withdraw":
                Assert.Equal("ENT0207", Assert.Throws<EntenteException>(() => writer.Withdraw(article.Id, "a hoax")).Fault.Code);
                break;
            case "decide":
                var decision = new Decision(naive.AllClaimIds.Append("0000000000000000").ElementAtOrDefault(step.A % 60) ?? "zzzzzzzzzzzzzzzz", (Verdict)(step.B % 3), "an analyst");
                naive.Decide(decision, clock.Now);
                writer.Decide(decision);
                break;
            case "ask":
                var filter = RandomFilter(step.C, article.Id);
                Assert.Equal(naive.Claims(day, instant, filter).Select(Told), Answer(day, instant, filter));
                if (instant <= naive.LastKnown && answers.Count < 10)
                    answers.Add((day, instant.Value, Answer(day, instant, new() { IncludeRejected = true })));
                break;
            case "ties":
                using (var view = ledger.AsOf(day).KnownOn(instant))
                    Assert.Equal(naive.Claims(day, instant, new()).NaiveTies(), view.NamedTies());
                break;
            case "find":
                Find(naive, article, day, instant, step.C);
                break;
            case "match" when naive.Has(article.Id):
                string[] others = [.. new[] { step.A, step.B, step.C, step.B + step.C }.Select(r => RandomArticle(r).Id).Where(naive.Has).Distinct()];
                string[][] groups = step.C % 2 == 0 ? [others] : [others[..(others.Length / 2)], others[(others.Length / 2)..]];
                naive.Match(article.Id, (byte)step.B, groups);
                writer.Match([(article.Id, new[] { (byte)step.B })], groups.Where(g => g.Length > 0).ToList());
                break;
            case "match":
                Assert.Equal("ENT0207", Assert.Throws<EntenteException>(() => writer.Match([(article.Id, new byte[] { 1 })], [])).Fault.Code);
                break;
            case "origins":
                using (var view = ledger.AsOf(day).KnownOn(instant))
                    Assert.Equal(naive.Groups(instant).Select(g => string.Join(' ', g)), view.Articles().Select(a => string.Join(' ', view.Origins.CopiesOf(a.Id))));
                Assert.Equal(naive.Fingerprints(), writer.Fingerprints().Select(f => (f.ArticleId, f.Fingerprint is { } kept ? kept.Span[0] : (int?)null)));
                break;
            case "misquote":
                Assert.Throws<EntenteException>(() => writer.Append([RandomReading(step.A, step.B, step.C), article.Read(Reader2, Misquoted("JPN USA"))]));
                Assert.Equal(naive.Entries, ledger.Entries().LastOrDefault()?.Seq ?? 0);
                break;
            case "reopen" when step.A % 4 == 0:
                OpenAgain();
                break;
        }
    }

    private void Find(NaiveRecord naive, Article article, DateOnly? day, DateTimeOffset? instant, int random)
    {
        using var view = ledger.AsOf(day).KnownOn(instant);
        Assert.Equal(naive.ArticleNames(instant), view.Articles().Select(a => a.Name));
        Assert.Equal(naive.ArticleNames(instant).Count(), view.ArticleCount);
        Assert.Equal(naive.HasArticle(article.Id, instant), view.FindArticle(article.Id) is not null);
        string prefix = Prefixes[random % Prefixes.Length];
        Assert.Equal(naive.IdsBeginning(prefix, instant).Order(StringComparer.Ordinal), view.IdsBeginning(prefix).Order(StringComparer.Ordinal));
        if (naive.AllClaimIds.ElementAtOrDefault(random % 60) is not { } id)
            return;
        var expected = naive.Claims(null, instant, new() { IncludeRejected = true }).LastOrDefault(c => c.Id == id);
        Assert.Equal(expected is null ? null : Told(expected), view.FindClaim(id) is { } found ? Told(found) : null);
    }

    private List<string> Answer(DateOnly? day, DateTimeOffset? instant, ClaimFilter filter)
    {
        using var view = ledger.AsOf(day).KnownOn(instant);
        return [.. view.Claims(filter).Select(Told)];
    }

    private static string Told(RecordedClaim c) => $"{c.Id} {c.ArticleId} {c.Reported} {c.Known:O} {c.Verdict} {ClaimJson.Write(c.Claim)}";

    private static Article RandomArticle(int random) => Article($"article {random % 12}", Dates[random % 12 % Dates.Length]);

    private static ArticleReading RandomReading(int article, int reader, int random)
    {
        var claims = Enumerable.Range(0, random % 5).Select(i => RandomClaim((random / 5) + (i * 31)));
        return RandomArticle(article).Read(reader % 3 == 0 ? Reader2 : Reader1, [.. claims]);
    }

    private static Func<Article, Claim> RandomClaim(int random)
    {
        string? date = Dates[random / 7 % Dates.Length];
        return (random % 7) switch
        {
            0 => Obligation(Some(random), Some(random / 3), date, (ObligationLevel)(random % 5)),
            1 => Meeting(Some(random), date),
            2 => Figure("JPN", random % 4, date),
            _ => Agreement(Some(random / 2), date, random % 2 == 0 ? "alliance" : "trade", (Status)(random % 9), (Modality)(random % 4), random % 10 / 10.0),
        };
    }

    private static ClaimFilter RandomFilter(int random, string articleId) => new()
    {
        Actor = random % 2 == 0 ? Some(random).Split(' ')[0] : null,
        Other = random % 3 == 0 ? Some(random / 5).Split(' ')[^1] : null,
        Kind = random % 5 == 0 ? (ClaimKind)(random / 5 % 4) : null,
        Code = random % 7 == 0 ? "trade" : random % 7 == 1 ? "defend" : null,
        Status = random % 11 == 0 ? (Status)(random / 11 % 9) : null,
        Modality = random % 13 == 0 ? Modality.Planned : null,
        ArticleId = random % 17 < 4 ? articleId : null,
        MinimumConfidence = random % 19 == 0 ? 0.5 : 0,
        IncludeRejected = random % 23 < 8,
    };

    /// <summary>One to six of six actors.</summary>
    private static string Some(int random) =>
        string.Join(' ', new[] { "JPN", "USA", "KOR", "PHL", "AUS", "NATO" }.Where((_, i) => (((random % 63) + 1) >> i & 1) == 1));
}
