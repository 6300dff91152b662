namespace Entente.Intake;

/// <summary>Names of files in archives. Nothing is ever written under them, but who calls a file "../../etc/passwd" means no news.</summary>
internal static class EntryNames
{
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Null for the name of a file inside the archive.</summary>
    public static string? FaultOf(string name)
    {
        if (name.Length is 0 or > Limits.LongestName)
            return $"a name of {name.Length} letters";
        if (name.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0)
            return "a control character in the name";
        if (name[0] is '/' or '\\' || (name.Length > 1 && name[1] == ':'))
            return "a path from the root of a disk";
        foreach (string part in name.Split('/', '\\'))
            if (part == "..")
                return "a path that leads out of the archive";
            else if (IsDevice(part))
                return "the name of a device";
        return null;
    }

    /// <summary>Leaves that the Finder of macOS puts beside each file.</summary>
    public static bool IsOfFinder(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name[(name.LastIndexOf('/') + 1)..].StartsWith("._", StringComparison.Ordinal);

    /// <summary>To Windows "nul.txt" is the device NUL.</summary>
    private static bool IsDevice(string part)
    {
        string stem = part.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        return Devices.Contains(stem) || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)));
    }
}
