using System.CommandLine;

namespace Entente.Cli;

internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var command = new Command("verify", "Prove the record's integrity: the hash chain, every quote against its article, the indexes against the truth.");
        command.SetAction(parsed =>
        {
            var result = shared.Desk(parsed).Verify();
            foreach (var fault in result.Faults)
                terminal.Tell(fault);
            terminal.Out.WriteLine(result.Faults.Count == 0 ? $"Sound: {result.Entries} entries." : $"{result.Faults.Count} faults in {result.Entries} entries.");
            return result.Faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
