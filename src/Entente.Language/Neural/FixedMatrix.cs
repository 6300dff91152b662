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

    /// <summary>Of the weights of each column.</summary>
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
        for (int first = 0; first < count; first += RowsInCache)
            for (int column = 0; column < Columns; column += PanelWidth)
                for (int row = first; row < Math.Min(count, first + RowsInCache); row += RowsAtOnce)
                {
                    var sums = new ByteSums(scales.AsSpan(column), totals.AsSpan(column), FixedColumn.Middle - left.Zero, left.Scales.Slice(row, Math.Min(RowsAtOnce, count - row)),
                        result[(row * Stride + column)..], Stride, start.IsEmpty ? [] : start[column..]);
                    ByteProducts.Block(left.Rounded[(row * rows)..], panels.AsSpan(column * rows), sets.AsSpan(column * rows / ByteProducts.Depth * 4), rows, sums);
                }
    }
}
