using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// The right side of a matrix product, cut into panels of 32 columns that lie one row after the other, so that the inner loop reads memory
/// in order. A block of 8 rows by 32 columns stays in registers while it runs down a panel.
/// </summary>
public sealed class PackedMatrix
{
    /// <summary>Columns of a panel: two vectors of 512 bits.</summary>
    public const int PanelWidth = 32;

    /// <summary>Rows of the left side that are taken through all panels before the next: they stay in the first cache meanwhile.</summary>
    private const int RowsAtOnce = 64;

    private float[] panels = [];

    /// <summary>Rows, the length of the dot products.</summary>
    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public static PackedMatrix Of(ReadOnlySpan<float> source, int rows, int columns)
    {
        var matrix = new PackedMatrix();
        matrix.Pack(source, rows, columns, columns, 1);
        return matrix;
    }

    /// <summary>Takes in a matrix whose element (r, c) is at <c>r * rowStride + c * columnStride</c>: with strides changed over, its transpose.</summary>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, int rowStride, int columnStride)
    {
        (Rows, Columns) = (rows, columns);
        int count = (columns + PanelWidth - 1) / PanelWidth;
        int size = count * rows * PanelWidth;
        if (panels.Length < size)
            panels = new float[size];
        for (int p = 0; p < count; p++)
        {
            int width = Math.Min(PanelWidth, columns - p * PanelWidth);
            for (int r = 0; r < rows; r++)
            {
                var to = panels.AsSpan((p * rows + r) * PanelWidth, PanelWidth);
                int from = r * rowStride + p * PanelWidth * columnStride;
                if (columnStride == 1)
                    source.Slice(from, width).CopyTo(to);
                else
                    for (int c = 0; c < width; c++)
                        to[c] = source[from + c * columnStride];
                to[width..].Clear();
            }
        }
    }

    /// <summary>
    /// <paramref name="result"/> (+)= a × this. Element (r, k) of a is at <c>r * rowStride + k * columnStride</c>; row r of the result begins
    /// at <c>r * resultStride</c>.
    /// </summary>
    public void Multiply(ReadOnlySpan<float> a, int rows, int rowStride, int columnStride, Span<float> result, int resultStride, bool add)
    {
        if (rows == 0 || Rows == 0)
            return;
        // The spans are checked here, once, for the loops below do not.
        _ = a[(rows - 1) * rowStride + (Rows - 1) * columnStride];
        _ = result[(rows - 1) * resultStride + Columns - 1];
        for (int first = 0; first < rows; first += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - first);
            MultiplyRows(a[(first * rowStride)..], count, rowStride, columnStride, result[(first * resultStride)..], resultStride, add);
        }
    }

    private void MultiplyRows(ReadOnlySpan<float> a, int rows, int rowStride, int columnStride, Span<float> result, int resultStride, bool add)
    {
        ref float left = ref MemoryMarshal.GetReference(a);
        ref float to = ref MemoryMarshal.GetReference(result);
        int block = Vector512.IsHardwareAccelerated ? 8 : 4;
        Span<float> aside = stackalloc float[8 * PanelWidth];
        for (int panel = 0; panel * PanelWidth < Columns; panel++)
        {
            ref float right = ref panels[panel * Rows * PanelWidth];
            int width = Math.Min(PanelWidth, Columns - panel * PanelWidth);
            int r = 0;
            for (; r + block <= rows; r += block)
            {
                ref float leftRow = ref Unsafe.Add(ref left, r * rowStride);
                if (width == PanelWidth)
                    Block(ref leftRow, rowStride, columnStride, ref right, ref Unsafe.Add(ref to, r * resultStride + panel * PanelWidth), resultStride, add);
                else
                {
                    // The last panel is wider than the result: worked out beside it, and what belongs to it taken over.
                    Block(ref leftRow, rowStride, columnStride, ref right, ref MemoryMarshal.GetReference(aside), PanelWidth, add: false);
                    for (int row = 0; row < block; row++)
                        Take(aside.Slice(row * PanelWidth, width), result.Slice((r + row) * resultStride + panel * PanelWidth, width), add);
                }
            }
            for (; r < rows; r++)
                OneRow(ref Unsafe.Add(ref left, r * rowStride), columnStride, ref right, Rows, result.Slice(r * resultStride + panel * PanelWidth, width), add);
        }
    }

    private void Block(ref float a, int rowStride, int columnStride, ref float b, ref float to, int toStride, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
            Block8(ref a, rowStride, columnStride, ref b, Rows, ref to, toStride, add);
        else
        {
            Block4(ref a, rowStride, columnStride, ref b, Rows, ref to, toStride, add);
            Block4(ref a, rowStride, columnStride, ref Unsafe.Add(ref b, PanelWidth / 2), Rows, ref Unsafe.Add(ref to, PanelWidth / 2), toStride, add);
        }
    }

    private static void Take(ReadOnlySpan<float> from, Span<float> to, bool add)
    {
        if (add)
            TensorPrimitives.Add(to, from, to);
        else
            from.CopyTo(to);
    }

    private static void Block8(ref float a, int rowStride, int columnStride, ref float b, int depth, ref float to, int toStride, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        for (int k = 0; k < depth; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, 16);
            var x = Vector512.Create(a);
            (c00, c01) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01));
            x = Vector512.Create(Unsafe.Add(ref a, rowStride));
            (c10, c11) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11));
            x = Vector512.Create(Unsafe.Add(ref a, 2 * rowStride));
            (c20, c21) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21));
            x = Vector512.Create(Unsafe.Add(ref a, 3 * rowStride));
            (c30, c31) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31));
            x = Vector512.Create(Unsafe.Add(ref a, 4 * rowStride));
            (c40, c41) = (Vector512.FusedMultiplyAdd(x, b0, c40), Vector512.FusedMultiplyAdd(x, b1, c41));
            x = Vector512.Create(Unsafe.Add(ref a, 5 * rowStride));
            (c50, c51) = (Vector512.FusedMultiplyAdd(x, b0, c50), Vector512.FusedMultiplyAdd(x, b1, c51));
            x = Vector512.Create(Unsafe.Add(ref a, 6 * rowStride));
            (c60, c61) = (Vector512.FusedMultiplyAdd(x, b0, c60), Vector512.FusedMultiplyAdd(x, b1, c61));
            x = Vector512.Create(Unsafe.Add(ref a, 7 * rowStride));
            (c70, c71) = (Vector512.FusedMultiplyAdd(x, b0, c70), Vector512.FusedMultiplyAdd(x, b1, c71));
            a = ref Unsafe.Add(ref a, columnStride);
            b = ref Unsafe.Add(ref b, PanelWidth);
        }
        Store(c00, c01, ref to, add);
        Store(c10, c11, ref Unsafe.Add(ref to, toStride), add);
        Store(c20, c21, ref Unsafe.Add(ref to, 2 * toStride), add);
        Store(c30, c31, ref Unsafe.Add(ref to, 3 * toStride), add);
        Store(c40, c41, ref Unsafe.Add(ref to, 4 * toStride), add);
        Store(c50, c51, ref Unsafe.Add(ref to, 5 * toStride), add);
        Store(c60, c61, ref Unsafe.Add(ref to, 6 * toStride), add);
        Store(c70, c71, ref Unsafe.Add(ref to, 7 * toStride), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> low, Vector512<float> high, ref float to, bool add)
    {
        if (add)
            (low, high) = (low + Vector512.LoadUnsafe(ref to), high + Vector512.LoadUnsafe(ref to, 16));
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 16);
    }

    /// <summary>Four rows by half a panel, for processors with sixteen registers of 256 bits.</summary>
    private static void Block4(ref float a, int rowStride, int columnStride, ref float b, int depth, ref float to, int toStride, bool add)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (int k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 8);
            var x = Vector256.Create(a);
            (c00, c01) = (Vector256.FusedMultiplyAdd(x, b0, c00), Vector256.FusedMultiplyAdd(x, b1, c01));
            x = Vector256.Create(Unsafe.Add(ref a, rowStride));
            (c10, c11) = (Vector256.FusedMultiplyAdd(x, b0, c10), Vector256.FusedMultiplyAdd(x, b1, c11));
            x = Vector256.Create(Unsafe.Add(ref a, 2 * rowStride));
            (c20, c21) = (Vector256.FusedMultiplyAdd(x, b0, c20), Vector256.FusedMultiplyAdd(x, b1, c21));
            x = Vector256.Create(Unsafe.Add(ref a, 3 * rowStride));
            (c30, c31) = (Vector256.FusedMultiplyAdd(x, b0, c30), Vector256.FusedMultiplyAdd(x, b1, c31));
            a = ref Unsafe.Add(ref a, columnStride);
            b = ref Unsafe.Add(ref b, PanelWidth);
        }
        Store(c00, c01, ref to, add);
        Store(c10, c11, ref Unsafe.Add(ref to, toStride), add);
        Store(c20, c21, ref Unsafe.Add(ref to, 2 * toStride), add);
        Store(c30, c31, ref Unsafe.Add(ref to, 3 * toStride), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> low, Vector256<float> high, ref float to, bool add)
    {
        if (add)
            (low, high) = (low + Vector256.LoadUnsafe(ref to), high + Vector256.LoadUnsafe(ref to, 8));
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 8);
    }

    /// <summary>
    /// What the blocks leave over. The sums run in the same order as in a block and with the same fused step, so that a row's result does not
    /// depend on which rows stand beside it.
    /// </summary>
    private static void OneRow(ref float a, int columnStride, ref float b, int depth, Span<float> to, bool add)
    {
        Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
        for (int k = 0; k < depth; k++)
        {
            var x = Vector256.Create(a);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 24), c3);
            a = ref Unsafe.Add(ref a, columnStride);
            b = ref Unsafe.Add(ref b, PanelWidth);
        }
        Span<float> sums = stackalloc float[PanelWidth];
        c0.CopyTo(sums);
        c1.CopyTo(sums[8..]);
        c2.CopyTo(sums[16..]);
        c3.CopyTo(sums[24..]);
        Take(sums[..to.Length], to, add);
    }
}
