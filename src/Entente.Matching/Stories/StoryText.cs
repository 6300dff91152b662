namespace Entente.Matching;

/// <summary>One text, however many articles print it.</summary>
/// <param name="key">Of its content: gives an order that does not depend on which came first.</param>
internal sealed class StoryText(int number, UInt128 key, TermVector vector)
{
    private readonly List<(int Arrival, string Id)> articles = [];

    /// <summary>Order of arrival.</summary>
    public int Number => number;

    public UInt128 Key => key;

    public TermVector Vector => vector;

    public Days Days { get; private set; } = Days.Unknown;

    public IReadOnlyList<(int Arrival, string Id)> Articles => articles;

    public StoryGroup Group { get; set; } = null!;

    public void Print(int arrival, string article, Days days)
    {
        articles.Add((arrival, article));
        Days = Days.With(days);
    }
}
