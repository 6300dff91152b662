using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A web archive: its pages, texts, feeds and PDFs go on; everything else is counted.</summary>
internal sealed class WarcOpener(IOpener opening) : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel) => Read(parcel, null);

    /// <param name="members">What the parcel's content was unpacked by, if by gzip.</param>
    public IEnumerable<Taken> Read(Parcel parcel, GunzipStream? members)
    {
        var inside = new Inside(parcel, opening, parcel.Budget);
        if (inside.TooDeep is { } deep)
        {
            yield return Taken.Aside(deep);
            yield break;
        }
        var reader = new WarcReader(parcel.Place, parcel.Content, members);
        var payloads = new WarcPayloads(inside, checksDigests: members is null);
        bool isEmpty = true;
        while (!inside.IsHopeless && reader.Next(out var record))
            foreach (var taken in Open(record, payloads, inside))
            {
                isEmpty = false;
                yield return taken;
            }
        foreach (var left in inside.AllLeft())
        {
            isEmpty = false;
            yield return left;
        }
        if (isEmpty)
            yield return Taken.Aside(Faults.EmptyInput(parcel.Place));
    }

    private static IEnumerable<Taken> Open(WarcRecord record, WarcPayloads payloads, Inside inside)
    {
        Parcel? payload = null;
        return (record.Fault ?? payloads.Open(record, out payload)) is { } fault ? [inside.Aside(fault)] : payload is null ? [] : inside.Open(payload);
    }
}
