using System.Text;
using Entente.Cli;

namespace Entente.Tests;

/// <summary>What a person saw: the exit code, standard output, standard error.</summary>
internal sealed record Seen(int Code, string Out, string Error)
{
    public override string ToString() => Error.Length == 0 ? $"{Out}\n[exit code {Code}]" : $"{Out}\n[standard error]\n{Error}\n[exit code {Code}]";
}

/// <summary>The program in this process, as a person at a terminal of 120 columns meets it.</summary>
internal static class Face
{
    public const int Width = 120;

    public static Seen Run(params string[] args) => RunWith([], args);

    public static Seen RunWith(byte[] input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Run(args, new Terminal(output, error, new MemoryStream(input), false, false, Width));
        // In this process the program is called like the test's.
        return new(code, Named(output), Named(error));
    }

    public static Seen RunWith(string input, params string[] args) => RunWith(Encoding.UTF8.GetBytes(input), args);

    private static string Named(StringWriter writer) =>
        string.Join("\n", writer.ToString().Replace("Entente.Cli.Tests", "entente", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
}
