using System.Numerics.Tensors;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>The relation of a word to its head, from both and from how far apart they are and on which side.</summary>
internal sealed class LabelScorer(Parameters parameters)
{
    private readonly int width = parameters.Shape.Label;
    private readonly Linear dependent = new(parameters.LabelDependent.Item1, parameters.LabelDependent.Item2);
    private readonly Linear headPart = new(parameters.LabelHead.Item1, null);
    private readonly Weight root = new(parameters.LabelRoot);
    private readonly Weight distance = new(parameters.LabelLeaning);
    private readonly Classifier label = new(parameters.Label);
    private float[] dependents = [], heads = [], hidden = [], dHidden = [], dHeads = [];

    public IEnumerable<Weight> Weights => [dependent.W, dependent.B!, headPart.W, root, distance, .. label.Weights];

    public float[] Probabilities(float[] x, int[] starts, int[] arcs)
    {
        Forward(x, starts, arcs);
        return label.Probabilities(hidden, starts[^1]);
    }

    public int[] Best(float[] x, int[] starts, int[] arcs)
    {
        Forward(x, starts, arcs);
        return label.Best(hidden, starts[^1]);
    }

    public double Learn(float[] x, int[] starts, Answers heads, Answers gold, float[] dx)
    {
        int count = starts[^1];
        int[] arcs = [.. Enumerable.Range(0, count).Select(heads.First)];
        Forward(x, starts, arcs);
        dHidden.AsSpan(0, count * width).Clear();
        dHeads.AsSpan(0, count * width).Clear();
        double loss = label.Learn(hidden, gold, dHidden);
        Relu.Backward(hidden, dHidden, count * width);
        for (int s = 0; s + 1 < starts.Length; s++)
            for (int i = starts[s]; i < starts[s + 1]; i++)
            {
                var d = dHidden.AsSpan(i * width, width);
                var to = arcs[i] < 0 ? root.Gradient.AsSpan() : dHeads.AsSpan((starts[s] + arcs[i]) * width, width);
                TensorPrimitives.Add(to, d, to);
                to = distance.Gradient.AsSpan(ArcDistance.Bucket(i - starts[s], arcs[i]) * width, width);
                TensorPrimitives.Add(to, d, to);
            }
        dependent.Backward(x, count, dHidden, dx);
        headPart.Backward(x, count, dHeads, dx);
        return loss;
    }

    private void Forward(float[] x, int[] starts, int[] arcs)
    {
        int count = starts[^1];
        if (hidden.Length < count * width)
            (dependents, heads, hidden, dHidden, dHeads) = (new float[count * width], new float[count * width], new float[count * width], new float[count * width], new float[count * width]);
        dependent.Forward(x, count, dependents);
        headPart.Forward(x, count, heads);
        for (int s = 0; s + 1 < starts.Length; s++)
            for (int i = starts[s]; i < starts[s + 1]; i++)
            {
                var to = hidden.AsSpan(i * width, width);
                TensorPrimitives.Add(dependents.AsSpan(i * width, width), arcs[i] < 0 ? root.Value : heads.AsSpan((starts[s] + arcs[i]) * width, width), to);
                TensorPrimitives.Add(to, distance.Row(ArcDistance.Bucket(i - starts[s], arcs[i])), to);
            }
        Relu.Forward(hidden, count * width);
    }
}
