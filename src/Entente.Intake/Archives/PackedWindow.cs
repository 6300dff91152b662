namespace Entente.Intake;

/// <summary>Packed bytes, read once, that can be gone back in to a mark: where a member is damaged, the next is sought from its beginning.</summary>
internal sealed class PackedWindow(Stream packed)
{
    /// <summary>Damage shows within so many bytes, or the member was far larger than a record of news.</summary>
    private const int Kept = 4 * 1024 * 1024;

    private byte[] buffer = new byte[128 * 1024];
    private int mark, at, end;
    private long before;

    /// <summary>Offset of the next byte.</summary>
    public long Position => before + at;

    public bool IsAtEnd => Peek(1).IsEmpty;

    public void Mark() => mark = at;

    public void BackToMark() => at = mark;

    /// <summary>So many bytes that lie ahead; fewer at the end.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (end - at < count && Fill())
        {
        }
        return buffer.AsSpan(at, Math.Min(count, end - at));
    }

    /// <param name="count">No more than was peeked.</param>
    public void Skip(int count) => at += count;

    /// <summary>Bytes from an offset that was passed a moment ago up to <paramref name="ahead"/> bytes before the next one.</summary>
    public ReadOnlySpan<byte> From(long offset, int ahead)
    {
        int length = Peek(ahead).Length;
        return buffer.AsSpan((int)(offset - before), at + length - (int)(offset - before));
    }

    public void MoveTo(long offset) => at = (int)(offset - before);

    public int Read(Span<byte> into)
    {
        var available = Peek(1).IsEmpty ? [] : buffer.AsSpan(at, Math.Min(into.Length, end - at));
        available.CopyTo(into);
        at += available.Length;
        return available.Length;
    }

    /// <summary>Goes to the next place where these bytes stand, or to the end.</summary>
    public bool Find(ReadOnlySpan<byte> bytes)
    {
        while (Peek(bytes.Length).Length == bytes.Length)
        {
            int found = buffer.AsSpan(at, end - at).IndexOf(bytes);
            at = found >= 0 ? at + found : end - bytes.Length + 1;
            mark = at;
            if (found >= 0)
                return true;
        }
        at = mark = end;
        return false;
    }

    private bool Fill()
    {
        if (end == buffer.Length)
            MakeRoom();
        int read = packed.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        // What was read a moment ago stays too: the end of a member is sought in it.
        if (at - mark > Kept)
            mark = at - (Kept / 2);
        var kept = buffer.AsSpan(mark, end - mark);
        byte[] room = kept.Length > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        kept.CopyTo(room);
        buffer = room;
        before += mark;
        at -= mark;
        end -= mark;
        mark = 0;
    }
}
