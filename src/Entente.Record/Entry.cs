using System.Security.Cryptography;
using System.Text;

namespace Entente.Record;

/// <summary>What an entry of the ledger says.</summary>
public enum EntryKind { Article, Reading, Withdrawal, Decision }

/// <summary>One link of the chain: what was learnt, when, and the hash that ties it to everything before.</summary>
/// <param name="Seq">1, 2, 3, … without a gap.</param>
/// <param name="Known">When the record learnt it; never before the entry before.</param>
/// <param name="Subject">The article's id, or the claim's for a decision.</param>
public sealed record Entry(long Seq, DateTimeOffset Known, EntryKind Kind, string Subject, byte[] Body, byte[] Hash)
{
    /// <summary>The hash before the first entry.</summary>
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    /// <summary>Over the hash before it, then each field with its length, so that no two entries share their bytes.</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> before, long seq, DateTimeOffset known, EntryKind kind, string subject, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Span<byte> numbers = stackalloc byte[32];
        BitConverter.TryWriteBytes(numbers, seq);
        BitConverter.TryWriteBytes(numbers[8..], known.ToUnixMicroseconds());
        BitConverter.TryWriteBytes(numbers[16..], (long)kind);
        BitConverter.TryWriteBytes(numbers[24..], (long)Encoding.UTF8.GetByteCount(subject));
        hash.AppendData(numbers);
        hash.AppendData(Encoding.UTF8.GetBytes(subject));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}

internal static class UnixTime
{
    internal static long ToUnixMicroseconds(this DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / 10;

    internal static DateTimeOffset FromUnixMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * 10);
}
