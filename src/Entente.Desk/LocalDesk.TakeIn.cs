using System.Diagnostics;
using Entente.Intake;
using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>How articles are taken in.</summary>
/// <param name="Workers">Articles read at once.</param>
/// <param name="BatchSize">Articles stored in one transaction: larger is faster, smaller is acknowledged sooner.</param>
public sealed record TakeInOptions(int Workers, int BatchSize);

/// <summary>What a read did, for its closing summary.</summary>
public sealed class TakeInReport
{
    /// <summary>Articles that were new.</summary>
    public int Taken { get; internal set; }

    /// <summary>Articles already read by this reader: nothing changed.</summary>
    public int Known { get; internal set; }

    /// <summary>Articles read again because the reader is newer; the older reading is superseded.</summary>
    public int Reread { get; internal set; }

    public List<Fault> SetAside { get; } = [];

    /// <summary>What a person should look at in articles that were read.</summary>
    public List<Fault> Warnings { get; } = [];

    /// <summary>Files in the folders that are no articles by their ending, and what in archives is none.</summary>
    public int LeftAlone { get; internal set; }

    public Dictionary<ClaimKind, int> Claims { get; } = [];

    public int PassedOver { get; internal set; }

    /// <summary>Code units of text.</summary>
    public long Characters { get; internal set; }

    public TimeSpan Elapsed { get; internal set; }
}

public sealed partial class LocalDesk
{
    /// <summary>Reads articles into the record.</summary>
    /// <param name="stored">Called after each batch is durable, with what was acknowledged by it.</param>
    public TakeInReport TakeIn(IReadOnlyList<string> paths, Stream input, TakeInOptions options, Action<IReadOnlyList<ArticleReading>, TakeInReport> stored, CancellationToken stop)
    {
        SqliteLedger? ledger = null;
        LedgerWriter? writer = null;
        try
        {
            // Made with the first article, not before: a mistyped path leaves no empty record behind.
            var report = TakeIn(paths, input, options, report => batch =>
                Store(batch, writer ??= (ledger = SqliteLedger.OpenOrCreate(recordPath)).OpenWriter(clock), options.Workers, report, stored), stop);
            if (writer is not null)
                CopyMatcher.Match(writer, ledger!);
            return report;
        }
        finally
        {
            writer?.Dispose();
            ledger?.Dispose();
        }
    }

    /// <summary>Reads articles and hands their readings on, in the order of the input; no record is touched.</summary>
    public TakeInReport ReadOnly(IReadOnlyList<string> paths, Stream input, TakeInOptions options, Action<ArticleReading> read, CancellationToken stop) =>
        TakeIn(paths, input, options, report => batch =>
        {
            foreach (var reading in ReadAll(batch, options.Workers, report.SetAside.Add))
            {
                report.Taken++;
                Count(reading, report);
                read(reading);
            }
        }, stop);

    private TakeInReport TakeIn(IReadOnlyList<string> paths, Stream input, TakeInOptions options, Func<TakeInReport, Action<IReadOnlyList<Article>>> handling, CancellationToken stop)
    {
        var report = new TakeInReport();
        var handle = handling(report);
        long start = Stopwatch.GetTimestamp();
        var batch = new List<Article>(options.BatchSize);
        foreach (var taken in paths.SelectMany(path => Open(path, input, report)))
        {
            if (stop.IsCancellationRequested)
                break;
            if (taken.SetAside is { } fault)
                report.SetAside.Add(fault);
            else if (taken.LeftAlone is { } left)
                report.LeftAlone += left.Count;
            else
                batch.Add(taken.Article!);
            if (batch.Count < options.BatchSize)
                continue;
            handle(batch);
            batch.Clear();
        }
        if (batch.Count > 0 && !stop.IsCancellationRequested)
            handle(batch);
        report.Elapsed = Stopwatch.GetElapsedTime(start);
        return report;
    }

    private IEnumerable<Taken> Open(string path, Stream input, TakeInReport report)
    {
        var all = Open(path, input, feed.Value, out int leftAlone);
        report.LeftAlone += leftAlone;
        return all;
    }

    /// <param name="leftAlone">Files of a folder that are no articles by their ending.</param>
    private static IEnumerable<Taken> Open(string path, Stream input, ArticleFeed feed, out int leftAlone)
    {
        leftAlone = 0;
        if (path == "-")
            return feed.ReadInput(input);
        if (File.Exists(path))
            return feed.ReadFile(path);
        if (!Directory.Exists(path))
            return ArticleFeed.FilesLike(path) is { Count: > 0 } named ? named.SelectMany(feed.ReadFile) : [new Taken(path, null, Faults.MissingPath(path))];
        (var files, leftAlone) = ArticleFeed.FilesIn(path);
        return files.Count > 0 ? files.SelectMany(f => ReadFound(f, feed)) : [new Taken(path, null, Faults.EmptyInput(path))];
    }

    /// <summary>A pipe in a folder says that it is empty, and would be waited for for ever; one that a person names is meant.</summary>
    private static IEnumerable<Taken> ReadFound(string file, ArticleFeed feed) => new FileInfo(file) is { Exists: true, Length: 0 } ? [new Taken(file, null, Faults.EmptyInput(file))] : feed.ReadFile(file);

    private void Store(IReadOnlyList<Article> batch, LedgerWriter writer, int workers, TakeInReport report, Action<IReadOnlyList<ArticleReading>, TakeInReport> stored)
    {
        var unread = batch.DistinctBy(a => a.Id).Where(a => !writer.Knows(a.Id, Reader.Version)).ToList();
        report.Known += batch.Count - unread.Count;
        if (unread.Count > 0)
        {
            var readings = ReadAll(unread, workers, report.SetAside.Add);
            var outcome = writer.Append(readings);
            report.Taken += outcome.Articles;
            report.Reread += outcome.Readings - outcome.Articles;
            foreach (var reading in readings)
                Count(reading, report);
            stored(readings, report);
        }
        else
            stored([], report);
    }

    private IReadOnlyList<ArticleReading> ReadAll(IReadOnlyList<Article> articles, int workers, Action<Fault> setAside)
    {
        var (readings, faults) = CarefulReading.Read(articles, Reader.Read, workers);
        foreach (var fault in faults)
            setAside(fault);
        return readings;
    }

    private static void Count(ArticleReading reading, TakeInReport report)
    {
        report.Characters += reading.Article.Text.Length;
        report.PassedOver += reading.Passed.Count;
        report.Warnings.AddRange(reading.Warnings);
        foreach (var claim in reading.Claims)
            report.Claims[claim.Kind] = report.Claims.GetValueOrDefault(claim.Kind) + 1;
    }
}
