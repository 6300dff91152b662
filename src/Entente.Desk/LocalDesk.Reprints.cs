using Entente.Intake;
using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>What is kept of an article while its copies are sought.</summary>
public sealed class ReprintedArticle
{
    internal ReprintedArticle(Article article) => (Name, Copy) = (article.Name, Copy.Of(article));

    /// <summary>Its own id, or its file's name.</summary>
    public string Name { get; }

    public When? Published => Copy.Published;

    internal Copy Copy { get; }
}

/// <summary>A copy beside the article of its group that seems to be the first.</summary>
/// <param name="FromFirst">Of its words, those in passages that the first has too.</param>
/// <param name="OfFirst">Of the words of the first, those that it has too.</param>
/// <param name="Why">Why the other seems to be the first, in words.</param>
public sealed record ReprintOfFirst(ReprintedArticle Article, double FromFirst, double OfFirst, string Why);

/// <summary>Articles that are one underlying copy, in the order of the input.</summary>
public sealed record ReprintGroup(IReadOnlyList<ReprintedArticle> Articles)
{
    /// <summary>The one that seems to be the first, and what each of the others has of it.</summary>
    public (ReprintedArticle First, IReadOnlyList<ReprintOfFirst> Others) Told()
    {
        var first = Articles.Aggregate((a, b) => a.Copy.OlderThan(b.Copy).IsOlder ? a : b);
        return (first, [.. Articles.Where(a => a != first).Select(a => Compare(first, a))]);
    }

    private static string Words(OlderBy by) => by switch
    {
        OlderBy.Published => "published earlier",
        OlderBy.Wire => "credited by others",
        OlderBy.Length => "the longest, and nothing else tells",
        _ => "the first given, and nothing tells",
    };

    private static ReprintOfFirst Compare(ReprintedArticle first, ReprintedArticle other)
    {
        var derivation = Derivation.Between(first.Copy, other.Copy);
        return new(other, derivation.OthersShare, derivation.Share, Words(derivation.By));
    }
}

public sealed partial class LocalDesk
{
    /// <summary>
    /// Groups articles by underlying copy; no claim is read and nothing is stored. The texts are taken as they came, not cleaned: lines of the
    /// house around a story hardly matter to the finding, and the groups do not change with the tables of cleaning. Of each text only its
    /// fingerprint is kept.
    /// </summary>
    public static IReadOnlyList<ReprintGroup> Reprints(IReadOnlyList<string> paths, Stream input, Action<Fault> setAside)
    {
        var asTheyCame = new ArticleFeed(null);
        var index = new ReprintIndex();
        var articles = new List<ReprintedArticle>();
        foreach (string path in paths)
            foreach (var taken in Open(path, input, asTheyCame, out _))
                if (taken.Article is { } article)
                {
                    articles.Add(new(article));
                    index.Add(articles[^1].Copy.Text);
                }
                else if (taken.SetAside is { } fault)
                    setAside(fault);
        return [.. index.Groups().Select(g => new ReprintGroup([.. g.Select(i => articles[i])]))];
    }
}
