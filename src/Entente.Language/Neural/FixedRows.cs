using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// Rows of numbers, and the same in fixed point for <see cref="FixedMatrix"/>: whole numbers of 13 bits at most, with a factor a row, so that
/// the greatest of a row is the greatest there is.
/// </summary>
public sealed class FixedRows
{
    private const int Lanes = 16;

    private readonly short[] rounded;
    private readonly float[] scales;
    private readonly float greatest;

    /// <param name="most">Rows there is room for.</param>
    /// <param name="width">A multiple of 16.</param>
    public FixedRows(int most, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % Lanes, 0);
        Width = width;
        greatest = FixedMatrix.GreatestLeft(width);
        Values = new float[most * width];
        // Products take rows by the eight; what stands in those beyond the last is never looked at.
        rounded = new short[(most + FixedMatrix.RowsAtOnce) * width];
        scales = new float[most + FixedMatrix.RowsAtOnce];
    }

    public int Width { get; }

    public float[] Values { get; }

    public Span<float> this[int row] => Values.AsSpan(row * Width, Width);

    internal ReadOnlySpan<short> Rounded => rounded;

    internal ReadOnlySpan<float> Scales => scales;

    /// <summary>Rounds the first rows; to be called when their values are complete.</summary>
    public void Round(int count)
    {
        for (int row = 0; row < count; row++)
        {
            float most = Math.Abs(TensorPrimitives.MaxMagnitude<float>(this[row]));
            scales[row] = most / greatest;
            Round(this[row], most == 0 ? 0 : greatest / most, rounded.AsSpan(row * Width, Width));
        }
    }

    /// <param name="from">As many as a multiple of 16.</param>
    internal static void Round(ReadOnlySpan<float> from, float factor, Span<short> to)
    {
        ref float source = ref MemoryMarshal.GetReference(from);
        ref short target = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)from.Length; i += Lanes)
        {
            var low = Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(ref source, i) * factor));
            var high = Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(ref source, i + Lanes / 2) * factor));
            Vector256.Narrow(low, high).StoreUnsafe(ref target, i);
        }
    }
}
