using System.CommandLine;
using Entente.Record;

namespace Entente.Cli;

internal static class PairCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var first = new Argument<string>("a") { Description = "An actor: code or name." };
        var second = new Argument<string>("b") { Description = "Another." };
        var command = new Command("pair", "All that the record holds between two actors: arrangements, obligations, events, each with its evidence.") { first, second };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            var dossier = desk.Pair(shared.Moment(parsed), desk.ActorOf(parsed.GetValue(first)!), desk.ActorOf(parsed.GetValue(second)!));
            if (parsed.GetValue(shared.Json))
            {
                Rendering.JsonList(terminal, "claims", dossier.Agreements.Concat(dossier.Obligations).Concat(dossier.Events), Rendering.WriteClaim);
                return CommandLine.Done;
            }
            terminal.Out.WriteLine($"{desk.NameOf(dossier.A)} – {desk.NameOf(dossier.B)}: {dossier.Tie?.Rung?.Name ?? "no standing tie in the record"}");
            Section("Agreements", dossier.Agreements, terminal);
            Section("Obligations", dossier.Obligations, terminal);
            Section("Events", dossier.Events, terminal);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Section(string title, IReadOnlyList<RecordedClaim> claims, Terminal terminal)
    {
        if (claims.Count == 0)
            return;
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{title} ({claims.Count})");
        Rendering.ClaimTable(terminal, claims);
    }
}
