using Entente.Record.Sqlite;
using Entente.Vocabulary;
using static Entente.Tests.Sample;

namespace Entente.Tests;

/// <summary>What only a store in one file has to promise: what it does with files that are something else, and its limits.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Nothing_is_not_a_record_and_asking_it_makes_none()
    {
        Assert.Equal("ENT0201", FaultOf(() => SqliteLedger.Open(scratch.Record)));
        Assert.False(File.Exists(scratch.Record));
        File.WriteAllBytes(scratch.Record, []);
        Assert.Equal("ENT0201", FaultOf(() => SqliteLedger.Open(scratch.Record)));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_to_the_byte()
    {
        SqliteFile.Execute(scratch.Record, "create table bookmark (url); insert into bookmark values ('https://example.org')");
        byte[] before = File.ReadAllBytes(scratch.Record);
        Assert.Equal("ENT0202", FaultOf(() => SqliteLedger.Open(scratch.Record)));
        Assert.Equal("ENT0202", FaultOf(() => SqliteLedger.OpenOrCreate(scratch.Record)));
        Assert.Equal(before, File.ReadAllBytes(scratch.Record));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_to_the_byte()
    {
        string text = string.Concat(Enumerable.Repeat("Japan and the United States signed the pact. ", 500));
        File.WriteAllText(scratch.Record, text);
        Assert.Equal("ENT0202", FaultOf(() => SqliteLedger.Open(scratch.Record)));
        Assert.Equal("ENT0202", FaultOf(() => SqliteLedger.OpenOrCreate(scratch.Record)));
        Assert.Equal(text, File.ReadAllText(scratch.Record));
    }

    [Fact]
    public void A_record_of_the_first_version_is_brought_up_to_date_when_it_is_opened()
    {
        using (var ledger = SqliteLedger.OpenOrCreate(scratch.Record))
        using (var writer = ledger.OpenWriter(new SteppingClock()))
            writer.Append([Sample.Article("alpha").Read(Sample.Agreement("JPN USA"))]);
        SqliteFile.Execute(scratch.Record, "drop table fingerprint; drop table copy; pragma user_version = 1");
        using var opened = SqliteLedger.Open(scratch.Record);
        Assert.Empty(opened.Verify());
        using var view = opened.AsOf(null).KnownNow();
        Assert.True(view.Origins.IsEmpty);
        Assert.Single(view.Claims(new()));
    }

    [Fact]
    public void A_record_of_a_newer_version_is_refused_with_its_version()
    {
        SqliteLedger.OpenOrCreate(scratch.Record).Dispose();
        SqliteFile.Execute(scratch.Record, "pragma user_version = 9");
        var fault = Assert.Throws<EntenteException>(() => SqliteLedger.Open(scratch.Record)).Fault;
        Assert.Equal(("ENT0202", "a record of version 9"), (fault.Code, fault.Found));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_hold_a_record() =>
        Assert.Equal("ENT0206", FaultOf(() => SqliteLedger.OpenOrCreate(scratch.PathOf("nowhere/record.db"))));

    [Fact]
    public async Task Many_may_make_the_record_at_once_and_find_one()
    {
        var making = Enumerable.Range(0, 6).Select(i => Task.Run(() =>
        {
            using var ledger = SqliteLedger.OpenOrCreate(scratch.Record);
            using var writer = ledger.OpenWriter(new SteppingClock());
            writer.Append([Article($"article {i}").Read(Agreement("JPN USA"))]);
        }, TestContext.Current.CancellationToken));
        await Task.WhenAll(making);
        using var made = SqliteLedger.Open(scratch.Record);
        Assert.Equal(12, made.Entries().Count());
        Assert.Empty(made.Verify());
    }

    [Fact]
    public void An_actor_beyond_what_a_tie_can_number_is_refused_rather_than_taken_for_another()
    {
        using var ledger = SqliteLedger.OpenOrCreate(scratch.Record);
        SqliteFile.Execute(scratch.Record, "insert into actor (actor_no, code) values (65534, 'JPN')");
        using var writer = ledger.OpenWriter(new SteppingClock());
        writer.Append([Article("one").Read(Agreement("JPN USA"))]);
        Assert.Equal("ENT0206", FaultOf(() => writer.Append([Article("two").Read(Agreement("JPN KOR"))])));
        writer.Append([Article("three").Read(Agreement("JPN USA"))]);
        using var view = ledger.AsOf(null).KnownNow();
        Assert.Equal(["JPN USA", "JPN USA"], view.NamedTies().Select(t => t[..7]));
    }

    private static string FaultOf(Action action) => Assert.Throws<EntenteException>(action).Fault.Code;
}
