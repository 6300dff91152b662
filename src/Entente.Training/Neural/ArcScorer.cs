using System.Numerics.Tensors;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>Heads: each word, as a dependent, is matched with each word of its sentence, and with the root, as a head.</summary>
internal sealed class ArcScorer(Parameters parameters)
{
    private readonly int width = parameters.Shape.Arc;
    private readonly Linear dependent = new(parameters.ArcDependent.Item1, parameters.ArcDependent.Item2);
    private readonly Linear head = new(parameters.ArcHead.Item1, parameters.ArcHead.Item2);
    private readonly Linear match = new(parameters.ArcMatch, parameters.ArcPrior);
    private readonly Weight root = new(parameters.ArcRoot);
    private readonly Weight distance = new(parameters.ArcLeaning);
    private readonly PackedMatrix packed = new();
    private readonly TreeDecoder trees = new();
    private float[] dependents = [], heads = [], matched = [], dDependents = [], dHeads = [], dMatched = [], sentenceHeads = [], dSentenceHeads = [], scores = [];

    public IEnumerable<Weight> Weights => [dependent.W, dependent.B!, head.W, head.B!, match.W, match.B!, root, distance];

    public double Learn(float[] x, int[] starts, Answers gold, float[] dx)
    {
        int count = starts[^1];
        Forward(x, count);
        foreach (float[] gradient in (float[][])[dDependents, dHeads, dMatched])
            gradient.AsSpan().Clear();
        double loss = 0;
        for (int s = 0; s + 1 < starts.Length; s++)
            loss += LearnSentence(starts[s], starts[s + 1] - starts[s], gold);
        match.Backward(dependents, count, dMatched, dDependents);
        Relu.Backward(dependents, dDependents, count * width);
        Relu.Backward(heads, dHeads, count * width);
        dependent.Backward(x, count, dDependents, dx);
        head.Backward(x, count, dHeads, dx);
        return loss;
    }

    /// <summary>How likely each head is, for each sentence a table of words by root and words.</summary>
    public IEnumerable<float[]> Probabilities(float[] x, int[] starts)
    {
        Forward(x, starts[^1]);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int n = starts[s + 1] - starts[s];
            Score(starts[s], n);
            var table = scores.AsSpan(0, n * (n + 1)).ToArray();
            for (int i = 0; i < n; i++)
                Softmax.Of(table.AsSpan(i * (n + 1), n + 1));
            yield return table;
        }
    }

    public int[] Decode(float[] x, int[] starts)
    {
        Forward(x, starts[^1]);
        var result = new int[starts[^1]];
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            int n = starts[s + 1] - starts[s];
            Score(starts[s], n);
            trees.Decode(scores, n, result.AsSpan(starts[s], n));
        }
        return result;
    }

    private void Forward(float[] x, int count)
    {
        if (dependents.Length < count * width)
            (dependents, heads, matched, dDependents, dHeads, dMatched) = (new float[count * width], new float[count * width], new float[count * width],
                new float[count * width], new float[count * width], new float[count * width]);
        dependent.Forward(x, count, dependents);
        head.Forward(x, count, heads);
        Relu.Forward(dependents, count * width);
        Relu.Forward(heads, count * width);
        match.Forward(dependents, count, matched);
    }

    /// <summary>Row i, column 0 is the root, column j + 1 the word j.</summary>
    private void Score(int first, int n)
    {
        int columns = n + 1;
        if (sentenceHeads.Length < columns * width)
            (sentenceHeads, dSentenceHeads) = (new float[columns * width], new float[columns * width]);
        if (scores.Length < n * columns)
            scores = new float[n * columns];
        root.Value.CopyTo(sentenceHeads, 0);
        heads.AsSpan(first * width, n * width).CopyTo(sentenceHeads.AsSpan(width));
        packed.Pack(sentenceHeads, width, columns, 1, width);
        packed.Multiply(matched.AsSpan(first * width, n * width), n, width, 1, scores, columns, add: false);
        ArcDistance.Add(distance.Value, scores, n);
    }

    private double LearnSentence(int first, int n, Answers gold)
    {
        Score(first, n);
        int columns = n + 1;
        double loss = 0;
        for (int i = 0; i < n; i++)
        {
            var row = scores.AsSpan(i * columns, columns);
            loss += Softmax.Learn(row, gold, first + i, 1);
            for (int j = 0; j < columns; j++)
                distance.Gradient[ArcDistance.Bucket(i, j - 1)] += row[j];
        }
        // dMatched = dScores × heads; dHeads = dScores' × matched.
        packed.Pack(sentenceHeads, columns, width, width, 1);
        packed.Multiply(scores, n, columns, 1, dMatched.AsSpan(first * width), width, add: true);
        packed.Pack(matched.AsSpan(first * width), n, width, width, 1);
        packed.Multiply(scores, columns, 1, columns, dSentenceHeads, width, add: false);
        TensorPrimitives.Add(root.Gradient, dSentenceHeads.AsSpan(0, width), root.Gradient);
        var to = dHeads.AsSpan(first * width, n * width);
        TensorPrimitives.Add(to, dSentenceHeads.AsSpan(width, n * width), to);
        return loss;
    }
}

internal static class Relu
{
    public static void Forward(float[] x, int count) => TensorPrimitives.Max(x.AsSpan(0, count), 0f, x.AsSpan(0, count));

    /// <param name="y">What came out of the forward step.</param>
    public static void Backward(float[] y, float[] dy, int count)
    {
        for (int i = 0; i < count; i++)
            if (y[i] <= 0)
                dy[i] = 0;
    }
}
