using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>The arrangements that a view's agreement claims are about, the most binding first.</summary>
/// <param name="Proposals">Which of those that no text names may be one that the gazetteer knows, the likeliest first.</param>
public sealed record ArrangementList(IReadOnlyList<Arrangement> Arrangements, IReadOnlyList<SameArrangement> Proposals)
{
    /// <param name="actor">Only those of this actor; null for all.</param>
    public static ArrangementList Of(View view, CodeBook codeBook, AgreementBook book, string? actor)
    {
        var finder = new ArrangementFinder(book, new Sameness(book, codeBook), view.Origins);
        foreach (var claim in view.Claims(new ClaimFilter { Actor = actor, Kind = ClaimKind.Agreement }))
            finder.Add(claim, (AgreementClaim)claim.Claim);
        var (arrangements, proposals) = finder.Find();
        return new(
            [
                .. arrangements.OrderByDescending(a => codeBook.RungOf(a.Form)?.Height ?? -1).ThenByDescending(a => a.Origins)
                    .ThenBy(a => string.Join(' ', a.Parties), StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal),
            ],
            [.. proposals.OrderByDescending(p => p.Score).ThenBy(p => p.Described, StringComparer.Ordinal).ThenBy(p => p.Named, StringComparer.Ordinal)]);
    }
}
