using System.IO.Compression;
using System.Text;
using Entente.Feeds;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What servers do that mean ill, or are ill: each ends in a fault, soon, and with little memory.</summary>
public sealed class FetchingTests : IDisposable
{
    private readonly Newsstand stand = new();
    private readonly JumpingClock clock = new(DateTimeOffset.UnixEpoch);

    public void Dispose() => stand.Dispose();

    [Fact]
    public async Task A_page_comes_with_its_type_encoding_and_version()
    {
        stand.Put("one.example/a", "A story.", "Content-Type: Text/HTML; charset=\"utf-8\"", "ETag: \"v1\"", "Last-Modified: Fri, 29 Mar 2024 12:00:00 GMT", "Cache-Control: max-age=600");
        var answer = await GetAsync("one.example/a");
        Assert.Null(answer.Fault);
        Assert.Equal(("A story.", "text/html", "utf-8", "\"v1\"", TimeSpan.FromMinutes(10)), (Encoding.UTF8.GetString(answer.Body), answer.MediaType, answer.Charset, answer.ETag, answer.KeepFor));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_page_is_unpacked(string encoding)
    {
        stand.Put("one.example/a", 200, Packed(encoding, Encoding.UTF8.GetBytes("A story.")), $"Content-Encoding: {encoding}");
        Assert.Equal("A story.", Encoding.UTF8.GetString((await GetAsync("one.example/a")).Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_left_there(string encoding)
    {
        stand.Put("one.example/a", 200, Packed(encoding, new byte[50 * 1024 * 1024]), $"Content-Encoding: {encoding}");
        Assert.Equal("ENT0118", (await GetAsync("one.example/a")).Fault!.Code);
    }

    [Theory]
    [InlineData("Content-Encoding: gzip, gzip")]
    [InlineData("Content-Encoding: zstd")]
    [InlineData("Content-Encoding: gzip")]
    [InlineData("Content-Type: image/png")]
    [InlineData("Content-Type: video/mp4")]
    public async Task What_cannot_be_read_is_a_fault(string header)
    {
        stand.Put("one.example/a", "no such thing", header);
        Assert.Equal("ENT0132", (await GetAsync("one.example/a")).Fault!.Code);
    }

    [Fact]
    public async Task A_page_that_says_it_is_too_long_is_not_read_and_one_that_does_not_say_so_is_read_up_to_the_limit()
    {
        stand.Put("one.example/said", (_, stream) => stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"u8.ToArray()).AsTask());
        stand.Put("one.example/unsaid", async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray());
            while (true)
                await stream.WriteAsync(new byte[65_536]);
        });
        Assert.Equal("ENT0107", (await GetAsync("one.example/said")).Fault!.Code);
        Assert.Equal("ENT0107", (await GetAsync("one.example/unsaid", new Ask(new(stand.Url("one.example/unsaid")), 1_000_000))).Fault!.Code);
    }

    [Fact]
    public async Task A_server_that_sends_a_byte_now_and_then_is_given_up_in_time()
    {
        stand.Put("one.example/slow", async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync("a"u8.ToArray());
                await Task.Delay(20);
            }
        });
        stand.Put("one.example/silent", (_, _) => Task.Delay(Timeout.Infinite));
        foreach (string path in new[] { "one.example/slow", "one.example/silent" })
        {
            using var fetcher = NewFetcher(TimeSpan.FromMilliseconds(300));
            var answer = await fetcher.GetAsync(Of(path), TestContext.Current.CancellationToken);
            Assert.Equal(("ENT0132", true), (answer.Fault?.Code, answer.MayPass));
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("HTTP/9.9 huh\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("")]
    public async Task An_answer_that_breaks_off_or_is_none_may_pass(string bytes)
    {
        stand.Put("one.example/a", (_, stream) => stream.WriteAsync(Encoding.Latin1.GetBytes(bytes)).AsTask());
        var answer = await GetAsync("one.example/a");
        Assert.Equal(("ENT0132", true), (answer.Fault?.Code, answer.MayPass));
    }

    [Fact]
    public async Task A_flood_of_headers_is_cut_off()
    {
        stand.Put("one.example/a", async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            for (int i = 0; i < 100_000; i++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {new string('x', 100)}\r\n"));
        });
        Assert.Equal("ENT0132", (await GetAsync("one.example/a")).Fault!.Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]:22/")]
    [InlineData("http://localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@one.example/")]
    [InlineData("//10.0.0.1/")]
    public async Task A_redirect_is_judged_like_any_address(string target)
    {
        stand.Put("one.example/a", 302, "", $"Location: {target}");
        var answer = await GetAsync("one.example/a");
        Assert.Equal(("ENT0130", false), (answer.Fault!.Code, answer.MayPass));
        Assert.Equal(2, stand.Connections);
    }

    [Fact]
    public async Task Redirects_lead_to_the_page_and_those_for_good_are_remembered()
    {
        stand.Put("one.example/a", 301, "", "Location: /b");
        stand.Put("one.example/b", 308, "", $"Location: {stand.Url("two.example/c")}");
        stand.Put("two.example/c", "A story.");
        stand.Put("one.example/now", 302, "", "Location: /b");
        stand.Put("one.example/accent", (_, stream) => stream.WriteAsync("HTTP/1.1 302 Found\r\nLocation: /caf\u00e9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()).AsTask());
        stand.Put("one.example/caf%C3%A9", "A story.");
        var answer = await GetAsync("one.example/a");
        Assert.Equal(("A story.", stand.Url("two.example/c")), (Encoding.UTF8.GetString(answer.Body), answer.MovedTo!.AbsoluteUri));
        Assert.Null((await GetAsync("one.example/now")).MovedTo);
        Assert.Equal(200, (await GetAsync("one.example/accent")).Status);
    }

    [Fact]
    public async Task Five_redirects_are_enough()
    {
        stand.Put("one.example/a", 302, "", "Location: /a");
        Assert.Equal("ENT0133", (await GetAsync("one.example/a")).Fault!.Code);
        Assert.Equal(6, stand.Asked.Count(a => a.Path == "/a"));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_fetched_also_behind_a_redirect()
    {
        stand.Put("one.example/robots.txt", "User-agent: *\nDisallow: /private\n");
        stand.Put("two.example/a", 302, "", $"Location: {stand.Url("one.example/private/b")}");
        Assert.Equal("ENT0131", (await GetAsync("one.example/private/b")).Fault!.Code);
        Assert.Equal("ENT0131", (await GetAsync("two.example/a")).Fault!.Code);
        Assert.DoesNotContain(stand.Asked, a => a.Path.StartsWith("/private", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(403, null)]
    [InlineData(503, "ENT0132")]
    [InlineData(429, "ENT0132")]
    public async Task Without_robots_txt_all_is_allowed_and_a_server_that_is_ill_is_left_alone(int status, string? fault)
    {
        stand.Put("one.example/robots.txt", status, "");
        stand.Put("one.example/a", "A story.");
        Assert.Equal(fault, (await GetAsync("one.example/a")).Fault?.Code);
    }

    [Fact]
    public async Task Robots_txt_is_read_up_to_its_limit()
    {
        stand.Put("one.example/robots.txt", "User-agent: *\nDisallow: /a\n" + new string('#', 600_000) + "\nDisallow: /b\n");
        stand.Put("one.example/b", "A story.");
        using var fetcher = NewFetcher();
        Assert.Equal("ENT0131", (await fetcher.GetAsync(Of("one.example/a"), TestContext.Current.CancellationToken)).Fault?.Code);
        Assert.Null((await fetcher.GetAsync(Of("one.example/b"), TestContext.Current.CancellationToken)).Fault);
        Assert.Single(stand.Asked, a => a.Path == "/robots.txt");
    }

    [Fact]
    public async Task Requests_to_a_host_come_one_after_another_with_a_pause_and_its_own_wish_counts_up_to_a_minute()
    {
        stand.Put("slow.example/robots.txt", "User-agent: *\nCrawl-delay: 30");
        stand.Put("stopped.example/robots.txt", "User-agent: *\nCrawl-delay: 86400");
        using var fetcher = NewFetcher();
        foreach (string host in new[] { "one", "slow", "stopped" })
            await Task.WhenAll(fetcher.GetAsync(Of($"{host}.example/a"), TestContext.Current.CancellationToken), fetcher.GetAsync(Of($"{host}.example/b"), TestContext.Current.CancellationToken));
        Assert.Equal([2, 2, 30, 30, 60, 60], clock.Waits.Select(w => (int)Math.Round(w.TotalSeconds)));
        Assert.Equal(9, stand.Asked.Count);
    }

    [Fact]
    public async Task We_say_who_we_are_and_hand_over_nothing_else()
    {
        stand.Put("one.example/a", 200, "A story.", "Set-Cookie: id=1", "ETag: \"é\"");
        using var fetcher = NewFetcher();
        for (int i = 0; i < 2; i++)
            await fetcher.GetAsync(Of("one.example/a"), TestContext.Current.CancellationToken);
        var asked = stand.Asked.Last();
        Assert.Equal("Entente/1.0 (+https://desk.example)", asked.Header("User-Agent"));
        Assert.Null(asked.Header("Cookie"));
        Assert.Equal(["Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding"], asked.Headers.Select(h => h.Split(':')[0]));
    }

    private async Task<Answer> GetAsync(string hostAndPath, Ask? ask = null)
    {
        using var fetcher = NewFetcher();
        return await fetcher.GetAsync(ask ?? Of(hostAndPath), TestContext.Current.CancellationToken);
    }

    private Ask Of(string hostAndPath) => new(new(stand.Url(hostAndPath)), FetchLimits.PageBytes);

    private Fetcher NewFetcher(TimeSpan? whole = null)
    {
        var guard = stand.Guard;
        foreach (string host in new[] { "one", "two", "slow", "stopped" })
            guard.Trust(new(stand.Url(host + ".example/")));
        return new(guard, new FetchLimits { Whole = whole ?? TimeSpan.FromSeconds(30) }, "Entente/1.0 (+https://desk.example)", clock);
    }

    private static byte[] Packed(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
