namespace Entente.Intake;

/// <summary>A stream with its first bytes put back.</summary>
internal sealed class PrependedStream(ReadOnlyMemory<byte> first, Stream rest) : ReadOnlyStream
{
    private int at;

    public override int Read(Span<byte> buffer)
    {
        if (at == first.Length)
            return rest.Read(buffer);
        int part = Math.Min(buffer.Length, first.Length - at);
        first.Span.Slice(at, part).CopyTo(buffer);
        at += part;
        return part;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
