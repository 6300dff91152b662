using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A web page: the story on it, without what stands around.</summary>
internal sealed class PageOpener : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var whole = new LineReader(parcel.Content, Limits.LargestItem).ReadAll();
        yield return whole.IsTooLong ? Taken.Aside(Faults.TooLong(parcel.Place, whole.Length, Limits.LargestItem)) : Read(parcel, whole.Bytes);
    }

    private static Taken Read(Parcel parcel, byte[] bytes)
    {
        using var text = PageText.Decode(bytes, parcel.Charset);
        using var tree = MarkupTree.Parse(text.Letters);
        var story = PageStory.Of(tree);
        if (story.Text.Length == 0)
            return Taken.Aside(Faults.NoStory(parcel.Place, "a page of links, labels and notices"));
        var page = PageMetadata.Of(tree, parcel.Url, parcel.Fetched);
        return Taken.From(parcel.Place, page.On(new() { Name = parcel.Name, Text = story.Text })) with { Removed = story.Removed, Bylines = page.Credits };
    }
}
