using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>Opens any parcel: tells its kind and hands it to the opener of that kind. Archives hand what lies in them back here.</summary>
internal sealed class Opening : IOpener
{
    private readonly Dictionary<ParcelKind, IOpener> openers;

    public Opening()
    {
        var lines = new LinesOpener();
        var mail = new MailOpener(this);
        openers = new()
        {
            [ParcelKind.Text] = new TextOpener(),
            [ParcelKind.Lines] = lines,
            [ParcelKind.Json] = new JsonOpener(lines),
            [ParcelKind.Warc] = new WarcOpener(this),
            [ParcelKind.Gzip] = new GzipOpener(this),
            [ParcelKind.Zip] = new ZipOpener(this),
            [ParcelKind.Tar] = new TarOpener(this),
            [ParcelKind.Page] = new PageOpener(),
            [ParcelKind.Feed] = new FeedOpener(),
            [ParcelKind.Mail] = mail,
            [ParcelKind.Mailbox] = new MailboxOpener(mail),
            [ParcelKind.Pdf] = new PdfOpener(),
            [ParcelKind.Word] = new WordOpener(),
        };
    }

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        long start = parcel.Content.CanSeek ? parcel.Content.Position : 0;
        var head = HeadOf(parcel.Content);
        if (head.IsEmpty)
            return [Taken.Aside(Faults.EmptyInput(parcel.Place))];
        var whole = parcel with { Content = Again(parcel.Content, start, head) };
        return ParcelKinds.Of(parcel, head.Span) is { } kind
            ? openers[kind].Open(whole)
            : [Taken.Aside(Faults.UnknownFileKind(parcel.Place, parcel.Ending.Length > 0 ? parcel.Ending : parcel.MediaType ?? "nameless", ParcelKinds.AllEndings))];
    }

    private static Stream Again(Stream content, long start, ReadOnlyMemory<byte> head)
    {
        if (!content.CanSeek)
            return new PrependedStream(head, content);
        content.Position = start;
        return content;
    }

    private static ReadOnlyMemory<byte> HeadOf(Stream stream)
    {
        byte[] head = new byte[ParcelKinds.HeadBytes];
        int length = 0;
        try
        {
            // Who pipes articles in one by one waits for an answer to the first before he sends the second.
            for (int read; length < head.Length && !IsLines(head.AsSpan(0, length)) && (read = stream.Read(head, length, head.Length - length)) > 0;)
                length += read;
        }
        catch (IOException) when (length > 0)
        {
            // What came before the fault is opened; whoever reads on meets the fault again and tells it.
        }
        return head.AsMemory(0, length);
    }

    private static bool IsLines(ReadOnlySpan<byte> head) => head.TrimStart(" \n\r\t"u8) is [(byte)'{', ..] && head.Contains((byte)'\n');
}
