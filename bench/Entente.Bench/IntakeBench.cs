using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Intake;

namespace Entente.Bench;

/// <summary>
/// A web archive of generated pages, packed a member a record as Common Crawl packs its news: unpacked bytes a second of the process's own
/// processor time, beside .NET's inflater alone, and the memory that a gigabyte of it takes.
/// </summary>
internal static class IntakeBench
{
    private const int Pages = 1000, Rounds = 7, ReadsPerRound = 10;
    private const long Gigabyte = 1_000_000_000;

    public static void Run()
    {
        byte[] archive = Archive(new Random(1));
        long unpacked = Inflate(archive);
        Console.WriteLine(Invariant($"{Pages:N0} pages in {archive.Length:N0} bytes that unpack to {unpacked:N0}; processor time, median of {Rounds} rounds (min-max)"));
        Report("GZipStream alone", unpacked, () => Inflate(archive));
        Report("members, checksums, records", unpacked, () => Split(new MemoryStream(archive)).Bytes);
        Report("the same not packed", unpacked, Unpacked(archive));

        var endless = new RepeatedStream(archive, Gigabyte);
        var (records, bytes) = Split(endless, at => Console.WriteLine(Invariant($"  after {at,14:N0} packed bytes {Environment.WorkingSet / 1e6,8:N0} MB resident")));
        Console.WriteLine(Invariant($"  {records:N0} records, {bytes:N0} bytes of blocks"));
    }

    private static Func<long> Unpacked(byte[] archive)
    {
        using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return () =>
        {
            plain.Position = 0;
            var reader = new WarcReader("bench", plain, null);
            long bytes = 0;
            while (reader.Next(out var record))
                bytes += record.Block.Length;
            return bytes;
        };
    }

    private static (int Records, long Bytes) Split(Stream archive, Action<long>? passing = null)
    {
        using var members = new GunzipStream("bench", archive, new Budget("bench"), isOutermost: true);
        var reader = new WarcReader("bench", members, members);
        int records = 0;
        long bytes = 0;
        double told = 0;
        while (reader.Next(out var record))
        {
            if (record.Fault is { } fault)
                throw new InvalidDataException(fault.ToString());
            records++;
            bytes += record.Block.Length;
            if (passing is null || members.MemberAt < told * Gigabyte)
                continue;
            passing(members.MemberAt);
            told += told < 0.1 ? 0.1 : told < 0.9 ? 0.4 : 0.0999;
        }
        return (records, bytes);
    }

    private static long Inflate(byte[] archive)
    {
        using var gzip = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        byte[] buffer = new byte[128 * 1024];
        long bytes = 0;
        for (int read; (read = gzip.Read(buffer)) > 0;)
            bytes += read;
        return bytes;
    }

    private static void Report(string what, long bytes, Func<long> read)
    {
        var speeds = new List<double>();
        using var process = Process.GetCurrentProcess();
        for (int round = -2; round < Rounds; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            for (int i = 0; i < ReadsPerRound; i++)
                read();
            process.Refresh();
            if (round >= 0)
                speeds.Add(ReadsPerRound * bytes / (process.TotalProcessorTime - before).TotalSeconds / 1e9);
        }
        speeds.Sort();
        Console.WriteLine(Invariant($"  {what,-40} {speeds[Rounds / 2],6:N2} GB/s ({speeds[0]:N2}-{speeds[^1]:N2})"));
    }

    /// <summary>Pages of some 60 kB, three quarters of it markup that repeats, as pages of news have.</summary>
    private static byte[] Archive(Random random)
    {
        string[] words = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, 2 + random.Next(8)).Select(_ => (char)('a' + random.Next(26)))))];
        var archive = new MemoryStream();
        for (int page = 0; page < Pages; page++)
        {
            var html = new StringBuilder("<!DOCTYPE html><html><head><title>").Append(page).Append("</title></head><body>");
            while (html.Length < 60_000)
            {
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"story-card story-card--{words[random.Next(40)]} grid__item grid__item--half\" data-track=\"card\"><a class=\"story-card__link\" href=\"/news/{words[random.Next(300)]}/{random.Next(1_000_000)}\">");
                for (int word = 2 + random.Next(16); word > 0; word--)
                    // Few words are frequent and most are rare.
                    html.Append(words[(int)(words.Length * Math.Pow(random.NextDouble(), 4))]).Append(' ');
                html.Append("</a><span class=\"story-card__meta\" data-role=\"time\"></span><svg class=\"icon icon--share\" viewBox=\"0 0 24 24\"><use href=\"#share\"/></svg></div>\n");
            }
            Add(archive, "request", $"GET /{page} HTTP/1.1\r\nHost: news.example\r\n\r\n", page);
            Add(archive, "response", $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}</body></html>", page);
        }
        return archive.ToArray();
    }

    private static void Add(Stream archive, string type, string block, int page)
    {
        using var gzip = new GZipStream(archive, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(Encoding.UTF8.GetBytes(Invariant($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2023-01-11T09:30:00Z\r\nWARC-Target-URI: https://news.example/{page}\r\nContent-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n")));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The same archive over and over, up to a length; nothing is stored.</summary>
    private sealed class RepeatedStream(byte[] archive, long length) : MemoryStream(archive)
    {
        private long left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position == Length && left > 0)
                Position = 0;
            int read = base.Read(buffer, offset, count);
            left -= read;
            return read;
        }
    }
}
