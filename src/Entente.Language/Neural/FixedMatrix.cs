using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// A matrix in fixed point: bytes (<see cref="FixedColumn"/>) in panels of 16 columns. Sums are whole numbers, so that every processor finds the same.
/// </summary>
public sealed class FixedMatrix
{
    /// <summary>Rows of the left side that one block takes.</summary>
    internal const int RowsAtOnce = ByteProducts.Rows;

    private const int PanelWidth = ByteProducts.Columns, Side = ByteProducts.Side;

    /// <summary>Rows of the left side that are taken through all panels before the next: with one panel they stay in the first cache.</summary>
    private const int RowsInCache = 8 * RowsAtOnce;

    private readonly int rows;
    private readonly sbyte[] panels;
    private readonly short[] sets;
    private readonly float[] scales;

    /// <summary>Of the whole numbers of each column: what a left side whose zero is not 0 has too much.</summary>
    private readonly int[] totals;

    /// <param name="weights">Row by row.</param>
    /// <param name="rows">A multiple of 16.</param>
    public FixedMatrix(ReadOnlySpan<float> weights, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % ByteProducts.Depth, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, FixedColumn.MostRows);
        this.rows = rows;
        Columns = weights.Length / rows;
        Stride = (Columns + PanelWidth - 1) / PanelWidth * PanelWidth;
        (panels, sets, scales, totals) = (new sbyte[Stride * rows], new short[Stride * rows / ByteProducts.Depth * 4], new float[Stride], new int[Stride]);
        float[] column = new float[rows];
        for (int at = 0; at < Columns; at++)
        {
            for (int row = 0; row < rows; row++)
                column[row] = weights[row * Columns + at];
            Pack(new(column), at);
        }
    }

    public int Columns { get; }

    /// <summary>How far a row of a result is from the next: as wide as whole panels.</summary>
    public int Stride { get; }

    private void Pack(FixedColumn column, int at)
    {
        (scales[at], totals[at]) = (column.Scale, column.Total);
        // A panel's first columns first; then so many numbers of each as lie side by side.
        int panel = at / PanelWidth * PanelWidth, inPanel = at % PanelWidth;
        for (int row = 0; row < rows; row++)
            panels[panel * rows + (row / Side * PanelWidth + inPanel) * Side + row % Side] = column.Whole[row];
        for (int set = 0; set < column.Steps.Length; set++)
        {
            int to = (panel / PanelWidth * rows / ByteProducts.Depth + set / 2) * 2 * ByteProducts.Starts + 2 * inPanel + set % 2;
            (sets[to], sets[to + ByteProducts.Starts]) = (column.Starts[set], column.Steps[set]);
        }
    }

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
                    ByteProducts.Block(left.Rounded[(row * rows)..], panels.AsSpan(column * rows), sets.AsSpan(column * rows / ByteProducts.Depth * 4), rows, sums);
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
        var (total0, total1) = (Vector256.Create(totals.AsSpan(column)) * (128 - left.Zero), Vector256.Create(totals.AsSpan(column + 8)) * (128 - left.Zero));
        for (int row = 0; row < count; row++)
        {
            float scale = left.Scales[first + row];
            var value0 = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sum) + total0) * (factor0 * scale) + Vector256.LoadUnsafe(ref from);
            var value1 = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sum, 8) + total1) * (factor1 * scale) + Vector256.LoadUnsafe(ref from, 8);
            value0.StoreUnsafe(ref to);
            value1.StoreUnsafe(ref to, 8);
            sum = ref Unsafe.Add(ref sum, PanelWidth);
            to = ref Unsafe.Add(ref to, Stride);
            from = ref Unsafe.Add(ref from, start.IsEmpty ? Stride : 0);
        }
    }
}
