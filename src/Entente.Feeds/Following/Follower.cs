using System.Security.Cryptography;
using System.Text;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>How feeds are followed.</summary>
/// <param name="StatePath">Where is kept what was seen.</param>
/// <param name="Agent">As what we introduce ourselves: "Name/1.0 (+address of who runs it)".</param>
/// <param name="Every">How often a feed that was never asked before is asked.</param>
public sealed record FollowOptions(string StatePath, string Agent, TimeSpan Every);

/// <summary>What a feed had to say.</summary>
/// <param name="New">Items that were not done with before, in the order of the feed.</param>
/// <param name="Fault">Why it said nothing.</param>
public sealed record Polled(string Address, IReadOnlyList<FeedItem> New, Fault? Fault)
{
    internal Answer? Answer { get; init; }

    internal NewsFeed? Feed { get; init; }
}

/// <summary>What came of an item of a feed that only points to its story.</summary>
/// <param name="IsFinal">Asking again will not help.</param>
public sealed record Delivery(FetchedPage? Page, Fault? Fault, bool IsFinal);

/// <summary>
/// Follows a list of feeds. Each feed that is due is polled, each new item fetched, and marked once whoever follows has stored it; when all
/// are done with, the poll is finished. Killed in between, nothing is lost: what is not marked comes again.
/// </summary>
public sealed class Follower : IDisposable
{
    private const int MostTries = 3;

    private static readonly Uri Nowhere = new("about:blank");

    private readonly IReadOnlyList<ListedFeed> list;
    private readonly FollowOptions options;
    private readonly TimeProvider clock;
    private readonly FeedStates states;
    private readonly Fetcher fetcher;

    /// <exception cref="EntenteException">The state cannot be used.</exception>
    public Follower(IReadOnlyList<ListedFeed> list, FollowOptions options, AddressGuard guard, TimeProvider clock)
        : this(list, options, guard, new FetchLimits(), clock)
    {
    }

    internal Follower(IReadOnlyList<ListedFeed> list, FollowOptions options, AddressGuard guard, FetchLimits limits, TimeProvider clock)
    {
        (this.list, this.options, this.clock) = (list, options, clock);
        foreach (var feed in list)
            if (Uri.TryCreate(feed.Address, UriKind.Absolute, out var address))
                guard.Trust(address);
        states = FeedStates.Open(options.StatePath);
        fetcher = new(guard, limits, options.Agent, clock);
        fetcher.Robots.Restore(states.Robots);
    }

    public void Dispose()
    {
        fetcher.Dispose();
        states.Dispose();
    }

    /// <summary>Feeds that are to be asked now.</summary>
    public IReadOnlyList<ListedFeed> Due() => [.. list.Where(f => states[f.Address] is { IsGone: false } s && (s.Due is null || s.Due <= clock.GetUtcNow()))];

    /// <summary>When the next one is to be asked; null if all are gone.</summary>
    public DateTimeOffset? NextDue() => list.Select(f => states[f.Address]).Where(s => !s.IsGone).Select(s => s.Due ?? clock.GetUtcNow()).Cast<DateTimeOffset?>().Min();

    public DateTimeOffset? DueOf(string address) => states[address] is { IsGone: false } state ? state.Due : null;

    public async Task<Polled> PollAsync(string address, CancellationToken stop)
    {
        var state = states[address];
        var answer = Uri.TryCreate(state.MovedTo ?? address, UriKind.Absolute, out var at)
            ? await fetcher.GetAsync(new(at, FetchLimits.FeedBytes) { ETag = state.ETag, LastModified = state.LastModified }, stop).ConfigureAwait(false)
            : Answer.Refused(Nowhere, Faults.AddressRefused(address, "no whole address"));
        if (answer.Status == Answer.Gone)
            answer = answer with { Fault = Faults.FeedGone(address) };
        if (answer.Fault is not null || answer.Status == Answer.NotModified)
            return new(address, [], answer.Fault) { Answer = answer };
        var (feed, fault) = FeedReader.Read(address, answer.Body, answer.Charset, answer.Address);
        if (feed is null)
            return new(address, [], fault) { Answer = answer with { Fault = fault } };
        var seen = state.Seen.ToHashSet(StringComparer.Ordinal);
        var items = feed.Items.DistinctBy(i => i.Id).Take(FeedState.MostSeen).Where(i => !seen.Contains(HashOf(i)));
        return new(address, [.. items], null) { Answer = answer, Feed = feed };
    }

    /// <summary>The page that an item points to.</summary>
    public async Task<Delivery> FetchAsync(string address, FeedItem item, CancellationToken stop)
    {
        if (!Uri.TryCreate(item.Link, UriKind.Absolute, out var link))
            return new(null, Faults.NoStory(address, $"the item '{item.Title ?? item.Id}' without story and without address"), true);
        var answer = await fetcher.GetAsync(new(link, FetchLimits.PageBytes), stop).ConfigureAwait(false);
        if (answer.Fault is { } fault)
            return new(null, fault, !answer.MayPass || Tried(address, item, answer.RetryAfter) >= MostTries);
        return new(new(answer.Address.AbsoluteUri, answer.Body, item) { MediaType = answer.MediaType, Charset = answer.Charset, Fetched = clock.GetUtcNow() }, null, true);
    }

    /// <summary>The item is done with: stored, or never to be had.</summary>
    public void Mark(string address, FeedItem item) => states.Change(address, s => s.Done(HashOf(item)));

    /// <param name="isWhole">Whether all new items are done with: else the feed is to show them again, changed or not.</param>
    public void Finish(Polled polled, bool isWhole)
    {
        var answer = polled.Answer!;
        states.Change(polled.Address, s => answer.Fault is null ? Succeeded(s, polled, answer, isWhole) : Failed(s, polled.Address, answer), fetcher.Robots.Known());
    }

    private FeedState Succeeded(FeedState state, Polled polled, Answer answer, bool isWhole)
    {
        var now = clock.GetUtcNow();
        var interval = state.Interval is { } last ? FeedSchedule.NextInterval(last, polled.New.Count > 0) : options.Every;
        return (polled.Feed is { } feed ? state.Showing(feed.Items.Select(HashOf)) : state) with
        {
            MovedTo = answer.MovedTo?.AbsoluteUri ?? state.MovedTo,
            ETag = isWhole ? answer.ETag ?? (polled.Feed is null ? state.ETag : null) : null,
            LastModified = isWhole ? answer.LastModified ?? (polled.Feed is null ? state.LastModified : null) : null,
            Interval = interval,
            Due = FeedSchedule.Due(now, interval, answer.KeepFor, polled.Feed) is var due && due < state.NotBefore ? state.NotBefore : due,
            NotBefore = null,
            Failures = 0,
        };
    }

    private FeedState Failed(FeedState state, string address, Answer answer)
    {
        int failures = state.Failures + 1;
        var wait = FeedSchedule.BackOff(failures, BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(address))));
        var asked = FeedSchedule.Capped(answer.RetryAfter ?? TimeSpan.Zero);
        return state with
        {
            Failures = failures,
            IsGone = answer.Status == Answer.Gone,
            Due = clock.GetUtcNow() + (asked > wait ? asked : wait),
            // A move may have been a mistake of the outlet's: the listed address is asked again.
            MovedTo = failures < MostTries ? state.MovedTo : null,
        };
    }

    /// <summary>How often an item was tried in vain, this time included.</summary>
    private int Tried(string address, FeedItem item, TimeSpan? retryAfter)
    {
        states.Change(address, s => s.Tried(HashOf(item)) with { NotBefore = clock.GetUtcNow() + FeedSchedule.Capped(retryAfter ?? TimeSpan.Zero) });
        return states[address].Tries[HashOf(item)];
    }

    private static string HashOf(FeedItem item) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id)).AsSpan(0, 10));
}
