using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Neural;

/// <summary>
/// Whole sums of products of bytes, four rows by a panel of sixteen columns. One instruction multiplies 32 pairs and adds up each two in 16 bits;
/// four of its results are added there before another carries them over to 32 bits, so that a pair costs half of what it does in 16 bits.
/// <see cref="FixedMatrix"/> sees to it that 16 bits suffice. Processors without the instruction find the same sums another way.
/// </summary>
internal static class ByteProducts
{
    /// <summary>Rows and columns of a block, and how many numbers of a row it takes at once.</summary>
    internal const int Rows = 4, Columns = 16, Depth = 16;

    /// <summary>Numbers of a row, or of a column, that lie side by side in a register.</summary>
    internal const int Side = 4;

    /// <param name="left">Rows one after the other.</param>
    /// <param name="panel">Four numbers of each column, then the next four of each.</param>
    /// <param name="depth">A multiple of 16.</param>
    internal static void Block(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, int depth, Span<int> sums)
    {
        // The spans are checked here, once, for the loops below do not.
        ref byte a = ref MemoryMarshal.GetReference(left[..(Rows * depth)]);
        ref sbyte b = ref MemoryMarshal.GetReference(panel[..(Columns * depth)]);
        ref int to = ref MemoryMarshal.GetReference(sums[..(Rows * Columns)]);
        if (Avx2.IsSupported)
            Paired(ref Unsafe.As<byte, int>(ref a), depth / Side, ref b, ref to);
        else
            Plain(left, panel, depth, sums);
    }

    private static void Paired(ref int a, int sides, ref sbyte b, ref int to)
    {
        var one = Vector256<short>.One;
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (int side = 0; side < sides; side += Depth / Side)
        {
            Vector256<short> p00 = default, p01 = default, p10 = default, p11 = default, p20 = default, p21 = default, p30 = default, p31 = default;
            Four(ref a, sides, ref b, ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 1), sides, ref Unsafe.Add(ref b, 64), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 2), sides, ref Unsafe.Add(ref b, 128), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 3), sides, ref Unsafe.Add(ref b, 192), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            (s00, s01) = (s00 + Avx2.MultiplyAddAdjacent(p00, one), s01 + Avx2.MultiplyAddAdjacent(p01, one));
            (s10, s11) = (s10 + Avx2.MultiplyAddAdjacent(p10, one), s11 + Avx2.MultiplyAddAdjacent(p11, one));
            (s20, s21) = (s20 + Avx2.MultiplyAddAdjacent(p20, one), s21 + Avx2.MultiplyAddAdjacent(p21, one));
            (s30, s31) = (s30 + Avx2.MultiplyAddAdjacent(p30, one), s31 + Avx2.MultiplyAddAdjacent(p31, one));
            a = ref Unsafe.Add(ref a, Depth / Side);
            b = ref Unsafe.Add(ref b, Depth * Columns);
        }
        Store(s00, s01, ref to);
        Store(s10, s11, ref Unsafe.Add(ref to, Columns));
        Store(s20, s21, ref Unsafe.Add(ref to, 2 * Columns));
        Store(s30, s31, ref Unsafe.Add(ref to, 3 * Columns));
    }

    /// <summary>Four products of each row with each column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ref int a, int sides, ref sbyte b, ref Vector256<short> p00, ref Vector256<short> p01, ref Vector256<short> p10, ref Vector256<short> p11,
        ref Vector256<short> p20, ref Vector256<short> p21, ref Vector256<short> p30, ref Vector256<short> p31)
    {
        Vector256<sbyte> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 32);
        Add(a, b0, b1, ref p00, ref p01);
        Add(Unsafe.Add(ref a, sides), b0, b1, ref p10, ref p11);
        Add(Unsafe.Add(ref a, 2 * sides), b0, b1, ref p20, ref p21);
        Add(Unsafe.Add(ref a, 3 * sides), b0, b1, ref p30, ref p31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(int a, Vector256<sbyte> b0, Vector256<sbyte> b1, ref Vector256<short> p0, ref Vector256<short> p1)
    {
        var x = Vector256.Create(a).AsByte();
        p0 += Avx2.MultiplyAddAdjacent(x, b0);
        p1 += Avx2.MultiplyAddAdjacent(x, b1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, ref int to)
    {
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, 8);
    }

    /// <summary>The same sums in steps that any processor with vectors knows; a quarter as fast.</summary>
    internal static void Plain(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, int depth, Span<int> sums)
    {
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column += Side)
                PlainColumns(left.Slice(row * depth, depth), panel[(column * Side)..], sums.Slice(row * Columns + column, Side));
    }

    /// <summary>A row by four columns: of each column four sums, in the end one.</summary>
    private static void PlainColumns(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, Span<int> sums)
    {
        Vector128<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < left.Length; k += Side)
        {
            var x = Vector128.WidenLower(Vector128.Create(MemoryMarshal.Read<int>(left[k..])).AsByte()).AsInt16();
            var (low, high) = Vector128.Widen(Vector128.Create(panel.Slice(k * Columns, 4 * Side)));
            var (p0, p1) = Vector128.Widen(x * low);
            var (p2, p3) = Vector128.Widen(x * high);
            (s0, s1, s2, s3) = (s0 + p0, s1 + p1, s2 + p2, s3 + p3);
        }
        (sums[0], sums[1], sums[2], sums[3]) = (Vector128.Sum(s0), Vector128.Sum(s1), Vector128.Sum(s2), Vector128.Sum(s3));
    }
}
