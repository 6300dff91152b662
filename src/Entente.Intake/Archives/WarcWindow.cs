using System.Text;

namespace Entente.Intake;

/// <summary>
/// The bytes of a web archive that lie ahead. Where a gzip member begins with a record, no record goes on into it, whatever its length says:
/// what lies ahead ends there until all before it is skipped.
/// </summary>
internal sealed class WarcWindow(Stream content, GunzipStream? members)
{
    /// <summary>So many bytes tell the beginning of a record.</summary>
    private const int Telling = 24;

    private const int None = -1;

    private byte[] buffer = new byte[128 * 1024];
    private int start, end;
    private int fence = None;
    private int memberStart;
    private long memberAt, earlierAt, before;

    public ReadOnlySpan<byte> Ahead => buffer.AsSpan(start, Stop - start);

    /// <summary>Where what lies ahead begins in the file; in a packed one, where its member does.</summary>
    public long Offset => members is null ? before + start : start >= memberStart ? memberAt : earlierAt;

    private int Stop => fence == None ? end : fence;

    public ReadOnlyMemory<byte> Memory(int from, int length) => buffer.AsMemory(start + from, length);

    public void Skip(int count) => start += count;

    /// <summary>False if no more of the record can come.</summary>
    public bool More() => fence == None && Fill();

    /// <summary>To the next member that unpacks; false if there is none.</summary>
    public bool Resume()
    {
        start = end;
        return members!.Resume();
    }

    /// <summary>False at the end, or at damage.</summary>
    public bool SkipNewlines()
    {
        while (true)
        {
            int text = Ahead.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            start = text < 0 ? Stop : start + text;
            if (text >= 0)
                return true;
            if (fence != None)
                fence = None;
            else if (!Fill())
                return false;
        }
    }

    /// <summary>Goes to the next place that looks like the beginning of a record, or to the end.</summary>
    public void FindRecord()
    {
        while (true)
        {
            int found = RecordIn(Ahead);
            if (found >= 0)
            {
                start += found;
                return;
            }
            if (fence != None)
            {
                start = fence;
                fence = None;
                return;
            }
            start = Math.Max(start, end - Telling);
            if (Fill())
                continue;
            start = end;
            return;
        }
    }

    /// <summary>Passes over a block too large to keep; false if a record begins in it, where it then stands, or if it ends too early.</summary>
    public bool Skip(long count)
    {
        while (count > 0)
        {
            var part = Ahead[..(int)Math.Min(count, Ahead.Length)];
            int found = RecordIn(part);
            bool isLast = part.Length == count;
            int passed = found >= 0 ? found : isLast || fence != None ? part.Length : Math.Max(0, part.Length - Telling);
            start += passed;
            count -= passed;
            if (found >= 0 || (count > 0 && !More()))
                return false;
        }
        return true;
    }

    /// <summary>The version alone may stand in a page about web archives; a line of a header behind it does so rarely.</summary>
    private static int RecordIn(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; bytes[at..].IndexOf("WARC/1."u8) is >= 0 and int found; at += found + 1)
        {
            var next = bytes[(at + found + 7)..];
            var line = next.IsEmpty ? next : next[1..].TrimStart("\r"u8);
            if (line.StartsWith("\n"u8) && (StartsWith(line[1..], "WARC-"u8) || StartsWith(line[1..], "Content-"u8)))
                return at + found;
        }
        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word) => bytes.Length >= word.Length && Ascii.EqualsIgnoreCase(bytes[..word.Length], word);

    private bool Fill()
    {
        if (start == end || end == buffer.Length)
            MakeRoom();
        int read = ReadContent();
        if (read == 0)
            return false;
        if (members is not null && members.MemberAt != memberAt)
        {
            (earlierAt, memberAt, memberStart) = (memberAt, members.MemberAt, end);
            if (end > start && buffer.AsSpan(end, read).StartsWith("WARC/"u8))
                fence = end;
        }
        end += read;
        return true;
    }

    private int ReadContent()
    {
        try
        {
            return content.Read(buffer, end, buffer.Length - end);
        }
        catch (RefusedException refused) when (refused.By == members)
        {
            // One member is a bomb: damage like any other, and the stream says so.
            return 0;
        }
    }

    /// <summary>Twice the room of what is kept, so that it is seldom moved.</summary>
    private void MakeRoom()
    {
        var kept = buffer.AsSpan(start, end - start);
        byte[] room = kept.Length > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        kept.CopyTo(room);
        buffer = room;
        before += start;
        memberStart -= start;
        end -= start;
        start = 0;
    }
}
