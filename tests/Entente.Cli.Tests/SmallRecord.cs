using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>
/// A record of five articles whose claims were written by hand, so that what the program shows of it does not hang on how well it reads.
/// Learnt on 1, 2 and 3 February 2023.
/// </summary>
public sealed class SmallRecord : IDisposable
{
    private static readonly ReaderVersion ByHand = new("hand", "1", "1", "1");

    private static readonly Article Access = new()
    {
        Name = "access-pact",
        ExternalId = "access-pact",
        Title = "Tokyo and London open their bases",
        Outlet = "Harbour Gazette",
        Wire = "Plain Wire",
        Url = "https://news.example/access-pact",
        Published = When.Parse("2023-01-12"),
        Text = """
            LONDON — Japan and Britain signed a reciprocal access agreement on Wednesday.
            
            “We will stand by our friends [and rivals],” Foreign Minister Aiko Tanaka said in London. Britain will send 1,200 troops to an exercise in Hokkaido.
            """,
    };

    private static readonly Article Alliance = new()
    {
        Name = "alliance-renewed",
        ExternalId = "alliance-renewed",
        Title = "Old allies",
        Outlet = "The Northern Ledger",
        Published = When.Parse("2023-01-14"),
        Text = "Japan's alliance with the United States is in force. The United States is obliged to defend Japan. Japan is not obliged to defend the United States. "
            + "Russia threatened Japan on 13 January 2023.",
    };

    private static readonly Article Doubt = new()
    {
        Name = "doubters",
        Published = When.Parse("2023-01-20"),
        Text = "Nobody signed anything: Japan and Britain have no reciprocal access agreement, a critic claimed. Russia plans talks with China.\u001B[31m",
    };

    private static readonly Article Bloc = new()
    {
        Name = "finland-joins",
        ExternalId = "finland-joins",
        Outlet = "Harbour Gazette",
        Published = When.Parse("2023-04-04"),
        Text = "Finland joined NATO on 4 April 2023. France, Germany and Poland held talks in Warsaw in March 2023. Poland will spend 4 percent of its GDP on defence.",
    };

    private static readonly Article Undated = new() { Name = "undated-note", Text = "Britain and France once had a neutrality pact. It ended." };

    private readonly TemporaryFolder folder = new();

    public SmallRecord()
    {
        Path = folder.PathOf("small.db");
        var clock = new TestClock(DateTimeOffset.Parse("2023-02-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        using var ledger = SqliteLedger.OpenOrCreate(Path);
        using var writer = ledger.OpenWriter(clock);
        writer.Append(
        [
            Reading(Access,
                new AgreementClaim { Name = "Japan–UK Reciprocal Access Agreement", Form = "reciprocal-access", Parties = ["GBR", "JPN"], Status = Status.Signed, Date = When.Parse("2023-01-11"), Doc = "", Modality = Modality.Fact, Confidence = 0.9, Rule = "by-hand", Evidence = In(Access, "Japan and Britain signed a reciprocal access agreement") },
                new EventClaim { Type = EventType.SUPPORT, Actors = ["JPN"], Recipients = [], Place = "London", What = "promise", Doc = "", Modality = Modality.Opinion, Confidence = 0.5, Speaker = new("Aiko Tanaka", "Foreign Minister", null, "JPN"), Evidence = In(Access, "“We will stand by our friends [and rivals],” Foreign Minister Aiko Tanaka said in London") },
                new FigureClaim { Subject = "GBR", Measure = "troops", Value = 1200, Unit = "persons", Doc = "", Modality = Modality.Planned, Confidence = 0.7, Evidence = In(Access, "1,200 troops") }),
            Reading(Alliance,
                new AgreementClaim { Form = "alliance", Parties = ["JPN", "USA"], Status = Status.InForce, Doc = "", Modality = Modality.Fact, Confidence = 0.85, Evidence = In(Alliance, "Japan's alliance with the United States") },
                new ObligationClaim { From = ["USA"], To = ["JPN"], Level = ObligationLevel.Defend, Contingency = "attack", Doc = "", Modality = Modality.Fact, Confidence = 0.8, Evidence = In(Alliance, "The United States is obliged to defend Japan") },
                new ObligationClaim { From = ["JPN"], To = ["USA"], Level = ObligationLevel.None, Doc = "", Modality = Modality.Fact, Confidence = 0.8, Evidence = In(Alliance, "Japan is not obliged to defend the United States") },
                new EventClaim { Type = EventType.THREATEN, Actors = ["RUS"], Recipients = ["JPN"], What = "threat", Date = When.Parse("2023-01-13"), Doc = "", Modality = Modality.Fact, Confidence = 0.6, Evidence = In(Alliance, "Russia threatened Japan") }),
        ]);
        clock.Move(TimeSpan.FromDays(1));
        writer.Append(
        [
            Reading(Doubt,
                new AgreementClaim { Form = "reciprocal-access", Parties = ["GBR", "JPN"], Status = Status.Signed, Doc = "", Modality = Modality.Denied, Confidence = 0.4, Speaker = new("a critic"), Evidence = In(Doubt, "Japan and Britain have no reciprocal access agreement, a critic claimed") },
                new EventClaim { Type = EventType.CONSULT, Actors = ["CHN", "RUS"], Recipients = [], What = "talks", Doc = "", Modality = Modality.Planned, Confidence = 0.55, Evidence = In(Doubt, "Russia plans talks with China.\u001B[31m") }),
        ]);
        clock.Move(TimeSpan.FromDays(1));
        writer.Append(
        [
            Reading(Bloc,
                new AgreementClaim { Name = "NATO", Form = "alliance", Parties = ["FIN", "NATO"], Status = Status.InForce, Date = When.Parse("2023-04-04"), Doc = "", Modality = Modality.Fact, Confidence = 0.95, Evidence = In(Bloc, "Finland joined NATO") },
                new EventClaim { Type = EventType.CONSULT, Actors = ["DEU", "FRA", "POL"], Recipients = [], Place = "Warsaw", What = "talks", Date = When.Parse("2023-03"), Doc = "", Modality = Modality.Fact, Confidence = 0.8, Evidence = In(Bloc, "France, Germany and Poland held talks") },
                new FigureClaim { Subject = "POL", Measure = "share-of-gdp", Value = 4, Unit = "% of GDP", Doc = "", Modality = Modality.Planned, Confidence = 0.8, Evidence = In(Bloc, "4 percent of its GDP") }),
            Reading(Undated,
                new AgreementClaim { Form = "neutrality-pact", Parties = ["FRA", "GBR"], Status = Status.Ended, Doc = "", Modality = Modality.Fact, Confidence = 0.7, Evidence = In(Undated, "Britain and France once had a neutrality pact") }),
        ]);
        writer.Decide(new(ContentIdOf(Doubt, 1), Verdict.Unsure, "an analyst", "who is the critic?"));
    }

    internal string Path { get; }

    internal static string AccessArticle => Access.Id;

    internal string AccessClaim => ContentIdOf(Access, 0);

    public void Dispose() => folder.Dispose();

    /// <summary>The id of an article's claim by its place in the record, as a person would copy it from a table.</summary>
    private string ContentIdOf(Article article, int index)
    {
        using var ledger = SqliteLedger.Open(Path);
        using var view = ledger.AsOf(null).KnownNow();
        return view.Claims(new ClaimFilter { ArticleId = article.Id }).ElementAt(index).Id;
    }

    private static ArticleReading Reading(Article article, params Claim[] claims) =>
        new(article, ByHand, [.. claims.Select(c => c with { Doc = article.Name })], [new PassedOver(new(0, 6), "by-hand", "nobody named")]);

    private static Evidence In(Article article, string quote)
    {
        int start = article.Text.IndexOf(quote, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{quote}' is not in {article.Name}.");
        return new(new(start, start + quote.Length), quote);
    }
}
