using System.Globalization;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What a record carries: the answer of a server as it was sent, or a thing by itself.</summary>
/// <param name="checksDigests">Only where no gzip member has a checksum of its own, since not all crawlers write right digests.</param>
internal sealed class WarcPayloads(Inside inside, bool checksDigests)
{
    /// <summary>What an article can be in; pictures, films and scripts are left alone.</summary>
    private static readonly HashSet<string> Readable =
    [
        "text/html", "application/xhtml+xml", "text/plain", "application/pdf",
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
    ];

    private readonly HttpBody http = new();

    /// <summary>A parcel, or a fault, or neither where it is left alone.</summary>
    public Fault? Open(WarcRecord record, out Parcel? parcel)
    {
        parcel = null;
        var type = HeaderLines.Find(record.Header.Span, "WARC-Type"u8);
        if (Is(type, "response"u8))
            return OpenAnswer(record, out parcel);
        if (Is(type, "resource"u8) || Is(type, "conversion"u8))
            return OpenThing(record, record.Header.Span, record.Block, out parcel);
        if (Is(type, "revisit"u8))
            inside.Leave("a copy of an earlier record");
        else if (Is(type, "continuation"u8))
            inside.Leave("a part of a record");
        return null;
    }

    private Fault? OpenAnswer(WarcRecord record, out Parcel? parcel)
    {
        parcel = null;
        var block = record.Block.Span;
        int status = block.StartsWith("HTTP/"u8) ? StatusOf(block) : 0;
        int header = HeaderLines.End(block);
        if (status == 200 && header >= 0)
            return OpenThing(record, block[..header], record.Block[header..], out parcel);
        inside.Leave(status == 0 ? "an answer that is not of HTTP" : status == 200 ? "an empty body" : "an answer other than 200");
        return null;
    }

    private static int StatusOf(ReadOnlySpan<byte> answer)
    {
        int space = answer.IndexOf((byte)' ');
        return space > 0 && answer.Length >= space + 4 && int.TryParse(answer.Slice(space + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0;
    }

    /// <param name="description">The lines that say what the body is.</param>
    private Fault? OpenThing(WarcRecord record, ReadOnlySpan<byte> description, ReadOnlyMemory<byte> body, out Parcel? parcel)
    {
        parcel = null;
        var (mediaType, charset) = ContentTypeOf(description);
        string? url = UrlOf(record);
        if (body.Span.IndexOfAnyExcept(" \r\n\t"u8) < 0)
            inside.Leave("an empty body");
        else if (url?.StartsWith("metadata:", StringComparison.Ordinal) ?? false)
            inside.Leave("a note of the crawler");
        else if (mediaType is null ? !LooksReadable(body.Span) : !Readable.Contains(mediaType))
            inside.Leave("another kind of file");
        else if (record.IsTooLong)
            return Faults.TooLong(record.Place, record.Length, Limits.LargestItem);
        else if (checksDigests && BlockDigest.Differs(HeaderLines.Find(record.Header.Span, "WARC-Block-Digest"u8), record.Block.Span))
            return Faults.BrokenWarcRecord(record.Place, "a block that differs from its digest", "the bytes that were archived");
        else if (http.Decode(record.Place, description, body, out var decoded) is { } fault)
            return fault;
        else
            parcel = new Parcel(record.Place, url ?? HeaderLines.Text(record.Header.Span, "WARC-Record-ID"u8)?.Trim('<', '>') ?? record.Place, HttpBody.StreamOf(decoded))
            {
                MediaType = mediaType,
                Charset = charset,
                Url = url,
                Fetched = DateTimeOffset.TryParse(HeaderLines.Text(record.Header.Span, "WARC-Date"u8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
            };
        return null;
    }

    private static (string? MediaType, string? Charset) ContentTypeOf(ReadOnlySpan<byte> description)
    {
        string[] parts = (HeaderLines.Text(description, "Content-Type"u8) ?? "").ToLowerInvariant().Split([';', ','], StringSplitOptions.TrimEntries);
        string? charset = parts.FirstOrDefault(p => p.StartsWith("charset=", StringComparison.Ordinal))?["charset=".Length..].Trim('"', '\'', ' ');
        return (parts[0].Length > 0 ? parts[0] : null, charset is { Length: > 0 } ? charset : null);
    }

    /// <summary>Without a media type: markup or a PDF.</summary>
    private static bool LooksReadable(ReadOnlySpan<byte> body) => (body.StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body).TrimStart(" \r\n\t"u8) is [(byte)'<', ..] || body.StartsWith("%PDF"u8);

    /// <summary>Some tools put it in angle brackets, some leave spaces in it.</summary>
    private static string? UrlOf(WarcRecord record) => HeaderLines.Text(record.Header.Span, "WARC-Target-URI"u8)?.Trim('<', '>', ' ').Replace(" ", "%20", StringComparison.Ordinal);

    private static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> type) => Ascii.EqualsIgnoreCase(value, type);
}
