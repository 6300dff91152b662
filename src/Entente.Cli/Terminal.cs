using System.Text;
using Entente.Vocabulary;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>
/// Where the program speaks: data to <see cref="Out"/>, talk and progress to <see cref="Error"/>. Tests hand in their own.
/// </summary>
public sealed class Terminal(TextWriter output, TextWriter error, Stream input, bool outIsTerminal, bool errorIsTerminal, int width)
{
    private IAnsiConsole? outConsole, errorConsole;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public Stream Input { get; } = input;

    public bool ErrorIsTerminal { get; } = errorIsTerminal;

    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    public IAnsiConsole OutConsole => outConsole ??= Make(Out, outIsTerminal);

    public IAnsiConsole ErrorConsole => errorConsole ??= Make(Error, ErrorIsTerminal);

    public static Terminal OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        int width = Console.IsOutputRedirected ? 160 : Math.Max(Console.WindowWidth, 60);
        return new(Console.Out, Console.Error, Console.OpenStandardInput(), !Console.IsOutputRedirected, !Console.IsErrorRedirected, width);
    }

    /// <summary>A fault as people read it: what and where, then what was expected and what to do.</summary>
    public void Tell(Fault fault)
    {
        Error.WriteLine($"{fault.Code}  {Rendering.OneLine(fault.Place)}: found {Rendering.OneLine(fault.Found)}");
        Error.WriteLine($"         expected {Rendering.OneLine(fault.Expected)}");
        Error.WriteLine($"         {fault.Advice}  ('entente explain {fault.Code}')");
    }

    public void Write(Table table) => OutConsole.Write(table);

    private IAnsiConsole Make(TextWriter writer, bool isTerminal)
    {
        bool colour = isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
