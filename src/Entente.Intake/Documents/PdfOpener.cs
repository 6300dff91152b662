using Entente.Vocabulary;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Entente.Intake;

/// <summary>A PDF with text in it: one article.</summary>
internal sealed class PdfOpener : IOpener
{
    private const int LargestCountOfPages = 500;

    /// <summary>A page takes some 10 ms; what takes longer than this for all was made to take for ever.</summary>
    private const int LongestMilliseconds = 60_000;

    /// <summary>Bytes: nested objects are read by recursion.</summary>
    private const int Stack = 64 * 1024 * 1024;

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var whole = new LineReader(parcel.Content, Limits.LargestItem).ReadAll();
        return [whole.IsTooLong ? Taken.Aside(Faults.TooLong(parcel.Place, whole.Length, Limits.LargestItem)) : InTime(parcel, whole.Bytes)];
    }

    /// <summary>The reader of PDFs cannot be told to stop, so that it has a thread of its own, which is left behind if it hangs.</summary>
    private static Taken InTime(Parcel parcel, byte[] bytes)
    {
        Taken? taken = null;
        var thread = new Thread(() => Volatile.Write(ref taken, Guarded(parcel, bytes)), Stack) { IsBackground = true };
        thread.Start();
        thread.Join(LongestMilliseconds);
        return Volatile.Read(ref taken) ?? Taken.Aside(Faults.BrokenDocument(parcel.Place, "PDF", "a PDF that takes more than a minute"));
    }

    private static Taken Guarded(Parcel parcel, byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(parcel, pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Taken.Aside(Faults.Encrypted(parcel.Place));
        }
#pragma warning disable CA1031 // A damaged PDF makes its reader throw whatever its code happens to throw there.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Taken.Aside(Faults.BrokenDocument(parcel.Place, "PDF", $"damage ({e.GetType().Name})"));
        }
    }

    private static Taken Read(Parcel parcel, PdfDocument pdf)
    {
        if (pdf.NumberOfPages > LargestCountOfPages)
            return Taken.Aside(Faults.TooMany(parcel.Place, $"{pdf.NumberOfPages} pages", LargestCountOfPages));
        var (text, removed) = PageFurniture.Without([.. pdf.GetPages().Select(PdfPage.BlocksOf)]);
        if (string.IsNullOrWhiteSpace(text))
            return Taken.Aside(Faults.NoStory(parcel.Place, "a PDF of pictures"));
        return Taken.From(parcel.Place, new Article
        {
            Name = parcel.Name,
            Text = text,
            Title = TitleOf(pdf.Information.Title),
            Authors = pdf.Information.Author?.Trim() is { Length: > 0 } author ? [author] : [],
            // A file is made after its story was published, and made again for each download: no date of publication.
            Modified = DocumentDate.DayOf(pdf.Information.ModifiedDate ?? pdf.Information.CreationDate),
            Url = parcel.Url,
        }) with
        { Removed = removed };
    }

    /// <summary>Programs put the name of a file there: "Microsoft Word - draft3.doc".</summary>
    private static string? TitleOf(string? title) => title?.Trim() is { Length: > 8 } sensible && sensible.Contains(' ', StringComparison.Ordinal)
        && !sensible.StartsWith("Microsoft ", StringComparison.Ordinal) && !Path.HasExtension(sensible) ? sensible : null;
}
