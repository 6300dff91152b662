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
    public IEnumerable<TakenArticle> Articles(IReadOnlyList<string> paths, Stream input) =>
        from path in paths
        from taken in Open(path, input, feed.Value, out _)
        select new TakenArticle(taken.Place, taken.Article, taken.SetAside, [.. taken.Removed.Select(r => (r.Text, r.Why))]);
}
