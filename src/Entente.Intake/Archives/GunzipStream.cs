using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// What gzip members unpack to, one after the other; no read crosses from one into the next. It ends at damage, which it tells, and can then
/// go on with the next member that unpacks. (<see cref="GZipStream"/> says neither where a member begins nor where it broke.)
/// </summary>
/// <param name="isOutermost">Its packed bytes are those that the budget is counted from.</param>
internal sealed class GunzipStream(string place, Stream packed, Budget budget, bool isOutermost) : ReadOnlyStream
{
    private const int TrailerBytes = 8;

    private readonly PackedWindow window = new(packed);
    private readonly Crc32 checksum = new();
    private DeflateStream? member;
    private ChunkStream? chunks;
    private long unpacked;
    private int members;

    /// <summary>Offset of the member that was read from last.</summary>
    public long MemberAt { get; private set; }

    /// <summary>Null as long as all is whole.</summary>
    public Fault? Damage { get; private set; }

    /// <exception cref="RefusedException">A member, or all of it, is a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && Damage is null && (member is not null || BeginMember()))
        {
            if (ReadMember(buffer) is > 0 and int read)
                return read;
            EndMember();
        }
        return 0;
    }

    /// <summary>After damage: false if no further member unpacks.</summary>
    public bool Resume()
    {
        CloseMember();
        window.BackToMark();
        for (; window.Find(GzipHeader.Magic); window.Skip(1))
            if (window.Position > MemberAt && Unpacks())
            {
                Damage = null;
                return true;
            }
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        CloseMember();
        base.Dispose(disposing);
    }

    private bool BeginMember()
    {
        if (window.IsAtEnd)
            return false;
        if ((GzipHeader.Length(window.Peek(512)) ?? GzipHeader.Length(window.Peek(Limits.LongestHeader))) is not { } length)
            return IsPadding() ? false : Break(members == 0 ? "no gzip header" : "bytes after its end that are no gzip");
        CountMember();
        MemberAt = window.Position;
        window.Mark();
        window.Skip(length);
        chunks = new(window);
        member = new(chunks, CompressionMode.Decompress);
        checksum.Reset();
        unpacked = 0;
        return true;
    }

    private int ReadMember(Span<byte> buffer)
    {
        int read;
        try
        {
            read = member!.Read(buffer);
        }
        catch (InvalidDataException)
        {
            Break("data that do not unpack");
            return 0;
        }
        checksum.Append(buffer[..read]);
        unpacked += read;
        if (isOutermost)
            budget.Packed = Math.Max(budget.Packed, window.Position);
        RefuseBomb();
        budget.Unpack(read);
        return read;
    }

    private void RefuseBomb()
    {
        long taken = window.Position - MemberAt;
        if (!Budget.IsBomb(taken, unpacked))
            return;
        Damage = Faults.Bomb(PlaceOf(MemberAt), taken, unpacked);
        throw new RefusedException(Damage, this);
    }

    /// <summary>
    /// The inflater does not say how much of its last chunk it used. But behind the data stand their checksum and their length modulo 2^32, so
    /// the place where those two stand is the end.
    /// </summary>
    private void EndMember()
    {
        if (Damage is not null)
            return;
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)unpacked);
        long start = chunks!.LastChunk;
        var tail = window.From(start, TrailerBytes + GzipHeader.Magic.Length);
        int end = EndOf(tail, trailer);
        if (end < 0)
        {
            Break(window.Peek(TrailerBytes + 1).Length <= TrailerBytes ? "an end in the middle of the data" : "data that differ from their checksum");
            return;
        }
        window.MoveTo(start + end);
        window.Mark();
        CloseMember();
    }

    /// <summary>Behind the trailer that is followed by the end or by another member; else behind the first that fits, or -1.</summary>
    private static int EndOf(ReadOnlySpan<byte> tail, ReadOnlySpan<byte> trailer)
    {
        int first = -1;
        for (int at = 0; tail[at..].IndexOf(trailer) is >= 0 and int found; at += found + 1)
        {
            int end = at + found + TrailerBytes;
            var next = tail[end..];
            if (next.IsEmpty || next.StartsWith(GzipHeader.Magic))
                return end;
            if (first < 0)
                first = end;
        }
        return first;
    }

    /// <summary>Zeros fill the last block of a tape.</summary>
    private bool IsPadding()
    {
        while (window.Peek(4096) is { IsEmpty: false } rest)
        {
            if (members == 0 || rest.ContainsAnyExcept((byte)0))
                return false;
            window.Skip(rest.Length);
        }
        return true;
    }

    private bool Break(string found)
    {
        if (member is null)
        {
            MemberAt = window.Position;
            window.Mark();
        }
        Damage = Faults.BrokenArchive(PlaceOf(MemberAt), found);
        return false;
    }

    /// <summary>Whether a member begins here and its first bytes unpack.</summary>
    private bool Unpacks()
    {
        CountMember();
        var ahead = window.Peek(4096);
        if (GzipHeader.Length(ahead) is not { } length)
            return false;
        try
        {
            using var trial = new DeflateStream(new MemoryStream(ahead[length..].ToArray()), CompressionMode.Decompress);
            return trial.ReadByte() >= 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private void CountMember()
    {
        if (++members > Limits.Members)
            throw new RefusedException(Faults.TooMany(place, "more gzip members", Limits.Members), budget);
    }

    private void CloseMember()
    {
        member?.Dispose();
        member = null;
    }

    private string PlaceOf(long offset) => offset == 0 ? place : $"{place}@{offset}";

    /// <summary>What the inflater asks for, a chunk at a time.</summary>
    private sealed class ChunkStream(PackedWindow window) : ReadOnlyStream
    {
        /// <summary>Offset of the last bytes that were asked for.</summary>
        public long LastChunk { get; private set; } = window.Position;

        public override int Read(Span<byte> buffer)
        {
            long start = window.Position;
            int read = window.Read(buffer);
            if (read > 0)
                LastChunk = start;
            return read;
        }
    }
}
