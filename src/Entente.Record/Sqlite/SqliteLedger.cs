using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>The embedded store: one SQLite file in WAL mode. Many may read while one writes.</summary>
public sealed class SqliteLedger : Ledger
{
    /// <summary>What was added to the tables, in order. A record of an older version is brought up to date when it is opened.</summary>
    private static readonly string[] Migrations = ["001-ledger", "002-matches"];

    /// <summary>"Ente" in ASCII: tells our files from other SQLite databases.</summary>
    private const int ApplicationId = 0x456E7465;

    // full: a commit that returned is on the disk. The WAL is folded back in larger steps than the default, which halves the writing.
    private const string Settings = "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000; "
        + "pragma mmap_size = 4294967296; pragma cache_size = -65536; pragma temp_store = memory";

    /// <summary>Give the packed ties in the order recorded, one after the other. With its row number a blob can be streamed.</summary>
    internal static readonly string[] TieColumns = ["select segment_no, data from segment order by segment_no", "select tail_no, data from tail order by tail_no"];

    private readonly string path;

    private SqliteLedger(string path) => this.path = path;

    public override string Place => path;

    /// <summary>Opens a record, or makes an empty one where nothing is.</summary>
    /// <exception cref="EntenteException">ENT0202: the file is something else, or of a newer version. ENT0206: it can't be made.</exception>
    public static SqliteLedger OpenOrCreate(string path)
    {
        var ledger = new SqliteLedger(path);
        using var connection = ledger.OpenFile(SqliteOpenMode.ReadWriteCreate);
        if (!ledger.IsOurs(connection))
            ledger.Guard(() => Create(connection));
        return ledger;
    }

    /// <summary>Opens a record to ask it.</summary>
    /// <exception cref="EntenteException">ENT0201: nothing there. ENT0202: something else is.</exception>
    public static SqliteLedger Open(string path)
    {
        if (!File.Exists(path))
            throw new EntenteException(Faults.NoRecord(path));
        var ledger = new SqliteLedger(path);
        using var connection = ledger.OpenFile(SqliteOpenMode.ReadWrite);
        return ledger.IsOurs(connection) ? ledger : throw new EntenteException(Faults.NoRecord(path));
    }

    public override LedgerWriter OpenWriter(TimeProvider clock) => new SqliteLedgerWriter(this, Connect(), clock);

    public override IEnumerable<Entry> Entries(long after = 0)
    {
        using var connection = Connect();
        foreach (var entry in EntriesOf(connection, after))
            yield return entry;
    }

    public override IEnumerable<Fault> Verify()
    {
        using var connection = Connect();
        foreach (var fault in new SqliteVerifier(this, connection).Verify())
            yield return fault;
    }

    protected internal override View OpenView(DateOnly? asOf, DateTimeOffset? knownOn) => new SqliteView(this, Connect(), asOf, knownOn);

    protected override void Dispose(bool disposing)
    {
    }

    internal IEnumerable<Entry> EntriesOf(SqliteConnection connection, long after)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select seq, known, kind, subject, body, hash from entry where seq > $after order by seq";
        command.Parameters.AddWithValue("$after", after);
        using var row = Guard(command.ExecuteReader);
        Func<bool> next = row.Read;
        while (Guard(next))
            yield return new(row.GetInt64(0), UnixTime.FromUnixMicroseconds(row.GetInt64(1)), Enum.Parse<EntryKind>(row.GetString(2), true), row.GetString(3),
                (byte[])row[4], (byte[])row[5]);
    }

    /// <summary>Turns SQLite's errors into faults that say what to do.</summary>
    internal T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw Translate(e);
        }
    }

    internal void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });

    internal EntenteException Translate(SqliteException e) => new(e.SqliteErrorCode switch
    {
        5 or 6 => Faults.RecordBusy(path),
        11 => Faults.NotARecord(path, "a damaged file"),
        26 => Faults.NotARecord(path, "a file that is no database"),
        _ => Faults.WriteFailed(path, e.Message),
    }, e);

    internal SqliteConnection Connect()
    {
        var connection = OpenFile(SqliteOpenMode.ReadWrite);
        try
        {
            Guard(() => Execute(connection, Settings));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file and changes nothing in it: it may turn out to be another program's.</summary>
    private SqliteConnection OpenFile(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw e.SqliteErrorCode == 14 ? new EntenteException(Faults.WriteFailed(path, "cannot be opened (is its folder there, and writable?)"), e) : Translate(e);
        }
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }

    /// <summary>False for an empty database.</summary>
    private bool IsOurs(SqliteConnection connection)
    {
        long application = 0, version = 0, tables = 0;
        Guard(() =>
        {
            // In one transaction: another program may be making the record at this moment.
            Execute(connection, "begin");
            application = Scalar(connection, "pragma application_id");
            version = Scalar(connection, "pragma user_version");
            tables = Scalar(connection, "select count(*) from sqlite_schema");
            Execute(connection, "commit");
        });
        if (application == 0 && tables == 0)
            return false;
        if (application != ApplicationId)
            throw new EntenteException(Faults.NotARecord(path, "a database of another program"));
        if (version < 1 || version > Migrations.Length)
            throw new EntenteException(Faults.NotARecord(path, $"a record of version {version}"));
        if (version < Migrations.Length)
            Guard(() => Migrate(connection));
        return true;
    }

    private static void Create(SqliteConnection connection)
    {
        Execute(connection, Settings);
        Migrate(connection);
    }

    /// <summary>In one transaction. Two programs may come here at once; the second finds the work done.</summary>
    private static void Migrate(SqliteConnection connection)
    {
        Execute(connection, "begin immediate");
        for (int version = (int)Scalar(connection, "pragma user_version"); version < Migrations.Length; version++)
            Execute(connection, Migration(version));
        Execute(connection, $"pragma application_id = {ApplicationId}; pragma user_version = {Migrations.Length}; commit");
    }

    /// <summary>All tables as they are now.</summary>
    internal static string Schema() => string.Join(";\n", Enumerable.Range(0, Migrations.Length).Select(Migration));

    private static string Migration(int version)
    {
        using var stream = typeof(SqliteLedger).Assembly.GetManifestResourceStream($"Entente.Record.Migrations.{Migrations[version]}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
