using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Neural;

/// <summary>
/// A matrix in fixed point, of which a processor multiplies two numbers in the time of one in floating point: 12 bits and a factor a column,
/// sums in 32 bits that cannot overflow. It lies in panels of 32 columns, two rows of the matrix side by side. Where the processor lacks the
/// instruction, the same product is worked out in floating point.
/// </summary>
public sealed class FixedMatrix
{
    /// <summary>Rows of the left side that one block takes.</summary>
    internal const int RowsAtOnce = 8;

    private const int PanelWidth = 32, Greatest = 2047;

    /// <summary>Rows of the left side that are taken through all panels before the next: with one panel they fill the first cache.</summary>
    private const int RowsInCache = 2 * RowsAtOnce;

    private readonly int rows;
    private readonly short[] panels = [];
    private readonly float[] scales = [];
    private readonly PackedMatrix? plain;

    /// <param name="weights">Row by row. The number of rows is even.</param>
    public FixedMatrix(ReadOnlySpan<float> weights, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % 2, 0);
        this.rows = rows;
        Columns = weights.Length / rows;
        if (!Avx2.IsSupported)
        {
            plain = PackedMatrix.Of(weights, rows, Columns);
            return;
        }
        int count = (Columns + PanelWidth - 1) / PanelWidth;
        scales = new float[count * PanelWidth];
        panels = new short[count * PanelWidth * rows];
        for (int column = 0; column < Columns; column++)
            Pack(weights, column);
    }

    public int Columns { get; }

    /// <summary>The greatest whole number of the left side: so many products of the two greatest stay within 31 bits.</summary>
    internal static int GreatestLeft(int products) => Math.Min(4095, int.MaxValue / (Greatest * products));

    private void Pack(ReadOnlySpan<float> weights, int column)
    {
        float most = 0;
        for (int row = 0; row < rows; row++)
            most = Math.Max(most, Math.Abs(weights[row * Columns + column]));
        scales[column] = most / Greatest;
        var panel = panels.AsSpan(column / PanelWidth * PanelWidth * rows);
        for (int row = 0; row < rows && most > 0; row++)
            panel[((row / 2 * PanelWidth) + (column % PanelWidth)) * 2 + row % 2] = (short)MathF.Round(weights[row * Columns + column] / scales[column]);
    }

    /// <summary>Rows of the result, one after the other: left × this, plus a start that is the same for each row, or plus what stands there.</summary>
    /// <param name="left">Rounded, and as wide as the matrix has rows.</param>
    /// <param name="start">Null adds to what stands in the result; empty is zero.</param>
    public void Multiply(FixedRows left, int count, Span<float> result, float[]? start)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(left.Width, rows);
        result = result[..(count * Columns)];
        if (plain is not null)
        {
            for (int row = 0; row < count && start is { Length: > 0 }; row++)
                start.CopyTo(result[(row * Columns)..]);
            plain.Multiply(left.Values, count, rows, 1, result, Columns, add: start is not { Length: 0 });
            return;
        }
        for (int first = 0; first < count; first += RowsInCache)
            for (int column = 0; column < Columns; column += PanelWidth)
                for (int row = first; row < Math.Min(count, first + RowsInCache); row += RowsAtOnce)
                    MultiplyBlock(left, row, Math.Min(RowsAtOnce, count - row), column, result, start);
    }

    private void MultiplyBlock(FixedRows left, int first, int count, int column, Span<float> result, float[]? start)
    {
        Span<int> sums = stackalloc int[RowsAtOnce * PanelWidth];
        Block(left.Rounded.Slice(first * rows, RowsAtOnce * rows), panels.AsSpan(column * rows, PanelWidth * rows), rows, sums);
        int width = Math.Min(PanelWidth, Columns - column);
        for (int row = 0; row < count; row++)
        {
            var to = result.Slice((first + row) * Columns + column, width);
            Take(sums.Slice(row * PanelWidth, PanelWidth), left.Scales[first + row], scales.AsSpan(column, PanelWidth), to,
                start is null ? to : start.Length == 0 ? [] : start.AsSpan(column, width));
        }
    }

    private static void Take(ReadOnlySpan<int> sums, float scale, ReadOnlySpan<float> scales, Span<float> to, ReadOnlySpan<float> start)
    {
        int lanes = Vector256<float>.Count, i = 0;
        ref int sum = ref MemoryMarshal.GetReference(sums);
        ref float factors = ref MemoryMarshal.GetReference(scales), target = ref MemoryMarshal.GetReference(to), from = ref MemoryMarshal.GetReference(start);
        for (; i + lanes <= to.Length; i += lanes)
        {
            var value = Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref sum, (nuint)i)) * (Vector256.LoadUnsafe(ref factors, (nuint)i) * scale);
            (start.IsEmpty ? value : value + Vector256.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        }
        for (; i < to.Length; i++)
            to[i] = sums[i] * (scales[i] * scale) + (start.IsEmpty ? 0 : start[i]);
    }

    /// <summary>Eight rows by a panel: whole sums of whole products.</summary>
    private static void Block(ReadOnlySpan<short> left, ReadOnlySpan<short> panel, int depth, Span<int> sums)
    {
        ref int a = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(left));
        ref short b = ref MemoryMarshal.GetReference(panel);
        ref int to = ref MemoryMarshal.GetReference(sums);
        int pairs = depth / 2;
        for (int row = 0; row < RowsAtOnce; row += 4)
            if (Avx512BW.VL.IsSupported)
                Wide(ref Unsafe.Add(ref a, row * pairs), pairs, ref b, ref Unsafe.Add(ref to, row * PanelWidth));
            else
                for (int column = 0; column < PanelWidth; column += 16)
                    Narrow(ref Unsafe.Add(ref a, row * pairs), pairs, ref Unsafe.Add(ref b, 2 * column), ref Unsafe.Add(ref to, row * PanelWidth + column));
    }

    /// <summary>
    /// Four rows by a panel, for processors with thirty-two registers. Registers of 256 bits, for additions share the ports of the products, and
    /// halves of 512 bits share them worse.
    /// </summary>
    private static void Wide(ref int a, int pairs, ref short b, ref int to)
    {
        Vector256<int> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector256<int> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        for (int k = 0; k < pairs; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 16);
            var b2 = Vector256.LoadUnsafe(ref b, 32);
            var b3 = Vector256.LoadUnsafe(ref b, 48);
            var x = Vector256.Create(a).AsInt16();
            (c00, c01) = (c00 + Avx2.MultiplyAddAdjacent(x, b0), c01 + Avx2.MultiplyAddAdjacent(x, b1));
            (c02, c03) = (c02 + Avx2.MultiplyAddAdjacent(x, b2), c03 + Avx2.MultiplyAddAdjacent(x, b3));
            x = Vector256.Create(Unsafe.Add(ref a, pairs)).AsInt16();
            (c10, c11) = (c10 + Avx2.MultiplyAddAdjacent(x, b0), c11 + Avx2.MultiplyAddAdjacent(x, b1));
            (c12, c13) = (c12 + Avx2.MultiplyAddAdjacent(x, b2), c13 + Avx2.MultiplyAddAdjacent(x, b3));
            x = Vector256.Create(Unsafe.Add(ref a, 2 * pairs)).AsInt16();
            (c20, c21) = (c20 + Avx2.MultiplyAddAdjacent(x, b0), c21 + Avx2.MultiplyAddAdjacent(x, b1));
            (c22, c23) = (c22 + Avx2.MultiplyAddAdjacent(x, b2), c23 + Avx2.MultiplyAddAdjacent(x, b3));
            x = Vector256.Create(Unsafe.Add(ref a, 3 * pairs)).AsInt16();
            (c30, c31) = (c30 + Avx2.MultiplyAddAdjacent(x, b0), c31 + Avx2.MultiplyAddAdjacent(x, b1));
            (c32, c33) = (c32 + Avx2.MultiplyAddAdjacent(x, b2), c33 + Avx2.MultiplyAddAdjacent(x, b3));
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, 2 * PanelWidth);
        }
        Store(c00, c01, ref to, 0);
        Store(c02, c03, ref Unsafe.Add(ref to, 16), 0);
        Store(c10, c11, ref to, 1);
        Store(c12, c13, ref Unsafe.Add(ref to, 16), 1);
        Store(c20, c21, ref to, 2);
        Store(c22, c23, ref Unsafe.Add(ref to, 16), 2);
        Store(c30, c31, ref to, 3);
        Store(c32, c33, ref Unsafe.Add(ref to, 16), 3);
    }

    /// <summary>Four rows by half a panel, for processors with sixteen registers.</summary>
    private static void Narrow(ref int a, int pairs, ref short b, ref int to)
    {
        Vector256<int> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (int k = 0; k < pairs; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 16);
            var x = Vector256.Create(a).AsInt16();
            (c00, c01) = (c00 + Avx2.MultiplyAddAdjacent(x, b0), c01 + Avx2.MultiplyAddAdjacent(x, b1));
            x = Vector256.Create(Unsafe.Add(ref a, pairs)).AsInt16();
            (c10, c11) = (c10 + Avx2.MultiplyAddAdjacent(x, b0), c11 + Avx2.MultiplyAddAdjacent(x, b1));
            x = Vector256.Create(Unsafe.Add(ref a, 2 * pairs)).AsInt16();
            (c20, c21) = (c20 + Avx2.MultiplyAddAdjacent(x, b0), c21 + Avx2.MultiplyAddAdjacent(x, b1));
            x = Vector256.Create(Unsafe.Add(ref a, 3 * pairs)).AsInt16();
            (c30, c31) = (c30 + Avx2.MultiplyAddAdjacent(x, b0), c31 + Avx2.MultiplyAddAdjacent(x, b1));
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, 2 * PanelWidth);
        }
        Store(c00, c01, ref to, 0);
        Store(c10, c11, ref to, 1);
        Store(c20, c21, ref to, 2);
        Store(c30, c31, ref to, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, ref int to, int row)
    {
        low.StoreUnsafe(ref to, (nuint)(row * PanelWidth));
        high.StoreUnsafe(ref to, (nuint)(row * PanelWidth + 8));
    }
}
