using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>All that the record holds between two actors: how they are tied, what one owes the other, what passed between them.</summary>
public sealed record PairDossier(string A, string B, NetworkTie? Tie, IReadOnlyList<RecordedClaim> Agreements, IReadOnlyList<RecordedClaim> Obligations, IReadOnlyList<RecordedClaim> Events)
{
    public static PairDossier Of(View view, CodeBook codeBook, string a, string b)
    {
        var claims = view.Claims(new ClaimFilter { Actor = a, Other = b }).ToList();
        var tie = Network.Of(view, codeBook, a).Ties.FirstOrDefault(t => t.A == b || t.B == b);
        return new(a, b, tie, Of(ClaimKind.Agreement), Of(ClaimKind.Obligation), Of(ClaimKind.Event));

        IReadOnlyList<RecordedClaim> Of(ClaimKind kind) => [.. claims.Where(c => c.Claim.Kind == kind).OrderBy(c => c.Claim.Date ?? c.Reported ?? default).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }
}
