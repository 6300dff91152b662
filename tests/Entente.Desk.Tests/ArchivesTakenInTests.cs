using System.IO.Compression;
using Entente.Desk;

namespace Entente.Tests;

/// <summary>Archives and patterns of files at the desk.</summary>
public sealed class ArchivesTakenInTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_a_pattern_names_is_read_and_what_is_no_article_in_an_archive_is_counted()
    {
        string archive = folder.Write("news/day/all.zip", []);
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Update))
            foreach (string name in new[] { "a.txt", "picture.png", "film.mp4" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("Japan and Britain signed a treaty in London on Wednesday.");
            }
        var desk = new LocalDesk(new DataFolder(Repository.PathOf("data")), folder.PathOf("none.db"), TimeProvider.System);
        var names = new List<string>();
        var report = desk.ReadOnly([folder.PathOf("news/**/*.zip"), folder.PathOf("news/*.pdf")], Stream.Null, new(1, 10), reading => names.Add(reading.Article.Name), TestContext.Current.CancellationToken);
        Assert.Equal(["a"], names);
        Assert.Equal(2, report.LeftAlone);
        Assert.Equal("ENT0101", Assert.Single(report.SetAside).Code);
    }
}
