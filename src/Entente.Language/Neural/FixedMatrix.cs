using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// A matrix in fixed point: bytes with a factor a column, in panels of 16 columns. Sums are whole numbers, so that every processor finds the same.
/// </summary>
/// <remarks>
/// Products are fast because eight of them are added up in 16 bits (<see cref="ByteProducts"/>). No such sum can overflow, whatever is on the left,
/// for a column's factor is chosen with a view to it: of any eight numbers that come together, those above zero make up 128 at most, and so do those
/// below. Weights are mostly small, so that this costs them little: were each held to an eighth of 128, they would have five bits.
/// </remarks>
public sealed class FixedMatrix
{
    /// <summary>Rows of the left side that one block takes.</summary>
    internal const int RowsAtOnce = ByteProducts.Rows;

    private const int PanelWidth = ByteProducts.Columns, Side = ByteProducts.Side, Depth = ByteProducts.Depth;

    /// <summary>The greatest sum of weights of one sign: times the greatest byte it stays within 15 bits.</summary>
    private const int GreatestSum = short.MaxValue / byte.MaxValue;

    /// <summary>Rows of the left side that are taken through all panels before the next: with one panel they stay in the first cache.</summary>
    private const int RowsInCache = 8 * RowsAtOnce;

    private readonly int rows;
    private readonly sbyte[] panels;
    private readonly float[] scales;

    /// <summary>Of the whole numbers of each column: what a left side whose zero is not 0 has too much.</summary>
    private readonly int[] totals;

    /// <param name="weights">Row by row.</param>
    /// <param name="rows">A multiple of 16.</param>
    public FixedMatrix(ReadOnlySpan<float> weights, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % Depth, 0);
        this.rows = rows;
        Columns = weights.Length / rows;
        Stride = (Columns + PanelWidth - 1) / PanelWidth * PanelWidth;
        (panels, scales, totals) = (new sbyte[Stride * rows], new float[Stride], new int[Stride]);
        var column = new float[rows];
        for (int c = 0; c < Columns; c++)
        {
            for (int r = 0; r < rows; r++)
                column[r] = weights[r * Columns + c];
            Pack(column, c);
        }
    }

    public int Columns { get; }

    /// <summary>How far a row of a result is from the next: as wide as whole panels.</summary>
    public int Stride { get; }

    private void Pack(ReadOnlySpan<float> column, int at)
    {
        scales[at] = Scale(column);
        var panel = panels.AsSpan(at / PanelWidth * PanelWidth * rows);
        for (int row = 0; row < rows && scales[at] > 0; row++)
        {
            int whole = Whole(column[row], scales[at]);
            panel[(row / Side * PanelWidth + at % PanelWidth) * Side + row % Side] = (sbyte)whole;
            totals[at] += whole;
        }
    }

    /// <summary>The least factor, or nearly, with which a column's bytes suffice, and the sums of 16 bits.</summary>
    private static float Scale(ReadOnlySpan<float> column)
    {
        float scale = Math.Abs(TensorPrimitives.MaxMagnitude(column)) / sbyte.MaxValue;
        // Rounding may lift a sum again: a little wider each time.
        while (scale > 0 && GreatestSumOf(column, scale) is > GreatestSum and var sum)
            scale *= Math.Max(1.005f, (float)sum / GreatestSum);
        return scale;
    }

    /// <summary>Of numbers that are added up in 16 bits: those of one side of a register, four sides at a time.</summary>
    private static int GreatestSumOf(ReadOnlySpan<float> column, float scale)
    {
        int greatest = 0;
        for (int first = 0; first < column.Length; first += first % Side == 0 ? 2 : Depth - 2)
        {
            int above = 0, below = 0;
            for (int row = first; row < first + Depth && row < column.Length; row += Side)
                foreach (float weight in column.Slice(row, 2))
                    (above, below) = (above + Math.Max(0, Whole(weight, scale)), below - Math.Min(0, Whole(weight, scale)));
            greatest = Math.Max(greatest, Math.Max(above, below));
        }
        return greatest;
    }

    private static int Whole(float weight, float scale) => (int)MathF.Round(weight / scale);

    /// <summary>Rows of the result: left × this, plus a start that is the same for each row, or plus what stands there.</summary>
    /// <param name="left">Rounded, and as wide as the matrix has rows.</param>
    /// <param name="result">Its rows are <see cref="Stride"/> apart.</param>
    /// <param name="start">As long as a row of the result; empty adds to what stands there.</param>
    public void Multiply(FixedRows left, int count, Span<float> result, ReadOnlySpan<float> start)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Width, rows);
        Span<int> sums = stackalloc int[RowsAtOnce * PanelWidth];
        for (int first = 0; first < count; first += RowsInCache)
            for (int column = 0; column < Columns; column += PanelWidth)
                for (int row = first; row < Math.Min(count, first + RowsInCache); row += RowsAtOnce)
                {
                    ByteProducts.Block(left.Rounded.Slice(row * rows, RowsAtOnce * rows), panels.AsSpan(column * rows, PanelWidth * rows), rows, sums);
                    Take(sums, left, row, Math.Min(RowsAtOnce, count - row), column, result, start);
                }
    }

    /// <summary>From whole sums to the numbers that they stand for.</summary>
    private void Take(ReadOnlySpan<int> sums, FixedRows left, int first, int count, int column, Span<float> result, ReadOnlySpan<float> start)
    {
        // The spans are checked here, once, for the loop does not.
        ref float to = ref MemoryMarshal.GetReference(result.Slice(first * Stride + column, (count - 1) * Stride + PanelWidth));
        ref float from = ref start.IsEmpty ? ref to : ref MemoryMarshal.GetReference(start.Slice(column, PanelWidth));
        ref int sum = ref MemoryMarshal.GetReference(sums);
        var (factor0, factor1) = (Vector256.Create(scales.AsSpan(column)), Vector256.Create(scales.AsSpan(column + 8)));
        var (total0, total1) = (Vector256.Create(totals.AsSpan(column)) * left.Zero, Vector256.Create(totals.AsSpan(column + 8)) * left.Zero);
        for (int row = 0; row < count; row++)
        {
            float scale = left.Scales[first + row];
            var value0 = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sum) - total0) * (factor0 * scale) + Vector256.LoadUnsafe(ref from);
            var value1 = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sum, 8) - total1) * (factor1 * scale) + Vector256.LoadUnsafe(ref from, 8);
            value0.StoreUnsafe(ref to);
            value1.StoreUnsafe(ref to, 8);
            sum = ref Unsafe.Add(ref sum, PanelWidth);
            to = ref Unsafe.Add(ref to, Stride);
            from = ref Unsafe.Add(ref from, start.IsEmpty ? Stride : 0);
        }
    }
}
