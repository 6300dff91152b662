using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Files and streams of any kind to clean articles. Nothing throws for bad input: it comes out as set aside, with the reason, and the rest
/// goes on.
/// </summary>
/// <param name="cleaner">Null leaves each text as it came, letter by letter.</param>
/// <param name="languages">Null leaves each language as its sender stated it.</param>
public sealed class ArticleFeed(TextCleaner? cleaner, LanguageTeller? languages = null)
{
    private readonly Opening opening = new();

    /// <summary>The files of a folder that are articles by their ending, in ordinal order, and how many others were left alone.</summary>
    public static (IReadOnlyList<string> Files, int LeftAlone) FilesIn(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).ToList();
        var files = all.Where(f => ParcelKinds.IsArticle(Ending(f))).Order(StringComparer.Ordinal).ToList();
        return (files, all.Count - files.Count);
    }

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

    private IEnumerable<Taken> Read(Parcel parcel)
    {
        using (parcel.Content)
            foreach (var taken in Guarded(parcel))
                yield return WithLanguage(Clean(taken));
    }

    /// <summary>A disk or a pipe may fail in the middle: what came before stays taken, and the fault is told.</summary>
    private IEnumerable<Taken> Guarded(Parcel parcel)
    {
        IEnumerator<Taken>? all = null;
        bool failed = false;
        while (!failed)
        {
            Taken next;
            try
            {
                all ??= opening.Open(parcel).GetEnumerator();
                if (!all.MoveNext())
                    break;
                next = all.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                next = Taken.Aside(Faults.Unreadable(parcel.Place, e.Message));
                failed = true;
            }
            yield return next;
        }
        all?.Dispose();
    }

    private Taken Clean(Taken taken)
    {
        if (taken.Article is null || cleaner is null)
            return taken;
        var (article, removed) = cleaner.Clean(taken.Article);
        return article.Text.Length == 0 ? Taken.Aside(Faults.EmptyInput(taken.Place)) : taken with { Article = article, Removed = [.. taken.Removed, .. removed] };
    }

    /// <summary>Senders state a language by habit, so that the text is believed first.</summary>
    private Taken WithLanguage(Taken taken) => taken.Article is { } article && languages is not null
        ? taken with { Article = article with { Language = languages.Of(article.Text) ?? article.Language?.Split('-', '_')[0] } }
        : taken;

    private static string Ending(string path) => Path.GetExtension(path).ToLowerInvariant();
}
