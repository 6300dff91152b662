namespace Entente.Feeds;

/// <summary>What is kept of a feed from one round to the next.</summary>
internal sealed record FeedState
{
    public const int MostSeen = 2_000;

    /// <summary>Where it has moved for good.</summary>
    public string? MovedTo { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When to ask again; null if it was never asked.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>A server that was asked for an item was busy until then.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Between two requests, as its news has come so far; null if it was never asked.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Requests in a row that failed.</summary>
    public int Failures { get; init; }

    public bool IsGone { get; init; }

    /// <summary>Items that are done with, as hashes, in the order in which the feed last showed them.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>How often an item that is not done with was tried in vain.</summary>
    public IReadOnlyDictionary<string, int> Tries { get; init; } = new Dictionary<string, int>();

    public FeedState Done(string item) => this with
    {
        Seen = [.. Seen.Append(item).TakeLast(MostSeen)],
        Tries = Tries.Where(t => t.Key != item).ToDictionary(),
    };

    public FeedState Tried(string item) => this with { Tries = new Dictionary<string, int>(Tries) { [item] = Tries.GetValueOrDefault(item) + 1 } };

    /// <summary>What the feed still shows is kept longest; its last item first, for that is the next to go.</summary>
    public FeedState Showing(IEnumerable<string> items)
    {
        var shown = items.Reverse().ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Seen = [.. Seen.Where(s => !shown.Contains(s)), .. shown.Intersect(Seen)],
            Tries = Tries.Where(t => shown.Contains(t.Key)).ToDictionary(),
        };
    }
}
