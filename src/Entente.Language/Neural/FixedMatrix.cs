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
    private readonly short[] steps;
    private readonly float[] scales;

    /// <summary>What is too much in the sums of each column, since zero is not 0 on the left.</summary>
    private readonly int[] excess;

    /// <param name="weights">Row by row.</param>
    /// <param name="rows">A multiple of 16.</param>
    public FixedMatrix(ReadOnlySpan<float> weights, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % ByteProducts.Depth, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, FixedColumn.MostRows);
        this.rows = rows;
        Columns = weights.Length / rows;
        Stride = (Columns + PanelWidth - 1) / PanelWidth * PanelWidth;
        (panels, steps, scales, excess) = (new sbyte[Stride * rows], new short[Stride * rows / ByteProducts.StepDepth], new float[Stride], new int[Stride]);
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
        (scales[at], excess[at]) = (column.Scale, column.Total * FixedRows.Zero);
        // A panel's first columns first; then so many numbers of each as lie side by side.
        int panel = at / PanelWidth * PanelWidth, inPanel = at % PanelWidth;
        for (int row = 0; row < rows; row++)
            panels[panel * rows + (row / Side * PanelWidth + inPanel) * Side + row % Side] = column.Whole[row];
        for (int step = 0; step < column.Steps.Length; step++)
            steps[panel * column.Steps.Length + (step / 2 * PanelWidth + inPanel) * 2 + step % 2] = column.Steps[step];
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
            {
                var sums = new ByteSums(scales.AsSpan(column), excess.AsSpan(column), left.Scales.Slice(first, Math.Min(RowsInCache, count - first)), result[(first * Stride + column)..], Stride,
                    start.IsEmpty ? [] : start[column..]);
                ByteProducts.Multiply(left.Rounded[(first * rows)..], panels.AsSpan(column * rows), steps.AsSpan(column * rows / ByteProducts.StepDepth), rows, sums);
            }
    }
}
