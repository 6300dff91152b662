using System.Diagnostics;
using System.Globalization;
using Entente.Record;
using Entente.Record.Sqlite;

namespace Entente.Tests;

/// <summary>
/// The program is killed (SIGKILL) again and again while it reads. What it acknowledged is in the record, once; what it did not is there as
/// a whole or not at all; and the finished record is the one of a run that nobody killed. ENTENTE_KILLS and ENTENTE_KILL_ARTICLES make it
/// longer (<c>bench/kill-test.sh</c>).
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int BatchSize = 7;

    private static readonly int Kills = Setting("ENTENTE_KILLS", 50), Articles = Setting("ENTENTE_KILL_ARTICLES", 420), Seed = Setting("ENTENTE_KILL_SEED", 1);

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(Seed);
    private readonly HashSet<string> acknowledged = [];

    private enum KilledAt { Start, Acknowledgement, Write }

    private string Record => folder.PathOf("killed.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_acknowledged_is_lost_or_doubled_however_often_the_program_is_killed()
    {
        string articles = folder.Write("articles.jsonl", string.Join("\n", GeneratedArticles.Lines(Articles, Seed)));
        var kinds = new Dictionary<KilledAt, int>();
        long start = Stopwatch.GetTimestamp();
        for (int kill = 1; kill <= Kills; kill++)
        {
            var kind = (random.Next(10)) switch { 0 => KilledAt.Start, < 6 => KilledAt.Acknowledgement, _ => KilledAt.Write };
            if (!ReadAndKill(articles, kind, Kills - kill + 1))
            {
                // This ingest is finished: the next one begins anew.
                IsLikeNeverKilled(articles);
                foreach (string file in Directory.GetFiles(folder.Root, "killed.db*"))
                    File.Delete(file);
                acknowledged.Clear();
                kill--;
                continue;
            }
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            IsWhole($"seed {Seed}, kill {kill} ({kind})");
        }
        Finish(articles);
        IsLikeNeverKilled(articles);
        Tell($"{Kills} kills ({string.Join(", ", kinds.OrderBy(k => k.Key).Select(k => $"{k.Value} at {k.Key}"))}) over {Articles} articles, seed {Seed}: 0 acknowledged lost, 0 doubled, 0 half-stored, "
            + $"export equal to an unkilled run; {Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s");
    }

    /// <summary>False if the program was done before it could be killed.</summary>
    private bool ReadAndKill(string articles, KilledAt kind, int killsLeft)
    {
        using var process = Start(articles);
        process.BeginErrorReadLine();
        // Spread over what is left, so that the kills fall on the whole length of the ingest.
        int mean = Math.Max(1, (Articles - acknowledged.Count) / killsLeft);
        int wanted = kind == KilledAt.Acknowledgement ? 1 + random.Next(2 * mean) : 0;
        for (int i = 0; i < wanted && process.StandardOutput.ReadLine() is { } line; i++)
            Acknowledge(line);
        if (kind == KilledAt.Write)
            UntilWritten(process, 1 + random.Next(40 * 4096));
        process.Kill();
        // What reached the pipe before the kill was said; a line without its end was not.
        string rest = process.StandardOutput.ReadToEnd();
        foreach (string line in rest.Split('\n')[..^1])
            Acknowledge(line);
        process.WaitForExit();
        Assert.Contains(process.ExitCode, new[] { 0, 128 + 9 });
        return process.ExitCode != 0;
    }

    private void Acknowledge(string line)
    {
        Assert.StartsWith("stored ", line);
        Assert.True(acknowledged.Add(line.Split(' ')[1]), $"seed {Seed}: acknowledged twice: {line}");
    }

    /// <summary>Until the log of this process, not that of the killed one before it, has so many bytes: likely in the middle of a transaction.</summary>
    private void UntilWritten(Process process, long bytes)
    {
        var log = new FileInfo(Record + "-wal");
        long before = log.Exists ? log.Length : 0;
        bool isNew = before == 0;
        var spin = new SpinWait();
        while (!process.HasExited)
        {
            log.Refresh();
            long now = log.Exists ? log.Length : 0;
            isNew |= now < before;
            if (isNew && now >= bytes)
                return;
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Looks at a copy of what the killed process left, so that the next process meets it untouched.</summary>
    private void IsWhole(string when)
    {
        string copy = folder.PathOf("copy.db");
        foreach (string file in Directory.GetFiles(folder.Root, "copy.db*"))
            File.Delete(file);
        foreach (string end in new[] { "", "-wal" })
            if (File.Exists(Record + end))
                File.Copy(Record + end, copy + end);
        if (!File.Exists(copy))
        {
            Assert.Empty(acknowledged);
            return;
        }
        using var ledger = SqliteLedger.OpenOrCreate(copy);
        var faults = ledger.Verify().ToList();
        Assert.True(faults.Count == 0, $"{when}: {string.Join("\n", faults)}");
        var stored = ledger.Entries().Where(e => e.Kind == EntryKind.Article).CountBy(e => e.Subject).ToDictionary();
        var read = ledger.Entries().Where(e => e.Kind == EntryKind.Reading).CountBy(e => e.Subject).ToDictionary();
        Assert.True(acknowledged.IsSubsetOf(stored.Keys), $"{when}: lost {string.Join(", ", acknowledged.Except(stored.Keys))}");
        Assert.All(stored, s => Assert.True(s.Value == 1 && read.GetValueOrDefault(s.Key) == 1, $"{when}: {s.Key} is stored {s.Value} times, read {read.GetValueOrDefault(s.Key)} times"));
        // A batch that was stored when the kill came before its acknowledgement is there as a whole.
        Assert.True(stored.Count - acknowledged.Count <= BatchSize && (stored.Count % BatchSize == 0 || stored.Count == Articles), $"{when}: {stored.Count} stored, {acknowledged.Count} acknowledged");
        acknowledged.UnionWith(stored.Keys);
    }

    private void IsLikeNeverKilled(string articles)
    {
        string calm = folder.PathOf("calm.db");
        if (!File.Exists(calm))
            Assert.Equal(0, Face.Run("read", articles, "--record", calm).Code);
        string expected = Face.Run("export", "claims", "--record", calm).Out, found = Face.Run("export", "claims", "--record", Record).Out;
        Assert.True(expected.Length > 10_000, "too little to compare");
        Assert.Equal(expected, found);
        Assert.Equal($"Sound: {2 * Articles} entries.", Face.Run("verify", "--record", Record).Out.TrimEnd());
    }

    private void Finish(string articles)
    {
        using var process = Start(articles);
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(string articles) => Executable.Start(["read", articles, "--record", Record, "--batch", BatchSize.ToString(CultureInfo.InvariantCulture), "--verbose", "--workers", "2"]);

    private static void Tell(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("ENTENTE_KILL_RESULT") is { Length: > 0 } file)
            File.WriteAllText(file, line + "\n");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
