using System.Numerics.Tensors;

namespace Entente.Language.Neural;

/// <summary>How far a head is from its dependent and on which side, in buckets.</summary>
public static class ArcDistance
{
    /// <summary>Arcs longer than this are one bucket a side.</summary>
    private const int Farthest = 12;

    /// <summary>The root has bucket 0.</summary>
    public const int Buckets = 2 * Farthest + 2;

    /// <param name="head">-1 for the root.</param>
    public static int Bucket(int dependent, int head) => head < 0 ? 0 : Math.Clamp(head - dependent, -Farthest, Farthest) + Farthest + 1;

    /// <summary>Adds the learnt leaning of each bucket to the scores of a sentence; no word is its own head.</summary>
    /// <param name="scores">Row i: the root, then each word as head of word i.</param>
    public static void Add(ReadOnlySpan<float> leaning, Span<float> scores, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var row = scores.Slice(i * (count + 1), count + 1);
            row[0] += leaning[0];
            row = row[1..];
            // The near words one by one, those beyond on either side alike.
            int near = Math.Max(0, i - Farthest + 1), far = Math.Min(count, i + Farthest);
            TensorPrimitives.Add(row[..near], leaning[1], row[..near]);
            TensorPrimitives.Add(row[near..far], leaning.Slice(Bucket(i, near), far - near), row[near..far]);
            TensorPrimitives.Add(row[far..], leaning[^1], row[far..]);
            row[i] = float.NegativeInfinity;
        }
    }
}
