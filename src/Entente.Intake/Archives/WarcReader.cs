using System.Buffers.Text;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A record's bytes, which stay as they are until the next is read; or the fault for which one was skipped.</summary>
/// <param name="Block">Only the first bytes of it where <paramref name="Length"/> is more than an item may have.</param>
internal readonly record struct WarcRecord(string Place, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Block, long Length, Fault? Fault)
{
    public bool IsTooLong => Length > Limits.LargestItem;
}

/// <summary>
/// Splits a web archive (ISO 28500) into records. A length is believed only if the end of a record follows; behind anything broken the next
/// record is sought in the bytes, or in the next gzip member that unpacks.
/// </summary>
/// <param name="content">Members unpacked, or a file that is not packed.</param>
internal sealed class WarcReader(string place, Stream content, GunzipStream? members)
{
    private readonly WarcWindow window = new(content, members);
    private Fault? toldDamage;
    private bool isLost, isOver;
    private int length;
    private long rest;
    private string restPlace = "";

    /// <summary>False at the end.</summary>
    public bool Next(out WarcRecord record)
    {
        window.Skip(length);
        length = 0;
        if (!SkipRest(out record))
            return true;
        while (!ToRecord())
        {
            record = default;
            if (isOver || members?.Damage is not { } damage)
                return false;
            isOver = !window.Resume();
            isLost = true;
            if (ReferenceEquals(damage, toldDamage))
                continue;
            record = Tell(damage);
            return true;
        }
        record = Read();
        // A broken record is left behind its first byte: the next may begin anywhere in it.
        if (record.Fault is not null)
            window.Skip(1);
        return true;
    }

    private bool ToRecord()
    {
        if (isLost)
            window.FindRecord();
        isLost = false;
        return window.SkipNewlines();
    }

    private WarcRecord Read()
    {
        if (!window.Ahead.StartsWith("WARC/"u8[..Math.Min(5, window.Ahead.Length)]))
            return Break("bytes that begin no record");
        int header;
        while ((header = HeaderLines.End(window.Ahead)) < 0)
            if (window.Ahead.Length > Limits.LongestHeader || !window.More())
                return Break("a header without an end");
        var lines = window.Ahead[..header];
        if (!lines.StartsWith("WARC/1.0"u8) && !lines.StartsWith("WARC/1.1"u8))
            return Break($"the version {Inside.Shown(Encoding.Latin1.GetString(lines[..lines.IndexOfAny((byte)'\r', (byte)'\n')]))}");
        var stated = HeaderLines.Find(lines, "Content-Length"u8);
        if (!Utf8Parser.TryParse(stated, out long block, out int used) || used != stated.Length || block < 0)
            return Break($"a Content-Length of '{Inside.Shown(Encoding.Latin1.GetString(stated))}'");
        return block > Limits.LargestItem ? Begin(header, block) : Whole(header, (int)block);
    }

    private WarcRecord Whole(int header, int block)
    {
        // So many bytes behind it tell whether its length was true.
        while (window.Ahead.Length < header + block + 9 && window.More())
        {
        }
        if (UntoldDamage is { } damage)
            return Tell(damage);
        if (window.Ahead.Length < header + block)
            return Break($"{window.Ahead.Length - header} bytes of {block}");
        if (!EndsRecord(window.Ahead[(header + block)..]))
            return Break("a Content-Length that ends in the middle of something");
        length = header + block;
        return new(Place, window.Memory(0, header), window.Memory(header, block), block, null);
    }

    private static bool EndsRecord(ReadOnlySpan<byte> behind)
    {
        var next = behind.TrimStart("\r\n"u8);
        return behind.StartsWith("\r\n\r\n"u8) || next.StartsWith("WARC/"u8[..Math.Min(5, next.Length)]);
    }

    /// <summary>A record with a block too large to keep: its first bytes tell whether it is worth a fault.</summary>
    private WarcRecord Begin(int header, long block)
    {
        while (window.Ahead.Length < header + Limits.LongestHeader && window.More())
        {
        }
        int known = (int)Math.Min(window.Ahead.Length - header, block);
        length = header;
        (rest, restPlace) = (block, Place);
        return new(Place, window.Memory(0, header), window.Memory(header, known), block, null);
    }

    private bool SkipRest(out WarcRecord broken)
    {
        broken = default;
        bool isTrue = window.Skip(rest);
        rest = 0;
        if (!isTrue)
            broken = Skipped(Broken(restPlace, "a Content-Length that reaches into other records or beyond the end"));
        return isTrue;
    }

    private string Place => $"{place}@{window.Offset}";

    private WarcRecord Tell(Fault damage)
    {
        toldDamage = damage;
        return Skipped(damage);
    }

    /// <summary>Of the member that holds this record.</summary>
    private Fault? UntoldDamage => members?.Damage is { } damage && !ReferenceEquals(damage, toldDamage) && window.Offset == members.MemberAt ? damage : null;

    private WarcRecord Break(string found) => UntoldDamage is { } damage ? Tell(damage) : Skipped(Broken(Place, found));

    private static Fault Broken(string at, string found) => Faults.BrokenWarcRecord(at, found, "a record of WARC 1.0 or 1.1, as long as it says");

    private WarcRecord Skipped(Fault fault)
    {
        isLost = true;
        return new(fault.Place, default, default, 0, fault);
    }
}
