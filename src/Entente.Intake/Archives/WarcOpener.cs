namespace Entente.Intake;

/// <summary>A web archive: its pages, texts, feeds and PDFs go on; everything else is counted.</summary>
internal sealed class WarcOpener(IOpener opening) : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel) => Read(parcel, null);

    /// <param name="members">What the parcel's content was unpacked by, if by gzip.</param>
    public IEnumerable<Taken> Read(Parcel parcel, GunzipStream? members)
    {
        var inside = new Inside(parcel, opening, parcel.Budget);
        return inside.TooDeep is { } deep ? [Taken.Aside(deep)] : inside.Told(Read(parcel, members, inside));
    }

    private static IEnumerable<Taken> Read(Parcel parcel, GunzipStream? members, Inside inside)
    {
        var reader = new WarcReader(parcel.Place, parcel.Content, members);
        var payloads = new WarcPayloads(inside, checksDigests: members is null);
        while (!inside.IsHopeless && reader.Next(out var record))
        {
            Parcel? payload = null;
            if ((record.Fault ?? payloads.Open(record, out payload)) is { } fault)
                yield return inside.Aside(fault);
            else if (payload is not null)
                foreach (var taken in inside.Open(payload))
                    yield return taken;
        }
    }
}
