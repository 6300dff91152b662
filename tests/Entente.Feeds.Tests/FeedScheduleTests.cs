using System.Globalization;
using Entente.Feeds;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>A feed is asked as often as it has news, and never sooner than its server wants.</summary>
public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2024-03-29T12:10:00Z", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    [Fact]
    public void News_halves_the_interval_and_silence_doubles_it_within_bounds()
    {
        Assert.Equal(Quarter * 2, FeedSchedule.NextInterval(Quarter, hadNews: false));
        Assert.Equal(Quarter / 2, FeedSchedule.NextInterval(Quarter, hadNews: true));
        Assert.Equal(FeedSchedule.Shortest, FeedSchedule.NextInterval(FeedSchedule.Shortest, hadNews: true));
        Assert.Equal(FeedSchedule.Longest, FeedSchedule.NextInterval(FeedSchedule.Longest, hadNews: false));
    }

    [Theory]
    [InlineData(null, null, 15)]
    [InlineData(5, 10, 15)]
    [InlineData(60, 10, 60)]
    [InlineData(5, 120, 120)]
    [InlineData(1_000_000, null, 24 * 60)]
    public void The_longest_of_our_interval_the_servers_and_the_feeds_counts_up_to_a_day(int? keepFor, int? pause, int minutes)
    {
        var feed = new NewsFeed("Harbour Gazette", []) { Pause = pause is { } p ? TimeSpan.FromMinutes(p) : null };
        Assert.Equal(Noon.AddMinutes(minutes), FeedSchedule.Due(Noon, Quarter, keepFor is { } k ? TimeSpan.FromMinutes(k) : null, feed));
    }

    [Fact]
    public void Hours_and_days_in_which_nothing_is_new_are_passed_over()
    {
        var feed = new NewsFeed("Harbour Gazette", []) { SkippedHours = new HashSet<int> { 12, 13 } };
        Assert.Equal(Noon.AddMinutes(110), FeedSchedule.Due(Noon, Quarter, null, feed));
        var weekdays = new NewsFeed("Plain Wire", []) { SkippedDays = new HashSet<DayOfWeek> { DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday } };
        Assert.Equal(DateTimeOffset.Parse("2024-04-01T00:00:00Z", CultureInfo.InvariantCulture), FeedSchedule.Due(Noon, Quarter, null, weekdays));
    }

    [Fact]
    public void A_feed_that_skips_every_hour_is_asked_all_the_same() =>
        Assert.InRange(FeedSchedule.Due(Noon, Quarter, null, new("Never", []) { SkippedHours = Enumerable.Range(0, 24).ToHashSet() }), Noon, Noon.AddDays(8));

    [Fact]
    public void Failures_are_followed_by_longer_and_longer_waits_that_differ_from_feed_to_feed_and_not_from_run_to_run()
    {
        double[] minutes = [.. Enumerable.Range(1, 12).Select(f => FeedSchedule.BackOff(f, 7).TotalMinutes)];
        Assert.All(minutes.Take(8).Index(), m => Assert.InRange(m.Item, 0.8 * 5 * Math.Pow(2, m.Index), 1.2 * 5 * Math.Pow(2, m.Index)));
        Assert.All(minutes, m => Assert.InRange(m, 4, 1.2 * 24 * 60));
        Assert.Equal(FeedSchedule.BackOff(3, 7), FeedSchedule.BackOff(3, 7));
        Assert.NotEqual(FeedSchedule.BackOff(3, 7), FeedSchedule.BackOff(3, 8));
    }
}
