using CsCheck;
using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Tests;

/// <summary>Whatever is changed behind the ledger's back, <see cref="Ledger.Verify"/> finds.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly Scratch scratch = new();

    public TamperingTests() => File.WriteAllBytes(scratch.Record, SqliteFile.Sound);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_record_that_nobody_touched_is_sound()
    {
        using var ledger = SqliteLedger.Open(scratch.Record);
        Assert.Empty(ledger.Verify());
    }

    [Theory]
    [InlineData("update entry set body = x'7b7d' where seq = 1", "entries are never changed")]
    [InlineData("update entry set hash = zeroblob(32)", "entries are never changed")]
    [InlineData("delete from entry where seq = (select max(seq) from entry)", "entries are never removed")]
    [InlineData("insert or replace into entry select seq, known, kind, subject, x'7b7d', hash from entry where seq = 1", "entries are only appended")]
    [InlineData("insert into entry select seq + 100, known, kind, subject, body, hash from entry where seq = 1", "entries are only appended")]
    [InlineData("update claim set json = '{}'", "claims are never changed")]
    [InlineData("delete from claim", "claims are never removed")]
    [InlineData("replace into claim select claim_no, reading, id, '{}', rule from claim where claim_no = 1", "claims are only appended")]
    public void The_store_itself_refuses_to_change_what_was_written(string sql, string reason)
    {
        Assert.Contains(reason, Assert.Throws<SqliteException>(() => SqliteFile.Execute(scratch.Record, sql)).Message, StringComparison.Ordinal);
        Assert.Equal(SqliteFile.Sound.LongLength, new FileInfo(scratch.Record).Length);
        A_record_that_nobody_touched_is_sound();
    }

    [Theory]
    [InlineData("update entry set body = cast(replace(cast(body as text), 'signed', 'denied') as blob) where seq = 1")]
    [InlineData("update entry set known = known - 1 where seq = 3")]
    [InlineData("update entry set known = 9e15 where seq = 3")]
    [InlineData("update entry set kind = 'withdrawal' where seq = 1")]
    [InlineData("update entry set subject = substr(subject, 2) where seq = 2")]
    [InlineData("update entry set hash = zeroblob(32) where seq = 4")]
    [InlineData("delete from entry where seq = 1")]
    [InlineData("delete from entry where seq = 5")]
    [InlineData("delete from entry where seq = (select max(seq) from entry)")]
    [InlineData("delete from entry")]
    [InlineData("update claim set json = replace(json, 'USA', 'FRA') where claim_no = 1")]
    [InlineData("update claim set json = '{' where claim_no = 1")]
    [InlineData("update claim set rule = 'another' where claim_no = 1")]
    [InlineData("update claim set id = substr(id, 2) where claim_no = 1")]
    [InlineData("update claim set reading = 4 where claim_no = 1")]
    [InlineData("update claim set claim_no = 100000 where claim_no = 7")]
    [InlineData("delete from claim where claim_no = 3")]
    [InlineData("insert into claim select 100000, 100000, id, json, rule from claim where claim_no = 1")]
    [InlineData("update article set id = substr(id, 2) where article_no = 1")]
    [InlineData("update article set name = 'another' where article_no = 1")]
    [InlineData("update article set entry = 3 where article_no = 1")]
    [InlineData("update article set reported = '1999' where article_no = 2")]
    [InlineData("update article set withdrawn = null")]
    [InlineData("update article set withdrawn = 1 where article_no = 1")]
    [InlineData("delete from article where article_no = 1")]
    [InlineData("update reading set superseded = null")]
    [InlineData("update reading set superseded = known where article_no = 3")]
    [InlineData("update reading set known = known + 1 where article_no = 3")]
    [InlineData("update reading set reader = 'another' where article_no = 3")]
    [InlineData("update reading set article_no = 2 where article_no = 3")]
    [InlineData("update decision set verdict = 'Accept'")]
    [InlineData("delete from decision")]
    [InlineData("delete from pair where rowid_is = 1")]
    [InlineData("update pair set b = b + 100 where claim_no = 1")]
    [InlineData("update pair set claim_no = 2 where claim_no = 1 and a = 1 and b = 2")]
    [InlineData("update actor set code = 'FRA' where actor_no = 1")]
    [InlineData("update actor set actor_no = 5000 where actor_no = 1")]
    [InlineData("update code set code = 'treaty' where code_no = 1")]
    [InlineData("update segment set data = zeroblob(length(data))")]
    [InlineData("update segment set rows = rows + 1")]
    [InlineData("delete from segment")]
    [InlineData("update tail set data = zeroblob(length(data))")]
    [InlineData("update tail set data = cast(data || data as blob)")]
    [InlineData("delete from tail")]
    public void A_change_behind_the_guards_is_found(string sql)
    {
        long changes = SqliteFile.ExecuteUnguarded(scratch.Record, sql.Replace("rowid_is = 1", "(a, b, claim_no) = (select a, b, claim_no from pair limit 1)", StringComparison.Ordinal));
        Assert.True(changes > 0, "Nothing was changed.");
        using var ledger = SqliteLedger.Open(scratch.Record);
        Assert.Contains("ENT0204", ledger.Verify().Select(f => f.Code));
    }

    [Theory]
    [InlineData("drop trigger entry_stays")]
    [InlineData("drop index claim_by_id")]
    [InlineData("create table another (x)")]
    [InlineData("create trigger another after insert on entry begin delete from decision; end")]
    public void A_guard_taken_down_or_a_table_put_in_is_found(string sql)
    {
        SqliteFile.Execute(scratch.Record, sql);
        using var ledger = SqliteLedger.Open(scratch.Record);
        Assert.Contains("schema", Assert.Single(ledger.Verify()).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fault_names_the_entry()
    {
        SqliteFile.ExecuteUnguarded(scratch.Record, "update entry set body = cast(replace(cast(body as text), 'signed', 'denied') as blob) where seq = 5");
        using var ledger = SqliteLedger.Open(scratch.Record);
        Assert.EndsWith("entry 5", ledger.Verify().First().Place, StringComparison.Ordinal);
    }

    /// <summary>R4: 200 flips; 10,000 where ENTENTE_LONG is set.</summary>
    [Fact]
    public void A_flipped_bit_is_found_or_changes_no_answer()
    {
        int found = 0, harmless = 0;
        string path = scratch.PathOf("flipped.db");
        File.WriteAllBytes(path, SqliteFile.Small);
        var expected = Answers(path);
        Gen.Int[0, (SqliteFile.Small.Length * 8) - 1].Sample(bit =>
        {
            byte[] bytes = [.. SqliteFile.Small];
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, bytes);
            if (IsFound(path))
                found++;
            else
            {
                harmless++;
                Assert.Equal(expected, Answers(path));
            }
        }, iter: Environment.GetEnvironmentVariable("ENTENTE_LONG") is null ? 200 : 10_000, threads: 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{found} found, {harmless} harmless");
        Assert.True(found * 5 > harmless, $"{found} found, {harmless} harmless");
    }

    private static bool IsFound(string path)
    {
        try
        {
            using var ledger = SqliteLedger.Open(path);
            return ledger.Verify().Any();
        }
        catch (EntenteException e) when (e.Fault.Code.StartsWith("ENT02", StringComparison.Ordinal))
        {
            return true;
        }
    }

    /// <summary>Everything that can be asked, in one list.</summary>
    private static List<string> Answers(string path)
    {
        using var ledger = SqliteLedger.Open(path);
        var answers = new List<string>(ledger.Entries().Select(e => $"{e.Seq} {e.Known:O} {e.Kind} {e.Subject} {Convert.ToHexString(e.Hash)}"));
        foreach (DateTimeOffset? instant in new DateTimeOffset?[] { null, new(2024, 3, 1, 15, 0, 0, TimeSpan.Zero) })
            foreach (DateOnly? day in new DateOnly?[] { null, Sample.Day("2023-05-05") })
            {
                using var view = ledger.AsOf(day).KnownOn(instant);
                answers.AddRange(view.Claims(new()).Select(c => $"{c.Id} {c.Verdict} {c.Reported} {ClaimJson.Write(c.Claim)}"));
                answers.AddRange(view.Claims(new() { Actor = "JPN", Other = "USA" }).Select(c => c.Id));
                answers.AddRange(view.Ties().SelectMany(b => b.ToArray()).Select(t => t.ToString()));
                answers.AddRange(view.Articles().Select(a => a.Name + a.Text));
                answers.AddRange(view.ActorCodes);
            }
        return answers;
    }
}
