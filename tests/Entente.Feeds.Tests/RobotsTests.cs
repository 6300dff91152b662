using Entente.Feeds;

namespace Entente.Tests;

/// <summary>robots.txt is read as RFC 9309 says.</summary>
public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private/", "/private/a", true)]
    [InlineData("User-agent: *\nDisallow: /private/", "/public", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Entente\nAllow: /", "/a", false)]
    [InlineData("User-agent: ENTENTE/2.0\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: entente\nDisallow: /", "/a", true)]
    [InlineData("User-agent: entente\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: entente\nDisallow: /c", "/c", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/world", "/news/world/1", false)]
    [InlineData("User-agent: *\nAllow: /news\nDisallow: /news/world", "/news/world/1", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news", "/news", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", false)]
    [InlineData("User-agent: *\nDisallow: /*?print", "/a?print=1", true)]
    [InlineData("User-agent: *\nDisallow: /a%3cd", "/a%3Cd", true)]
    [InlineData("User-agent: *\nDisallow: /a/%7Ejoe", "/a/~joe/", true)]
    [InlineData("User-agent: *\nDisallow: /ツ", "/%E3%83%84", true)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", false)]
    [InlineData("\uFEFFuser-agent : * # all\r\n disallow : /x # not that\r\n", "/x", true)]
    [InlineData("Disallow: /before-any-group", "/before-any-group", false)]
    [InlineData("User-agent: *\nSitemap: https://paper.example/map\nDisallow: /x", "/x", true)]
    [InlineData("<html>not here</html>", "/a", false)]
    public void A_path_is_forbidden_by_the_longest_rule_of_our_group(string robots, string path, bool isForbidden)
    {
        var rules = RobotsRules.Parse(robots, "Entente");
        Assert.Equal(isForbidden, rules.Forbidding(path) is not null);
        Assert.Equal(isForbidden, RobotsRules.Parse(rules.ToString(), "Entente").Forbidding(path) is not null);
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -3", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e300", null)]
    public void A_pause_is_told_in_seconds(string robots, double? seconds)
    {
        var rules = RobotsRules.Parse(robots, "Entente");
        Assert.Equal(seconds, rules.CrawlDelay?.TotalSeconds);
        Assert.Equal(seconds, RobotsRules.Parse(rules.ToString(), "Entente").CrawlDelay?.TotalSeconds);
    }

    [Fact(Timeout = 5_000)]
    public async Task Rules_made_to_take_for_ever_take_a_moment() => await Task.Run(() =>
    {
        string robots = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "b$\n";
        Assert.Null(RobotsRules.Parse(robots, "Entente").Forbidding("/" + new string('a', 4_000)));
    }, TestContext.Current.CancellationToken);
}
