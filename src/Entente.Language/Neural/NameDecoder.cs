namespace Entente.Language.Neural;

/// <summary>
/// The best lawful row of IOB2 tags (Viterbi 1967): inside follows only its own begin or inside.
/// </summary>
/// <param name="tags"><c>O</c> first, then <c>B-Person</c>, <c>I-Person</c> and so on.</param>
internal sealed class NameDecoder(string[] tags)
{
    /// <summary>For I-X the two tags that may stand before it; for others null: all may.</summary>
    private readonly int[]?[] before = [.. tags.Select(tag => tag[0] == 'I' ? (int[])[Array.IndexOf(tags, $"B{tag[1..]}"), Array.IndexOf(tags, tag)] : null)];

    private int[] from = [];

    /// <param name="scores">A row of tag scores for each token.</param>
    /// <param name="stride">From one row to the next.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, Span<int> best)
    {
        if (!BestEach(scores, stride, best))
            BestRow(scores, stride, best);
    }

    /// <summary>Whether the best tags of the tokens, each by itself, are a lawful row, as they mostly are.</summary>
    private bool BestEach(ReadOnlySpan<float> scores, int stride, Span<int> best)
    {
        bool isLawful = true;
        for (int i = 0; i < best.Length; i++)
        {
            best[i] = Greatest.Of(scores.Slice(i * stride, tags.Length));
            isLawful &= before[best[i]] is not { } pair || (i > 0 && (best[i - 1] == pair[0] || best[i - 1] == pair[1]));
        }
        return isLawful;
    }

    private void BestRow(ReadOnlySpan<float> scores, int stride, Span<int> best)
    {
        int n = best.Length, k = tags.Length;
        if (from.Length < n * k)
            from = new int[n * k];
        Span<float> sums = stackalloc float[k], next = stackalloc float[k];
        for (int t = 0; t < k; t++)
            sums[t] = before[t] is null ? scores[t] : float.NegativeInfinity;
        for (int i = 1; i < n; i++)
        {
            int top = Greatest.Of(sums);
            for (int t = 0; t < k; t++)
            {
                int previous = before[t] is not { } pair ? top : sums[pair[0]] >= sums[pair[1]] ? pair[0] : pair[1];
                from[i * k + t] = previous;
                next[t] = sums[previous] + scores[i * stride + t];
            }
            next.CopyTo(sums);
        }
        int at = Greatest.Of(sums);
        for (int i = n - 1; i >= 0; at = from[i * k + at], i--)
            best[i] = at;
    }
}
