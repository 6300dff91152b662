using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>
/// All that matching keeps of a text: two bytes a word that tell the word, and about two that tell where it stood. From these bytes copies
/// are found and their passages shown without the text; the text cannot be read from them.
/// </summary>
public sealed class Fingerprint
{
    private const byte Version = 1;
    private const int Head = 8;

    private readonly byte[] bytes;

    private Fingerprint(byte[] bytes) => this.bytes = bytes;

    /// <summary>For a record to keep: a head of eight bytes, the words, then for each word the distance from the last one's end and its length.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    public int WordCount => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));

    /// <summary>A word each: fifteen bits of its hash, and in the lowest whether it has a digit.</summary>
    internal ReadOnlySpan<ushort> Words => MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan(Head, 2 * WordCount));

    internal static bool HasDigit(ushort word) => (word & 1) != 0;

    public static Fingerprint Of(string text)
    {
        // Where a script has no spaces, each sign is a word.
        ushort[] words = ArrayPool<ushort>.Shared.Rent(text.Length + 1);
        byte[] places = ArrayPool<byte>.Shared.Rent((text.Length * 2) + 16);
        int count = 0, length = 0, last = 0;
        foreach (var word in new Words(text))
        {
            words[count++] = (ushort)(((word.Hash >> 16) & ~1u) | (word.HasDigit ? 1u : 0u));
            length = Write(places, length, word.Start - last);
            length = Write(places, length, word.End - word.Start);
            last = word.End;
        }
        byte[] bytes = new byte[Head + (2 * count) + length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), count);
        MemoryMarshal.AsBytes(words.AsSpan(0, count)).CopyTo(bytes.AsSpan(Head));
        places.AsSpan(0, length).CopyTo(bytes.AsSpan(Head + (2 * count)));
        ArrayPool<ushort>.Shared.Return(words);
        ArrayPool<byte>.Shared.Return(places);
        return new(bytes);
    }

    /// <summary>Null if the bytes are no fingerprint of this version: make it anew from the text.</summary>
    public static Fingerprint? From(ReadOnlySpan<byte> kept)
    {
        if (kept.Length < Head || kept[0] != Version || BinaryPrimitives.ReadInt32LittleEndian(kept[4..]) is var count && (count < 0 || Head + (4L * count) > kept.Length))
            return null;
        int numbers = 0;
        foreach (byte b in kept[(Head + (2 * count))..])
            numbers += b < 0x80 ? 1 : 0;
        return numbers == 2 * count ? new(kept.ToArray()) : null;
    }

    /// <summary>Where stretches of words stand in the text.</summary>
    /// <param name="stretches">Half-open, in words; they may overlap.</param>
    internal List<TextSpan> SpansOf(IReadOnlyList<(int First, int End)> stretches)
    {
        int last = stretches.Max(s => s.End);
        var words = new List<TextSpan>(last);
        for (int at = Head + (2 * WordCount), end = 0; words.Count < last;)
        {
            int start = end + Read(ref at);
            end = start + Read(ref at);
            words.Add(new(start, end));
        }
        return [.. stretches.Select(s => new TextSpan(words[s.First].Start, words[s.End - 1].End))];
    }

    private static int Write(byte[] to, int at, int number)
    {
        for (; number >= 0x80; number >>= 7)
            to[at++] = (byte)(number | 0x80);
        to[at++] = (byte)number;
        return at;
    }

    private int Read(ref int at)
    {
        int number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
