namespace Entente.Training;

/// <param name="All">Over the classes that the set annotates evenly enough to be measured on it.</param>
/// <param name="ByClass">Every class that occurs, those too that <paramref name="All"/> leaves out.</param>
public sealed record NameScore(FScore All, IReadOnlyDictionary<NameClass, FScore> ByClass);

/// <summary>
/// Names as CoNLL-2003 scores them: a name is right if its first and last token and its class are gold's. A name of the system that touches
/// a token which does not count (see <see cref="NameSentence"/>) is neither right nor wrong, unless it is gold's.
/// </summary>
public sealed class NameScorer(NameScheme scheme)
{
    private readonly Dictionary<NameClass, FScore> byClass = [];

    public NameScore Score => new(byClass.Where(c => scheme.Scored.Contains(c.Key)).Aggregate(default(FScore), (sum, c) => sum + c.Value), byClass);

    public void Add(NameSentence gold, IReadOnlyList<NameSpan> system)
    {
        var wanted = gold.Names.Select(KeyOf).ToHashSet();
        foreach (var name in gold.Names)
            Count(name.Kind.ClassOf(), new(1, 0, 0));
        foreach (var name in system)
        {
            bool isRight = wanted.Contains(KeyOf(name));
            if (isRight || IsTold(gold, name))
                Count(name.Kind.ClassOf(), new(0, 1, isRight ? 1 : 0));
        }
    }

    private static (int, int, NameClass) KeyOf(NameSpan name) => (name.First, name.End, name.Kind.ClassOf());

    private static bool IsTold(NameSentence gold, NameSpan name)
    {
        for (int i = name.First; i < name.End; i++)
            if (!gold.Counts[i])
                return false;
        return true;
    }

    private void Count(NameClass kind, FScore more) => byClass[kind] = byClass.GetValueOrDefault(kind) + more;
}
