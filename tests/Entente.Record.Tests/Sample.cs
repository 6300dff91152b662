using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Small articles with readings, short enough to see what a test is about.</summary>
internal static class Sample
{
    public static readonly ReaderVersion Reader1 = new("entente 1", "rules 1", "language 1", "gazetteer 1");
    public static readonly ReaderVersion Reader2 = Reader1 with { Rules = "rules 2" };

    private const string Sentence = "Japan and the United States signed the pact. Tokyo must defend Manila. Ministers met in Seoul. The budget will double to 2 percent.";

    public static Article Article(string name, string? published = null) => new()
    {
        Name = name,
        Title = $"About {name}",
        Outlet = "The Example Times",
        Url = $"https://example.org/{name}",
        Text = $"{name}. {Sentence}",
        Published = published is null ? null : When.Parse(published),
    };

    public static ArticleReading Read(this Article article, ReaderVersion reader, params Func<Article, Claim>[] claims) =>
        new(article, reader, [.. claims.Select(c => c(article))], [new(new TextSpan(0, 1), "R1", "passed over for the test")]);

    public static ArticleReading Read(this Article article, params Func<Article, Claim>[] claims) => article.Read(Reader1, claims);

    public static Func<Article, Claim> Agreement(string parties, string? date = null, string form = "alliance", Status status = Status.Signed, Modality modality = Modality.Fact,
        double confidence = 0.9) => article => new AgreementClaim
        {
            Doc = article.Name,
            Form = form,
            Parties = Actors(parties),
            Status = status,
            Modality = modality,
            Confidence = confidence,
            Date = Dated(date),
            Evidence = Quote(article, "Japan and the United States signed the pact"),
        };

    public static Func<Article, Claim> Obligation(string from, string to, string? date = null, ObligationLevel level = ObligationLevel.Defend) => article => new ObligationClaim
    {
        Doc = article.Name,
        From = Actors(from),
        To = Actors(to),
        Level = level,
        Modality = Modality.Fact,
        Confidence = 0.8,
        Date = Dated(date),
        Evidence = Quote(article, "Tokyo must defend Manila"),
    };

    public static Func<Article, Claim> Meeting(string actors, string? date = null) => article => new EventClaim
    {
        Doc = article.Name,
        Type = EventType.CONSULT,
        Actors = Actors(actors),
        Recipients = [],
        Place = "Seoul",
        Modality = Modality.Fact,
        Confidence = 0.7,
        Date = Dated(date),
        Speaker = new("A minister", "minister", State: "KOR"),
        Evidence = Quote(article, "Ministers met in Seoul"),
    };

    public static Func<Article, Claim> Figure(string subject, double value, string? date = null) => article => new FigureClaim
    {
        Doc = article.Name,
        Subject = subject,
        Measure = "defence-budget",
        Value = value,
        Unit = "percent",
        Modality = Modality.Planned,
        Confidence = 0.6,
        Date = Dated(date),
        Evidence = Quote(article, "double to 2 percent"),
    };

    public static Func<Article, Claim> Misquoted(string parties) => article =>
    {
        var claim = Agreement(parties)(article);
        return claim with { Evidence = claim.Evidence with { Quote = claim.Evidence.Quote.Replace("signed", "denied", StringComparison.Ordinal) } };
    };

    public static string IdOf(this ArticleReading reading, int claim = 0) => ContentId.Of(reading.Article.Id, reading.Claims[claim]);

    public static DateOnly Day(string text) => When.Parse(text).First!.Value;

    private static When? Dated(string? date) => date is null ? null : When.Parse(date);

    private static IReadOnlyList<string> Actors(string actors) => Claim.Sorted(actors.Split(' '));

    private static Evidence Quote(Article article, string words)
    {
        int at = article.Text.IndexOf(words, StringComparison.Ordinal);
        return new(new(at, at + words.Length), words);
    }
}
