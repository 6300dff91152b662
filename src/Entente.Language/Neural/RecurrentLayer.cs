using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Language.Neural;

/// <summary>
/// A simple recurrent unit (Lei et al. 2018) in both directions. What depends on a word alone is multiplied out beforehand; along the sentence
/// only element by element, so that no word waits for a product with a matrix.
/// </summary>
internal sealed class RecurrentLayer
{
    private readonly FixedMatrix projection;
    private readonly float[] gates, none;
    private readonly int width;
    private readonly bool isFirst;

    internal RecurrentLayer(ModelFile file, string name, int input, int width, bool isFirst)
    {
        gates = file.Floats($"{name}.gates");
        (this.width, this.isFirst) = (width, isFirst);
        Parts = isFirst ? 4 : 3;
        projection = new(file.Floats($"{name}.u"), input);
        none = new float[projection.Stride];
    }

    /// <summary>Vectors of a word in one direction: candidate, forget, reset, and in the first layer the highway.</summary>
    internal int Parts { get; }

    internal int ProjectedWidth => projection.Stride;

    internal void Project(FixedRows x, int count, Span<float> projected) => projection.Multiply(x, count, projected, none);

    /// <summary>Runs over one sentence.</summary>
    /// <param name="words">What the projection made of each word.</param>
    /// <param name="x">The layer's input, for the highway; not looked at by the first layer.</param>
    /// <param name="h">What comes out, a row of twice the width for each word.</param>
    internal void Run<TRows, TRow>(TRows words, int count, ReadOnlySpan<float> x, Span<float> h, Span<float> state)
        where TRows : struct, IProjectedRows<TRow>
        where TRow : struct, IProjectedRow, allows ref struct
    {
        for (int direction = 0; direction < 2; direction++)
        {
            state[..width].Clear();
            for (int t = 0; t < count; t++)
            {
                int at = direction == 0 ? t : count - 1 - t, o = at * 2 * width + direction * width;
                Step(words.Part(at, direction * width * Parts, width * Parts), isFirst ? [] : x.Slice(o, width), gates.AsSpan(direction * 4 * width, 4 * width), state[..width], h.Slice(o, width));
            }
        }
    }

    /// <summary>One word in one direction. The spans are as long as said above; the loop, in which most of the time goes, does not look again.</summary>
    private void Step<TRow>(TRow word, ReadOnlySpan<float> x, ReadOnlySpan<float> gates, Span<float> state, Span<float> h)
        where TRow : struct, IProjectedRow, allows ref struct
    {
        ref float gate = ref MemoryMarshal.GetReference(gates), c = ref MemoryMarshal.GetReference(state), to = ref MemoryMarshal.GetReference(h), way = ref MemoryMarshal.GetReference(x);
        int lanes = Vector<float>.Count;
        for (int i = 0; i < width; i += 2 * lanes)
        {
            var (candidate, forget, reset) = (word[i], word[width + i], word[2 * width + i]);
            (Vector<float> Low, Vector<float> High) highway = isFirst ? word[3 * width + i] : (Vector.LoadUnsafe(ref way, (nuint)i), Vector.LoadUnsafe(ref way, (nuint)(i + lanes)));
            Cell(candidate.Low, forget.Low, reset.Low, highway.Low, ref Unsafe.Add(ref gate, i), ref Unsafe.Add(ref c, i), ref Unsafe.Add(ref to, i));
            int next = i + lanes;
            Cell(candidate.High, forget.High, reset.High, highway.High, ref Unsafe.Add(ref gate, next), ref Unsafe.Add(ref c, next), ref Unsafe.Add(ref to, next));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Cell(Vector<float> candidate, Vector<float> forget, Vector<float> reset, Vector<float> highway, ref float gate, ref float state, ref float h)
    {
        var c = Vector.LoadUnsafe(ref state);
        forget = Activation.Sigmoid(forget + Vector.LoadUnsafe(ref gate) * c + Vector.LoadUnsafe(ref gate, (nuint)(2 * width)));
        reset = Activation.Sigmoid(reset + Vector.LoadUnsafe(ref gate, (nuint)width) * c + Vector.LoadUnsafe(ref gate, (nuint)(3 * width)));
        c = candidate + forget * (c - candidate);
        c.StoreUnsafe(ref state);
        (highway + reset * (c - highway)).StoreUnsafe(ref h);
    }
}

/// <summary>Where a layer finds what its projection made of each word of a sentence.</summary>
internal interface IProjectedRows<TRow>
    where TRow : struct, IProjectedRow, allows ref struct
{
    TRow Part(int word, int start, int length);
}

/// <summary>A part of a word's row.</summary>
internal interface IProjectedRow
{
    /// <summary>Two vectors; whoever asks stays within the part.</summary>
    (Vector<float> Low, Vector<float> High) this[int at] { get; }
}

/// <summary>Rows in a row.</summary>
/// <param name="from">The first word's place.</param>
internal readonly struct PlainRows(float[] rows, int from, int width) : IProjectedRows<PlainRow>
{
    public PlainRow Part(int word, int start, int length) => new(rows.AsSpan((from + word) * width + start, length));
}

internal readonly ref struct PlainRow(ReadOnlySpan<float> values) : IProjectedRow
{
    private readonly ref float first = ref MemoryMarshal.GetReference(values);

    public (Vector<float> Low, Vector<float> High) this[int at]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Vector.LoadUnsafe(ref first, (nuint)at), Vector.LoadUnsafe(ref first, (nuint)(at + Vector<float>.Count)));
    }
}
