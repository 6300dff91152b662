using Entente.Record;
using Entente.Record.Sqlite;

namespace Entente.Tests;

public sealed class SqliteLedgerSuite : LedgerSuite
{
    private Scratch? scratch;

    protected override Ledger MakeEmpty() => SqliteLedger.OpenOrCreate((scratch = new Scratch()).Record);

    protected override Ledger Reopen() => SqliteLedger.Open(scratch!.Record);

    protected override void CleanUp() => scratch!.Dispose();
}
