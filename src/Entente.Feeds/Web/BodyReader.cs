using System.IO.Compression;
using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>The body of an answer, unpacked, up to what was asked for.</summary>
internal static class BodyReader
{
    /// <summary>Pictures and films are not fetched to be thrown away.</summary>
    private static readonly string[] Readable =
    [
        "text/", "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/json", "application/pdf",
    ];

    public static async Task<Answer> ReadAsync(Answer answer, HttpContent content, Ask ask, CancellationToken stop)
    {
        string place = answer.Address.AbsoluteUri;
        if (answer.MediaType is { } type && !Array.Exists(Readable, r => type.StartsWith(r, StringComparison.Ordinal)))
            return answer with { Fault = Faults.FetchFailed(place, $"content of the type {type}") };
        if (content.Headers.ContentLength > ask.MostBytes && !ask.IsCut)
            return answer with { Fault = Faults.TooLong(place, content.Headers.ContentLength.Value, ask.MostBytes) };
        var sent = new CountingStream(await content.ReadAsStreamAsync(stop).ConfigureAwait(false));
        await using var packed = sent.ConfigureAwait(false);
        if (Unpacked(sent, content.Headers.ContentEncoding) is not { } stream)
            return answer with { Fault = Faults.FetchFailed(place, $"content packed as {string.Join(", ", content.Headers.ContentEncoding)}") };
        await using var unpacked = stream.ConfigureAwait(false);
        return await ReadAsync(answer, stream, sent, ask, stop).ConfigureAwait(false);
    }

    private static async Task<Answer> ReadAsync(Answer answer, Stream stream, CountingStream sent, Ask ask, CancellationToken stop)
    {
        using var body = new MemoryStream();
        byte[] part = new byte[65_536];
        for (int read; (read = await stream.ReadAsync(part, stop).ConfigureAwait(false)) > 0;)
        {
            body.Write(part, 0, read);
            if (body.Length > FetchLimits.RatioFrom && body.Length > sent.Count * FetchLimits.Ratio)
                return answer with { Fault = Faults.Bomb(answer.Address.AbsoluteUri, sent.Count, body.Length) };
            if (body.Length > ask.MostBytes)
                return ask.IsCut ? answer with { Body = body.ToArray()[..ask.MostBytes] }
                    : answer with { Fault = Faults.TooLong(answer.Address.AbsoluteUri, body.Length, ask.MostBytes) };
        }
        return answer with { Body = body.ToArray() };
    }

    /// <summary>Null if it is packed otherwise than we asked for, or twice.</summary>
    private static Stream? Unpacked(Stream sent, ICollection<string> encodings) => string.Join(',', encodings).ToLowerInvariant() switch
    {
        "" or "identity" => sent,
        "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
        "br" => new BrotliStream(sent, CompressionMode.Decompress),
        _ => null,
    };

    /// <summary>How many packed bytes were taken.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
