using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>
/// From which day to which a claim is shown to hold. This is a rule of showing, not a date of the claim: a claim's own date is never
/// defaulted. A status, once reached, holds until another sentence ends it. One that the text does not date is shown from the day on which
/// it was reported, since an article of 2023 says nothing of 1990; one that nobody dates is always shown.
/// </summary>
public readonly record struct Holds(int FirstDay, int EndDay)
{
    public const int Always = int.MinValue;
    public const int Forever = int.MaxValue;

    public bool Covers(int day) => FirstDay <= day && day < EndDay;

    public static Holds Of(Claim claim, When? reported)
    {
        var start = claim.Date?.First ?? (claim.Date is null ? reported?.First : null);
        bool persists = claim is AgreementClaim or ObligationClaim or FigureClaim;
        int end = persists ? Forever : (claim.Date?.End ?? (claim.Date is null ? reported?.End : null))?.DayNumber ?? Forever;
        return new(start?.DayNumber ?? Always, end);
    }
}
