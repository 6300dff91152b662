namespace Entente.Matching;

/// <summary>The texts of one story as they stand now.</summary>
internal sealed class StoryGroup
{
    private readonly List<StoryText> texts = [];

    public StoryGroup(IEnumerable<StoryText> texts, IEnumerable<StoryChange> changes)
    {
        Changes = [.. changes];
        foreach (var text in texts)
            Add(text);
    }

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<StoryText> Texts => texts;

    public string Id => texts[0].Articles[0].Id;

    public TermVector Sum { get; private set; } = TermVector.Empty;

    public Days Days { get; private set; } = Days.Unknown;

    public List<StoryChange> Changes { get; }

    public void Add(StoryText text)
    {
        texts.Add(text);
        text.Group = this;
        Sum = Sum.Plus(text.Vector);
        Widen(text.Days);
    }

    public void Widen(Days days) => Days = Days.With(days);
}
