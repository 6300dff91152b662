namespace Entente.Matching;

/// <summary>
/// Whether a text holds together. A story names its people and places from beginning to end; a round-up drops them at each seam. That tells
/// the story from which a third was cut from the round-up that used the same third, though both contain it.
/// </summary>
internal sealed class Cohesion
{
    /// <summary>A word in more than one text of so many is no rare one …</summary>
    private const int RareIn = 10;

    /// <summary>… unless so few hold it: among a handful of texts nothing is rare.</summary>
    private const int Few = 4;

    /// <summary>A seam is sought in the middle three fifths: nearer to an end, one piece is too short to repeat anything.</summary>
    private const int End = 5;

    private const int Words = 1 << 16;

    /// <summary>By word: texts that hold it.</summary>
    private readonly int[] texts = new int[Words];
    private readonly int[] seen = new int[Words];
    private readonly int[] last = new int[Words];
    private int stamp, count;

    /// <summary>By place in a text: the rare words that begin to be used there, and those used for the last time just before.</summary>
    private double[] begun = [], ended = [];

    public void Add(ReadOnlySpan<ushort> text)
    {
        stamp++;
        count++;
        foreach (ushort word in text)
            if (seen[word] != stamp)
            {
                seen[word] = stamp;
                texts[word]++;
            }
    }

    /// <summary>At the weakest seam: of the rare words on the side that has fewer, the share that stands on the other side too, the rarer counting more.</summary>
    public double Of(ReadOnlySpan<ushort> text)
    {
        CountUses(text);
        double left = 0, right = Sum(ended.AsSpan(0, text.Length + 1)), both = 0, weakest = 1;
        for (int i = 0; i < text.Length * (End - 1) / End; i++)
        {
            left += begun[i];
            right -= ended[i];
            both += begun[i] - ended[i];
            if (i > text.Length / End)
                weakest = Math.Min(weakest, both / Math.Max(1, Math.Min(left, right)));
        }
        return weakest;
    }

    private void CountUses(ReadOnlySpan<ushort> text)
    {
        if (begun.Length <= text.Length)
            (begun, ended) = (new double[text.Length * 2], new double[text.Length * 2]);
        begun.AsSpan(0, text.Length + 1).Clear();
        ended.AsSpan(0, text.Length + 1).Clear();
        stamp++;
        for (int i = 0; i < text.Length; i++)
        {
            double surprise = Surprise(text[i]);
            if (seen[text[i]] != stamp)
                begun[i + 1] += surprise;
            else
                ended[last[text[i]] + 1] -= surprise;
            ended[i + 1] += surprise;
            seen[text[i]] = stamp;
            last[text[i]] = i;
        }
    }

    private static double Sum(ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
            sum += part;
        return sum;
    }

    private double Surprise(ushort word) => texts[word] <= Math.Max(Few, count / RareIn) ? Math.Max(0, -Math.Log((texts[word] + 0.5) / (count + 1))) : 0;
}
