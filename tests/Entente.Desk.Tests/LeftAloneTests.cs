using System.IO.Compression;
using Entente.Desk;

namespace Entente.Tests;

/// <summary>What an archive holds beside articles is counted, in every verb that opens inputs.</summary>
public sealed class LeftAloneTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said after talks that had lasted all night.";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_picture_in_an_archive_is_counted_and_the_story_beside_it_taken()
    {
        string archive = folder.PathOf("news.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            Write(zip, "story.txt", Story);
            Write(zip, "map.png", "\u0089PNG");
        }
        var told = new List<(string Why, int Count)>();
        var desk = new LocalDesk(new DataFolder(Repository.PathOf("data")), folder.PathOf("record.db"), TimeProvider.System);
        var taken = desk.Articles([archive], Stream.Null, (_, why, count) => told.Add((why, count)));
        Assert.Equal(Story, Assert.Single(taken).Article!.Text);
        Assert.Equal(1, Assert.Single(told).Count);
        Assert.Equal(["story"], LocalDesk.Reprints([archive], Stream.Null, f => Assert.Fail(f.ToString())).SelectMany(g => g.Articles).Select(a => a.Name));
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
