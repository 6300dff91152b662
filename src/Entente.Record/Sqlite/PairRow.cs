using Entente.Vocabulary;

namespace Entente.Record.Sqlite;

/// <summary>A row of the index of pairs: two actors of a claim by number, the smaller first; one actor twice where the claim names no other.</summary>
/// <param name="IsTie">Whether networks are built from it.</param>
internal readonly record struct PairRow(int A, int B, ClaimKind Kind, Status Status, Modality Modality, bool IsDated, int FirstDay, bool IsTie)
{
    public TieRow Tie(int code, long claimNo, long reading) =>
        new((ushort)A, (ushort)B, (ushort)code, (byte)Kind, (byte)Modality, (byte)Status, (byte)(IsDated ? 1 : 0), FirstDay, (int)claimNo, (int)reading);

    /// <summary>The one place that says which rows a claim has: the writer makes them with it, the verifier compares.</summary>
    public static void AddAll(Claim claim, When? reported, Func<string, int> numberOf, List<PairRow> rows)
    {
        var everyone = claim.Everyone;
        var status = claim is AgreementClaim agreement ? agreement.Status : default;
        int firstDay = Holds.FirstDay(claim, reported);
        Span<int> numbers = everyone.Count <= 64 ? stackalloc int[everyone.Count] : new int[everyone.Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = numberOf(everyone[i]);
        for (int i = 0; i < numbers.Length; i++)
            for (int k = numbers.Length == 1 ? 0 : i + 1; k < numbers.Length; k++)
                rows.Add(new(Math.Min(numbers[i], numbers[k]), Math.Max(numbers[i], numbers[k]), claim.Kind, status, claim.Modality, claim.Date?.First is not null, firstDay,
                    i != k && Ties(claim, everyone[i], everyone[k])));
    }

    /// <summary>An agreement ties all its parties to each other; a duty only who owes it to whom it is owed.</summary>
    private static bool Ties(Claim claim, string x, string y) => claim switch
    {
        AgreementClaim => true,
        ObligationClaim o => (o.From.Contains(x) && o.To.Contains(y)) || (o.From.Contains(y) && o.To.Contains(x)),
        _ => false,
    };
}
