namespace Entente.Matching;

/// <summary>What a text shares with one that came before it.</summary>
public sealed class ReprintMatch
{
    private readonly Fingerprint text, other;
    private IReadOnlyList<SharedPassage>? passages;

    internal ReprintMatch(Link link, Fingerprint text, Fingerprint other)
    {
        (this.text, this.other) = (text, other);
        (Other, Share, OthersShare) = (link.Other, (double)link.Covered / text.WordCount, (double)link.OtherCovered / other.WordCount);
    }

    /// <summary>The number of the other text: texts are numbered from 0 as they are added.</summary>
    public int Other { get; }

    /// <summary>Of this text's words, those inside shared passages.</summary>
    public double Share { get; }

    public double OthersShare { get; }

    /// <summary>The evidence, in the order of this text; sought when asked for.</summary>
    public IReadOnlyList<SharedPassage> Passages => passages ??= SharedPassage.Between(text, other).Passages;
}
