using System.Diagnostics;
using Entente.Feeds;
using Entente.Intake;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>How feeds are followed.</summary>
/// <param name="List">OPML, or a text of one address a line.</param>
/// <param name="StatePath">Where is kept what was seen.</param>
/// <param name="Agent">As what we introduce ourselves to servers.</param>
/// <param name="Once">One round over the feeds that are due, then no more.</param>
/// <param name="Every">How often a feed is asked until its own pace is known.</param>
/// <param name="Most">New items of each feed in a round; the rest waits for the next.</param>
public sealed record WatchOptions(string List, string StatePath, string Agent, bool Once, TimeSpan Every, int Most)
{
    /// <summary>Only tests put another one here.</summary>
    internal AddressGuard Guard { get; init; } = new();
}

/// <summary>What came of asking a feed once.</summary>
/// <param name="New">Items that it had not shown before.</param>
/// <param name="Taken">Articles stored by it.</param>
/// <param name="Next">When it is asked again; null if never.</param>
/// <param name="SetAside">Why it said nothing, or what of its items was not taken.</param>
public sealed record WatchedFeed(string Address, string? Title, int New, int Taken, DateTimeOffset? Next, IReadOnlyList<Fault> SetAside);

public sealed partial class LocalDesk
{
    /// <summary>Feeds asked at once; never two requests at once to one host.</summary>
    private const int FeedsAtOnce = 8;

    /// <summary>Timers stand still while a laptop sleeps: when it wakes, what is due should not wait for hours.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Follows feeds and reads what is new in them into the record, until it is stopped.</summary>
    /// <param name="told">Called after each feed.</param>
    /// <exception cref="EntenteException">The list or the state cannot be used.</exception>
    public async Task<TakeInReport> WatchAsync(WatchOptions options, Action<WatchedFeed> told, CancellationToken stop)
    {
        var report = new TakeInReport();
        long start = Stopwatch.GetTimestamp();
        using var follower = new Follower(ListOf(options.List), new(options.StatePath, options.Agent, options.Every), options.Guard, clock);
        var watch = new Watch(this, follower, options.Most, report, told);
        try
        {
            do
            {
                if (follower.NextDue() - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero && !options.Once)
                    await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, stop).ConfigureAwait(false);
                await Parallel.ForEachAsync(follower.Due(), new ParallelOptions { MaxDegreeOfParallelism = FeedsAtOnce, CancellationToken = stop },
                    async (feed, stop) => await watch.FollowAsync(feed, stop).ConfigureAwait(false)).ConfigureAwait(false);
            }
            while (!options.Once && follower.NextDue() is not null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was marked is kept, what was not comes again.
        }
        report.Elapsed = Stopwatch.GetElapsedTime(start);
        return report;
    }

    private static IReadOnlyList<ListedFeed> ListOf(string path)
    {
        try
        {
            var (feeds, fault) = Outline.Read(path, File.ReadAllBytes(path));
            return fault is null ? feeds : throw new EntenteException(fault);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EntenteException(Faults.MissingPath(path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EntenteException(Faults.Unreadable(path, e.Message), e);
        }
    }

    /// <summary>Stores articles and says how many were new. The record is opened for each call, so that others may write between.</summary>
    private int Keep(IReadOnlyList<Article> articles, TakeInReport report)
    {
        if (articles.Count == 0)
            return 0;
        using var ledger = SqliteLedger.OpenOrCreate(recordPath);
        using var writer = ledger.OpenWriter(clock);
        int before = report.Taken;
        Store(articles, writer, workers: 1, report, (_, _) => { });
        CopyMatcher.Match(writer, ledger);
        return report.Taken - before;
    }

    /// <summary>What follows one feed, item by item. Feeds are fetched beside one another; articles are read and stored one after another.</summary>
    private sealed class Watch(LocalDesk desk, Follower follower, int most, TakeInReport report, Action<WatchedFeed> told)
    {
        private readonly Lock storing = new();

        public async Task FollowAsync(ListedFeed feed, CancellationToken stop)
        {
            var polled = await follower.PollAsync(feed.Address, stop).ConfigureAwait(false);
            List<Fault> setAside = polled.Fault is { } fault ? [fault] : [];
            int taken = 0, done = 0;
            foreach (var item in polled.New.Take(most))
            {
                var (articles, isDone) = await TakeAsync(feed.Address, item, setAside, stop).ConfigureAwait(false);
                taken += articles;
                if (!isDone)
                    // Its server is ill or busy: more requests would not make it better.
                    break;
                done++;
            }
            follower.Finish(polled, isWhole: done == polled.New.Count);
            lock (storing)
            {
                report.SetAside.AddRange(setAside);
                told(new(feed.Address, feed.Title, polled.New.Count, taken, follower.DueOf(feed.Address), setAside));
            }
        }

        /// <summary>Fetches an item if it must be, stores it and marks it, in this order.</summary>
        private async Task<(int Articles, bool IsDone)> TakeAsync(string address, FeedItem item, List<Fault> setAside, CancellationToken stop)
        {
            var (all, isFinal) = await FetchAsync(address, item, stop).ConfigureAwait(false);
            int articles;
            try
            {
                lock (storing)
                {
                    int before = report.SetAside.Count;
                    articles = desk.Keep([.. all.Select(t => t.Article).OfType<Article>()], report);
                    // What the reader could not cope with is told with the rest, feed by feed.
                    setAside.AddRange(report.SetAside.Skip(before));
                    report.SetAside.RemoveRange(before, report.SetAside.Count - before);
                }
            }
            catch (EntenteException e) when (e.Fault.Code == "ENT0205")
            {
                setAside.Add(e.Fault);
                return (0, false);
            }
            setAside.AddRange(all.Select(t => t.SetAside).OfType<Fault>());
            if (isFinal)
                follower.Mark(address, item);
            return (articles, isFinal);
        }

        private async Task<(IReadOnlyList<Taken> All, bool IsFinal)> FetchAsync(string address, FeedItem item, CancellationToken stop)
        {
            if (item.HasStory)
                return ([desk.feed.Value.ReadItem(item.Link ?? address, item)], true);
            var delivery = await follower.FetchAsync(address, item, stop).ConfigureAwait(false);
            return (delivery.Page is { } page ? [.. desk.feed.Value.ReadFetched(page)] : [new(address, null, delivery.Fault)], delivery.IsFinal);
        }
    }
}
