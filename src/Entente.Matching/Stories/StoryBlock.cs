namespace Entente.Matching;

/// <summary>What is put together as one: a text, or a story that is too large to be taken apart again.</summary>
internal sealed class StoryBlock
{
    public StoryBlock(StoryText text)
    {
        (Texts, Sum, Days, Key) = ([text], text.Vector, text.Days, text.Key);
    }

    public StoryBlock(StoryGroup group)
    {
        (Texts, Sum, Days, Key) = (group.Texts, group.Sum, group.Days, group.Key);
        Inner = (Sum.Dot(Sum) - Texts.Count) / 2;
    }

    public IReadOnlyList<StoryText> Texts { get; }

    public TermVector Sum { get; }

    public Days Days { get; }

    public UInt128 Key { get; }

    /// <summary>The likeness of all pairs within, added up.</summary>
    public double Inner { get; }
}
