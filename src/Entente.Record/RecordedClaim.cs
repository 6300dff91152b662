using Entente.Vocabulary;

namespace Entente.Record;

/// <summary>A claim in the record: with its id, its article, when it was reported and when the record learnt it.</summary>
/// <param name="Reported">When the article was published, null if nobody says.</param>
/// <param name="Verdict">The decision in force on it, null if none.</param>
public sealed record RecordedClaim(string Id, Claim Claim, string ArticleId, When? Reported, DateTimeOffset Known, Verdict? Verdict);

/// <summary>Which claims to give; null is "any".</summary>
public sealed record ClaimFilter
{
    public string? Actor { get; init; }

    /// <summary>With <see cref="Actor"/>: only claims that name both.</summary>
    public string? Other { get; init; }

    public ClaimKind? Kind { get; init; }

    /// <summary>Form, obligation level, or PLOVER type.</summary>
    public string? Code { get; init; }

    public Status? Status { get; init; }

    public Modality? Modality { get; init; }

    public string? ArticleId { get; init; }

    public double MinimumConfidence { get; init; }

    /// <summary>Claims that a person rejected stay in the record and out of answers.</summary>
    public bool IncludeRejected { get; init; }

    public bool Matches(Claim claim) =>
        (Kind is null || claim.Kind == Kind) && (Modality is null || claim.Modality == Modality) && claim.Confidence >= MinimumConfidence
        && (Status is null || claim is AgreementClaim a && a.Status == Status) && (Code is null || CodeOf(claim) == Code);

    /// <summary>The code that says what kind of agreement, event or obligation it is; a figure's measure.</summary>
    public static string CodeOf(Claim claim) => claim switch
    {
        AgreementClaim a => a.Form,
        EventClaim e => e.Type.Code(),
        ObligationClaim o => o.Level.Code(),
        FigureClaim f => f.Measure,
        _ => throw new InvalidOperationException($"A kind of claim without a code: {claim.Kind}."),
    };
}
