using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// The steps that claims tell of one arrangement, in order of time. Texts that tell one step with dates that can both be true tell it once,
/// with the closer date; dates that cannot stay apart, since a conflict is shown, never averaged.
/// </summary>
internal static class LifeLine
{
    public static IReadOnlyList<LifeStep> Of(IEnumerable<RecordedClaim> claims, Origins origins) =>
    [
        .. claims.GroupBy(c => (((AgreementClaim)c.Claim).Status, c.Claim.Modality)).SelectMany(g => Steps(g.Key.Status, g.Key.Modality, [.. g], origins))
            .OrderBy(s => s.Date?.First ?? DateOnly.MaxValue).ThenBy(s => s.Status).ThenBy(s => s.Modality),
    ];

    private static IEnumerable<LifeStep> Steps(Status status, Modality modality, IReadOnlyList<RecordedClaim> claims, Origins origins)
    {
        var groups = new List<(When Date, List<RecordedClaim> Claims)>();
        foreach (var claim in claims.Where(c => c.Claim.Date is not null).OrderBy(c => Length(c.Claim.Date!.Value)))
            if (groups.FindIndex(g => g.Date.Overlaps(claim.Claim.Date!.Value)) is >= 0 and var at)
                groups[at].Claims.Add(claim);
            else
                groups.Add((claim.Claim.Date!.Value, [claim]));
        var undated = claims.Where(c => c.Claim.Date is null).ToList();
        // One date alone is the date of all who tell of the step; of two, nobody knows which an undated text means.
        if (groups.Count == 1)
            groups[0].Claims.AddRange(undated);
        foreach (var (date, told) in groups)
            yield return Step(status, modality, date, told, origins);
        if (groups.Count != 1 && undated.Count > 0)
            yield return Step(status, modality, null, undated, origins);
    }

    private static LifeStep Step(Status status, Modality modality, When? date, IReadOnlyList<RecordedClaim> told, Origins origins)
    {
        var articles = told.Select(c => c.ArticleId).Distinct().ToList();
        return new(status, modality, date, told.MaxBy(c => c.Claim.Confidence)!, articles.Count, origins.Count(articles));
    }

    /// <summary>Days; an open end is longest.</summary>
    private static int Length(When date) => date.First is { } first && date.End is { } end ? end.DayNumber - first.DayNumber : int.MaxValue;
}
