using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>A dated step: a status reached or an event, with how many articles tell of it, and how many of them are independent.</summary>
public sealed record TimelineStep(When Date, RecordedClaim Evidence, int Articles, int Origins);

/// <summary>What happened in order of time. Claims without a date are counted, not placed.</summary>
public sealed record Timeline(IReadOnlyList<TimelineStep> Steps, int Undated)
{
    public static Timeline Of(View view, string? actor)
    {
        var claims = view.Claims(new ClaimFilter { Actor = actor }).Where(r => r.Claim is AgreementClaim or EventClaim).ToList();
        var steps = claims.Where(r => r.Claim.Date is not null).GroupBy(Key)
            .Select(g => Step(g, [.. g.Select(r => r.ArticleId).Distinct()], view.Origins));
        return new([.. steps.OrderBy(s => s.Date).ThenBy(s => s.Evidence.Id, StringComparer.Ordinal)], claims.Count(r => r.Claim.Date is null));
    }

    private static TimelineStep Step(IEnumerable<RecordedClaim> same, IReadOnlyList<string> articles, Origins origins) =>
        new(same.First().Claim.Date!.Value, same.MaxBy(r => r.Claim.Confidence)!, articles.Count, origins.Count(articles));

    /// <summary>Two articles tell of one step where who, what, how and when are equal.</summary>
    private static string Key(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        string status = claim is AgreementClaim a ? a.Status.Code() : "";
        return $"{claim.Kind} {ClaimFilter.CodeOf(claim)} {status} {string.Join(',', claim.Everyone)} {claim.Date} {claim.Modality}";
    }
}
