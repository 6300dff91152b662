using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Cuts the claims on one described arrangement into the spells of its life: what begins again after it ended, or is signed again years
/// later, is another one.
/// </summary>
internal static class Spells
{
    /// <summary>Two texts that date one signing a year apart are wrong about one; more, and there were two.</summary>
    private const int SameSigning = 366;

    public static IReadOnlyList<IReadOnlyList<RecordedClaim>> Of(IReadOnlyList<RecordedClaim> claims)
    {
        var begins = Begins(claims);
        if (begins.Count == 0)
            return [claims];
        var spells = new List<RecordedClaim>[begins.Count + 1];
        foreach (var claim in claims)
            (spells[SpellOf(claim, begins)] ??= []).Add(claim);
        return [.. spells.Where(s => s is not null)];
    }

    /// <summary>The first days of the second spell, the third, …</summary>
    private static List<DateOnly> Begins(IEnumerable<RecordedClaim> claims)
    {
        var begins = new List<DateOnly>();
        DateOnly? signed = null, ended = null;
        foreach (var (day, status) in claims.Where(c => c.Claim is { Modality: Modality.Fact, Date: not null }).Select(c => (Day: c.Claim.Date!.Value.First, ((AgreementClaim)c.Claim).Status))
            .Where(s => s.Day is not null).OrderBy(s => s.Day))
        {
            bool isSigned = status == Status.Signed, isSecond = isSigned && signed is { } before && day!.Value.DayNumber - before.DayNumber > SameSigning;
            if (isSecond || (ended is { } end && day > end && status is not (Status.Ended or Status.Rejected or Status.Suspended)))
            {
                begins.Add(day!.Value);
                (signed, ended) = (isSigned ? day : null, null);
            }
            signed ??= isSigned ? day : null;
            ended = status == Status.Ended ? day : ended;
        }
        return begins;
    }

    /// <summary>An undated claim belongs to the time of its report.</summary>
    private static int SpellOf(RecordedClaim claim, List<DateOnly> begins)
    {
        var day = (claim.Claim.Date ?? claim.Reported)?.First;
        return day is null ? begins.Count : begins.Count(b => day >= b);
    }
}
