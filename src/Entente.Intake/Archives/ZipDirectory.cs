using System.Buffers.Binary;

namespace Entente.Intake;

/// <summary>The list at the end of a zip file, looked at before <see cref="System.IO.Compression.ZipArchive"/> makes an object of each entry.</summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22, LocatorBytes = 20, LargeEndBytes = 56, HeaderBytes = 46;

    /// <summary>Entries that are listed, however many the end record says; null if there is no such list.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static long? Count(Stream zip)
    {
        byte[] tail = Read(zip, Math.Max(0, zip.Length - EndBytes - ushort.MaxValue), EndBytes + ushort.MaxValue);
        int end = tail.AsSpan().LastIndexOf("PK\x5\x6"u8);
        if (end < 0 || tail.Length - end < EndBytes)
            return null;
        long endAt = zip.Length - tail.Length + end;
        var record = tail.AsSpan(end);
        long declared = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (start == uint.MaxValue || declared == ushort.MaxValue)
            (declared, start) = Large(zip, endAt) ?? (declared, start);
        return start < 0 || start > endAt ? null
            : declared > Limits.Entries ? declared
            : endAt - start > Limits.Directory ? long.MaxValue
            : Math.Max(declared, Listed(Read(zip, start, (int)(endAt - start))));
    }

    /// <summary>The end record of zip files with more than 65,534 entries or 4 GB.</summary>
    private static (long Declared, long Start)? Large(Stream zip, long endAt)
    {
        var locator = Read(zip, Math.Max(0, endAt - LocatorBytes), LocatorBytes).AsSpan();
        if (locator.Length < LocatorBytes || !locator.StartsWith("PK\x6\x7"u8))
            return null;
        long at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (at < 0 || at > endAt)
            return null;
        var record = Read(zip, at, LargeEndBytes).AsSpan();
        return record.Length < LargeEndBytes || !record.StartsWith("PK\x6\x6"u8) ? null
            : (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]));
    }

    private static int Listed(ReadOnlySpan<byte> directory)
    {
        int count = 0;
        for (int at = 0; directory.Length - at >= HeaderBytes && directory[at..].StartsWith("PK\x1\x2"u8); count++)
        {
            var lengths = directory[(at + 28)..];
            at += HeaderBytes + BinaryPrimitives.ReadUInt16LittleEndian(lengths) + BinaryPrimitives.ReadUInt16LittleEndian(lengths[2..]) + BinaryPrimitives.ReadUInt16LittleEndian(lengths[4..]);
            if (at > directory.Length)
                break;
        }
        return count;
    }

    private static byte[] Read(Stream zip, long from, int atMost)
    {
        byte[] bytes = new byte[Math.Min(atMost, zip.Length - from)];
        zip.Position = from;
        int read = zip.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
