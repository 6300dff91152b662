namespace Entente.Record;

/// <summary>What Matching found of one article: its fingerprint, and those taken in before it that are copies of the same text.</summary>
public sealed record ArticleMatch(string ArticleId, byte[] Fingerprint, IReadOnlyList<string> CopiesOf);

/// <summary>
/// Which articles of a view are copies of one text. Copies are one witness, however many outlets print them: they have one origin, named by
/// the one taken in first.
/// </summary>
public sealed class Origins
{
    private readonly Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> ofReading = [];

    /// <param name="articles">Those of the view that have copies anywhere, with the number of their reading, in the order taken in.</param>
    /// <param name="copies">Pairs of copies; those with an article outside the view do not count.</param>
    internal Origins(IEnumerable<(string Id, int Reading)> articles, IEnumerable<(string A, string B)> copies)
    {
        var taken = articles.Select((a, order) => (a.Id, a.Reading, Order: order)).ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (string id in taken.Keys)
            groups[id] = [id];
        foreach (var (a, b) in copies)
            if (groups.TryGetValue(a, out var x) && groups.TryGetValue(b, out var y) && x != y)
                Join(x, y);
        foreach (string id in groups.Where(g => g.Value.Count == 1).Select(g => g.Key).ToList())
            groups.Remove(id);
        foreach (var group in groups.Values.Distinct())
        {
            group.Sort((a, b) => taken[a].Order.CompareTo(taken[b].Order));
            foreach (string id in group)
                ofReading[taken[id].Reading] = taken[group[0]].Reading;
        }
    }

    public bool IsEmpty => groups.Count == 0;

    /// <summary>Copies of one text, by origin; articles without copies are not among them.</summary>
    public IEnumerable<IReadOnlyList<string>> Groups => groups.Values.Distinct();

    /// <summary>The article that stands for its origin: itself where it has no copies.</summary>
    public string Of(string articleId) => groups.TryGetValue(articleId, out var group) ? group[0] : articleId;

    /// <summary>The same for the number of a reading; null for an article without copies.</summary>
    public int? Of(int reading) => ofReading.TryGetValue(reading, out int origin) ? origin : null;

    /// <summary>The article and its copies, the one taken in first at the head.</summary>
    public IReadOnlyList<string> CopiesOf(string articleId) => groups.TryGetValue(articleId, out var group) ? group : [articleId];

    /// <summary>How many independent witnesses these articles are.</summary>
    public int Count(IEnumerable<string> articleIds) => articleIds.Select(Of).Distinct(StringComparer.Ordinal).Count();

    private void Join(List<string> x, List<string> y)
    {
        var (larger, smaller) = x.Count >= y.Count ? (x, y) : (y, x);
        larger.AddRange(smaller);
        foreach (string id in smaller)
            groups[id] = larger;
    }
}
