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

    /// <summary>Members of one gzip file. A web archive of 1 GB has some 150,000, a member a record.</summary>
    public const int Members = 1_000_000;

    /// <summary>Faults of one archive that are told one by one: with more it is no archive that was damaged but something else.</summary>
    public const int Faults = 10_000;

    /// <summary>Bytes of archives held in memory at a time, since they lie in a pipe or in an archive and must be read out of order.</summary>
    public const int Buffered = 128 * 1024 * 1024;

    /// <summary>Bytes of the list of entries of a zip file: 100,000 of them need 10 to 20 MB.</summary>
    public const int Directory = 32 * 1024 * 1024;

    /// <summary>Letters of the path of an entry.</summary>
    public const int LongestName = 1024;

    /// <summary>Bytes of the header of a record or of an HTTP answer.</summary>
    public const int LongestHeader = 64 * 1024;

    /// <summary>Unpacked bytes for each packed one, once <see cref="RatioFrom"/> are unpacked. News packs 3:1 to 10:1, bombs 1,000:1.</summary>
    public const int Ratio = 200;

    public const int RatioFrom = 1024 * 1024;
}
