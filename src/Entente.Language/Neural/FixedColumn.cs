namespace Entente.Language.Neural;

/// <summary>
/// A column of a <see cref="FixedMatrix"/> in whole numbers. Each set of eight weights that are added up in 16 bits has a step of its own, a multiple of the
/// column's factor, wide enough that no sum overflows, whatever is on the left. Eight weights are seldom large together, so that this costs little: a
/// step is about as fine as if the column had one for all.
/// </summary>
/// <remarks>
/// The left side is a byte u of 0 to 255; a set begins with what makes its sum that of (u - 128) w, which is within 15 bits if the weights make up 255
/// steps. The instruction adds up each two products of u itself, with the greatest 16 bits in place of a greater: two weights of one sign make up 128.
/// </remarks>
internal readonly struct FixedColumn
{
    /// <summary>What eight weights, and two of one sign, make up before they are rounded, which may lift each by a half.</summary>
    private const float GreatestSet = 255 - 8 * 0.5f, GreatestPair = 128 - 2 * 0.5f;

    /// <summary>What a set takes from each byte of the left side.</summary>
    internal const int Middle = 128;

    /// <summary>The widest of a column's steps, in its factor: enough that the others are nearly what they need, and no whole sum leaves 32 bits.</summary>
    private const int WidestStep = 127;

    /// <summary>Rows of which no whole sum leaves 32 bits.</summary>
    internal const int MostRows = int.MaxValue / (WidestStep * byte.MaxValue * byte.MaxValue) * ByteProducts.SetDepth / ByteProducts.Depth * ByteProducts.Depth;

    public FixedColumn(ReadOnlySpan<float> weights)
    {
        (Whole, Starts, Steps) = (new sbyte[weights.Length], new short[weights.Length / ByteProducts.SetDepth], new short[weights.Length / ByteProducts.SetDepth]);
        float[] needed = Needed(weights, Steps.Length);
        float most = needed.Max();
        Scale = most / WidestStep;
        for (int set = 0; set < Steps.Length && most > 0; set++)
            Steps[set] = (short)Math.Max(1, MathF.Ceiling(needed[set] / Scale));
        for (int row = 0; row < weights.Length && most > 0; row++)
        {
            int set = SetOf(row);
            Whole[row] = (sbyte)MathF.Round(weights[row] / (Steps[set] * Scale));
            Starts[set] -= (short)(Whole[row] * Middle);
            Total += Whole[row] * Steps[set];
        }
    }

    public sbyte[] Whole { get; }

    /// <summary>Of each set: what its sum begins with, and its step.</summary>
    public short[] Starts { get; }

    public short[] Steps { get; }

    public float Scale { get; }

    /// <summary>The sum of the column in its factor.</summary>
    public int Total { get; }

    /// <summary>Two sets for each block of rows: the first two of each four are in one, the last two in the other.</summary>
    private static int SetOf(int row) => row / ByteProducts.Depth * 2 + row % ByteProducts.Side / 2;

    /// <summary>The least step of each set.</summary>
    private static float[] Needed(ReadOnlySpan<float> weights, int sets)
    {
        float[] sums = new float[sets], needed = new float[sets];
        for (int row = 0; row < weights.Length; row += 2)
        {
            float one = weights[row], next = weights[row + 1];
            int set = SetOf(row);
            sums[set] += Math.Abs(one) + Math.Abs(next);
            float pair = Math.Max(Math.Max(Math.Abs(one), Math.Abs(next)), Math.Abs(one + next));
            needed[set] = Math.Max(needed[set], Math.Max(pair / GreatestPair, sums[set] / GreatestSet));
        }
        return needed;
    }
}
