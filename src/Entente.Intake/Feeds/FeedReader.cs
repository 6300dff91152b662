using System.Buffers;
using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>RSS 0.9 to 2.0, RSS 1.0 and Atom, as outlets really write them.</summary>
public static class FeedReader
{
    /// <summary>Items of one feed; real ones have 10 to 500.</summary>
    private const int MostItems = 10_000;

    private const int LongestOutlet = 60;

    private static readonly SearchValues<char> Separators = SearchValues.Create("|–—»:•·");

    /// <param name="charset">As its sender declares.</param>
    /// <param name="address">Where it was fetched, for links that are relative.</param>
    public static (NewsFeed? Feed, Fault? Fault) Read(string place, ReadOnlySpan<byte> bytes, string? charset, Uri? address)
    {
        using var tree = new FeedTree(bytes, charset, address);
        int root = tree.Children(0).FirstOrDefault(n => tree.Name(n) is "rss" or "rdf:rdf" or "rdf" or "feed" or "channel");
        if (root == 0)
            return (null, Faults.BrokenMarkup(place, tree.Children(0).Select(n => $"<{Named(tree.Name(n))}>").FirstOrDefault() ?? "no markup", "a feed of RSS or Atom"));
        int channel = tree.All("channel").Append(root).First();
        var items = tree.All("item", "entry").Take(MostItems).Select(n => ItemReader.Read(tree, n)).OfType<FeedItem>().ToList();
        var feed = WithManners(new NewsFeed(null, items), tree, channel);
        return (feed with { Items = [.. items.Select(i => i with { Outlet = OutletIn(feed.Title) })] }, null);
    }

    /// <summary>"The Gazette"; "World | The Gazette" and "The Gazette: World" do not tell which is which.</summary>
    private static string? OutletIn(string? title) =>
        title is { Length: > 1 and <= LongestOutlet } && !title.AsSpan().ContainsAny(Separators) && !title.Contains(" - ", StringComparison.Ordinal) ? title : null;

    private static string Named(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static NewsFeed WithManners(NewsFeed feed, FeedTree tree, int channel)
    {
        TimeSpan? period = null;
        int frequency = 1;
        foreach (int node in tree.Children(channel))
            switch (tree.Name(node))
            {
                case "title":
                    feed = feed with { Title = feed.Title ?? FeedText.Line(tree.Text(node)) };
                    break;
                case "ttl":
                    feed = feed with { Pause = NumberIn(tree.Text(node)) is { } minutes ? TimeSpan.FromMinutes(minutes) : null };
                    break;
                case "skiphours":
                    feed = feed with { SkippedHours = tree.Children(node).Select(h => NumberIn(tree.Text(h))).OfType<int>().Where(h => h <= 24).Select(h => h % 24).ToHashSet() };
                    break;
                case "skipdays":
                    feed = feed with { SkippedDays = DaysIn(tree.Children(node).Select(tree.Text)) };
                    break;
                case "sy:updateperiod":
                    period = PeriodOf(tree.Text(node));
                    break;
                case "sy:updatefrequency":
                    frequency = Math.Max(1, NumberIn(tree.Text(node)) ?? 1);
                    break;
                default:
                    break;
            }
        return feed with { Pause = feed.Pause ?? period / frequency };
    }

    private static TimeSpan? PeriodOf(string word) => word.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };

    private static HashSet<DayOfWeek> DaysIn(IEnumerable<string> words) =>
        [.. Enum.GetValues<DayOfWeek>().Where(d => words.Contains(d.ToString(), StringComparer.OrdinalIgnoreCase))];

    private static int? NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
