using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// What one input may unpack to, with all archives in it: layers of 200:1 would multiply. The outermost archive says how many packed bytes
/// it has read.
/// </summary>
internal sealed class Budget(string place)
{
    private long unpacked;
    private long buffered;

    public long Packed { get; set; }

    /// <exception cref="RefusedException">The input is a bomb; all of it is refused from here on.</exception>
    public void Unpack(int bytes)
    {
        unpacked += bytes;
        if (IsBomb(Packed, unpacked))
            throw new RefusedException(Faults.Bomb(place, Packed, unpacked), this);
    }

    public static bool IsBomb(long packed, long unpacked) => unpacked > Limits.RatioFrom && unpacked / Limits.Ratio > packed;

    /// <summary>Room for an archive in memory, to be given back; false if there is none.</summary>
    public bool TryHold(long bytes)
    {
        if (bytes > Limits.Buffered - buffered)
            return false;
        buffered += bytes;
        return true;
    }

    public void GiveBack(long bytes) => buffered -= bytes;
}
