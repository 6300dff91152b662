using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// One strand of a tie: a form of agreement or a level of obligation between two actors, with the status it has on the day asked.
/// </summary>
/// <param name="Since">The first day of that status; null where no text dates it.</param>
/// <param name="Articles">How many articles say so.</param>
/// <param name="IsDisputed">Some article denies it, or says that it ended, while another holds to it.</param>
/// <param name="ClaimNo">A claim that says so, for the evidence.</param>
public sealed record Strand(ClaimKind Kind, string Code, Status? Status, Modality Modality, DateOnly? Since, int Articles, bool IsDisputed, int ClaimNo)
{
    /// <summary>Neither over, nor planned, nor denied: it counts for the rung of the tie.</summary>
    public bool Stands => Modality == Modality.Fact && Status is not (Vocabulary.Status.Ended or Vocabulary.Status.Rejected or Vocabulary.Status.Suspended or Vocabulary.Status.Proposed or Vocabulary.Status.Negotiating);
}

/// <summary>All strands between two actors, and the rung of the ladder on which the strongest that stands puts them.</summary>
public sealed record NetworkTie(string A, string B, Rung? Rung, IReadOnlyList<Strand> Strands, int Articles);

/// <summary>Who is tied to whom on a day: arrangements of n parties projected to pairs, and obligations beside them.</summary>
public sealed class Network
{
    private Network(IReadOnlyList<NetworkTie> ties) => Ties = ties;

    /// <summary>The most binding first, then the best supported.</summary>
    public IReadOnlyList<NetworkTie> Ties { get; }

    /// <param name="actor">Only the ties of this actor; null for all.</param>
    public static Network Of(View view, CodeBook codeBook, string? actor = null)
    {
        var table = new PairTable(view.ActorCodes.Count);
        int only = actor is null ? -1 : IndexOf(view.ActorCodes, actor);
        if (actor is null || only > 0)
            foreach (var batch in view.Ties())
                foreach (ref readonly var row in batch.Span)
                    if (only < 0 || row.A == only || row.B == only)
                        table.Add(row);
        var ties = table.Pairs.Select(pair => Tie(view, codeBook, pair));
        return new([.. ties.OrderByDescending(t => t.Rung?.Height ?? 0).ThenByDescending(t => t.Articles).ThenBy(t => t.A, StringComparer.Ordinal).ThenBy(t => t.B, StringComparer.Ordinal)]);
    }

    private static int IndexOf(IReadOnlyList<string> codes, string actor)
    {
        for (int i = 0; i < codes.Count; i++)
            if (codes[i] == actor)
                return i;
        return 0;
    }

    private static NetworkTie Tie(View view, CodeBook codeBook, PairTable.Pair pair)
    {
        var strands = pair.Strands.Select(s => new Strand((ClaimKind)s.Kind, view.Codes[s.Code], s.Kind == (byte)ClaimKind.Agreement ? (Status)s.Status : null, (Modality)s.Modality,
                !s.IsDated ? null : DateOnly.FromDayNumber(s.FirstDay), s.Articles, s.IsDisputed, s.ClaimNo))
            .OrderByDescending(s => s.Stands).ThenByDescending(s => RungOf(s, codeBook)?.Height ?? -1).ThenByDescending(s => s.Articles).ThenBy(s => s.Code, StringComparer.Ordinal).ToList();
        var rung = strands.Where(s => s.Stands).Select(s => RungOf(s, codeBook)).Where(r => r is not null).MaxBy(r => r!.Height ?? 0);
        string a = view.ActorCodes[pair.A], b = view.ActorCodes[pair.B];
        return string.CompareOrdinal(a, b) < 0 ? new(a, b, rung, strands, pair.Articles) : new(b, a, rung, strands, pair.Articles);
    }

    /// <summary>A form stands where the code book puts it; a duty to defend stands with alliances, an absence said aloud on the lowest rung.</summary>
    private static Rung? RungOf(Strand strand, CodeBook codeBook) => strand.Kind == ClaimKind.Agreement
        ? codeBook.RungOf(strand.Code)
        : codeBook.Rungs.GetValueOrDefault(strand.Code switch
        {
            "defend" or "assist" or "nuclear-umbrella" => "defend",
            "consult" => "consult",
            _ => "absence",
        });
}
