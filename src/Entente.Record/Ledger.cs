using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>
/// The record: an append-only chain of articles, readings, withdrawals and decisions. Reading it takes views
/// (<c>ledger.AsOf(date).KnownOn(instant)</c>); only a writer adds to it. Every store passes the one suite in the tests.
/// </summary>
public abstract class Ledger : IDisposable
{
    /// <summary>Where it is kept, for messages.</summary>
    public abstract string Place { get; }

    public abstract LedgerWriter OpenWriter(TimeProvider clock);

    /// <param name="date">What held on that day; null for whatever held at any time.</param>
    public AsOf AsOf(DateOnly? date) => new(this, date);

    /// <summary>All entries after a seq, in order.</summary>
    public abstract IEnumerable<Entry> Entries(long after = 0);

    /// <summary>
    /// Proves that nothing was changed behind the ledger's back: the chain, each reading's claims, each quote against its article, and the
    /// indexes against the truth. Gives what is wrong; empty = sound.
    /// </summary>
    public abstract IEnumerable<Fault> Verify();

    protected internal abstract View OpenView(DateOnly? asOf, DateTimeOffset? knownOn);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>The first half of a question: what held on a day. The second is as known when.</summary>
public readonly record struct AsOf(Ledger Ledger, DateOnly? Date)
{
    /// <param name="instant">What the record knew then; null for all that it knows.</param>
    public View KnownOn(DateTimeOffset? instant) => Ledger.OpenView(Date, instant);

    public View KnownNow() => KnownOn(null);
}
