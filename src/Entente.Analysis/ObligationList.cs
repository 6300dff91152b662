using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Who must do what for whom, by whose words or which instrument. An instrument obliges by its form: the code book says which level an
/// alliance carries.
/// </summary>
/// <param name="Instrument">The form of the agreement it follows from; null where a text states the duty itself.</param>
/// <param name="Articles">How many articles say so.</param>
/// <param name="Origins">How many of them are independent: copies of one text count once.</param>
public sealed record Obligation(
    IReadOnlyList<string> From, IReadOnlyList<string> To, ObligationLevel Level, string? Contingency, Modality Modality, string? Instrument, string? SaidBy, int Articles, int Origins, RecordedClaim Evidence)
{
    public bool IsAbsence => Level is ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted;
}

public static class ObligationList
{
    /// <summary>Duties first, the heaviest before the lighter; then the absences said aloud.</summary>
    public static IReadOnlyList<Obligation> Of(View view, CodeBook codeBook, string actor)
    {
        var said = view.Claims(new ClaimFilter { Actor = actor, Kind = ClaimKind.Obligation }).Select(r => Said(r, (ObligationClaim)r.Claim));
        var standing = view.Claims(new ClaimFilter { Actor = actor, Kind = ClaimKind.Agreement, Modality = Modality.Fact }).GroupBy(Instrument)
            .Where(g => Stands(g.MaxBy(Step)!)).SelectMany(g => g.Where(Stands));
        var followed = standing.Select(r => FromInstrument(r, (AgreementClaim)r.Claim, codeBook)).OfType<Obligation>();
        return
        [
            .. said.Concat(followed).GroupBy(Key).Select(g => Merge(g, view.Origins)).OrderBy(o => o.IsAbsence).ThenBy(o => o.Level).ThenByDescending(o => (o.Origins, o.Articles))
                .ThenBy(o => string.Join(',', o.From), StringComparer.Ordinal).ThenBy(o => string.Join(',', o.To), StringComparer.Ordinal),
        ];
    }

    private static string Instrument(RecordedClaim recorded) => $"{ClaimFilter.CodeOf(recorded.Claim)} {string.Join(',', recorded.Claim.Everyone)}";

    /// <summary>The later day counts, and on one day the further step: an alliance that ended obliges nobody, however many tell of its signing.</summary>
    private static (int Day, Status Status) Step(RecordedClaim recorded) => (Holds.FirstDay(recorded.Claim, recorded.Reported), ((AgreementClaim)recorded.Claim).Status);

    private static bool Stands(RecordedClaim recorded) => ((AgreementClaim)recorded.Claim).Status is Status.InForce or Status.Ratified or Status.Signed;

    private static Obligation Said(RecordedClaim recorded, ObligationClaim claim) =>
        new(claim.From, claim.To, claim.Level, claim.Contingency, claim.Modality, null, claim.Speaker?.Name, 1, 1, recorded);

    private static Obligation? FromInstrument(RecordedClaim recorded, AgreementClaim claim, CodeBook codeBook) =>
        EnumCode.TryParse(codeBook.ObligationOf(claim.Form), out ObligationLevel level)
            ? new(claim.Parties, claim.Parties, level, null, Modality.Fact, claim.Form, null, 1, 1, recorded)
            : null;

    private static string Key(Obligation o) => $"{string.Join(',', o.From)}>{string.Join(',', o.To)} {o.Level} {o.Modality} {o.Instrument} {o.SaidBy}";

    private static Obligation Merge(IEnumerable<Obligation> same, Origins origins)
    {
        var list = same.ToList();
        var articles = list.Select(o => o.Evidence.ArticleId).Distinct().ToList();
        return list.MaxBy(o => o.Evidence.Claim.Confidence)! with { Articles = articles.Count, Origins = origins.Count(articles) };
    }
}
