using System.CommandLine;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class NetworkCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var actor = new Option<string?>("--actor", "-a") { Description = "Only the ties of this actor (JPN, Japan, NATO).", HelpName = "ACTOR" };
        var command = new Command("network", "Who is tied to whom: each pair with its rung of the ladder, its arrangements and their status, the most binding first.") { actor, shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            string? code = parsed.GetValue(actor) is { } name ? desk.ActorOf(name) : null;
            var ties = desk.NetworkWithEvidence(shared.Moment(parsed), code, shared.LimitOf(parsed));
            if (parsed.GetValue(shared.Json))
                Rendering.JsonList(terminal, "ties", ties, (writer, row) =>
                {
                    writer.WriteString("a", row.Tie.A);
                    writer.WriteString("b", row.Tie.B);
                    writer.WriteString("rung", row.Tie.Rung?.Code);
                    writer.WriteNumber("articles", row.Tie.Articles);
                    writer.WriteNumber("independent", row.Tie.Origins);
                    writer.WriteStartArray("strands");
                    foreach (var (strand, evidence) in row.Tie.Strands.Zip(row.Evidence))
                    {
                        writer.WriteStartObject();
                        writer.WriteString("kind", strand.Kind.Code());
                        writer.WriteString("code", strand.Code);
                        writer.WriteString("status", strand.Status?.Code());
                        writer.WriteString("modality", strand.Modality.Code());
                        writer.WriteString("since", strand.Since?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                        writer.WriteNumber("articles", strand.Articles);
                        writer.WriteNumber("independent", strand.Origins);
                        writer.WriteBoolean("disputed", strand.IsDisputed);
                        writer.WriteString("claim", evidence.Id);
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                });
            else
            {
                var table = Rendering.NewTable("pair", "rung", "arrangements", "articles", "evidence");
                foreach (var (tie, evidence) in ties)
                    Rendering.Row(table, $"{tie.A}–{tie.B}", tie.Rung?.Code ?? "–", string.Join("\n", tie.Strands.Zip(evidence, Rendering.Strand)),
                        string.Join("\n", tie.Strands.Select(s => Rendering.Support(s.Articles, s.Origins))), string.Join("\n", evidence.Select(c => Rendering.Short(c.Id))));
                terminal.Write(table);
                terminal.Error.WriteLine(ties.Count == 0 ? "No ties." : $"{Rendering.Count(ties.Count, "pair")}. 'entente show ID' shows the evidence of a row.");
            }
            return CommandLine.Done;
        });
        return command;
    }
}
