using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;
using static Entente.Tests.Sample;

namespace Entente.Tests;

/// <summary>Alone, since the faulty file system is the whole process's.</summary>
[CollectionDefinition(nameof(FaultyDiskTests), DisableParallelization = true)]
public sealed class FaultyDiskCollection;

/// <summary>
/// R3: the first, the second, the third, … operation on files fails, until an append passes without meeting the fault. An append that throws
/// is not acknowledged: none of it is there, with one exception. Where the sync of its commit failed and the machine then dies, or the program
/// ends on a disk that still fails, all of the batch may come back. Half of it never does, and taking it in again doubles nothing.
/// </summary>
[Collection(nameof(FaultyDiskTests))]
public sealed class FaultyDiskTests
{
    private static readonly ArticleReading Acknowledged = Article("acknowledged").Read(Agreement("JPN USA"), Obligation("JPN", "PHL"));

    private static readonly ArticleReading[] Batch =
    [
        .. Enumerable.Range(0, 12).Select(i => Article($"article {i}").Read(Agreement($"JPN S{i}", "2023"), Agreement($"S{i} USA KOR"), Meeting("KOR JPN"))),
    ];

    private int cameBack;

    public static TheoryData<string, int, bool, bool> Faults() => new(
        from operation in Enum.GetNames<FileOperation>()
        from error in new[] { FaultyFileSystem.IoErr, FaultyFileSystem.Full }
        from sticks in new[] { false, true }
        from isWarm in new[] { false, true }
        where error == FaultyFileSystem.IoErr || (isWarm && operation is nameof(FileOperation.Write) or nameof(FileOperation.Sync))
        // A warm writer opens and maps nothing more.
        where !isWarm || operation is not (nameof(FileOperation.Open) or nameof(FileOperation.ShmMap))
        select (operation, error, sticks, isWarm));

    /// <param name="isWarm">Whether the writer has stored something before the fault, so that its log is not empty.</param>
    [Theory]
    [MemberData(nameof(Faults))]
    public void An_append_that_meets_a_fault_throws_cleanly_and_loses_nothing_that_was_acknowledged(string operation, int error, bool sticks, bool isWarm)
    {
        byte[] before = isWarm ? [] : AcknowledgedRecord();
        int n = 0;
        do
            Assert.True(++n < 2_000, "There is no end to the faults.");
        while (AppendWithFault(before, () => FaultyFileSystem.Arm(Enum.Parse<FileOperation>(operation), n, error, sticks), sticks));
        Assert.True(n > 1, "The fault never struck.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{n - 1} faults; unacknowledged, the batch came back {cameBack} times");
    }

    [Theory]
    [InlineData(nameof(FileOperation.Open), false)]
    [InlineData(nameof(FileOperation.Open), true)]
    [InlineData(nameof(FileOperation.Read), true)]
    [InlineData(nameof(FileOperation.Write), false)]
    [InlineData(nameof(FileOperation.Write), true)]
    [InlineData(nameof(FileOperation.Sync), false)]
    [InlineData(nameof(FileOperation.Sync), true)]
    [InlineData(nameof(FileOperation.Truncate), true)]
    [InlineData(nameof(FileOperation.Delete), true)]
    [InlineData(nameof(FileOperation.ShmMap), true)]
    public void A_record_whose_making_met_a_fault_can_be_made_after_it(string operation, bool sticks)
    {
        int n = 0;
        bool hasStruck;
        do
        {
            using var scratch = new Scratch();
            using (FaultyFileSystem.Install())
            {
                FaultyFileSystem.Arm(Enum.Parse<FileOperation>(operation), ++n, FaultyFileSystem.IoErr, sticks);
                var fault = FaultOf(() => SqliteLedger.OpenOrCreate(scratch.Record).Dispose());
                hasStruck = FaultyFileSystem.HasStruck;
                Assert.True(fault is null or { Code: "ENT0206" }, fault?.ToString());
            }
            using var ledger = SqliteLedger.OpenOrCreate(scratch.Record);
            Assert.Empty(ledger.Entries());
            using var writer = ledger.OpenWriter(new SteppingClock());
            Assert.Equal(12, writer.Append(Batch).Articles);
            Assert.Empty(ledger.Verify());
        }
        while (hasStruck && n < 2_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{n - 1} faults");
    }

    /// <summary>Whether the fault struck.</summary>
    private bool AppendWithFault(byte[] before, Action arm, bool sticks)
    {
        using var scratch = new Scratch();
        bool isWarm = before.Length == 0, isAcknowledged = false;
        if (!isWarm)
            File.WriteAllBytes(scratch.Record, before);
        using (FaultyFileSystem.Install())
        {
            if (!isWarm)
                arm();
            var fault = FaultOf(() =>
            {
                using var ledger = SqliteLedger.OpenOrCreate(scratch.Record);
                using var writer = ledger.OpenWriter(new SteppingClock());
                if (isWarm)
                {
                    writer.Append([Acknowledged]);
                    arm();
                }
                var broken = FaultOf(() => isAcknowledged = writer.Append(Batch).Articles == 12);
                PowerFails(scratch, isAcknowledged);
                if (broken is null)
                    return;
                // The same writer goes on where the fault was passing.
                if (!sticks)
                    Assert.Equal(12, Batch.Chunk(5).Sum(chunk => writer.Append(chunk).Articles));
                isAcknowledged = !sticks;
                throw new EntenteException(broken);
            });
            Assert.True(fault is null or { Code: "ENT0206" }, fault?.ToString());
            Assert.True(fault is null || FaultyFileSystem.HasStruck, fault?.ToString());
        }
        bool hasStruck = FaultyFileSystem.HasStruck;
        GoesOn(scratch.Record, isAcknowledged, mayComeBack: sticks && isWarm);
        return hasStruck;
    }

    /// <summary>What another machine would find that got the disk as it is at this moment.</summary>
    private void PowerFails(Scratch scratch, bool isAcknowledged)
    {
        FaultyFileSystem.Suspended(() =>
        {
            string copy = scratch.PathOf("copy.db");
            File.Copy(scratch.Record, copy);
            if (File.Exists(scratch.Record + "-wal"))
                File.Copy(scratch.Record + "-wal", copy + "-wal");
            GoesOn(copy, isAcknowledged, mayComeBack: true);
        });
    }

    private void GoesOn(string path, bool isAcknowledged, bool mayComeBack)
    {
        using var ledger = SqliteLedger.Open(path);
        Assert.Empty(ledger.Verify());
        int count = Count(ledger);
        Assert.True(count == (isAcknowledged ? 13 : 1) || (mayComeBack && count == 13), $"{count} articles, {(isAcknowledged ? "" : "not ")}acknowledged");
        cameBack += !isAcknowledged && count == 13 ? 1 : 0;
        using var writer = ledger.OpenWriter(new SteppingClock());
        Assert.Equal(13 - count, writer.Append([Acknowledged, .. Batch]).Articles);
        Assert.Equal(13, Count(ledger));
        Assert.Empty(ledger.Verify());
    }

    private static int Count(SqliteLedger ledger)
    {
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal([.. Acknowledged.Claims.Select(ClaimJson.Write)], view.Claims(new() { ArticleId = Acknowledged.Article.Id }).Select(c => ClaimJson.Write(c.Claim)));
        Assert.Equal(2 + ((view.ArticleCount - 1) * 3), view.Claims(new()).Count());
        return view.ArticleCount;
    }

    private static byte[] AcknowledgedRecord()
    {
        using var scratch = new Scratch();
        using (var ledger = SqliteLedger.OpenOrCreate(scratch.Record))
        using (var writer = ledger.OpenWriter(new SteppingClock()))
            writer.Append([Acknowledged]);
        return File.ReadAllBytes(scratch.Record);
    }

    private static Fault? FaultOf(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (EntenteException e)
        {
            return e.Fault;
        }
    }
}
