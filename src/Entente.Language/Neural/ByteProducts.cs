using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Neural;

/// <summary>
/// Whole sums of products of bytes, four rows by a panel of sixteen columns. One instruction multiplies 32 pairs and adds up each two in 16 bits;
/// four of its results are added there before another carries them over to 32 bits, so that a pair costs half of what it does in 16 bits. This other
/// instruction multiplies anyway: by the step in which those eight weights are counted. <see cref="FixedMatrix"/> chooses it so that 16 bits suffice.
/// Processors without these instructions find the same sums another way.
/// </summary>
internal static class ByteProducts
{
    /// <summary>Rows and columns of a block, and how many numbers of a row it takes at once.</summary>
    internal const int Rows = 4, Columns = 16, Depth = 16;

    /// <summary>Numbers of a row, or of a column, that lie side by side in a register.</summary>
    internal const int Side = 4;

    /// <summary>Numbers of a column that have one step: those that are added up in 16 bits.</summary>
    internal const int StepDepth = Depth / 2;

    /// <param name="left">Rows one after the other.</param>
    /// <param name="panel">Four numbers of each column, then the next four of each.</param>
    /// <param name="steps">For each sixteen numbers of a column two: of the first two in each four, and of the last two.</param>
    /// <param name="depth">A multiple of 16.</param>
    internal static void Multiply(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<short> steps, int depth, in ByteSums sums)
    {
        // The spans are checked here, once, for the loops below do not.
        left = left[..((sums.Count + Rows - 1) / Rows * Rows * depth)];
        ref int a = ref Unsafe.As<byte, int>(ref MemoryMarshal.GetReference(left));
        ref sbyte b = ref MemoryMarshal.GetReference(panel[..(Columns * depth)]);
        ref short step = ref MemoryMarshal.GetReference(steps[..(Columns * depth / StepDepth)]);
        for (int row = 0; row < sums.Count; row += Rows)
            if (Avx2.IsSupported)
                Paired(ref Unsafe.Add(ref a, row * depth / Side), depth / Side, ref b, ref step, row, sums);
            else
                Plain(left[(row * depth)..], panel, steps, depth, row, sums);
    }

    private static void Paired(ref int a, int sides, ref sbyte b, ref short steps, int first, in ByteSums sums)
    {
        Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (int side = 0; side < sides; side += Depth / Side)
        {
            Vector256<short> p00 = default, p01 = default, p10 = default, p11 = default, p20 = default, p21 = default, p30 = default, p31 = default;
            Four(ref a, sides, ref b, ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 1), sides, ref Unsafe.Add(ref b, 64), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 2), sides, ref Unsafe.Add(ref b, 128), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Four(ref Unsafe.Add(ref a, 3), sides, ref Unsafe.Add(ref b, 192), ref p00, ref p01, ref p10, ref p11, ref p20, ref p21, ref p30, ref p31);
            Vector256<short> step0 = Vector256.LoadUnsafe(ref steps), step1 = Vector256.LoadUnsafe(ref steps, 16);
            (s00, s01) = (s00 + Avx2.MultiplyAddAdjacent(p00, step0), s01 + Avx2.MultiplyAddAdjacent(p01, step1));
            (s10, s11) = (s10 + Avx2.MultiplyAddAdjacent(p10, step0), s11 + Avx2.MultiplyAddAdjacent(p11, step1));
            (s20, s21) = (s20 + Avx2.MultiplyAddAdjacent(p20, step0), s21 + Avx2.MultiplyAddAdjacent(p21, step1));
            (s30, s31) = (s30 + Avx2.MultiplyAddAdjacent(p30, step0), s31 + Avx2.MultiplyAddAdjacent(p31, step1));
            a = ref Unsafe.Add(ref a, Depth / Side);
            b = ref Unsafe.Add(ref b, Depth * Columns);
            steps = ref Unsafe.Add(ref steps, Depth * Columns / StepDepth);
        }
        sums.Take(first, s00, s01);
        sums.Take(first + 1, s10, s11);
        sums.Take(first + 2, s20, s21);
        sums.Take(first + 3, s30, s31);
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

    /// <summary>The same sums for any processor with vectors; some four times slower.</summary>
    internal static void Plain(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<short> steps, int depth, int first, in ByteSums sums)
    {
        Span<int> whole = stackalloc int[Columns];
        for (int row = 0; row < Rows; row++)
        {
            whole.Clear();
            for (int at = 0; at < depth; at += Depth)
                PlainRow(left.Slice(row * depth + at, Depth), panel.Slice(at * Columns, Depth * Columns), steps.Slice(at * Columns / StepDepth, Depth * Columns / StepDepth), whole);
            sums.Take(first + row, Vector256.Create<int>(whole), Vector256.Create<int>(whole[8..]));
        }
    }

    private static void PlainRow(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<short> steps, Span<int> sums)
    {
        for (int column = 0; column < Columns; column += 2)
        {
            var sum = Vector128<short>.Zero;
            for (int k = 0; k < Depth; k += Side)
            {
                var x = Vector128.WidenLower(Vector128.Create(MemoryMarshal.Read<int>(left[k..])).AsByte()).AsInt16();
                sum += x * Vector128.WidenLower(Vector128.Create(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(panel[(k * Columns + column * Side)..]))).AsSByte());
            }
            var (one, next) = Vector128.Widen(sum);
            sums[column] += (one[0] + one[1]) * steps[2 * column] + (one[2] + one[3]) * steps[2 * column + 1];
            sums[column + 1] += (next[0] + next[1]) * steps[2 * column + 2] + (next[2] + next[3]) * steps[2 * column + 3];
        }
    }
}

/// <summary>What becomes of the whole sums of a block: numbers, added to what the result begins with.</summary>
internal readonly ref struct ByteSums
{
    private readonly ref float factors, scales, start, to;
    private readonly ref int excess;
    private readonly int startStride, stride;

    /// <summary>Rows of the result.</summary>
    internal readonly int Count;

    /// <param name="factors">Of the columns.</param>
    /// <param name="excess">Of the columns: what is too much in a sum.</param>
    /// <param name="scales">Of the rows of the left side.</param>
    /// <param name="result">From the block's first number; as many rows as there are scales, <paramref name="stride"/> apart.</param>
    /// <param name="start">Of each row; empty for what stands in the result.</param>
    public ByteSums(ReadOnlySpan<float> factors, ReadOnlySpan<int> excess, ReadOnlySpan<float> scales, Span<float> result, int stride, ReadOnlySpan<float> start)
    {
        // The spans are checked here, once, for Take does not.
        this.factors = ref MemoryMarshal.GetReference(factors[..ByteProducts.Columns]);
        this.excess = ref MemoryMarshal.GetReference(excess[..ByteProducts.Columns]);
        this.scales = ref MemoryMarshal.GetReference(scales);
        (this.stride, Count) = (stride, scales.Length);
        to = ref MemoryMarshal.GetReference(result[..((Count - 1) * stride + ByteProducts.Columns)]);
        this.start = ref start.IsEmpty ? ref to : ref MemoryMarshal.GetReference(start[..ByteProducts.Columns]);
        startStride = start.IsEmpty ? stride : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int row, Vector256<int> low, Vector256<int> high)
    {
        if (row >= Count)
            return;
        float scale = Unsafe.Add(ref scales, row);
        ref float from = ref Unsafe.Add(ref start, row * startStride), into = ref Unsafe.Add(ref to, row * stride);
        low -= Vector256.LoadUnsafe(ref excess);
        high -= Vector256.LoadUnsafe(ref excess, 8);
        var first = Vector256.ConvertToSingle(low) * (Vector256.LoadUnsafe(ref factors) * scale) + Vector256.LoadUnsafe(ref from);
        var last = Vector256.ConvertToSingle(high) * (Vector256.LoadUnsafe(ref factors, 8) * scale) + Vector256.LoadUnsafe(ref from, 8);
        first.StoreUnsafe(ref into);
        last.StoreUnsafe(ref into, 8);
    }
}
