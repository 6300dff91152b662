namespace Entente.Intake;

/// <summary>A line's bytes, or only its length where it was too long to keep.</summary>
internal readonly record struct Line(byte[] Bytes, long Length, bool IsTooLong);

/// <summary>Lines of a stream, each kept only up to a limit: a line of 50 MB costs its time, not its memory.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private readonly byte[] buffer = new byte[65_536];
    private int at, end;

    public Line? ReadLine()
    {
        var kept = new MemoryStream();
        long length = 0;
        while (Fill())
        {
            int newline = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            int part = newline < 0 ? end - at : newline;
            length += part;
            if (length <= limit)
                kept.Write(buffer, at, part);
            at += newline < 0 ? part : part + 1;
            if (newline >= 0)
                return new(length <= limit ? kept.ToArray() : [], length, length > limit);
        }
        return length == 0 ? null : new(length <= limit ? kept.ToArray() : [], length, length > limit);
    }

    public Line ReadAll()
    {
        var kept = new MemoryStream();
        long length = 0;
        while (Fill())
        {
            length += end - at;
            if (length <= limit)
                kept.Write(buffer, at, end - at);
            at = end;
        }
        return new(length <= limit ? kept.ToArray() : [], length, length > limit);
    }

    private bool Fill()
    {
        if (at < end)
            return true;
        at = 0;
        end = stream.Read(buffer);
        return end > 0;
    }
}
