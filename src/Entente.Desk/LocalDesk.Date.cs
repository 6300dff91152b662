using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>An article, the date that was stated with it, and when its own text says that it was written.</summary>
/// <param name="Stated">By its metadata; null where it has none.</param>
public sealed record DatedArticle(Article Article, When? Stated, ArticleDate Date)
{
    /// <summary>Whether the stated date lies in the period that the text tells; null where one of the two is missing.</summary>
    public bool? Agrees => Stated is { } stated && Date.When is { } told ? told.Overlaps(stated) : null;

    public string WordsOf(DateWitness witness) => witness.Span.In(Article.Text);
}

public sealed partial class LocalDesk
{
    /// <summary>
    /// When each article was written as its own text tells, whatever date is stated with it. The text is cleaned as for reading, so that the
    /// proof is the one that reading goes by. Articles that cannot be read are set aside and the rest goes on.
    /// </summary>
    public IEnumerable<DatedArticle> Date(IReadOnlyList<string> paths, Stream input, When? published, Action<Fault> setAside)
    {
        foreach (string path in paths)
            foreach (var taken in Open(path, input, feed.Value, out _))
                if (taken.Article is { } article)
                    yield return new(article, published ?? article.Published, Reader.DateOf(article));
                else if (taken.SetAside is { } fault)
                    setAside(fault);
    }
}
