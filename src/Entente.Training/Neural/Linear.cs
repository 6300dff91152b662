using System.Numerics.Tensors;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>y = x W + b, over all tokens of a batch at once.</summary>
internal sealed class Linear(Parameter weights, Parameter? bias)
{
    private readonly PackedMatrix packed = new();

    public Weight W { get; } = new(weights);

    public Weight? B { get; } = bias is null ? null : new(bias);

    public int Width => weights.Columns;

    public void Forward(float[] x, int count, float[] y)
    {
        int depth = weights.Rows;
        packed.Pack(W.Value, depth, Width, Width, 1);
        packed.Multiply(x, count, depth, 1, y, Width, add: false);
        if (B is not null)
            for (int i = 0; i < count; i++)
                TensorPrimitives.Add(y.AsSpan(i * Width, Width), B.Value, y.AsSpan(i * Width, Width));
    }

    /// <param name="dx">Added to; null where nobody asks for it.</param>
    public void Backward(float[] x, int count, float[] dy, float[]? dx)
    {
        int depth = weights.Rows;
        packed.Pack(dy, count, Width, Width, 1);
        packed.Multiply(x, depth, 1, depth, W.Gradient, Width, add: true);
        if (B is not null)
            for (int i = 0; i < count; i++)
                TensorPrimitives.Add(B.Gradient, dy.AsSpan(i * Width, Width), B.Gradient);
        if (dx is null)
            return;
        packed.Pack(W.Value, Width, depth, 1, Width);
        packed.Multiply(dy, count, Width, 1, dx, depth, add: true);
    }
}
