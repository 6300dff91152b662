using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>What is asked of a server.</summary>
internal sealed record Ask(Uri Address, int MostBytes)
{
    /// <summary>What comes after <see cref="MostBytes"/> is left unread; else it is a fault.</summary>
    public bool IsCut { get; init; }

    /// <summary>The version that we have: the server answers 304 if there is no other.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>What a server answered, or the fault that stands for an answer.</summary>
/// <param name="Status">Of HTTP; 0 if there was no answer.</param>
internal sealed record Answer(Uri Address, int Status)
{
    public const int NotModified = 304, Gone = 410;

    /// <summary>Only of a success.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>"text/html", in lower case.</summary>
    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? Location { get; init; }

    /// <summary>How long the answer stays good, by Cache-Control or Expires.</summary>
    public TimeSpan? KeepFor { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where to ask from now on, if each redirect on the way said so.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Null for a success and for 304.</summary>
    public Fault? Fault { get; init; }

    /// <summary>Whether asking again later may help.</summary>
    public bool MayPass { get; init; }

    public static Answer Refused(Uri address, Fault fault) => new(address, 0) { Fault = fault };

    /// <summary>No answer, or only a part of one.</summary>
    public static Answer Broken(Uri address, string found) => new(address, 0) { Fault = Faults.FetchFailed(address.AbsoluteUri, found), MayPass = true };
}
