using System.CommandLine;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class TimelineCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var actor = new Option<string?>("--actor", "-a") { Description = "Only what concerns this actor.", HelpName = "ACTOR" };
        var command = new Command("timeline", "Statuses reached and events in order of time, with how many articles tell of each.") { actor, shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            string? code = parsed.GetValue(actor) is { } name ? desk.ActorOf(name) : null;
            var timeline = desk.Timeline(shared.Moment(parsed), code);
            var steps = timeline.Steps.TakeLast(shared.LimitOf(parsed)).ToList();
            if (parsed.GetValue(shared.Json))
            {
                Rendering.JsonList(terminal, "steps", steps, (writer, step) =>
                {
                    writer.WriteNumber("articles", step.Articles);
                    writer.WriteNumber("independent", step.Origins);
                    Rendering.WriteClaim(writer, step.Evidence);
                });
                return CommandLine.Done;
            }
            var table = Rendering.NewTable("date", "who", "what", "modality", "articles", "evidence", "says");
            foreach (var step in steps)
                Rendering.Row(table, step.Date.Text, Rendering.Who(step.Evidence.Claim), Rendering.What(step.Evidence.Claim), step.Evidence.Claim.Modality.Code(), Rendering.Support(step.Articles, step.Origins),
                    Rendering.Short(step.Evidence.Id), Rendering.Cut(step.Evidence.Claim.Evidence.Quote, 60));
            terminal.Write(table);
            terminal.Error.WriteLine($"{Rendering.Count(steps.Count, "dated step")}; {Rendering.Count(timeline.Undated, "claim")} without a date not placed.");
            return CommandLine.Done;
        });
        return command;
    }
}
