using Entente.Language;

namespace Entente.Reading;

/// <summary>Rules by the first word of their triggers, so that each token tries only the few that may begin there, in table order.</summary>
public sealed class TriggerIndex<T>
{
    private readonly Dictionary<string, List<(int Order, T Item)>> byFirstWord = new(StringComparer.Ordinal);
    private readonly List<(int Order, T Item)> anywhere = [];
    private readonly Func<T, Trigger> trigger;

    public TriggerIndex(IReadOnlyList<T> items, Func<T, Trigger> trigger)
    {
        Items = items;
        this.trigger = trigger;
        for (int order = 0; order < items.Count; order++)
        {
            if (trigger(items[order]).FirstWords() is not { } words)
            {
                anywhere.Add((order, items[order]));
                continue;
            }
            foreach (string word in words)
            {
                if (!byFirstWord.TryGetValue(word, out var list))
                    byFirstWord[word] = list = [];
                list.Add((order, items[order]));
            }
        }
    }

    public IReadOnlyList<T> Items { get; }

    /// <summary>What may begin with this word, in the order of the table, for who has a cheaper question to ask before he tries the trigger.</summary>
    public IEnumerable<T> BeginningWith(string norm) => byFirstWord.TryGetValue(norm, out var list) ? list.Select(c => c.Item) : [];

    /// <summary>All matches that begin at a token, in the order of the table.</summary>
    public IEnumerable<(T Item, TriggerMatch Match)> At(IReadOnlyList<Token> tokens, int at, int end)
    {
        IEnumerable<(int Order, T Item)> candidates = byFirstWord.TryGetValue(tokens[at].Norm, out var list)
            ? anywhere.Count == 0 ? list : list.Concat(anywhere).OrderBy(c => c.Order)
            : anywhere;
        foreach (var (_, item) in candidates)
            if (trigger(item).TryMatch(tokens, at, end, out var match))
                yield return (item, match);
    }

    public IEnumerable<(T Item, TriggerMatch Match)> In(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (int i = first; i < end; i++)
            foreach (var found in At(tokens, i, end))
                yield return found;
    }
}
