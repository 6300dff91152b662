using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Ties by name, so that two stores, which number actors as they like, can be compared.</summary>
internal static class TieNames
{
    public static List<string> NamedTies(this View view) => [.. view.Ties().SelectMany(batch => batch.ToArray()).Select(tie => Name(view, tie))];

    /// <summary>What <see cref="View.Ties"/> must give: every pair of every agreement and obligation of the claims themselves.</summary>
    public static List<string> NaiveTies(this IEnumerable<RecordedClaim> claims) =>
    [
        .. from recorded in claims
           let claim = recorded.Claim
           where claim is AgreementClaim or ObligationClaim
           from a in claim.Everyone
           from b in claim.Everyone
           where string.CompareOrdinal(a, b) < 0 && (claim is not ObligationClaim o || (o.From.Contains(a) && o.To.Contains(b)) || (o.From.Contains(b) && o.To.Contains(a)))
           select Name(a, b, ClaimFilter.CodeOf(claim), claim.Kind, claim.Modality, (claim as AgreementClaim)?.Status ?? default, claim.Date?.First is not null, recorded.Id),
    ];

    private static string Name(View view, TieRow tie)
    {
        string[] pair = [view.ActorCodes[tie.A], view.ActorCodes[tie.B]];
        Array.Sort(pair, StringComparer.Ordinal);
        return Name(pair[0], pair[1], view.Codes[tie.Code], (ClaimKind)tie.Kind, (Modality)tie.Modality, (Status)tie.Status, tie.IsDated == 1, view.ClaimNumbered(tie.ClaimNo).Id);
    }

    private static string Name(string a, string b, string code, ClaimKind kind, Modality modality, Status status, bool isDated, string id) =>
        $"{a} {b} {code} {kind} {modality} {status} {(isDated ? "dated" : "undated")} {id}";
}
