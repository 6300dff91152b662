using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>What intake took from one input, and what it left out.</summary>
/// <param name="Article">Null where the input was set aside.</param>
/// <param name="SetAside">Null where an article was taken.</param>
/// <param name="Removed">What stood around the story, and why it is no part of it.</param>
public sealed record TakenArticle(string Place, Article? Article, Fault? SetAside, IReadOnlyList<(string Text, string Why)> Removed);

public sealed partial class LocalDesk
{
    /// <summary>What is taken from each input as it would be for reading; nothing is read or stored.</summary>
    /// <param name="leftAlone">Told of an archive what in it is no article: where, why, how many.</param>
    public IEnumerable<TakenArticle> Articles(IReadOnlyList<string> paths, Stream input, Action<string, string, int> leftAlone)
    {
        foreach (string path in paths)
            foreach (var taken in Open(path, input, feed.Value, out _))
                if (taken.LeftAlone is { } left)
                    leftAlone(taken.Place, left.Why, left.Count);
                else
                    yield return new(taken.Place, taken.Article, taken.SetAside, [.. taken.Removed.Select(r => (r.Text, r.Why))]);
    }
}
