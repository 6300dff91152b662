using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>What tells which of two copies is the older.</summary>
public enum OlderBy
{
    /// <summary>It was published earlier.</summary>
    Published,

    /// <summary>The other credits it: its outlet is the agency that the other names.</summary>
    Wire,

    /// <summary>Nothing tells, and it is the longer: copies are cut more often than they grow.</summary>
    Length,

    /// <summary>Nothing tells, not even the length: it is the first only by the order in which they were given.</summary>
    Nothing,
}

/// <summary>A text with what its sender says of it.</summary>
public sealed record Copy(Fingerprint Text, When? Published, string? Outlet, string? Wire)
{
    public static Copy Of(Article article) => new(Fingerprint.Of(article.Text), article.Published, article.Outlet, article.Wire);

    /// <summary>A guess whether this one is older than another of the same origin, and what it goes by.</summary>
    public (bool IsOlder, OlderBy By) OlderThan(Copy other)
    {
        if (Published is { } own && other.Published is { } others && !own.Overlaps(others))
            return (own < others, OlderBy.Published);
        if (Credits(other) != other.Credits(this))
            return (other.Credits(this), OlderBy.Wire);
        return Text.WordCount != other.Text.WordCount ? (Text.WordCount > other.Text.WordCount, OlderBy.Length) : (true, OlderBy.Nothing);
    }

    private bool Credits(Copy other) => Wire is { Length: > 0 } && string.Equals(Wire, other.Outlet, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How two copies hang together, with the evidence: what they share, how much of each that is, and which seems to be the older.</summary>
/// <param name="Passages">In the order of the first of the two.</param>
/// <param name="Share">Of the first one's words, those in shared passages.</param>
/// <param name="OthersShare">The same of the second.</param>
/// <param name="IsLonger">Whether the first is the longer, in words.</param>
/// <param name="IsOlder">Whether the first seems to be the older.</param>
public sealed record Derivation(IReadOnlyList<SharedPassage> Passages, double Share, double OthersShare, bool IsLonger, bool IsOlder, OlderBy By)
{
    public static Derivation Between(Copy first, Copy second)
    {
        var (passages, found) = SharedPassage.Between(first.Text, second.Text);
        var (isOlder, by) = first.OlderThan(second);
        return new(passages, Of(found.Covered, first), Of(found.OtherCovered, second), first.Text.WordCount > second.Text.WordCount, isOlder, by);
    }

    private static double Of(int covered, Copy copy) => copy.Text.WordCount == 0 ? 0 : (double)covered / copy.Text.WordCount;
}
