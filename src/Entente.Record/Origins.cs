namespace Entente.Record;

/// <summary>
/// Which articles of a view are copies of one text. Copies are one witness, however many outlets print them: they have one origin, named by
/// the one taken in first.
/// </summary>
public sealed class Origins
{
    private readonly Dictionary<string, IReadOnlyList<string>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> ofReading = [];

    /// <param name="articles">Those of the view that have copies, in the view or beyond it: id, number of the reading, number of the origin; in the order taken in.</param>
    internal Origins(IEnumerable<(string Id, int Reading, long Origin)> articles)
    {
        foreach (var group in articles.GroupBy(a => a.Origin).Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            string[] ids = [.. group.Select(a => a.Id)];
            foreach (var (id, reading, _) in group)
                (groups[id], ofReading[reading]) = (ids, group[0].Reading);
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
}
