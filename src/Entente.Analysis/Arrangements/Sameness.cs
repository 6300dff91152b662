using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>How well a claim that names no agreement fits a known one.</summary>
internal readonly record struct Fit(KnownAgreement Agreement, double Score, string Reason);

/// <summary>
/// Whether a claim of an unnamed agreement speaks of a known one: by form, by parties, and by whether that one was alive when the claim
/// says that it had its status. Thresholds are policy, chosen so that nothing but an equal form between equal parties is decided without a person.
/// </summary>
internal sealed class Sameness(AgreementBook book, CodeBook codeBook)
{
    /// <summary>From here on the machine decides.</summary>
    public const double Decided = 0.85;

    /// <summary>From here on a person is asked.</summary>
    public const double Proposed = 0.6;

    private const double SameForm = 0.5, SameFamily = 0.2, SameParties = 0.3, SomeParties = 0.1, Alive = 0.2, Undated = 0.1, Unknown = 0;

    /// <summary>Days by which a signing is told wrong, or announced before it is done.</summary>
    private const int SigningSlack = 366;

    /// <summary>Years for which an agreement may be talked about before it is signed.</summary>
    private const int TalksBefore = 6;

    /// <summary>Those that fit well enough to ask a person about, the best first.</summary>
    /// <param name="named">Those that articles of the view name.</param>
    public IReadOnlyList<Fit> Find(AgreementClaim claim, When? reported, IEnumerable<KnownAgreement> named) =>
    [
        .. book.Between(claim.Parties).Union(named.Where(n => claim.Parties.All(n.Parties.Contains))).Select(a => FitOf(claim, claim.Date ?? reported, a)).OfType<Fit>()
            .Where(f => f.Score >= Proposed).OrderByDescending(f => f.Score).ThenBy(f => f.Agreement.Name, StringComparer.Ordinal),
    ];

    private Fit? FitOf(AgreementClaim claim, When? when, KnownAgreement agreement)
    {
        bool isSameForm = claim.Form == agreement.Form, isSameFamily = Family(claim.Form) == Family(agreement.Form);
        // An exercise is of the family of the pacts that provide for it, and yet is none of them.
        bool isExercise = claim.Form == "exercise-series" || agreement.Form == "exercise-series";
        if (!(isExercise ? isSameForm : isSameFamily) || IsAlive(claim.Status, when, agreement) is not { } time)
            return null;
        bool areAll = claim.Parties.Count == agreement.Parties.Count;
        // Of a form of which they have several, the form tells little.
        double form = isSameForm && codeBook.FactOf("form", claim.Form, "several") is null ? SameForm : SameFamily;
        string reason = $"{(isSameForm ? "same form" : "a form like it")}, {(areAll ? "same parties" : "some of its parties")}, {(time == Alive ? $"{when} fits its life" : "undated")}";
        return new(agreement, form + (areAll ? SameParties : SomeParties) + time, reason);
    }

    /// <summary>Null where the claim speaks of another time.</summary>
    private static double? IsAlive(Status status, When? when, KnownAgreement agreement)
    {
        if (when?.First is not { } first || agreement.Begin is not { } begin)
            return agreement.Ended is not null ? null : status == Status.InForce ? Undated : Unknown;
        var last = when?.End?.AddDays(-1) ?? first;
        bool isMade = status switch
        {
            Status.Signed => last >= begin.AddDays(-SigningSlack) && first <= begin.AddDays(SigningSlack),
            Status.Proposed or Status.Negotiating or Status.Agreed or Status.Rejected => last >= begin.AddYears(-TalksBefore) && first <= begin.AddDays(SigningSlack),
            _ => last >= begin.AddDays(-SigningSlack),
        };
        bool isOver = agreement.Ended?.End is { } end && first > end.AddDays(SigningSlack);
        return isMade && !isOver ? Alive : null;
    }

    private string Family(string form) => codeBook.FactOf("form", form, "family") ?? form;
}
