namespace Entente.Feeds;

/// <summary>What is kept of a feed from one round to the next.</summary>
internal sealed record FeedState
{
    /// <summary>Where it has moved for good.</summary>
    public string? MovedTo { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When to ask again; null if it was never asked.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Between two requests, as its news has come so far; null if it was never asked.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Requests in a row that failed.</summary>
    public int Failures { get; init; }

    public bool IsGone { get; init; }

    /// <summary>Items that are done with, as hashes, in the order in which the feed last showed them.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>How often an item that is not done with was tried in vain.</summary>
    public IReadOnlyDictionary<string, int> Tries { get; init; } = new Dictionary<string, int>();
}
