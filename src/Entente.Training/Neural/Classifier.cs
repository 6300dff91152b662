using System.Numerics.Tensors;

namespace Entente.Training.Neural;

/// <summary>A linear layer and a softmax: one answer a word.</summary>
internal sealed class Classifier((Parameter Weights, Parameter? Bias) parameters)
{
    private readonly Linear linear = new(parameters.Weights, parameters.Bias);
    private float[] scores = [];

    public IEnumerable<Weight> Weights => [linear.W, linear.B!];

    public float[] Scores(float[] x, int count)
    {
        if (scores.Length < count * linear.Width)
            scores = new float[count * linear.Width];
        linear.Forward(x, count, scores);
        return scores;
    }

    public float[] Probabilities(float[] x, int count)
    {
        var table = Scores(x, count).AsSpan(0, count * linear.Width).ToArray();
        for (int i = 0; i < count; i++)
            Softmax.Of(table.AsSpan(i * linear.Width, linear.Width));
        return table;
    }

    public int[] Best(float[] x, int count)
    {
        Scores(x, count);
        return [.. Enumerable.Range(0, count).Select(i => TensorPrimitives.IndexOfMax(scores.AsSpan(i * linear.Width, linear.Width)))];
    }

    public double Learn(float[] x, Answers gold, float[] dx)
    {
        int count = gold.Index.Length / gold.Choices;
        Scores(x, count);
        double loss = 0;
        for (int i = 0; i < count; i++)
            loss += Softmax.Learn(scores.AsSpan(i * linear.Width, linear.Width), gold, i, 0);
        linear.Backward(x, count, scores, dx);
        return loss;
    }
}

internal static class Softmax
{
    /// <summary>In place. The greatest is taken off first: what is beyond 88 would overflow.</summary>
    public static void Of(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    /// <summary>Turns scores into the gradient of the cross entropy; returns the loss. Where no answer is known nothing is taught.</summary>
    /// <param name="shift">Added to an answer to get its column.</param>
    public static double Learn(Span<float> scores, Answers gold, int word, int shift)
    {
        float total = 0;
        for (int c = 0; c < gold.Choices; c++)
            total += gold.Share[word * gold.Choices + c];
        if (total == 0)
        {
            scores.Clear();
            return 0;
        }
        Of(scores);
        double loss = 0;
        for (int c = 0; c < gold.Choices; c++)
            if (gold.Share[word * gold.Choices + c] is > 0 and var share)
                loss -= share * Math.Log(Math.Max(scores[gold.Index[word * gold.Choices + c] + shift], 1e-12f));
        TensorPrimitives.Multiply(scores, total, scores);
        for (int c = 0; c < gold.Choices; c++)
            if (gold.Share[word * gold.Choices + c] is > 0 and var share)
                scores[gold.Index[word * gold.Choices + c] + shift] -= share;
        return loss;
    }
}
