using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// One strand of a tie: a form of agreement or a level of obligation between two actors, with the status it has on the day asked.
/// </summary>
/// <param name="Since">The first day of that status; null where no text dates it.</param>
/// <param name="Articles">How many articles say so; those that deny it count only where nobody else speaks of it.</param>
/// <param name="Origins">How many of them are independent: copies of one text count once.</param>
/// <param name="IsDisputed">Some article denies it, or says that it ended, while another holds to it.</param>
/// <param name="ClaimNo">A claim that says so, for the evidence.</param>
public sealed record Strand(ClaimKind Kind, string Code, Status? Status, Modality Modality, DateOnly? Since, int Articles, int Origins, bool IsDisputed, int ClaimNo)
{
    /// <summary>Neither over, nor planned, nor denied: it counts for the rung of the tie.</summary>
    public bool Stands => Modality == Modality.Fact && Status is not (Vocabulary.Status.Ended or Vocabulary.Status.Rejected or Vocabulary.Status.Suspended or Vocabulary.Status.Proposed or Vocabulary.Status.Negotiating);
}

/// <summary>All strands between two actors, and the rung of the ladder on which the strongest that stands puts them.</summary>
public sealed record NetworkTie(string A, string B, Rung? Rung, IReadOnlyList<Strand> Strands, int Articles, int Origins);

/// <summary>Who is tied to whom on a day: arrangements of n parties projected to pairs, and obligations beside them.</summary>
public sealed class Network
{
    private Network(IReadOnlyList<NetworkTie> ties) => Ties = ties;

    /// <summary>The most binding first, then the best supported.</summary>
    public IReadOnlyList<NetworkTie> Ties { get; }

    /// <param name="actor">Only the ties of this actor; null for all.</param>
    public static Network Of(View view, CodeBook codeBook, string? actor = null)
    {
        var table = new PairTable(view.ActorCodes.Count, view.Origins);
        int only = actor is null ? -1 : IndexOf(view.ActorCodes, actor);
        if (actor is null || only > 0)
            foreach (var batch in view.Ties())
                foreach (ref readonly var row in batch.Span)
                    if (only < 0 || row.A == only || row.B == only)
                        table.Add(row);
        var rungs = new Rungs(view, codeBook);
        var ties = new NetworkTie[table.Pairs.Length];
        for (int i = 0; i < ties.Length; i++)
            ties[i] = Tie(view, table, table.Pairs[i], rungs);
        Array.Sort(ties, MostBindingFirst);
        return new(ties);
    }

    private static int MostBindingFirst(NetworkTie x, NetworkTie y)
    {
        int byRung = (y.Rung?.Height ?? 0).CompareTo(x.Rung?.Height ?? 0);
        int bySupport = byRung != 0 ? byRung : (y.Origins, y.Articles).CompareTo((x.Origins, x.Articles));
        int byName = bySupport != 0 ? bySupport : string.CompareOrdinal(x.A, y.A);
        return byName != 0 ? byName : string.CompareOrdinal(x.B, y.B);
    }

    private static int IndexOf(IReadOnlyList<string> codes, string actor)
    {
        for (int i = 0; i < codes.Count; i++)
            if (codes[i] == actor)
                return i;
        return 0;
    }

    private static NetworkTie Tie(View view, PairTable table, PairTable.Pair pair, Rungs rungs)
    {
        var strands = new Strand[pair.Strands];
        Rung? best = null;
        for (int i = 0, at = pair.FirstStrand; at >= 0; i++, at = table.StrandAt(at).Next)
        {
            ref readonly var s = ref table.StrandAt(at);
            var kind = (ClaimKind)s.Kind;
            strands[i] = new(kind, view.Codes[s.Code], kind == ClaimKind.Agreement ? (Status)s.Status : null, (Modality)s.Modality,
                s.IsDated ? DateOnly.FromDayNumber(s.FirstDay) : null, s.Support.Articles, s.Support.Origins, s.IsDisputed, s.ClaimNo);
            if (strands[i].Stands && rungs.Of(strands[i]) is { } rung && (best is null || (rung.Height ?? 0) > (best.Height ?? 0)))
                best = rung;
        }
        Array.Sort(strands, rungs);
        string a = view.ActorCodes[pair.A], b = view.ActorCodes[pair.B];
        return string.CompareOrdinal(a, b) < 0 ? new(a, b, best, strands, pair.Articles, pair.Origins) : new(b, a, best, strands, pair.Articles, pair.Origins);
    }

    /// <summary>
    /// The rung of each code, and by it the order of strands: what stands first, then the more binding, the better supported. A form stands
    /// where the code book puts it; a duty to defend stands with alliances, an absence said aloud on the lowest rung.
    /// </summary>
    private sealed class Rungs(View view, CodeBook codeBook) : IComparer<Strand>
    {
        private readonly Dictionary<string, Rung?> ofForm = view.Codes.Distinct().ToDictionary(c => c, codeBook.RungOf, StringComparer.Ordinal);
        private readonly Rung? defend = codeBook.Rungs.GetValueOrDefault("defend"), consult = codeBook.Rungs.GetValueOrDefault("consult"), absence = codeBook.Rungs.GetValueOrDefault("absence");

        public Rung? Of(Strand strand) => strand.Kind == ClaimKind.Agreement
            ? ofForm.GetValueOrDefault(strand.Code)
            : strand.Code switch
            {
                "defend" or "assist" or "nuclear-umbrella" => defend,
                "consult" => consult,
                _ => absence,
            };

        public int Compare(Strand? x, Strand? y)
        {
            int byStanding = y!.Stands.CompareTo(x!.Stands);
            int byRung = byStanding != 0 ? byStanding : (Of(y)?.Height ?? -1).CompareTo(Of(x)?.Height ?? -1);
            int bySupport = byRung != 0 ? byRung : (y.Origins, y.Articles).CompareTo((x.Origins, x.Articles));
            return bySupport != 0 ? bySupport : string.CompareOrdinal(x.Code, y.Code);
        }
    }
}
