using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>
/// Rows that are kept for long, in 16 bits and with a factor a row: half the memory, and so half the time to fetch one that the processor's
/// cache has lost, which is most of what it costs.
/// </summary>
internal sealed class KeptRows(int count, int width)
{
    private readonly short[] values = new short[count * width];
    private readonly float[] scales = new float[count];
    private readonly float[] opened = new float[width];

    public void Put(int row, ReadOnlySpan<float> from)
    {
        float most = Math.Abs(TensorPrimitives.MaxMagnitude(from));
        scales[row] = most / short.MaxValue;
        FixedRows.Round(from, most == 0 ? 0 : short.MaxValue / most, values.AsSpan(row * width, width));
    }

    private ReadOnlySpan<float> Open(int row, int from, int length)
    {
        ref short source = ref MemoryMarshal.GetReference(values.AsSpan(row * width + from, length));
        ref float target = ref MemoryMarshal.GetReference(opened.AsSpan(0, length));
        var scale = Vector256.Create(scales[row]);
        for (nuint i = 0; i < (nuint)length; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref source, i));
            (Vector256.ConvertToSingle(low) * scale).StoreUnsafe(ref target, i);
            (Vector256.ConvertToSingle(high) * scale).StoreUnsafe(ref target, i + 8);
        }
        return opened.AsSpan(0, length);
    }

    /// <summary>Some of the rows, in any order.</summary>
    internal readonly struct Selection(KeptRows rows, int[] chosen, int from) : IProjectedRows
    {
        public ReadOnlySpan<float> Row(int word, int start, int length) => rows.Open(chosen[from + word], start, length);
    }
}
