using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>
/// Reads many articles at once so that one which the reader cannot cope with costs itself and not the run: that is a fault of the reader, is
/// told with the article's name, and the article is set aside.
/// </summary>
internal static class CarefulReading
{
    /// <param name="workers">Articles read at once.</param>
    /// <returns>The readings in the order of the articles, and a fault for each that has none.</returns>
    public static (IReadOnlyList<ArticleReading> Readings, IReadOnlyList<Fault> SetAside) Read(IReadOnlyList<Article> articles, Func<Article, ArticleReading> read, int workers)
    {
        var outcomes = new (ArticleReading? Reading, Fault? Fault)[articles.Count];
        if (workers <= 1)
            for (int i = 0; i < outcomes.Length; i++)
                outcomes[i] = Read(articles[i], read);
        else
            Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, i => outcomes[i] = Read(articles[i], read));
        return ([.. outcomes.Select(o => o.Reading).OfType<ArticleReading>()], [.. outcomes.Select(o => o.Fault).OfType<Fault>()]);
    }

    private static (ArticleReading? Reading, Fault? Fault) Read(Article article, Func<Article, ArticleReading> read)
    {
        try
        {
            return (read(article), null);
        }
        // Whatever it is, it is a mistake of ours in a text that nobody foresaw; memory that runs out is another matter.
        catch (Exception e) when (e is not (OutOfMemoryException or EntenteException))
        {
            return (null, Faults.ReaderFailed(article.Name, $"{e.GetType().Name}: {e.Message}"));
        }
    }
}
