using Entente.Intake;

namespace Entente.Feeds;

/// <summary>When a feed is asked again: as often as it has news, but never sooner than it or its server wants.</summary>
internal static class FeedSchedule
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(6);

    /// <summary>A server that says its feed stays good for a year did not mean its feed.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    private const int HoursOfAWeek = 7 * 24;

    public static TimeSpan NextInterval(TimeSpan interval, bool hadNews)
    {
        var next = hadNews ? interval / 2 : interval * 2;
        return next < Shortest ? Shortest : next > Longest ? Longest : next;
    }

    public static DateTimeOffset Due(DateTimeOffset now, TimeSpan interval, TimeSpan? keepFor, NewsFeed? feed)
    {
        var asked = Greatest(keepFor ?? TimeSpan.Zero, feed?.Pause ?? TimeSpan.Zero);
        var due = now + Greatest(interval, asked < LongestAsked ? asked : LongestAsked);
        for (int hour = 0; feed is not null && hour < HoursOfAWeek && IsSkipped(feed, due.UtcDateTime); hour++)
            due = new DateTimeOffset(due.UtcDateTime.Date, TimeSpan.Zero).AddHours(due.UtcDateTime.Hour + 1);
        return due;
    }

    /// <summary>Twice as long with each failure, up to a day, and a fifth more or less, so that not all come back at once after an outage.</summary>
    /// <param name="seed">Tells feeds apart, the same on every machine.</param>
    public static TimeSpan BackOff(int failures, int seed)
    {
        double minutes = Shortest.TotalMinutes * Math.Pow(2, Math.Min(failures - 1, 12));
        double share = 0.8 + (0.4 * new Random(unchecked((seed * 31) + failures)).NextDouble());
        return TimeSpan.FromMinutes(Math.Min(minutes, LongestAsked.TotalMinutes) * share);
    }

    public static TimeSpan Capped(TimeSpan retryAfter) => retryAfter < LongestAsked ? retryAfter : LongestAsked;

    private static bool IsSkipped(NewsFeed feed, DateTime utc) => feed.SkippedHours.Contains(utc.Hour) || feed.SkippedDays.Contains(utc.DayOfWeek);

    private static TimeSpan Greatest(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
