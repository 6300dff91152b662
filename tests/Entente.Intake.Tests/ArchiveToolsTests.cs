using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Archives as other programs write them, where those are installed.</summary>
public sealed class ArchiveToolsTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(null);

    public ArchiveToolsTests()
    {
        folder.Write("in/a.txt", Story);
        folder.Write("in/sub/b.txt", Story + " Again.");
        File.CreateSymbolicLink(folder.PathOf("in/link.txt"), "/etc/passwd");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Files made once by wget 1.21, zip 3.0, GNU tar 1.34 and gzip 1.12 from texts of our own.</summary>
    [Theory]
    [InlineData("gzip.jsonl.gz", "w1 w2")]
    [InlineData("zip.zip", "treaty w1 w2")]
    [InlineData("tar.tar.gz", "treaty w1 w2")]
    [InlineData("wget-plain.warc", "http://127.0.0.1:18471/treaty.txt")]
    public void What_a_tool_packed_is_opened(string archive, string expected) =>
        Assert.Equal(expected, string.Join(' ', feed.ReadFile(FileOf(archive)).Where(t => t.LeftAlone is null).Select(t => t.Article?.Name ?? t.SetAside!.ToString())));

    [Fact]
    public void A_page_that_wget_archived_goes_on_as_a_page()
    {
        var (inside, all) = Collecting.Warc(File.ReadAllBytes(FileOf("wget.warc.gz")));
        Assert.Equal(["text/html treaty.html", "text/plain treaty.txt"], inside.Parcels.Select(p => $"{p.Parcel.MediaType} {p.Parcel.Url!.Split('/')[^1]}"));
        Assert.Contains("signed a treaty of friendship", inside.Texts.First(), StringComparison.Ordinal);
        Assert.DoesNotContain(all, t => t.SetAside is not null);
    }

    [Theory]
    [InlineData("gzip", "-k in/a.txt", "in/a.txt.gz", "a")]
    [InlineData("gzip", "-k -1 in/a.txt", "in/a.txt.gz", "a")]
    [InlineData("zip", "-r -q all.zip in", "all.zip", "a b link")]
    [InlineData("zip", "-r -q -y all.zip in", "all.zip", "a b")]
    [InlineData("zip", "-r -q -0 all.zip in/a.txt in/sub", "all.zip", "a b")]
    [InlineData("tar", "-cf all.tar in", "all.tar", "a b")]
    [InlineData("tar", "-C in -czf all.tgz .", "all.tgz", "a b")]
    [InlineData("tar", "--format=v7 -cf all.tar in", "all.tar", "a b")]
    [InlineData("tar", "--format=pax -czf all.tar.gz in", "all.tar.gz", "a b")]
    [InlineData("tar", "--format=gnu -cf all.tar in", "all.tar", "a b")]
    public void What_a_tool_packs_is_opened(string tool, string arguments, string archive, string expected)
    {
        Run(tool, arguments);
        var names = feed.ReadFile(folder.PathOf(archive)).Where(t => t.LeftAlone is null).Select(t => t.Article?.Name ?? t.SetAside!.ToString());
        Assert.Equal(expected, string.Join(' ', names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_zip_locks_with_a_password_is_told()
    {
        Run("zip", "-q -P secret locked.zip in/a.txt");
        Assert.Equal("ENT0125", Assert.Single(feed.ReadFile(folder.PathOf("locked.zip"))).SetAside!.Code);
    }

    [Theory]
    [InlineData("", "news.warc.gz")]
    [InlineData("--no-warc-compression", "news.warc")]
    public void What_wget_archives_is_opened(string option, string archive)
    {
        using var server = new SmallServer();
        Run("wget", $"-q --warc-file=news {option} -O out.txt {server.Address}story.txt {server.Address}chunked.txt {server.Address}missing.txt", mayFail: true);
        var all = feed.ReadFile(folder.PathOf(archive)).ToList();
        Assert.Equal([Story, Story + " In parts."], all.Where(t => t.Article is not null).Select(t => t.Article!.Text.Trim()));
        Assert.Equal($"{server.Address}story.txt", all[0].Article!.Url);
        Assert.Contains(all, t => t.LeftAlone is { Why: "an answer other than 200", Count: 1 });
        Assert.DoesNotContain(all, t => t.SetAside is not null);
    }

    private static string FileOf(string name) => Repository.PathOf("tests", "Entente.Intake.Tests", "Files", name);

    private void Run(string tool, string arguments, bool mayFail = false)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder.Root, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(mayFail || process.ExitCode == 0, $"{tool} {arguments}: {process.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed");
        }
    }

    /// <summary>Answers on the loopback alone, on a thread of its own, since tests fill the pool.</summary>
    private sealed class SmallServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public SmallServer()
        {
            listener.Start();
            new Thread(Serve) { IsBackground = true }.Start();
        }

        public string Address => $"http://{listener.LocalEndpoint}/";

        public void Dispose() => listener.Dispose();

        private void Serve()
        {
            while (true)
                try
                {
                    using var client = listener.AcceptTcpClient();
                    using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                    string request = reader.ReadLine() ?? "";
                    while (reader.ReadLine() is { Length: > 0 })
                    {
                    }
                    client.GetStream().Write(Encoding.UTF8.GetBytes(AnswerTo(request)));
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
                {
                    return;
                }
        }

        private static string AnswerTo(string request) => "HTTP/1.1 " + (request.Split(' ') switch
        {
            [_, "/story.txt", _] => $"200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: {Story.Length}\r\n\r\n{Story}",
            [_, "/chunked.txt", _] => $"200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{Story.Length:x}\r\n{Story}\r\na\r\n In parts.\r\n0\r\n\r\n",
            _ => "404 Not Found\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        });
    }
}
