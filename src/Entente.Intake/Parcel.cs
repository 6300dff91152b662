namespace Entente.Intake;

/// <summary>One thing to open: its bytes, and what its sender says about them, which may be wrong.</summary>
/// <param name="Place">Where it lies, for a fault: a file, and the way to it inside an archive.</param>
/// <param name="Name">What its article is called if nothing else names it.</param>
/// <param name="Content">Read once, from the beginning; whoever opens the parcel need not close it.</param>
internal sealed record Parcel(string Place, string Name, Stream Content)
{
    /// <summary>File ending with its dot, in lower case; empty if it came without a name.</summary>
    public string Ending { get; init; } = "";

    /// <summary>"text/html", without parameters, in lower case.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding that its sender declares.</summary>
    public string? Charset { get; init; }

    public string? Url { get; init; }

    /// <summary>When it was fetched from its outlet, as an archive says: it was published no later.</summary>
    public DateTimeOffset? Fetched { get; init; }

    /// <summary>What the feed that pointed to it says of it.</summary>
    public FeedItem? Item { get; init; }

    /// <summary>How many archives it lay in.</summary>
    public int Depth { get; init; }

    /// <summary>What all archives in one input may unpack to; null if it lies in none that packs.</summary>
    public Budget? Budget { get; init; }
}

/// <summary>Opens parcels of one kind. What is inside comes out as articles, as faults, or goes back to be opened in its turn.</summary>
internal interface IOpener
{
    IEnumerable<Taken> Open(Parcel parcel);
}
