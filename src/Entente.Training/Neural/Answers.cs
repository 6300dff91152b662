namespace Entente.Training.Neural;

/// <summary>
/// What a network should answer for each word of a sentence: one answer, or several with the share that a teacher gives to each (Hinton,
/// Vinyals and Dean 2015, "Distilling the Knowledge in a Neural Network").
/// </summary>
/// <param name="Choices">Answers a word has room for.</param>
/// <param name="Index">-1 for no answer. The first of a word is the one that counts where only one can.</param>
/// <param name="Share">Of each answer; they need not add up to one: what is left out is not taught.</param>
internal sealed record Answers(int Choices, int[] Index, float[] Share)
{
    /// <summary>What is -1 is not known.</summary>
    public static Answers Of(int[] gold) => new(1, gold, [.. gold.Select(g => g < 0 ? 0f : 1f)]);

    public int First(int word) => Index[word * Choices];

    /// <summary>The answers of a batch, one sentence after the other.</summary>
    public static Answers Join(IReadOnlyList<Answers> parts)
    {
        int choices = parts.Max(p => p.Choices), words = parts.Sum(p => p.Index.Length / p.Choices), at = 0;
        var (index, share) = (new int[words * choices], new float[words * choices]);
        foreach (var part in parts)
            for (int i = 0; i < part.Index.Length / part.Choices; i++, at++)
            {
                part.Index.AsSpan(i * part.Choices, part.Choices).CopyTo(index.AsSpan(at * choices));
                part.Share.AsSpan(i * part.Choices, part.Choices).CopyTo(share.AsSpan(at * choices));
            }
        return new(choices, index, share);
    }

    /// <param name="own">How much of each word these answers keep; the others get the rest.</param>
    public Answers Mix(Answers other, float own)
    {
        int choices = Choices + other.Choices, words = Index.Length / Choices;
        var (index, share) = (new int[words * choices], new float[words * choices]);
        for (int i = 0; i < words; i++)
        {
            for (int c = 0; c < Choices; c++)
                (index[i * choices + c], share[i * choices + c]) = (Index[i * Choices + c], own * Share[i * Choices + c]);
            for (int c = 0; c < other.Choices; c++)
                (index[i * choices + Choices + c], share[i * choices + Choices + c]) = (other.Index[i * other.Choices + c], (1 - own) * other.Share[i * other.Choices + c]);
        }
        return new(choices, index, share);
    }

    /// <summary>The likeliest answers of a table of probabilities.</summary>
    public static Answers Top(ReadOnlySpan<float> probabilities, int words, int choices)
    {
        int width = probabilities.Length / words;
        var (index, share) = (new int[words * choices], new float[words * choices]);
        for (int i = 0; i < words; i++)
        {
            float[] row = probabilities.Slice(i * width, width).ToArray();
            for (int c = 0; c < choices && c < width; c++)
            {
                int best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(row);
                (index[i * choices + c], share[i * choices + c]) = (best, row[best]);
                row[best] = float.NegativeInfinity;
            }
        }
        return new(choices, index, share);
    }
}
