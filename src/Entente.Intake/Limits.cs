namespace Entente.Intake;

/// <summary>How much is taken from a stranger before he is refused.</summary>
internal static class Limits
{
    /// <summary>Bytes of one plain-text article or line; what seems longer is a dump of something else.</summary>
    public const int LongestText = 4 * 1024 * 1024;

    /// <summary>Bytes of one page, document or mail once it is unpacked.</summary>
    public const int LargestItem = 32 * 1024 * 1024;

    /// <summary>Archives within archives.</summary>
    public const int Depth = 4;

    /// <summary>Entries of one archive that keeps a list of them.</summary>
    public const int Entries = 100_000;

    /// <summary>Unpacked bytes for each packed one, once <see cref="RatioFrom"/> are unpacked. News packs 3:1 to 10:1, bombs 1,000:1.</summary>
    public const int Ratio = 200;

    public const int RatioFrom = 1024 * 1024;
}
