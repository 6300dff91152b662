using System.Buffers.Binary;

namespace Entente.Intake;

/// <summary>The header of a gzip member (RFC 1952).</summary>
internal static class GzipHeader
{
    private const int FixedBytes = 10;
    private const byte Checksum = 2, Extra = 4, Name = 8, Comment = 16, Reserved = 0xE0;

    /// <summary>The method is always deflate.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 8];

    /// <summary>Null if no member begins so.</summary>
    public static int? Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedBytes || !bytes.StartsWith(Magic) || (bytes[3] & Reserved) != 0)
            return null;
        byte flags = bytes[3];
        int length = FixedBytes;
        if ((flags & Extra) != 0)
            length += bytes.Length >= length + 2 ? 2 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[length..]) : bytes.Length;
        foreach (byte text in (ReadOnlySpan<byte>)[Name, Comment])
            if ((flags & text) != 0)
                length += Terminated(bytes, length);
        if ((flags & Checksum) != 0)
            length += 2;
        return length <= bytes.Length ? length : null;
    }

    /// <summary>Bytes up to a NUL, with it.</summary>
    private static int Terminated(ReadOnlySpan<byte> bytes, int from)
    {
        int end = from < bytes.Length ? bytes[from..].IndexOf((byte)0) : -1;
        return end < 0 ? bytes.Length : end + 1;
    }
}
