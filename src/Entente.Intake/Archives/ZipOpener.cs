using System.IO.Compression;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>The files of a zip, in ordinal order of their names. Nothing is written to disk.</summary>
internal sealed class ZipOpener(IOpener opening) : IOpener
{
    private const int LinkType = 0xA000, TypeBits = 0xF000;

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var budget = parcel.Budget ?? new Budget(parcel.Place);
        var inside = new Inside(parcel, opening, budget);
        if (inside.TooDeep is { } deep)
            return [Taken.Aside(deep)];
        return parcel.Content.CanSeek ? Listed(parcel, budget, inside) : Held(parcel, budget, inside);
    }

    /// <summary>The list of entries stands last, so that one from a pipe or from another archive is held in memory.</summary>
    private static IEnumerable<Taken> Held(Parcel parcel, Budget budget, Inside inside)
    {
        var held = new MemoryStream();
        try
        {
            byte[] chunk = new byte[64 * 1024];
            for (int read; (read = parcel.Content.Read(chunk)) > 0; held.Write(chunk, 0, read))
                if (!budget.TryHold(read))
                {
                    yield return Taken.Aside(Faults.TooLong(parcel.Place, held.Length + read, Limits.Buffered));
                    yield break;
                }
            held.Position = 0;
            foreach (var taken in Listed(parcel with { Content = held }, budget, inside))
                yield return taken;
        }
        finally
        {
            budget.GiveBack(held.Length);
        }
    }

    private static IEnumerable<Taken> Listed(Parcel parcel, Budget budget, Inside inside)
    {
        if (parcel.Budget is null)
            budget.Packed = parcel.Content.Length;
        if (ZipDirectory.Count(parcel.Content) is > Limits.Entries and long count)
            return [Taken.Aside(Faults.TooMany(parcel.Place, count == long.MaxValue ? "a list of entries without measure" : $"{count} entries", Limits.Entries))];
        return inside.Told(Guarding.Guarded(() => Entries(parcel, budget, inside), e => Inside.IsBroken(e) ? Faults.BrokenArchive(parcel.Place, "no list of entries that can be read") : null));
    }

    private static IEnumerable<Taken> Entries(Parcel parcel, Budget budget, Inside inside)
    {
        parcel.Content.Position = 0;
        using var zip = new ZipArchive(parcel.Content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal).TakeWhile(_ => !inside.IsHopeless))
            if (entry.IsEncrypted)
                yield return inside.Aside(Faults.Encrypted($"{parcel.Place}!{Inside.Shown(entry.FullName)}"));
            else if (((entry.ExternalAttributes >> 16) & TypeBits) == LinkType)
                inside.Leave("a link or a device");
            else if (entry.Name.Length > 0 || entry.FullName.Length == 0)
                foreach (var taken in inside.OpenEntry(entry.FullName, place => new BoundedStream(place, entry.Open(), entry.CompressedLength, entry.Crc32, budget)))
                    yield return taken;
    }
}
