using Entente.Vocabulary;
using Microsoft.Data.Sqlite;

namespace Entente.Record.Sqlite;

/// <summary>The embedded store: one SQLite file in WAL mode. Many may read while one writes.</summary>
public sealed class SqliteLedger : Ledger
{
    private const int SchemaVersion = 1;

    /// <summary>"Ente" in ASCII: tells our files from other SQLite databases.</summary>
    private const int ApplicationId = 0x456E7465;

    private readonly string path;

    private SqliteLedger(string path) => this.path = path;

    public override string Place => path;

    /// <summary>Opens a record, or makes an empty one where nothing is.</summary>
    /// <exception cref="EntenteException">ENT0202: the file is something else, or of a newer version. ENT0206: it can't be made.</exception>
    public static SqliteLedger OpenOrCreate(string path)
    {
        var ledger = new SqliteLedger(path);
        using var connection = ledger.Connect(SqliteOpenMode.ReadWriteCreate);
        ledger.Guard(() =>
        {
            if (!ledger.IsOurs(connection))
                Create(connection);
        });
        return ledger;
    }

    /// <summary>Opens a record to ask it.</summary>
    /// <exception cref="EntenteException">ENT0201: nothing there. ENT0202: something else is.</exception>
    public static SqliteLedger Open(string path)
    {
        if (!File.Exists(path))
            throw new EntenteException(Faults.NoRecord(path));
        var ledger = new SqliteLedger(path);
        using var connection = ledger.Connect(SqliteOpenMode.ReadWrite);
        if (!ledger.IsOurs(connection))
            throw new EntenteException(Faults.NoRecord(path));
        return ledger;
    }

    public override LedgerWriter OpenWriter(TimeProvider clock) => new SqliteLedgerWriter(this, Connect(SqliteOpenMode.ReadWrite), clock);

    public override IEnumerable<Entry> Entries(long after = 0)
    {
        using var connection = Connect(SqliteOpenMode.ReadWrite);
        foreach (var entry in EntriesOf(connection, after))
            yield return entry;
    }

    public override IEnumerable<Fault> Verify()
    {
        using var connection = Connect(SqliteOpenMode.ReadWrite);
        foreach (var fault in new SqliteVerifier(path, connection).Verify())
            yield return fault;
    }

    protected internal override View OpenView(DateOnly? asOf, DateTimeOffset? knownOn) => new SqliteView(Connect(SqliteOpenMode.ReadWrite), asOf, knownOn);

    protected override void Dispose(bool disposing)
    {
    }

    internal static IEnumerable<Entry> EntriesOf(SqliteConnection connection, long after)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select seq, known, kind, subject, body, hash from entry where seq > $after order by seq";
        command.Parameters.AddWithValue("$after", after);
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new(row.GetInt64(0), UnixTime.FromUnixMicroseconds(row.GetInt64(1)), Enum.Parse<EntryKind>(row.GetString(2), true), row.GetString(3),
                (byte[])row[4], (byte[])row[5]);
    }

    /// <summary>Turns SQLite's errors into faults that say what to do.</summary>
    internal void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException e)
        {
            throw Translate(e);
        }
    }

    internal EntenteException Translate(SqliteException e) => new(e.SqliteErrorCode switch
    {
        5 or 6 => Faults.RecordBusy(path),
        11 => Faults.NotARecord(path, "a damaged file"),
        26 => Faults.NotARecord(path, "a file that is no database"),
        _ => Faults.WriteFailed(path, e.Message),
    }, e);

    internal SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            // full: a commit that returned is on the disk. The WAL is folded back in larger steps than the default, which halves the writing.
            Execute(connection, "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000; "
                + "pragma mmap_size = 4294967296; pragma cache_size = -65536; pragma temp_store = memory");
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
            application = Scalar(connection, "pragma application_id");
            version = Scalar(connection, "pragma user_version");
            tables = Scalar(connection, "select count(*) from sqlite_schema");
        });
        if (application == 0 && tables == 0)
            return false;
        if (application != ApplicationId)
            throw new EntenteException(Faults.NotARecord(path, "a database of another program"));
        return version == SchemaVersion ? true : throw new EntenteException(Faults.NotARecord(path, $"a record of version {version}"));
    }

    private static void Create(SqliteConnection connection)
    {
        using var stream = typeof(SqliteLedger).Assembly.GetManifestResourceStream("Entente.Record.Migrations.001-ledger.sql")!;
        using var reader = new StreamReader(stream);
        // Two programs may come here at once; the second finds the tables made.
        Execute(connection, "begin immediate");
        if (Scalar(connection, "pragma application_id") == 0)
            Execute(connection, reader.ReadToEnd() + $"; pragma application_id = {ApplicationId}; pragma user_version = {SchemaVersion};");
        Execute(connection, "commit");
    }
}
