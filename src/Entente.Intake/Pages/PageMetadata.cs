using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What a page tells of its story beside the story: by metadata for machines, by marks for readers, by its own address.</summary>
internal sealed record PageMetadata
{
    public string? Title { get; init; }
    public string? Outlet { get; init; }

    /// <summary>Persons only.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Bylines and credits word for word, for whoever knows agencies by name.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>The first publication, as the day that its outlet wrote.</summary>
    public When? Published { get; init; }

    public When? Modified { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>The canonical address, or the one it came from.</summary>
    public string? Url { get; init; }

    /// <summary>Of schema.org or OpenGraph: "NewsArticle", "LiveBlogPosting".</summary>
    public string? Type { get; init; }

    /// <summary>Which witness told a field.</summary>
    public IReadOnlyDictionary<MetaField, string> From { get; init; } = new Dictionary<MetaField, string>();


    private const int MostCredits = 20;

    public Article On(Article article) =>
        article with { Title = Title, Outlet = Outlet, Authors = Authors, Published = Published, Modified = Modified, Language = Language, Url = Url };

    /// <param name="url">Where it was fetched.</param>
    /// <param name="fetched">It was published no later.</param>
    public static PageMetadata Of(MarkupTree tree, string? url, DateTimeOffset? fetched)
    {
        var page = PageWitnesses.Of(tree);
        string? address = PageAddress.Of(page, url);
        var outlet = PageOutlet.Of(page, address);
        var shown = PageTitle.ShownHeading(page, outlet.Letters);
        var likely = shown ?? PageTitle.LikelyHeading(page, outlet.Letters);
        page.LookFrom(likely?.Node ?? 0);
        var title = PageTitle.Of(page, shown, likely, outlet.Letters);
        var lines = PageLines.Around(tree, page.Heading);
        string? language = page.Of(MetaField.Language).Select(w => w.Value).FirstOrDefault(PageLanguage.IsTag);
        var authors = PageAuthors.Of(page, lines, outlet.Letters);
        var dates = PageDates.Of(page, lines, address, fetched, PageLanguage.DayOrder(language, address));
        return new()
        {
            Title = title?.Value,
            Outlet = outlet.Name,
            Authors = authors.Names,
            Credits = CreditsOf(page, lines),
            Published = dates.Published is { } published ? When.Day(published.Day) : dates.Month,
            Modified = dates.Modified is { } modified ? When.Day(modified.Day) : null,
            Language = PageLanguage.Code(language),
            Url = address,
            Type = page.Of(MetaField.Type).FirstOrDefault()?.Value,
            From = new Dictionary<MetaField, string>
            {
                [MetaField.Title] = title?.From ?? "",
                [MetaField.Outlet] = outlet.From,
                [MetaField.Author] = authors.From,
                [MetaField.Published] = dates.Published?.From ?? "",
            },
        };
    }

    private static IReadOnlyList<string> CreditsOf(PageWitnesses page, List<PageLine> lines) =>
    [
        .. page.Of(MetaField.Credit).Concat(page.Of(MetaField.Author)).Select(w => w.Value).Concat(lines.Select(l => l.Text).Where(l => PageAuthors.StartsWithBy(l)))
            .Where(c => !c.Contains("://", StringComparison.Ordinal)).Distinct().Take(MostCredits),
    ];
}
