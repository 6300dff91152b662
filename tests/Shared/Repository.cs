using System.Reflection;

namespace Entente.Tests;

/// <summary>Where the files of the repository are, for tests that read data, samples and documents.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a table of the data folder.</summary>
    public static string ReadData(string table) => File.ReadAllText(PathOf("data", table));

    /// <summary>A model file of the data folder.</summary>
    public static Stream OpenData(string file) => File.OpenRead(PathOf("data", file));

    /// <summary>Articles and gold that are shared beside the repository and not part of it; null where they are not.</summary>
    public static string? Shared(params string[] parts)
    {
        string path = Path.Combine([Root, "..", "shared", .. parts]);
        return Path.Exists(path) ? path : null;
    }
}
