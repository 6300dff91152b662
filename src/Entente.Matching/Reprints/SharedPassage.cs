using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>A passage that two texts share, but for a few words.</summary>
/// <param name="Span">Where it stands in the text, in UTF-16 code units.</param>
/// <param name="OthersSpan">Where it stands in the other text.</param>
/// <param name="SameWords">How many of its words are the same in both.</param>
public sealed record SharedPassage(TextSpan Span, TextSpan OthersSpan, int SameWords)
{
    /// <summary>All passages of two texts, in the order of the first, and how many words of each stand in them.</summary>
    internal static (IReadOnlyList<SharedPassage> Passages, Alignment Found) Between(Fingerprint text, Fingerprint other)
    {
        var found = new Alignment();
        new Aligner().Compare(text.Words, other.Words, found);
        if (found.Blocks.Count == 0)
            return ([], found);
        var spans = text.SpansOf([.. found.Blocks.Select(b => (b.First, b.End))]);
        var others = other.SpansOf([.. found.Blocks.Select(b => (b.OtherFirst, b.OtherEnd))]);
        return ([.. found.Blocks.Select((b, i) => new SharedPassage(spans[i], others[i], b.Words))], found);
    }
}
