using System.Numerics;

namespace Entente.Language.Neural;

/// <summary>
/// A simple recurrent unit (Lei et al. 2018) in both directions. What depends on a word alone is multiplied out beforehand; along the sentence
/// only element by element, so that no word waits for a product with a matrix.
/// </summary>
internal sealed class RecurrentLayer
{
    private readonly FixedMatrix projection;
    private readonly float[] gates;
    private readonly int width;
    private readonly bool isFirst;

    internal RecurrentLayer(ModelFile file, string name, int input, int width, bool isFirst)
    {
        gates = file.Floats($"{name}.gates");
        (this.width, this.isFirst) = (width, isFirst);
        Parts = isFirst ? 4 : 3;
        projection = new(file.Floats($"{name}.u"), input);
    }

    /// <summary>Vectors of a word in one direction: candidate, forget, reset, and in the first layer the highway.</summary>
    internal int Parts { get; }

    internal int ProjectedWidth => projection.Columns;

    internal void Project(FixedRows x, int count, Span<float> projected) => projection.Multiply(x, count, projected, []);

    /// <summary>Runs over one sentence.</summary>
    /// <param name="words">What the projection made of each word.</param>
    /// <param name="x">The layer's input, for the highway; not looked at by the first layer.</param>
    /// <param name="h">What comes out, a row of twice the width for each word.</param>
    internal void Run<TRows>(TRows words, int count, ReadOnlySpan<float> x, Span<float> h, Span<float> state)
        where TRows : struct, IProjectedRows
    {
        Run(words, count, x, h, state, 0);
        Run(words, count, x, h, state, 1);
    }

    private void Run<TRows>(TRows words, int count, ReadOnlySpan<float> x, Span<float> h, Span<float> state, int direction)
        where TRows : struct, IProjectedRows
    {
        int lanes = Vector<float>.Count, step = direction == 0 ? 1 : -1;
        var gate = gates.AsSpan(direction * 4 * width, 4 * width);
        state = state[..width];
        state.Clear();
        for (int t = 0, at = direction == 0 ? 0 : count - 1; t < count; t++, at += step)
        {
            var word = words.Row(at, direction * width * Parts, width * Parts);
            int o = at * 2 * width + direction * width;
            var way = isFirst ? word[(3 * width)..] : x.Slice(o, width);
            var to = h.Slice(o, width);
            for (int i = 0; i < width; i += lanes)
            {
                var c = new Vector<float>(state[i..]);
                var forget = Activation.Sigmoid(new Vector<float>(word[(width + i)..]) + new Vector<float>(gate[i..]) * c + new Vector<float>(gate[(2 * width + i)..]));
                var reset = Activation.Sigmoid(new Vector<float>(word[(2 * width + i)..]) + new Vector<float>(gate[(width + i)..]) * c + new Vector<float>(gate[(3 * width + i)..]));
                var candidate = new Vector<float>(word[i..]);
                c = candidate + forget * (c - candidate);
                c.CopyTo(state[i..]);
                var highway = new Vector<float>(way[i..]);
                (highway + reset * (c - highway)).CopyTo(to[i..]);
            }
        }
    }
}

/// <summary>Where a layer finds what its projection made of each word of a sentence.</summary>
internal interface IProjectedRows
{
    /// <summary>A part of a word's row; it stands until the next is asked for.</summary>
    ReadOnlySpan<float> Row(int word, int from, int length);
}

/// <summary>Rows in a row.</summary>
/// <param name="from">The first word's place.</param>
internal readonly struct PlainRows(float[] rows, int from, int width) : IProjectedRows
{
    public ReadOnlySpan<float> Row(int word, int start, int length) => rows.AsSpan((from + word) * width + start, length);
}
