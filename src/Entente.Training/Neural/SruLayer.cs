using System.Numerics;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>
/// A simple recurrent unit (Lei et al. 2018, "Simple Recurrent Units for Highly Parallelizable Recurrence"), once from left to right and once
/// from right to left. All products with matrices are done for the whole batch before; what runs along the sentence is element by element.
/// </summary>
/// <remarks>
/// For a direction of width h, a token has z, f, r (and, in the first layer, the highway part x) beside one another. Later layers take the
/// highway part from their own half of the input, which is as wide.
/// </remarks>
internal sealed class SruLayer(Parameter u, Parameter gates, int width, bool isFirst)
{
    private float[] states = [], projected = [], dProjected = [], forget = [], reset = [];

    public Linear U { get; } = new(u, null);

    /// <summary>Rows: forget weight, reset weight, forget bias, reset bias of the one direction, then of the other.</summary>
    public Weight Gates { get; } = new(gates);

    private int Parts => isFirst ? 4 : 3;

    public void Forward(float[] x, int[] starts, float[] h)
    {
        int count = starts[^1];
        Grow(count);
        U.Forward(x, count, projected);
        for (int s = 0; s + 1 < starts.Length; s++)
            for (int direction = 0; direction < 2; direction++)
                ForwardSentence(x, starts[s], starts[s + 1], direction, h);
    }

    private void Grow(int count)
    {
        int size = count * width * 2;
        if (states.Length >= size)
            return;
        (states, forget, reset) = (new float[size], new float[size], new float[size]);
        (projected, dProjected) = (new float[size * Parts], new float[size * Parts]);
    }

    private void ForwardSentence(float[] x, int first, int end, int direction, float[] h)
    {
        int stride = 2 * width, stride3 = stride * Parts, gate = direction * 4 * width;
        int step = direction == 0 ? 1 : -1, at = direction == 0 ? first : end - 1;
        for (int t = 0; t < end - first; t++, at += step)
        {
            int p = at * stride3 + direction * width * Parts, o = at * stride + direction * width, before = o - step * stride;
            for (int i = 0; i < width; i += Vector<float>.Count)
            {
                var c = t == 0 ? Vector<float>.Zero : new Vector<float>(states, before + i);
                var f = Activation.Sigmoid(new Vector<float>(projected, p + width + i) + new Vector<float>(Gates.Value, gate + i) * c + new Vector<float>(Gates.Value, gate + 2 * width + i));
                var r = Activation.Sigmoid(new Vector<float>(projected, p + 2 * width + i) + new Vector<float>(Gates.Value, gate + width + i) * c + new Vector<float>(Gates.Value, gate + 3 * width + i));
                var z = new Vector<float>(projected, p + i);
                var next = z + f * (c - z);
                var way = isFirst ? new Vector<float>(projected, p + 3 * width + i) : new Vector<float>(x, o + i);
                f.CopyTo(forget, o + i);
                r.CopyTo(reset, o + i);
                next.CopyTo(states, o + i);
                (way + r * (next - way)).CopyTo(h, o + i);
            }
        }
    }

    public void Backward(float[] x, int[] starts, float[] dh, float[]? dx)
    {
        int count = starts[^1];
        for (int s = 0; s + 1 < starts.Length; s++)
            for (int direction = 0; direction < 2; direction++)
                BackwardSentence(x, starts[s], starts[s + 1], direction, dh, dx);
        U.Backward(x, count, dProjected, dx);
    }

    private void BackwardSentence(float[] x, int first, int end, int direction, float[] dh, float[]? dx)
    {
        int stride = 2 * width, stride3 = stride * Parts, gate = direction * 4 * width, n = end - first;
        int step = direction == 0 ? 1 : -1, at = direction == 0 ? end - 1 : first;
        float[] g = Gates.Gradient;
        var carry = new float[width];
        for (int t = n - 1; t >= 0; t--, at -= step)
        {
            int p = at * stride3 + direction * width * Parts, o = at * stride + direction * width, before = o - step * stride;
            for (int i = 0; i < width; i += Vector<float>.Count)
            {
                var c0 = t == 0 ? Vector<float>.Zero : new Vector<float>(states, before + i);
                var (f, r, c, d) = (new Vector<float>(forget, o + i), new Vector<float>(reset, o + i), new Vector<float>(states, o + i), new Vector<float>(dh, o + i));
                var z = new Vector<float>(projected, p + i);
                var way = isFirst ? new Vector<float>(projected, p + 3 * width + i) : new Vector<float>(x, o + i);
                var dr = d * (c - way) * r * (Vector<float>.One - r);
                var dc = d * r + new Vector<float>(carry, i);
                var dWay = d * (Vector<float>.One - r);
                var df = dc * (c0 - z) * f * (Vector<float>.One - f);
                (dc * (Vector<float>.One - f)).CopyTo(dProjected, p + i);
                df.CopyTo(dProjected, p + width + i);
                dr.CopyTo(dProjected, p + 2 * width + i);
                if (isFirst)
                    dWay.CopyTo(dProjected, p + 3 * width + i);
                else if (dx is not null)
                    (new Vector<float>(dx, o + i) + dWay).CopyTo(dx, o + i);
                (dc * f + df * new Vector<float>(Gates.Value, gate + i) + dr * new Vector<float>(Gates.Value, gate + width + i)).CopyTo(carry, i);
                (new Vector<float>(g, gate + i) + df * c0).CopyTo(g, gate + i);
                (new Vector<float>(g, gate + width + i) + dr * c0).CopyTo(g, gate + width + i);
                (new Vector<float>(g, gate + 2 * width + i) + df).CopyTo(g, gate + 2 * width + i);
                (new Vector<float>(g, gate + 3 * width + i) + dr).CopyTo(g, gate + 3 * width + i);
            }
        }
    }
}
