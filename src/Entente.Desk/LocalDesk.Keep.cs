using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>What a verification found.</summary>
public sealed record Verification(long Entries, IReadOnlyList<Fault> Faults);

public sealed partial class LocalDesk
{
    /// <summary>Proves the record's integrity; see <see cref="Record.Ledger.Verify"/>.</summary>
    public Verification Verify()
    {
        using var ledger = OpenLedger();
        return new(ledger.Entries().LongCount(), [.. ledger.Verify()]);
    }

    /// <summary>
    /// All claims in force, one JSON line each, ordered by article and place in it: two records that hold the same export the same bytes,
    /// whatever the order and the batches in which they were read.
    /// </summary>
    public IEnumerable<string> ExportClaims(Moment moment)
    {
        using var ledger = OpenLedger();
        using var view = ledger.AsOf(moment.AsOf).KnownOn(moment.KnownOn);
        var lines = view.Claims(new() { IncludeRejected = true }).Select(r => (r.ArticleId, r.Claim.Evidence.Span.Start, Line: ClaimJson.Write(r.Claim))).ToList();
        foreach (var (_, _, line) in lines.OrderBy(l => l.ArticleId, StringComparer.Ordinal).ThenBy(l => l.Start).ThenBy(l => l.Line, StringComparer.Ordinal))
            yield return line;
    }
}
