using System.Numerics;
using System.Runtime.CompilerServices;

namespace Entente.Language.Neural;

/// <summary>The sigmoid, eight or sixteen at a time.</summary>
public static class Activation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => Tanh(x * 0.5f) * 0.5f + new Vector<float>(0.5f);

    /// <summary>The fourth quotient of Lambert's continued fraction, right to 1e-4: less than the network's numbers are rounded by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Tanh(Vector<float> x)
    {
        x = Vector.Min(Vector.Max(x, new Vector<float>(-4.97f)), new Vector<float>(4.97f));
        var square = x * x;
        var p = Step(Step(square + new Vector<float>(378f), square, 17325f), square, 135135f) * x;
        var q = Step(Step(Step(new(28f), square, 3150f), square, 62370f), square, 135135f);
        return p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Step(Vector<float> sum, Vector<float> square, float coefficient) => Vector.FusedMultiplyAdd(sum, square, new Vector<float>(coefficient));
}
