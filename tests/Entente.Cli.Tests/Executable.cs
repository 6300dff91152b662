using System.Diagnostics;

namespace Entente.Tests;

/// <summary>The program as a process of its own, from beside the tests.</summary>
internal static class Executable
{
    public static Process Start(IReadOnlyList<string> args, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "entente.exe" : "entente"), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static Seen Run(IReadOnlyList<string> args, params IReadOnlyList<(string Name, string Value)> environment)
    {
        using var process = Start(args, environment);
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
