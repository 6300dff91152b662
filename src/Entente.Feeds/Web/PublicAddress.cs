using System.Net;
using System.Net.Sockets;

namespace Entente.Feeds;

/// <summary>Which addresses are of the public internet, after the special-purpose registries of IANA.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // A cloud answers its own machines here, as others do in 169.254.0.0/16.
            "168.63.129.16/32",
            // Of 2000::/3: protocols and Teredo, documentation, 6to4, documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        // Where only IPv6 is spoken, every server of IPv4 is met under such an address.
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && Nat64.Contains(address))
            return Is(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return (address.AddressFamily == AddressFamily.InterNetwork || Unicast.Contains(address)) && !Array.Exists(Special, n => n.Contains(address));
    }
}
