namespace Entente.Matching;

/// <summary>Weights of terms, by rising number of the term.</summary>
internal sealed class TermVector(int[] terms, float[] weights)
{
    public static readonly TermVector Empty = new([], []);

    public ReadOnlySpan<int> Terms => terms;

    public ReadOnlySpan<float> Weights => weights;

    public bool IsEmpty => terms.Length == 0;

    public double Dot(TermVector other)
    {
        double sum = 0;
        ReadOnlySpan<int> a = Terms, b = other.Terms;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
            if (a[i] < b[j])
                i++;
            else if (a[i] > b[j])
                j++;
            else
                sum += (double)Weights[i++] * other.Weights[j++];
        return sum;
    }

    public TermVector Plus(TermVector other)
    {
        ReadOnlySpan<int> a = Terms, b = other.Terms;
        int[] sumTerms = new int[a.Length + b.Length];
        float[] sumWeights = new float[sumTerms.Length];
        int count = 0;
        for (int i = 0, j = 0; i < a.Length || j < b.Length; count++)
        {
            int term = Math.Min(i < a.Length ? a[i] : int.MaxValue, j < b.Length ? b[j] : int.MaxValue);
            sumTerms[count] = term;
            if (i < a.Length && a[i] == term)
                sumWeights[count] += Weights[i++];
            if (j < b.Length && b[j] == term)
                sumWeights[count] += other.Weights[j++];
        }
        return new(sumTerms[..count], sumWeights[..count]);
    }

    /// <summary>What is left when only so many of the weightiest terms are kept.</summary>
    public TermVector Weightiest(int count)
    {
        float least = weights.OrderDescending().ElementAt(count - 1);
        int[] kept = [.. Enumerable.Range(0, terms.Length).Where(i => weights[i] >= least)];
        return new([.. kept.Select(i => terms[i])], [.. kept.Select(i => weights[i])]);
    }
}
