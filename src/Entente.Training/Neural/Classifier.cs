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

    public int[] Best(float[] x, int count)
    {
        Scores(x, count);
        return [.. Enumerable.Range(0, count).Select(i => TensorPrimitives.IndexOfMax(scores.AsSpan(i * linear.Width, linear.Width)))];
    }

    public double Learn(float[] x, int[] gold, float[] dx)
    {
        Scores(x, gold.Length);
        double loss = 0;
        for (int i = 0; i < gold.Length; i++)
            loss += Softmax.Learn(scores.AsSpan(i * linear.Width, linear.Width), gold[i]);
        linear.Backward(x, gold.Length, scores, dx);
        return loss;
    }
}

internal static class Softmax
{
    /// <summary>Turns scores into the gradient of the cross entropy; returns the loss. An unknown answer (-1) teaches nothing.</summary>
    public static double Learn(Span<float> scores, int gold)
    {
        if (gold < 0)
        {
            scores.Clear();
            return 0;
        }
        TensorPrimitives.SoftMax(scores, scores);
        double loss = -Math.Log(Math.Max(scores[gold], 1e-12f));
        scores[gold] -= 1;
        return loss;
    }
}
