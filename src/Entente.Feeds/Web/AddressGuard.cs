using System.Net;
using System.Net.Sockets;

namespace Entente.Feeds;

/// <summary>An address turned out to be no public one when it was to be connected to.</summary>
internal sealed class AddressRefusedException(string why) : Exception(why);

/// <summary>
/// Nothing is reached but public web servers. Addresses come from strangers, and one may point into the network of whoever runs us: what a
/// name stands for is looked up here, judged, and connected to as it was judged.
/// </summary>
public sealed class AddressGuard
{
    private const int LongestAddress = 4096;

    /// <summary>Names that stand for something near.</summary>
    private static readonly string[] NearEndings =
    [
        ".localhost", ".local", ".internal", ".intranet", ".private", ".corp", ".home", ".lan", ".localdomain", ".home.arpa", ".onion", ".invalid",
    ];

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly Func<IPEndPoint, bool> isOfTest;

    /// <summary>"host:port" of the addresses that a person listed: there another port than the usual is meant.</summary>
    private readonly HashSet<string> listed = new(StringComparer.OrdinalIgnoreCase);

    public AddressGuard()
        : this(Dns.GetHostAddressesAsync, _ => false)
    {
    }

    /// <summary>For tests, which have servers on this machine.</summary>
    internal AddressGuard(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPEndPoint, bool> isOfTest)
    {
        this.resolve = resolve;
        this.isOfTest = isOfTest;
    }

    public void Trust(Uri listedAddress) => listed.Add(listedAddress.Authority);

    /// <summary>What is wrong with an address as it is written; null if nothing.</summary>
    public string? WhyNot(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return "no whole address";
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return $"the scheme {address.Scheme}";
        if (address.OriginalString.Length > LongestAddress)
            return $"{address.OriginalString.Length} characters";
        if (address.UserInfo.Length > 0)
            return "a user's name in the address";
        return WhyNotHost(address) ?? (address.IsDefaultPort || address.Port is 80 or 443 || listed.Contains(address.Authority) ? null : $"port {address.Port}");
    }

    /// <summary>Connects to the very address that was judged: a name that stands for something else a moment later changes nothing.</summary>
    internal async ValueTask<Stream> ConnectAsync(DnsEndPoint server, CancellationToken stop)
    {
        var addresses = await resolve(server.Host, stop).ConfigureAwait(false);
        if (Array.Find(addresses, a => !PublicAddress.Is(a) && !isOfTest(new(a, server.Port))) is { } near)
            throw new AddressRefusedException($"{server.Host} stands for {near}, no public address");
        Exception? failed = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, server.Port), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException)
                    throw;
                failed = e;
            }
        }
        throw failed ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static string? WhyNotHost(Uri address)
    {
        string host = address.IdnHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out var literal))
            return !PublicAddress.Is(literal) ? $"{literal}, no public address"
                // 0x8.010.2056 is such a writing; nobody has reason to hide a number so.
                : address.HostNameType == UriHostNameType.IPv4 && !address.OriginalString.Contains(literal.ToString(), StringComparison.Ordinal) ? "a number in disguise" : null;
        int dot = host.LastIndexOf('.');
        return dot <= 0 ? $"the name '{host}', which only a near network knows"
            : char.IsAsciiDigit(host[dot + 1]) ? "a number in disguise"
            : Array.Find(NearEndings, e => host.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } ending ? $"a name in {ending}, which only a near network knows" : null;
    }
}
