namespace Entente.Intake;

/// <summary>A stream with its first bytes put back.</summary>
internal sealed class PrependedStream(ReadOnlyMemory<byte> first, Stream rest) : Stream
{
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (at == first.Length)
            return rest.Read(buffer, offset, count);
        int part = Math.Min(count, first.Length - at);
        first.Span.Slice(at, part).CopyTo(buffer.AsSpan(offset));
        at += part;
        return part;
    }

    public override void Flush() => rest.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
