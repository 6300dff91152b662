using System.CommandLine;

namespace Entente.Cli;

internal static class ExportCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var what = new Argument<string>("what") { Description = "claims: every claim in force, one JSON object a line." };
        what.AcceptOnlyFromAmong("claims");
        var command = new Command("export", "Write the record out: equal records give equal bytes, whatever the order in which they were read.") { what, shared.AsOf, shared.KnownOn };
        command.SetAction(parsed =>
        {
            foreach (string line in shared.Desk(parsed).ExportClaims(shared.Moment(parsed)))
                terminal.Out.WriteLine(line);
            terminal.Out.Flush();
            return CommandLine.Done;
        });
        return command;
    }
}
