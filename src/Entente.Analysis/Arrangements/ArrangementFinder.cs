using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Puts agreement claims together that speak of one arrangement: first those that name it, then those that fit one of the named or of the
/// gazetteer's so well that nothing else can be meant, then the rest by form and parties.
/// </summary>
internal sealed class ArrangementFinder(AgreementBook book, Sameness sameness, Origins origins)
{
    /// <summary>The second best must fit worse by so much, or the best is only proposed.</summary>
    private const double Lead = 0.15;

    private readonly Dictionary<KnownAgreement, List<RecordedClaim>> known = [];
    private readonly Dictionary<KnownAgreement, SortedSet<string>> because = [];
    private readonly List<RecordedClaim> unnamed = [];
    private readonly List<(RecordedClaim Claim, Fit? Maybe)> described = [];

    public void Add(RecordedClaim recorded, AgreementClaim claim)
    {
        if (claim.Name is null)
            unnamed.Add(recorded);
        else if (book.Called(claim.Name) is { } agreement)
            Put(agreement, recorded);
        else
            described.Add((recorded, null));
    }

    public (IEnumerable<Arrangement> Arrangements, IEnumerable<SameArrangement> Proposals) Find()
    {
        var named = known.Keys.ToList();
        foreach (var recorded in unnamed)
            Decide(recorded, named);
        var found = described.GroupBy(d => Key((AgreementClaim)d.Claim.Claim)).SelectMany(Spelled).ToList();
        return (known.Select(Known).Concat(found.Select(f => f.Arrangement)), found.SelectMany(f => f.Proposals));
    }

    private static string Key(AgreementClaim claim) => $"{claim.Name} {claim.Form} {string.Join(' ', claim.Parties)}";

    private void Put(KnownAgreement agreement, RecordedClaim recorded)
    {
        if (!known.TryGetValue(agreement, out var claims))
            known[agreement] = claims = [];
        claims.Add(recorded);
    }

    private void Decide(RecordedClaim recorded, IReadOnlyList<KnownAgreement> named)
    {
        var fits = sameness.Find((AgreementClaim)recorded.Claim, recorded.Reported, named);
        if (fits.Count == 0)
        {
            described.Add((recorded, null));
            return;
        }
        bool isAlone = fits.Count == 1 || fits[0].Score - fits[1].Score >= Lead;
        if (fits[0].Score < Sameness.Decided || !isAlone)
        {
            described.Add((recorded, isAlone ? fits[0] : fits[0] with { Reason = $"{fits[0].Reason}; but so has {fits[1].Agreement.Name}" }));
            return;
        }
        Put(fits[0].Agreement, recorded);
        if (!because.TryGetValue(fits[0].Agreement, out var reasons))
            because[fits[0].Agreement] = reasons = new(StringComparer.Ordinal);
        reasons.Add(fits[0].Reason);
    }

    private Arrangement Known(KeyValuePair<KnownAgreement, List<RecordedClaim>> named)
    {
        var (agreement, claims) = named;
        var parties = agreement.Parties.Count > 0 ? agreement.Parties : Claim.Sorted(claims.SelectMany(c => c.Claim.Everyone));
        return Make(agreement.Name, agreement.Form, parties, 1, [.. claims.OrderBy(c => c.Known).ThenBy(c => c.Id, StringComparer.Ordinal)], [.. because.GetValueOrDefault(agreement) ?? []]);
    }

    private IEnumerable<(Arrangement Arrangement, IEnumerable<SameArrangement> Proposals)> Spelled(IEnumerable<(RecordedClaim Claim, Fit? Maybe)> same)
    {
        var maybes = same.ToDictionary(d => d.Claim, d => d.Maybe);
        var spells = Spells.Of([.. maybes.Keys]);
        for (int i = 0; i < spells.Count; i++)
        {
            var first = (AgreementClaim)spells[i][0].Claim;
            var arrangement = Make(first.Name, first.Form, first.Parties, i + 1, spells[i], []);
            yield return (arrangement, Proposed(arrangement, spells[i].Select(c => maybes[c]).OfType<Fit>()));
        }
    }

    private static IEnumerable<SameArrangement> Proposed(Arrangement described, IEnumerable<Fit> maybes) =>
        maybes.GroupBy(f => f.Agreement).Select(g => new SameArrangement(described.Id, g.Key.Name, g.Max(f => f.Score), g.MaxBy(f => f.Score).Reason, g.Count()));

    private Arrangement Make(string? name, string form, IReadOnlyList<string> parties, int spell, IReadOnlyList<RecordedClaim> claims, IReadOnlyList<string> reasons)
    {
        var articles = claims.Select(c => c.ArticleId).Distinct().ToList();
        // Of one that the gazetteer knows, the name is all: its form and parties may be mended there.
        string id = name is not null && book.Called(name) is not null ? ContentId.OfArrangement(name, "", [], spell) : ContentId.OfArrangement(name, form, parties, spell);
        return new(id, name, form, parties, spell, LifeLine.Of(claims, origins), claims, reasons, articles.Count, origins.Count(articles));
    }
}
