using Entente.Record.Sqlite;
using Microsoft.Data.Sqlite;
using static Entente.Tests.Sample;

namespace Entente.Tests;

/// <summary>The file beneath a SQLite record, as one who means harm, or a failing disk, gets at it.</summary>
internal static class SqliteFile
{
    private static readonly Lazy<byte[]> SoundBytes = new(() => Make(149)), SmallBytes = new(() => Make(20));

    /// <summary>A record that has something in every table, closed and whole in one file.</summary>
    public static byte[] Sound => SoundBytes.Value;

    /// <summary>The same without a full column of ties: quick to copy and to verify a thousand times.</summary>
    public static byte[] Small => SmallBytes.Value;

    public static long Execute(string path, string sql)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        command.CommandText = "select total_changes()";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>With the guards taken down for as long as it takes, and put up again to the letter.</summary>
    public static long ExecuteUnguarded(string path, string sql)
    {
        var triggers = new List<(string Name, string Sql)>();
        using (var connection = Open(path))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select name, sql from sqlite_schema where type = 'trigger'";
            using var row = command.ExecuteReader();
            while (row.Read())
                triggers.Add((row.GetString(0), row.GetString(1)));
        }
        Execute(path, string.Join(';', triggers.Select(t => $"drop trigger {t.Name}")));
        long changes = Execute(path, sql);
        Execute(path, string.Join(';', triggers.Select(t => t.Sql)));
        return changes;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static byte[] Make(int parties)
    {
        using var scratch = new Scratch();
        using (var ledger = SqliteLedger.OpenOrCreate(scratch.Record))
        {
            var clock = new SteppingClock();
            using var writer = ledger.OpenWriter(clock);
            for (int i = 0; i < 12; i++)
            {
                clock.Go(TimeSpan.FromHours(1));
                var article = Article($"article {i}", i % 3 == 0 ? null : $"2023-0{1 + (i % 9)}");
                writer.Append([article.Read(Agreement("JPN USA KOR", i % 2 == 0 ? "2023-01-11" : null), Obligation("USA", $"S{i}"), Meeting("KOR JPN"), Figure("JPN", i))]);
            }
            // 149 parties make 11,026 ties: two such summits fill a column, a third stays in the tail.
            string many = string.Join(' ', Enumerable.Range(0, parties).Select(i => $"S{i}"));
            foreach (string name in new[] { "summit 1", "summit 2", "summit 3" })
                writer.Append([Article(name).Read(Agreement(many))]);
            writer.Append([Article("article 1", "2023-02").Read(Reader2, Agreement("JPN USA"))]);
            writer.Decide(new(Article("article 2", "2023-03").Read(Meeting("KOR JPN")).IdOf(), Record.Verdict.Reject, "an analyst"));
            writer.Withdraw(Article("article 5", "2023-06").Id, "a hoax");
        }
        return File.ReadAllBytes(scratch.Record);
    }
}
