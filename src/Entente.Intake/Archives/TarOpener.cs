using System.Formats.Tar;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>The regular files of a tar, in its order. Links and devices are left alone.</summary>
internal sealed class TarOpener(IOpener opening) : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var inside = new Inside(parcel, opening, parcel.Budget);
        return inside.TooDeep is { } deep
            ? [Taken.Aside(deep)]
            : inside.Told(Guarding.Guarded(() => Read(parcel, inside), e => Inside.IsBroken(e) ? Faults.BrokenArchive(parcel.Place, "data that are no tar") : null));
    }

    private static IEnumerable<Taken> Read(Parcel parcel, Inside inside)
    {
        using var tar = new TarReader(new HeaderGuard(parcel.Content), leaveOpen: true);
        int entries = 0;
        while (!inside.IsHopeless && Next(tar) is { } entry)
        {
            if (++entries > Limits.Entries)
            {
                yield return Taken.Aside(Faults.TooMany(parcel.Place, "more entries", Limits.Entries));
                yield break;
            }
            if (entry.EntryType is TarEntryType.Directory)
                continue;
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
                foreach (var taken in inside.OpenEntry(NameOf(entry), _ => entry.DataStream ?? Stream.Null))
                    yield return taken;
            else
                inside.Leave("a link or a device");
        }
    }

    private static TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception e) when (e is OverflowException or ArgumentException or FormatException)
        {
            // Numbers of a header that no number holds, times that no calendar has.
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <summary>"tar -c ." puts "./" before each name.</summary>
    private static string NameOf(TarEntry entry) => entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;

    /// <summary>
    /// The reader of .NET asks for an extended header in one piece, as long as it claims to be. Nobody else asks for more than an item at once.
    /// </summary>
    private sealed class HeaderGuard(Stream tar) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length <= Limits.LargestItem ? tar.Read(buffer) : throw new InvalidDataException();
    }
}
