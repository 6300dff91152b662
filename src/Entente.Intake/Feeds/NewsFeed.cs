using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A feed of RSS or Atom as it was published: what it asks of those who follow it, and its items in their order.</summary>
public sealed record NewsFeed(string? Title, IReadOnlyList<FeedItem> Items)
{
    /// <summary>Nobody should come again sooner, it says.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Hours of the day (UTC) in which it says that nothing is new.</summary>
    public IReadOnlySet<int> SkippedHours { get; init; } = new HashSet<int>();

    public IReadOnlySet<DayOfWeek> SkippedDays { get; init; } = new HashSet<DayOfWeek>();
}

/// <summary>An item of a feed: a story, or a pointer to one.</summary>
/// <param name="Id">Its own, else its address, else its title: what tells it from the others of its feed.</param>
public sealed record FeedItem(string Id)
{
    /// <summary>Characters. What is shorter is a teaser, and its story stands elsewhere.</summary>
    public const int ShortestStory = 400;

    /// <summary>Absolute wherever the feed allows to tell.</summary>
    public string? Link { get; init; }

    public string? Title { get; init; }

    /// <summary>Its feed's name, where that is a name alone.</summary>
    public string? Outlet { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public When? Published { get; init; }

    public When? Modified { get; init; }

    /// <summary>All prose that the item itself holds.</summary>
    public string Text { get; init; } = "";

    public bool HasStory => Text.Length >= ShortestStory;

    internal Article ToArticle() => Complete(new Article { Name = Link ?? Id, Text = Text, Url = Link });

    /// <summary>A page says best what it is; where it does not, the feed that pointed to it does.</summary>
    internal Article Complete(Article article) => article with
    {
        Title = article.Title ?? Title,
        Outlet = article.Outlet ?? Outlet,
        Authors = article.Authors.Count > 0 ? article.Authors : Authors,
        Published = article.Published ?? Published,
        Modified = article.Modified ?? Modified,
    };
}

/// <summary>What was fetched from an outlet.</summary>
/// <param name="Place">Its address, for a fault.</param>
/// <param name="Item">What the feed that pointed to it says of it.</param>
public sealed record FetchedPage(string Place, ReadOnlyMemory<byte> Content, FeedItem Item)
{
    /// <summary>"text/html", without parameters, in lower case.</summary>
    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public DateTimeOffset? Fetched { get; init; }
}
