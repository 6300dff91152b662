using System.Net;
using System.Net.Sockets;
using Entente.Feeds;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Feeds come from strangers: what they point to is reached only if it is a public web server.</summary>
public sealed class AddressGuardTests
{
    private static readonly string[] Hostile = [.. File.ReadAllLines(Repository.PathOf("tests", "Entente.Feeds.Tests", "hostile-addresses.txt")).Where(l => !l.StartsWith('#'))];

    public static TheoryData<string> HostileAddresses() => [.. Hostile];

    [Fact]
    public void There_are_at_least_120_hostile_addresses() => Assert.InRange(Hostile.Distinct().Count(), 120, 1_000);

    /// <summary>Whatever is not refused as it is written is looked up, judged and refused then: the test knows names for near addresses.</summary>
    [Theory]
    [MemberData(nameof(HostileAddresses))]
    public async Task A_hostile_address_is_refused_and_nothing_is_sent(string address)
    {
        using var folder = new TemporaryFolder();
        using var follower = new Follower([], new(folder.PathOf("state.json"), "Entente/1.0", TimeSpan.FromMinutes(15)), new AddressGuard(ResolveAsync, _ => false), TimeProvider.System);
        var delivery = await follower.FetchAsync("feed", new("1") { Link = address }, TestContext.Current.CancellationToken);
        Assert.True(delivery.Fault?.Code is "ENT0130" or "ENT0121", $"{address}: {delivery.Fault}");
        Assert.True(delivery.IsFinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void A_public_address_is_let_through(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://paper.example/feed", null)]
    [InlineData("http://paper.example:443/feed", null)]
    [InlineData("http://8.8.8.8/feed", null)]
    [InlineData("http://münchen.example/feed", null)]
    [InlineData("http://paper.example:8080/feed", "port 8080")]
    public void An_ordinary_address_is_good_as_it_is_written(string address, string? why) => Assert.Equal(why, new AddressGuard().WhyNot(new(address)));

    [Fact]
    public void A_path_behind_a_number_is_no_disguise() => Assert.Null(new AddressGuard().WhyNot(new(new Uri("http://8.8.8.8/feed"), "/story")));

    [Fact]
    public void Another_port_is_good_where_a_person_listed_it()
    {
        var guard = new AddressGuard();
        guard.Trust(new("http://paper.example:8080/feed"));
        Assert.Null(guard.WhyNot(new("http://paper.example:8080/story")));
        Assert.NotNull(guard.WhyNot(new("http://paper.example:8081/story")));
        Assert.NotNull(guard.WhyNot(new("http://other.example:8080/story")));
    }

    [Fact]
    public async Task The_address_that_was_judged_is_the_one_connected_to()
    {
        int asked = 0;
        var guard = new AddressGuard((_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback]), _ => false);
        await Assert.ThrowsAsync<AddressRefusedException>(() => guard.ConnectAsync(new("paper.example", 80), TestContext.Current.CancellationToken).AsTask());
        Assert.Equal(1, asked);
    }

    /// <summary>What the resolvers of some systems make of such writings, and names that lie.</summary>
    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken stop) => Task.FromResult(host switch
    {
        "near-by.rebind" => [IPAddress.Loopback],
        "mixed.rebind" => [IPAddress.Parse("8.8.8.8"), IPAddress.Parse("10.0.0.1")],
        "far-in.rebind" => [IPAddress.Parse("fd00::1")],
        _ => IPAddress.TryParse(host, out var literal) ? [literal] : new[] { IPAddress.Loopback },
    });
}
