using System.Numerics.Tensors;

namespace Entente.Language.Neural;

/// <summary>
/// A column of a <see cref="FixedMatrix"/> in whole numbers. Each eight weights that are added up in 16 bits have a step of their own, a multiple of the
/// column's factor: those above zero make up 128 steps at most, and so do those below, so that times the greatest byte no sum overflows, whatever is on
/// the left. Eight weights are seldom large together, so that this costs little: a step is about as fine as if the column had one for all.
/// </summary>
internal readonly struct FixedColumn
{
    /// <summary>The sum of eight numbers of one sign before they are rounded, which may lift each by a half.</summary>
    private const float GreatestSum = short.MaxValue / byte.MaxValue - ByteProducts.StepDepth / 2;

    /// <summary>The widest of a column's steps, in its factor: enough that the others are nearly what they need, and no whole sum leaves 32 bits.</summary>
    private const int WidestStep = 127;

    /// <summary>Rows of which no whole sum leaves 32 bits.</summary>
    internal const int MostRows = int.MaxValue / (WidestStep * short.MaxValue) * ByteProducts.StepDepth;

    public FixedColumn(ReadOnlySpan<float> weights)
    {
        (Whole, Steps) = (new sbyte[weights.Length], new short[weights.Length / ByteProducts.StepDepth]);
        float[] above = new float[Steps.Length], below = new float[Steps.Length];
        for (int row = 0; row < weights.Length; row++)
            (weights[row] > 0 ? above : below)[StepOf(row)] += Math.Abs(weights[row]);
        TensorPrimitives.Max(above, below, above);
        float most = TensorPrimitives.Max<float>(above);
        Scale = most / (GreatestSum * WidestStep);
        for (int step = 0; step < Steps.Length && most > 0; step++)
            Steps[step] = (short)Math.Max(1, MathF.Ceiling(above[step] / most * WidestStep));
        for (int row = 0; row < weights.Length && most > 0; row++)
        {
            Whole[row] = (sbyte)MathF.Round(weights[row] / (Steps[StepOf(row)] * Scale));
            Total += Whole[row] * Steps[StepOf(row)];
        }
    }

    public sbyte[] Whole { get; }

    public short[] Steps { get; }

    public float Scale { get; }

    /// <summary>The sum of the column in its factor.</summary>
    public int Total { get; }

    /// <summary>Two steps for each block of rows: the first two of each four have one, the last two the other.</summary>
    private static int StepOf(int row) => row / ByteProducts.Depth * 2 + row % ByteProducts.Side / 2;
}
