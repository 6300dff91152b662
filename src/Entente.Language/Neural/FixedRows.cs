using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// Rows of numbers, and the same in fixed point for <see cref="FixedMatrix"/>: bytes with a factor a row, so that the greatest of a row is the
/// greatest there is. Products want them without a sign, so that zero lies in the middle of a byte.
/// </summary>
public sealed class FixedRows
{
    /// <summary>What stands for zero in <see cref="Rounded"/>.</summary>
    internal const int Zero = 128;

    private const int GreatestWhole = byte.MaxValue - Zero, Lanes = 16;

    private readonly byte[] rounded;
    private readonly float[] scales;

    /// <param name="most">Rows there is room for.</param>
    /// <param name="width">A multiple of 16.</param>
    public FixedRows(int most, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width % Lanes, 0);
        Width = width;
        Values = new float[most * width];
        // Products take rows by the four; what stands in those beyond the last is never looked at.
        rounded = new byte[(most + FixedMatrix.RowsAtOnce) * width];
        scales = new float[most + FixedMatrix.RowsAtOnce];
    }

    public int Width { get; }

    public float[] Values { get; }

    public Span<float> this[int row] => Values.AsSpan(row * Width, Width);

    internal ReadOnlySpan<byte> Rounded => rounded;

    internal ReadOnlySpan<float> Scales => scales;

    /// <summary>Rounds the first rows; to be called when their values are complete.</summary>
    public void Round(int count)
    {
        for (int row = 0; row < count; row++)
        {
            float most = Most(this[row]);
            scales[row] = most / GreatestWhole;
            Round(this[row], most == 0 ? 0 : GreatestWhole / most, rounded.AsSpan(row * Width, Width));
        }
    }

    private static float Most(ReadOnlySpan<float> row)
    {
        ref float source = ref MemoryMarshal.GetReference(row);
        Vector256<float> low = default, high = default;
        for (nuint i = 0; i < (nuint)row.Length; i += Lanes)
        {
            low = Vector256.Max(low, Vector256.Abs(Vector256.LoadUnsafe(ref source, i)));
            high = Vector256.Max(high, Vector256.Abs(Vector256.LoadUnsafe(ref source, i + Lanes / 2)));
        }
        return Greatest.Most(Vector256.Max(low, high));
    }

    private static void Round(ReadOnlySpan<float> from, float factor, Span<byte> to)
    {
        ref float source = ref MemoryMarshal.GetReference(from);
        ref byte target = ref MemoryMarshal.GetReference(to);
        var middle = Vector256.Create((float)Zero);
        for (nuint i = 0; i < (nuint)from.Length; i += Lanes)
        {
            // All lie within a byte, where the processors' own conversions agree.
            var low = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref source, i) * factor + middle));
            var high = Vector256.ConvertToInt32Native(Vector256.Round(Vector256.LoadUnsafe(ref source, i + Lanes / 2) * factor + middle));
            var both = Vector256.Narrow(low, high).AsUInt16();
            Vector128.Narrow(both.GetLower(), both.GetUpper()).StoreUnsafe(ref target, i);
        }
    }
}
