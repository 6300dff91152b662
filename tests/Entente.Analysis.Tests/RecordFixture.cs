using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>A small record in a folder of its own, written claim by claim, each article on its own day; gone when the test is over.</summary>
public sealed class RecordFixture : IDisposable
{
    internal static readonly CodeBook Book = CodeBook.Load(Repository.ReadData);

    private readonly string folder = Directory.CreateTempSubdirectory("entente-analysis-").FullName;
    private readonly Ledger ledger;
    private readonly HandClock clock = new();
    private int articles;

    public RecordFixture() => ledger = SqliteLedger.OpenOrCreate(Path.Combine(folder, "record.db"));

    public void Dispose()
    {
        ledger.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    /// <summary>One article that says all of this, published on a day; gives its id.</summary>
    internal string Tell(string published, params Claim[] claims) => Take(new() { Name = $"{++articles}.txt", Text = $"Article {articles}.", Published = When.Parse(published) }, claims);

    /// <summary>One article that says nothing, by an outlet and perhaps an agency; gives its id.</summary>
    internal string Publish(string? outlet, string published, string? wire = null) =>
        Take(new() { Name = $"{++articles}.txt", Text = $"Article {articles}.", Published = When.Parse(published), Outlet = outlet, Wire = wire }, []);

    private string Take(Article article, Claim[] claims)
    {
        var evidence = new Evidence(new(0, article.Text.Length), article.Text);
        using var writer = ledger.OpenWriter(clock);
        writer.Append([new(article, new("test", "1", "1", "1"), [.. claims.Select(c => c with { Doc = article.Name, Evidence = evidence })], [])]);
        return article.Id;
    }

    /// <summary>These are copies of one text, and there are no others.</summary>
    internal void Copies(params string[] ids)
    {
        using var writer = ledger.OpenWriter(clock);
        writer.Match([], [ids]);
    }

    internal void Decide(string claimId, Verdict verdict)
    {
        using var writer = ledger.OpenWriter(clock);
        writer.Decide(new(claimId, verdict, "tester"));
    }

    internal void Withdraw(string articleId)
    {
        using var writer = ledger.OpenWriter(clock);
        writer.Withdraw(articleId, "wrong");
    }

    /// <summary>The record as of a day, or of any day, as known now.</summary>
    internal View AsOf(string? day) =>
        ledger.AsOf(day is null ? null : When.Parse(day).First).KnownNow();

    internal static AgreementClaim Agreement(string form, string parties, Status status, string? date = null, Modality modality = Modality.Fact, double confidence = 0.8, string? name = null) => new()
    {
        Doc = "",
        Evidence = null!,
        Confidence = confidence,
        Modality = modality,
        Name = name,
        Form = form,
        Parties = parties.Split(' '),
        Status = status,
        Date = date is null ? null : When.Parse(date),
    };

    internal static ObligationClaim Obligation(string from, string to, ObligationLevel level, Modality modality = Modality.Fact, string? saidBy = null, double confidence = 0.8) => new()
    {
        Doc = "",
        Evidence = null!,
        Confidence = confidence,
        Modality = modality,
        From = from.Split(' '),
        To = to.Split(' '),
        Level = level,
        Speaker = saidBy is null ? null : new(saidBy),
    };

    internal static EventClaim Event(EventType type, string actors, string recipients = "", string? date = null, double confidence = 0.8) => new()
    {
        Doc = "",
        Evidence = null!,
        Confidence = confidence,
        Modality = Modality.Fact,
        Type = type,
        Actors = actors.Split(' '),
        Recipients = recipients.Length == 0 ? [] : recipients.Split(' '),
        Date = date is null ? null : When.Parse(date),
    };

    /// <summary>A minute later at each look, so that no two writes are known at one instant.</summary>
    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset now = new(2023, 1, 17, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromMinutes(1);
    }
}
