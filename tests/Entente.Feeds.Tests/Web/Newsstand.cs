using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Entente.Feeds;

namespace Entente.Tests;

/// <summary>What a server was asked: the path, and the header lines as they came.</summary>
internal sealed record Asked(string Host, string Path, IReadOnlyList<string> Headers)
{
    public string? Header(string name) => Headers.FirstOrDefault(h => h.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}

/// <summary>
/// A server of this machine that stands for any outlet and sends what a test says, byte by byte: also what no decent server would. Each
/// host is asked by its name; what was not prepared is not found.
/// </summary>
internal sealed class Newsstand : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, Func<Asked, Stream, Task>> pages = new();

    public Newsstand()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public ConcurrentQueue<Asked> Asked { get; } = new();

    public int Connections { get; private set; }

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Lets programs reach this server under any name in .example, and nothing else of this machine.</summary>
    public AddressGuard Guard => new(
        (host, _) => Task.FromResult(host.EndsWith(".example", StringComparison.Ordinal) ? [IPAddress.Loopback] : IPAddress.TryParse(host, out var literal) ? new[] { literal } : throw new SocketException((int)SocketError.HostNotFound)),
        point => point.Port == Port && IPAddress.IsLoopback(point.Address));

    public string Url(string hostAndPath)
    {
        int slash = hostAndPath.IndexOf('/', StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"http://{hostAndPath[..slash]}:{Port}{hostAndPath[slash..]}");
    }

    public bool Has(string hostAndPath) => pages.ContainsKey(hostAndPath);

    public void Put(string hostAndPath, Func<Asked, Stream, Task> send) => pages[hostAndPath] = send;

    public void Put(string hostAndPath, string body, params string[] headers) => Put(hostAndPath, 200, body, headers);

    public void Put(string hostAndPath, int status, string body, params string[] headers) => Put(hostAndPath, status, Encoding.UTF8.GetBytes(body), headers);

    public void Put(string hostAndPath, int status, byte[] body, params string[] headers) => Put(hostAndPath, (_, stream) => SendAsync(stream, status, body, headers));

    /// <summary>A page with a version: 304 for whoever has it.</summary>
    public void PutVersion(string hostAndPath, string version, string body) => Put(hostAndPath, (asked, stream) =>
        asked.Header("If-None-Match") == version ? SendAsync(stream, 304, [], $"ETag: {version}") : SendAsync(stream, 200, Encoding.UTF8.GetBytes(body), $"ETag: {version}", "Content-Type: application/rss+xml"));

    public static async Task SendAsync(Stream stream, int status, byte[] body, params string[] headers)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Told\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
        await stream.WriteAsync(body);
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Stop();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                string request = await reader.ReadLineAsync(end.Token) ?? "";
                var headers = new List<string>();
                while (await reader.ReadLineAsync(end.Token) is { Length: > 0 } line)
                    headers.Add(line);
                if (request.Split(' ') is not [_, var path, _])
                    return;
                var asked = new Asked(headers.First(h => h.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase))[6..].Split(':')[0], path, headers);
                Asked.Enqueue(asked);
                await (pages.GetValueOrDefault(asked.Host + path) ?? ((_, s) => SendAsync(s, 404, [])))(asked, stream);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Whoever asked has gone away.
        }
    }
}
