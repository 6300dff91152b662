using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Each distinct claim once per article, from the place that says it most fully: dated before undated, then the surer one, then the first.</summary>
internal static class ClaimMerger
{
    public static IReadOnlyList<Claim> Merge(IEnumerable<Claim> claims)
    {
        var best = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            string key = KeyOf(claim);
            if (!best.TryGetValue(key, out var known) || IsFuller(claim, known))
                best[key] = claim;
        }
        // "a defence agreement" beside the access agreement that the same parties signed is that agreement, said in general.
        var specific = best.Values.OfType<AgreementClaim>().Where(a => !IsGeneral(a)).ToList();
        foreach (string key in best.Where(b => b.Value is AgreementClaim a && IsGeneral(a) && specific.Exists(s => IsSaidBy(s, a))).Select(b => b.Key).ToList())
            best.Remove(key);
        // "the access agreement" in passing is the one that was signed, as told elsewhere.
        var told = best.Values.OfType<AgreementClaim>().Where(a => !IsMention(a)).ToList();
        foreach (string key in best.Where(b => b.Value is AgreementClaim a && IsMention(a) && told.Exists(t => t.Form == a.Form && t.Parties.SequenceEqual(a.Parties))).Select(b => b.Key).ToList())
            best.Remove(key);
        DropSaidToWorld(best);
        var undated = best.Values.Where(c => c.Date is null).Select(c => (CoreOf(c), c)).ToList();
        var datedCores = best.Values.Where(c => c.Date is not null).Select(CoreOf).ToHashSet(StringComparer.Ordinal);
        var redundant = undated.Where(u => datedCores.Contains(u.Item1)).Select(u => u.c).ToHashSet();
        return
        [
            .. best.Values.Where(c => !redundant.Contains(c)).OrderBy(c => c.Evidence.Span.Start).ThenBy(c => c.Evidence.Span.End).ThenBy(c => c.Kind)
                .ThenBy(CoreOf, StringComparer.Ordinal),
        ];
    }

    private static bool IsSaidToWorld(EventClaim claim) => claim.Actors.Count == 1 && claim.Recipients.Count == 0
        && claim.Type is EventType.REQUEST or EventType.ACCUSE or EventType.REJECT or EventType.SUPPORT or EventType.CONCEDE;

    /// <summary>"called for a truce", beside the call for one on those who fight.</summary>
    private static void DropSaidToWorld(Dictionary<string, Claim> best)
    {
        var directed = best.Values.OfType<EventClaim>().Where(e => e.Recipients.Count > 0).ToList();
        foreach (string key in best.Where(b => b.Value is EventClaim e && IsSaidToWorld(e) && directed.Exists(d => d.Type == e.Type && d.What == e.What && d.Actors.SequenceEqual(e.Actors))).Select(b => b.Key).ToList())
            best.Remove(key);
    }

    private static bool IsGeneral(AgreementClaim claim) => claim.Form is "defence-cooperation" or "other";

    /// <summary>Nothing is done to it but to name it; an alliance and a partnership are worth it even beside their signing.</summary>
    private static bool IsMention(AgreementClaim claim) => claim.Rule is { } rule && !rule.StartsWith("member", StringComparison.Ordinal)
        && (rule.Contains("+standing-", StringComparison.Ordinal)
            || (claim is { Status: Status.InForce, Form: not ("alliance" or "strategic-partnership") } && !rule.Contains('+', StringComparison.Ordinal)));

    private static bool IsSaidBy(AgreementClaim specific, AgreementClaim general) => specific.Parties.SequenceEqual(general.Parties)
        && ((specific.Status == general.Status && specific.Modality == general.Modality) || specific.Evidence.Span.Overlaps(general.Evidence.Span));

    private static string KeyOf(Claim claim) => $"{CoreOf(claim)}|{claim.Date}";

    private static string CoreOf(Claim claim) => claim switch
    {
        AgreementClaim a => $"a|{a.Form}|{string.Join(',', a.Parties)}|{a.Status}|{a.Modality}",
        EventClaim e => $"e|{e.Type}|{string.Join(',', e.Everyone)}|{(e.Type is EventType.CONSULT or EventType.COOPERATE or EventType.AGREE ? "" : string.Join(',', e.Actors))}|{DeedOf(e)}|{e.Modality}",
        ObligationClaim o => $"o|{string.Join(',', o.From)}|{string.Join(',', o.To)}|{o.Level}|{o.Modality}|{(IsAbsence(o) ? o.Speaker?.Name : "")}",
        FigureClaim f => FormattableString.Invariant($"f|{f.Subject}|{f.Measure}|{f.Value}|{f.Unit}"),
        _ => throw new InvalidOperationException($"A kind of claim that the merger does not know: {claim.Kind}."),
    };

    /// <summary>A demand for talks and one for a withdrawal are two; a visit and the meeting during it, envoys recalled and ties cut, are one told twice.</summary>
    private static string? DeedOf(EventClaim claim) => claim.Type is EventType.REQUEST or EventType.ACCUSE or EventType.REJECT or EventType.THREATEN ? claim.What : null;

    /// <summary>Of a doubt it matters who has it; a duty is the same whoever recalls it.</summary>
    private static bool IsAbsence(ObligationClaim claim) => claim.Level is ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted;

    private static bool IsFuller(Claim claim, Claim known) => claim.Confidence > known.Confidence;
}
