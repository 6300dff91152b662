namespace Entente.Matching;

/// <summary>The texts of one story as they stand now.</summary>
internal sealed class StoryGroup
{
    /// <summary>What few of many texts tell is dropped from the sum, so that the thousandth text costs no more than the hundredth.</summary>
    private const int MostTerms = 2_000;

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

    /// <summary>The least of its texts'.</summary>
    public UInt128 Key { get; private set; } = UInt128.MaxValue;

    public List<StoryChange> Changes { get; }

    public void Add(StoryText text)
    {
        texts.Add(text);
        text.Group = this;
        Sum = Sum.Plus(text.Vector);
        if (Sum.Terms.Length > MostTerms)
            Sum = Sum.Weightiest(MostTerms / 2);
        Key = UInt128.Min(Key, text.Key);
        Widen(text.Days);
    }

    public void Widen(Days days) => Days = Days.With(days);
}
