using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// The body of an answer as its reader would see it: chunks put together, encodings undone. Crawlers often undo them and keep the header that
/// tells of them, so each is undone only where the bytes bear it out.
/// </summary>
internal sealed class HttpBody
{
    private const int Chunk = 64 * 1024;

    private readonly ArrayBufferWriter<byte> joined = new(Chunk);
    private readonly ArrayBufferWriter<byte>[] decoded = [new(Chunk), new(Chunk)];

    /// <param name="result">Stays as it is until the next is decoded.</param>
    public Fault? Decode(string place, ReadOnlySpan<byte> header, ReadOnlyMemory<byte> body, out ReadOnlyMemory<byte> result)
    {
        result = Contains(HeaderLines.Find(header, "Transfer-Encoding"u8), "chunked") ? Join(body) : body;
        string[] encodings = Encodings(header);
        // Nobody encodes thrice.
        for (int i = encodings.Length - 1; i >= 0 && i >= encodings.Length - 2; i--)
            if (Unpack(place, encodings[i], ref result, decoded[i % 2]) is { } fault)
                return fault;
        return null;
    }

    private static string[] Encodings(ReadOnlySpan<byte> header) =>
        (HeaderLines.Text(header, "Content-Encoding"u8) ?? "").ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray());

    private static Fault? Unpack(string place, string encoding, ref ReadOnlyMemory<byte> body, ArrayBufferWriter<byte> room)
    {
        if (encoding is "zstd")
            return Faults.UnknownFileKind(place, "zstd", "gzip, deflate, br");
        using var packed = StreamOf(body);
        using Stream? unpacking = encoding switch
        {
            "gzip" or "x-gzip" when body.Span.StartsWith(GzipHeader.Magic) => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" when IsZlib(body.Span) => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" when !IsMarkup(body.Span) => new DeflateStream(packed, CompressionMode.Decompress),
            "br" when !IsMarkup(body.Span) => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacking is null)
            return null;
        var fault = Copy(place, unpacking, body.Length, room);
        body = room.WrittenMemory;
        return fault;
    }

    private static Fault? Copy(string place, Stream unpacking, long packed, ArrayBufferWriter<byte> room)
    {
        room.ResetWrittenCount();
        try
        {
            for (int read; (read = unpacking.Read(room.GetSpan(Chunk))) > 0;)
            {
                room.Advance(read);
                if (Budget.IsBomb(packed, room.WrittenCount))
                    return Faults.Bomb(place, packed, room.WrittenCount);
                if (room.WrittenCount > Limits.LargestItem)
                    return Faults.TooLong(place, room.WrittenCount, Limits.LargestItem);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return Faults.BrokenWarcRecord(place, "a body that does not unpack", "a body packed as its header says");
        }
        return null;
    }

    /// <summary>What came before a broken chunk is kept.</summary>
    private ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        joined.ResetWrittenCount();
        var rest = body.Span;
        bool isFirst = true;
        while (ChunkAt(rest, out int data) is { } length)
        {
            isFirst = false;
            rest = rest[data..];
            var part = rest[..Math.Min(length, rest.Length)];
            if (part.IsEmpty)
                break;
            joined.Write(part);
            rest = rest[part.Length..].TrimStart("\r\n"u8);
        }
        return isFirst ? body : joined.WrittenMemory;
    }

    /// <summary>"1a2b;extension" in a line of its own; null where no chunk begins.</summary>
    private static int? ChunkAt(ReadOnlySpan<byte> bytes, out int data)
    {
        data = bytes.IndexOf((byte)'\n') + 1;
        bool isNumber = Utf8Parser.TryParse(bytes[..data], out int length, out int digits, 'x') && length >= 0;
        return isNumber && bytes[digits..].TrimStart((byte)' ') is [(byte)'\r' or (byte)'\n' or (byte)';', ..] ? length : null;
    }

    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && (bytes[0] & 15) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static bool IsMarkup(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \r\n\t"u8) is [(byte)'<', ..];

    private static bool Contains(ReadOnlySpan<byte> value, string word) => Encoding.Latin1.GetString(value).Contains(word, StringComparison.OrdinalIgnoreCase);
}
