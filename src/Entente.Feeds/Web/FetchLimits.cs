namespace Entente.Feeds;

/// <summary>How much is taken from a server before it is given up.</summary>
internal sealed record FetchLimits
{
    public const int RobotsBytes = 500 * 1024;

    public const int FeedBytes = 8 * 1024 * 1024;

    public const int PageBytes = 32 * 1024 * 1024;

    public const int Redirects = 5;

    /// <summary>Unpacked bytes for each packed one, once <see cref="RatioFrom"/> are unpacked.</summary>
    public const int Ratio = 200;

    public const int RatioFrom = 1024 * 1024;

    public const int HeaderKilobytes = 64;

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the first byte sent to the last received, however the server spreads them.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);
}
