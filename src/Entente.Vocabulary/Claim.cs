namespace Entente.Vocabulary;

/// <summary>Who is quoted or paraphrased as saying it. <see cref="State"/> is an ISO code or a body's acronym.</summary>
public sealed record Speaker(string Name, string? Role = null, string? Body = null, string? State = null);

/// <summary>The shortest stretch of the article that says it, and that stretch's own words. They must agree to the last code unit.</summary>
public sealed record Evidence(TextSpan Span, string Quote);

/// <summary>
/// One thing that one article says about relations between states and international bodies. Actors are ISO 3166-1 alpha-3 codes
/// or acronyms of bodies; lists of actors are sorted and hold no one twice.
/// </summary>
public abstract record Claim
{
    /// <summary>The article's name.</summary>
    public required string Doc { get; init; }

    public abstract ClaimKind Kind { get; }

    public required Modality Modality { get; init; }

    /// <summary>Null in the reporter's own voice.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>When the event happened or the status was reached; null where the text gives none. Never defaulted.</summary>
    public When? Date { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>0 to 1: of claims given 0.8, about 80 % should be right.</summary>
    public required double Confidence { get; init; }

    /// <summary>The reading rule that made it; null when a person or another program did.</summary>
    public string? Rule { get; init; }

    /// <summary>Everybody named in it, sorted.</summary>
    public abstract IReadOnlyList<string> Everyone { get; }

    /// <summary>Sorted, without doubles: the only form in which a claim may hold actors.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> actors) =>
        [.. actors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>An arrangement that binds or gathers two or more parties has reached a status.</summary>
public sealed record AgreementClaim : Claim
{
    public override ClaimKind Kind => ClaimKind.Agreement;

    /// <summary>As commonly known; null for one that is only described.</summary>
    public string? Name { get; init; }

    /// <summary>A code of <c>data/codebook/forms.tsv</c>.</summary>
    public required string Form { get; init; }

    public required IReadOnlyList<string> Parties { get; init; }

    public required Status Status { get; init; }

    public override IReadOnlyList<string> Everyone => Parties;
}

/// <summary>One thing done or said between actors. Of a joint act all are actors; of a directed one there are recipients too.</summary>
public sealed record EventClaim : Claim
{
    public override ClaimKind Kind => ClaimKind.Event;

    public required EventType Type { get; init; }

    public required IReadOnlyList<string> Actors { get; init; }

    public required IReadOnlyList<string> Recipients { get; init; }

    public string? Place { get; init; }

    /// <summary>One or two words: visit, meeting, missile launch.</summary>
    public string? What { get; init; }

    public override IReadOnlyList<string> Everyone => Recipients.Count == 0 ? Actors : Sorted(Actors.Concat(Recipients));
}

/// <summary>Who must, need not, or is not expected to do what for whom.</summary>
public sealed record ObligationClaim : Claim
{
    public override ClaimKind Kind => ClaimKind.Obligation;

    public required IReadOnlyList<string> From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public required ObligationLevel Level { get; init; }

    /// <summary>On what event it falls due, in a few words.</summary>
    public string? Contingency { get; init; }

    public override IReadOnlyList<string> Everyone => Sorted(From.Concat(To));
}

/// <summary>A number about an actor's forces, money or promises.</summary>
public sealed record FigureClaim : Claim
{
    public override ClaimKind Kind => ClaimKind.Figure;

    public required string Subject { get; init; }

    public required string Measure { get; init; }

    public required double Value { get; init; }

    public required string Unit { get; init; }

    public override IReadOnlyList<string> Everyone => [Subject];
}
