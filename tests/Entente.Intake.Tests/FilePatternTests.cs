using Entente.Intake;

namespace Entente.Tests;

/// <summary>Patterns of files, for shells that do not expand them, and folders with links in them.</summary>
public sealed class FilePatternTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FilePatternTests()
    {
        foreach (string name in new[] { "b.txt", "a.txt", "a.html", "sub/a.txt", "sub/deep/c.txt", "sub/deep/d.html", "other/sub/e.txt" })
            folder.Write(name, "x");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("*.txt", "a.txt b.txt")]
    [InlineData("?.html", "a.html")]
    [InlineData("??.html", "")]
    [InlineData("**/*.txt", "a.txt b.txt other/sub/e.txt sub/a.txt sub/deep/c.txt")]
    [InlineData("sub/**", "sub/a.txt sub/deep/c.txt sub/deep/d.html")]
    [InlineData("*/sub/*.txt", "other/sub/e.txt")]
    [InlineData("**/deep/*.html", "sub/deep/d.html")]
    [InlineData("s*/a.txt", "sub/a.txt")]
    [InlineData("nowhere/*.txt", "")]
    [InlineData("*.TXT", "")]
    [InlineData("a.txt", "")]
    public void A_pattern_names_files_in_ordinal_order(string pattern, string expected) =>
        Assert.Equal(expected, string.Join(' ', ArticleFeed.FilesLike(folder.PathOf(pattern)).Select(f => Path.GetRelativePath(folder.Root, f))));

    [Fact]
    public void A_link_to_a_folder_above_is_not_followed_in_a_circle()
    {
        int without = ArticleFeed.FilesIn(folder.Root).Files.Count;
        Directory.CreateSymbolicLink(folder.PathOf("sub/up"), folder.Root);
        Directory.CreateSymbolicLink(folder.PathOf("sub/self"), folder.PathOf("sub"));
        Assert.Equal(without, ArticleFeed.FilesIn(folder.Root).Files.Count);
        Assert.Equal(5, ArticleFeed.FilesLike(folder.PathOf("**/*.txt")).Count);
    }
}
