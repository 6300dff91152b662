using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>How a command that prints article by article went: what was set aside is told at once, and the exit code says how much was done.</summary>
internal sealed class Tally(Terminal terminal)
{
    private int setAside, written;

    public int ExitCode => setAside == 0 ? CommandLine.Done : written > 0 ? CommandLine.InPart : CommandLine.Failed;

    public void SetAside(Fault fault)
    {
        setAside++;
        terminal.Tell(fault);
    }

    public void Written() => written++;
}
