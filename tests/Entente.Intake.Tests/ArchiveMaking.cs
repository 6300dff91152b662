using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Archives made by hand, whole ones and such as no tool would write.</summary>
internal static class ArchiveMaking
{
    private static readonly DateTimeOffset Time = new(2023, 1, 11, 9, 30, 0, TimeSpan.Zero);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(params IEnumerable<byte[]> parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Gzip(byte[] bytes) => Pack(bytes, m => new GZipStream(m, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] EmptyMember => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, .. new byte[8]];

    public static byte[] Pack(byte[] bytes, Func<Stream, Stream> by)
    {
        var packed = new MemoryStream();
        using (var packing = by(packed))
            packing.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Time;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        return packed.ToArray();
    }

    public static byte[] Tar(params IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, leaveOpen: true))
            foreach (var (name, bytes) in entries)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { ModificationTime = Time, DataStream = new MemoryStream(bytes) });
        return packed.ToArray();
    }

    public static byte[] Record(string type, byte[] block, string headers = "", string? length = null, string version = "WARC/1.0") =>
        [.. Utf8($"{version}\r\nWARC-Type: {type}\r\n{headers}Content-Length: {length ?? $"{block.Length}"}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    public static byte[] Answer(string url, byte[] body, string contentType = "text/plain; charset=utf-8", string status = "200 OK", string headers = "") =>
        Record("response", [.. Utf8($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\n{headers}\r\n"), .. body],
            $"WARC-Record-ID: <urn:uuid:{url.Length:D8}-0000-4000-8000-000000000000>\r\nWARC-Date: 2023-01-11T09:30:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n");

    public static byte[] Answer(string url, string body) => Answer(url, Utf8(body));
}

/// <summary>Takes whatever parcel comes as an article, so that a test sees what an archive hands on.</summary>
internal sealed class Collecting : IOpener
{
    public List<(Parcel Parcel, byte[] Bytes)> Parcels { get; } = [];

    public IEnumerable<string> Texts => Parcels.Select(p => Encoding.UTF8.GetString(p.Bytes));

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var bytes = new MemoryStream();
        parcel.Content.CopyTo(bytes);
        Parcels.Add((parcel, bytes.ToArray()));
        return [Taken.From(parcel.Place, new Article { Name = parcel.Name, Text = Encoding.UTF8.GetString(bytes.ToArray()) })];
    }

    /// <summary>What a web archive holds, packed by gzip or not.</summary>
    public static (Collecting Inside, List<Taken> All) Warc(byte[] bytes, bool? isPacked = null)
    {
        var inside = new Collecting();
        var parcel = new Parcel("news.warc", "news", new MemoryStream(bytes));
        IOpener opener = isPacked ?? bytes is [0x1F, 0x8B, ..] ? new GzipOpener(inside) : new WarcOpener(inside);
        return (inside, [.. opener.Open(parcel with { Name = "news.warc", Ending = ".gz" })]);
    }
}
