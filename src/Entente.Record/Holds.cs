using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>
/// From which day on a claim is shown. This is a rule of showing, not a date of the claim: a claim's own date is never defaulted, and none
/// ends by itself, since no interval is closed without a sentence that says so. A claim that the text does not date is shown from the day on
/// which it was reported (an article of 2023 says nothing of 1990); one that nobody dates is always shown.
/// </summary>
public static class Holds
{
    public const int Always = int.MinValue;

    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public static int FirstDay(Claim claim, When? reported) =>
        (claim.Date is { } dated ? dated.First : reported?.First)?.DayNumber ?? Always;
}
