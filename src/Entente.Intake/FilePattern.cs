using System.IO.Enumeration;

namespace Entente.Intake;

/// <summary>Files below a folder, and those that a pattern such as <c>news/**/*.html</c> names, for shells that do not know <c>**</c>.</summary>
internal static class FilePattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>In ordinal order; none if nothing matches.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        string[] parts = pattern.Split(Separators);
        int wild = Array.FindIndex(parts, IsPattern);
        string root = string.Join(Path.DirectorySeparatorChar, parts[..wild]);
        string folder = wild == 0 ? "." : root.Length == 0 ? Path.DirectorySeparatorChar.ToString() : root;
        if (!Directory.Exists(folder))
            return [];
        string[] wanted = [.. parts[wild..].Where(p => p.Length > 0)];
        return [.. FilesBelow(folder, wanted.Contains("**") ? int.MaxValue : wanted.Length - 1)
            .Where(f => Matches(Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar), wanted))
            .Select(f => wild == 0 ? Path.GetRelativePath(folder, f) : f)
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Links to folders are not followed: they may lead in a circle.</summary>
    public static IEnumerable<string> FilesBelow(string folder, int depth = int.MaxValue) =>
        new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static bool Matches(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;
        if (pattern[0] == "**")
            return Matches(path, pattern[1..]) || (!path.IsEmpty && Matches(path[1..], pattern));
        return !path.IsEmpty && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(path[1..], pattern[1..]);
    }
}
