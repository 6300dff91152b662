using System.IO.Hashing;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What one entry of an archive unpacks to: refused if it is a bomb, broken at its end if it differs from its checksum.</summary>
internal sealed class BoundedStream(string place, Stream unpacking, long packed, uint expected, Budget budget) : ReadOnlyStream
{
    private readonly Crc32 checksum = new();
    private long unpacked;

    /// <exception cref="RefusedException">It, or all of the input, is a bomb.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = unpacking.Read(buffer);
        if (read == 0 && !buffer.IsEmpty && checksum.GetCurrentHashAsUInt32() != expected)
            throw new InvalidDataException();
        checksum.Append(buffer[..read]);
        unpacked += read;
        if (Budget.IsBomb(packed, unpacked))
            throw new RefusedException(Faults.Bomb(place, packed, unpacked), this);
        budget.Unpack(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacking.Dispose();
        base.Dispose(disposing);
    }
}
