using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>Of the pairs found, so many have this code in the gold and that code in the system.</summary>
/// <param name="Field">form, status, type, level or modality.</param>
public sealed record Confusion(string Field, string Gold, string System, int Pairs)
{
    private static readonly string[] Fields = ["form", "status", "type", "level", "modality"];

    /// <summary>Field by field; codes by their number in the gold, then each with what it was read as, the most often first.</summary>
    internal static IReadOnlyList<Confusion> Of(IEnumerable<ClaimPair> pairs)
    {
        var cells = pairs.SelectMany(p => CodesOf(p.Gold).Zip(CodesOf(p.System))).CountBy(c => (c.First.Field, Gold: c.First.Code, System: c.Second.Code))
            .Select(c => new Confusion(c.Key.Field, c.Key.Gold, c.Key.System, c.Value)).ToList();
        return
        [
            .. cells.GroupBy(c => (c.Field, c.Gold)).OrderBy(g => Array.IndexOf(Fields, g.Key.Field)).ThenByDescending(g => g.Sum(c => c.Pairs)).ThenBy(g => g.Key.Gold, StringComparer.Ordinal)
                .SelectMany(g => g.OrderByDescending(c => c.Pairs).ThenBy(c => c.System, StringComparer.Ordinal)),
        ];
    }

    private static IEnumerable<(string Field, string Code)> CodesOf(Claim claim) => claim switch
    {
        AgreementClaim a => [("form", a.Form), ("status", a.Status.Code()), Modality(a)],
        EventClaim e => [("type", e.Type.Code()), Modality(e)],
        ObligationClaim o => [("level", o.Level.Code()), Modality(o)],
        _ => [Modality(claim)],
    };

    private static (string, string) Modality(Claim claim) => ("modality", claim.Modality.Code());
}
