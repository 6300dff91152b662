using System.Text;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What all archives have in common: what lies in them goes back to be opened, and what was left alone is counted.</summary>
/// <param name="budget">Null if no archive around packs, nor this one.</param>
internal sealed class Inside(Parcel archive, IOpener opening, Budget? budget)
{
    private readonly SortedDictionary<string, int> leftAlone = new(StringComparer.Ordinal);
    private int faults;

    /// <summary>Null if the archive may be opened.</summary>
    public Fault? TooDeep => archive.Depth < Limits.Depth ? null : Faults.TooDeep(archive.Place, Limits.Depth);

    /// <summary>So much was wrong with it that no more is read.</summary>
    public bool IsHopeless => faults > Limits.Faults;

    public void Leave(string why) => leftAlone[why] = leftAlone.GetValueOrDefault(why) + 1;

    public Taken Aside(Fault fault) => Taken.Aside(++faults > Limits.Faults ? Faults.TooMany(archive.Place, "more faults", Limits.Faults) : fault);

    /// <summary>All that was taken out of it and then what was left; an archive is never passed over in silence.</summary>
    public IEnumerable<Taken> Told(IEnumerable<Taken> all)
    {
        bool isEmpty = true;
        foreach (var taken in all.Concat(leftAlone.Select(l => Taken.Left(archive.Place, l.Key, l.Value))))
        {
            isEmpty = false;
            yield return taken;
        }
        if (isEmpty)
            yield return Taken.Aside(Faults.EmptyInput(archive.Place));
    }

    public IEnumerable<Taken> Open(Parcel parcel) => opening.Open(parcel with { Depth = archive.Depth + 1, Budget = budget });

    /// <summary>An entry that has a name. A fault of its bytes is told and the next entry goes on.</summary>
    public IEnumerable<Taken> OpenEntry(string name, Func<string, Stream> content)
    {
        name = name.Replace('\\', '/');
        string place = $"{archive.Place}!{Shown(name)}";
        if (EntryNames.FaultOf(name) is { } found)
            return [Aside(Faults.UnsafeName(place, found))];
        string file = name[(name.LastIndexOf('/') + 1)..];
        string ending = Path.GetExtension(file).ToLowerInvariant();
        if (!ParcelKinds.IsArticle(ending) || EntryNames.IsOfFinder(name))
        {
            Leave("another kind of file");
            return [];
        }
        Stream? entry = null;
        return Guarding.Guarded(
            () => Open(new Parcel(place, Path.GetFileNameWithoutExtension(file), entry = content(place)) { Ending = ending }),
            e => e is RefusedException refused && refused.By == entry ? refused.Fault : IsBroken(e) ? Faults.BrokenArchive(place, "data that do not unpack") : null);
    }

    /// <summary>What the archive readers of .NET throw for bytes that break the format.</summary>
    public static bool IsBroken(Exception e) => e is InvalidDataException or EndOfStreamException or NotSupportedException;

    /// <summary>A name that a stranger chose, fit for a terminal.</summary>
    public static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (char c in name.AsSpan(0, Math.Min(name.Length, 120)))
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return name.Length > 120 ? $"{shown}…" : shown.ToString();
    }
}
