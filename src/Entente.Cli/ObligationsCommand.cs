using System.CommandLine;
using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ObligationsCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var actor = new Argument<string>("actor") { Description = "Whose duties, owed and due to: code or name." };
        var command = new Command("obligations", "Who must, need not, or is not expected to do what for whom: duties stated by the text, duties that follow from a treaty, and absences said aloud.") { actor };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            var obligations = desk.Obligations(shared.Moment(parsed), desk.ActorOf(parsed.GetValue(actor)!));
            if (parsed.GetValue(shared.Json))
            {
                Rendering.JsonList(terminal, "obligations", obligations, (writer, o) =>
                {
                    WriteList("from", o.From);
                    WriteList("to", o.To);
                    writer.WriteString("level", o.Level.Code());
                    writer.WriteString("contingency", o.Contingency);
                    writer.WriteString("modality", o.Modality.Code());
                    writer.WriteString("instrument", o.Instrument);
                    writer.WriteString("said_by", o.SaidBy);
                    writer.WriteNumber("articles", o.Articles);
                    writer.WriteNumber("independent", o.Origins);
                    writer.WriteString("claim", o.Evidence.Id);

                    void WriteList(string name, IReadOnlyList<string> values)
                    {
                        writer.WriteStartArray(name);
                        foreach (string value in values)
                            writer.WriteStringValue(value);
                        writer.WriteEndArray();
                    }
                });
                return CommandLine.Done;
            }
            var table = Rendering.NewTable("from → to", "level", "by", "modality", "articles", "evidence", "says");
            foreach (var o in obligations)
                Rendering.Row(table, Sides(o), o.Level.Code(), o.Instrument ?? (o.SaidBy is null ? "the text" : $"says {o.SaidBy}"), o.Modality.Code(), Rendering.Support(o.Articles, o.Origins),
                    Rendering.Short(o.Evidence.Id), Rendering.Cut(o.Evidence.Claim.Evidence.Quote, 70));
            terminal.Write(table);
            int absences = obligations.Count(o => o.IsAbsence);
            terminal.Error.WriteLine($"{Rendering.Count(obligations.Count - absences, "duty", "duties")}, {Rendering.Count(absences, "absence")} said aloud.");
            return CommandLine.Done;
        });
        return command;
    }

    private static string Sides(Obligation o) =>
        o.From.SequenceEqual(o.To) ? string.Join(" ↔ ", o.From) : $"{Rendering.Actors(o.From)} → {Rendering.Actors(o.To)}";
}
