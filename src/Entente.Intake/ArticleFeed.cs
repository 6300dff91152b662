using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Files and streams of any kind to clean articles. Nothing throws for bad input: it comes out as set aside, with the reason, and the rest
/// goes on.
/// </summary>
/// <param name="cleaner">Null leaves each text as it came, letter by letter.</param>
public sealed class ArticleFeed(TextCleaner? cleaner)
{
    private readonly Opening opening = new();

    /// <summary>The files of a folder that are articles by their ending, in ordinal order, and how many others were left alone.</summary>
    public static (IReadOnlyList<string> Files, int LeftAlone) FilesIn(string folder)
    {
        var all = FilePattern.FilesBelow(folder).ToList();
        var files = all.Where(f => ParcelKinds.IsArticle(Ending(f))).Order(StringComparer.Ordinal).ToList();
        return (files, all.Count - files.Count);
    }

    /// <summary>The files that a pattern with <c>*</c>, <c>?</c> or <c>**</c> names, in ordinal order; none for a path that is no pattern.</summary>
    public static IReadOnlyList<string> FilesLike(string pattern) => FilePattern.IsPattern(pattern) ? FilePattern.Expand(pattern) : [];

    public IEnumerable<Taken> ReadFile(string path)
    {
        try
        {
            return Read(new Parcel(path, Path.GetFileNameWithoutExtension(path), File.OpenRead(path)) { Ending = Ending(path) });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Taken.Aside(Faults.Unreadable(path, e.Message))];
        }
    }

    /// <summary>Standard input: what it is, is told by how it begins.</summary>
    public IEnumerable<Taken> ReadInput(Stream stream) => Read(new Parcel("standard input", "stdin", stream));

    /// <summary>What an outlet sent for an item of its feed.</summary>
    public IEnumerable<Taken> ReadFetched(FetchedPage page) => Read(new Parcel(page.Place, page.Place, new MemoryStream(page.Content.ToArray()))
    {
        MediaType = page.MediaType,
        Charset = page.Charset,
        Url = page.Place,
        Fetched = page.Fetched,
        Item = page.Item,
    });

    /// <summary>An item that holds its story.</summary>
    public Taken ReadItem(string place, FeedItem item) => Clean(Taken.From(place, item.ToArticle()));

    private IEnumerable<Taken> Read(Parcel parcel)
    {
        using (parcel.Content)
            foreach (var taken in Guarding.Guarded(() => opening.Open(parcel), e => Foreseen(e, parcel.Place)))
                yield return Clean(taken.Article is { } article && parcel.Item is { } item ? taken with { Article = item.Complete(article) } : taken);
    }

    /// <summary>A disk or a pipe may fail in the middle, and an input may turn out to be made to fill memory.</summary>
    private static Fault? Foreseen(Exception e, string place) => e switch
    {
        RefusedException refused => refused.Fault,
        IOException or UnauthorizedAccessException => Faults.Unreadable(place, e.Message),
        _ => null,
    };

    private Taken Clean(Taken taken)
    {
        if (taken.Article is null || cleaner is null)
            return taken;
        var (article, removed) = cleaner.Clean(taken.Article, taken.Bylines);
        return article.Text.Length == 0 ? Taken.Aside(Faults.EmptyInput(taken.Place)) : taken with { Article = article, Removed = [.. taken.Removed, .. removed] };
    }

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
