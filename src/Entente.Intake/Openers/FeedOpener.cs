using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A feed as a file: an article for each item that holds its story. Items that only point to one are counted and told together.</summary>
internal sealed class FeedOpener : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var line = new LineReader(parcel.Content, Limits.LargestItem).ReadAll();
        if (line.IsTooLong)
            return [Taken.Aside(Faults.TooLong(parcel.Place, line.Length, Limits.LargestItem))];
        var (feed, fault) = FeedReader.Read(parcel.Place, line.Bytes, parcel.Charset, Uri.TryCreate(parcel.Url, UriKind.Absolute, out var address) ? address : null);
        return feed is null ? [Taken.Aside(fault!)] : FromItems(parcel, feed);
    }

    private static IEnumerable<Taken> FromItems(Parcel parcel, NewsFeed feed)
    {
        for (int i = 0; i < feed.Items.Count; i++)
            if (feed.Items[i].HasStory)
                yield return Taken.From($"{parcel.Place}[{i}]", feed.Items[i].ToArticle());
        int pointers = feed.Items.Count(i => !i.HasStory);
        if (pointers > 0 || feed.Items.Count == 0)
            yield return Taken.Aside(Faults.OnlyPointers(parcel.Place, pointers, feed.Items.Count));
    }
}
