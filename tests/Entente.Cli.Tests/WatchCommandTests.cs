using System.Diagnostics;
using System.Globalization;

namespace Entente.Tests;

/// <summary>Following feeds from the command line. No address here leads anywhere: what happens at outlets is tested in Feeds and Desk.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_feed_on_this_machine_is_refused_and_told()
    {
        var seen = Watch("http://127.0.0.1/feed", "--once");
        Assert.Equal(1, seen.Code);
        Assert.Contains("http://127.0.0.1/feed: 0 new, 0 taken in; next 2", seen.Error, StringComparison.Ordinal);
        Assert.Contains("ENT0130  http://127.0.0.1/feed: found 127.0.0.1, no public address", seen.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("news.feeds.json")));
        Assert.False(File.Exists(folder.PathOf("news.db")));
    }

    [Fact]
    public void A_feed_that_failed_is_not_asked_again_at_once()
    {
        Watch("http://127.0.0.1/feed", "--once");
        var seen = Watch("http://127.0.0.1/feed", "--once");
        Assert.Equal(0, seen.Code);
        Assert.DoesNotContain("next", seen.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--every", "1s")]
    [InlineData("--every", "2m")]
    [InlineData("--every", "soon")]
    [InlineData("--every", "25h")]
    [InlineData("--agent", "Entente\r\nCookie: a=b")]
    [InlineData("--agent", "")]
    public void An_option_that_makes_no_sense_is_a_wrong_command_line(string option, string value) => Assert.Equal(2, Watch("http://127.0.0.1/feed", option, value).Code);

    [Fact]
    public void Interrupted_it_ends_with_a_summary()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Executable.Start(["watch", folder.Write("feeds.txt", "http://127.0.0.1/feed"), "--record", folder.PathOf("news.db")]);
        Assert.Contains("next", process.StandardError.ReadLine(), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        string rest = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Articles: 0 taken in", rest, StringComparison.Ordinal);
    }

    private Seen Watch(string address, params string[] options) => Face.Run(["watch", folder.Write("feeds.txt", address), "--record", folder.PathOf("news.db"), .. options]);
}
