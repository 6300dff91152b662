namespace Entente.Intake;

/// <summary>Gzip of one thing: a text, a page, lines, a tar or a web archive. What stood before damage is taken.</summary>
internal sealed class GzipOpener(IOpener opening) : IOpener
{
    private readonly WarcOpener warc = new(opening);

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var budget = parcel.Budget ?? new Budget(parcel.Place);
        var inside = new Inside(parcel, opening, budget);
        if (inside.TooDeep is { } deep)
            return [Taken.Aside(deep)];
        var members = new GunzipStream(parcel.Place, parcel.Content, budget, isOutermost: parcel.Budget is null);
        return Guarding.Guarded(() => Read(parcel, members, budget, inside), e => e is RefusedException refused && refused.By == members ? refused.Fault : null);
    }

    private IEnumerable<Taken> Read(Parcel parcel, GunzipStream members, Budget budget, Inside inside)
    {
        using (members)
        {
            byte[] head = new byte[5];
            var start = head.AsMemory(0, members.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
            var content = Within(parcel, new PrependedStream(start, members));
            if (content.Ending is ".warc" or ".wet" || head.AsSpan().SequenceEqual("WARC/"u8))
                foreach (var taken in warc.Read(content with { Budget = budget }, members))
                    yield return taken;
            else
            {
                if (!start.IsEmpty || members.Damage is null)
                    foreach (var taken in inside.Open(content))
                        yield return taken;
                if (members.Damage is { } damage)
                    yield return Taken.Aside(damage);
            }
        }
    }

    /// <summary>"wire.jsonl.gz" holds "wire.jsonl", "all.tgz" holds "all.tar"; what is not called so keeps its ending.</summary>
    private static Parcel Within(Parcel parcel, Stream content) => parcel.Ending switch
    {
        ".gz" => parcel with { Content = content, Ending = Path.GetExtension(parcel.Name).ToLowerInvariant(), Name = Path.GetFileNameWithoutExtension(parcel.Name) },
        ".tgz" => parcel with { Content = content, Ending = ".tar" },
        _ => parcel with { Content = content, MediaType = null },
    };
}
