using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ArrangementsCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var actor = new Option<string?>("--actor", "-a") { Description = "Only those of this actor (JPN, Japan, NATO).", HelpName = "ACTOR" };
        var command = new Command("arrangements", "The arrangements that claims are about, across articles and names: each with its life, its support, and what may be the same.") { actor, shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            var list = desk.Arrangements(shared.Moment(parsed), parsed.GetValue(actor) is { } name ? desk.ActorOf(name) : null);
            var shown = list.Arrangements.Take(shared.LimitOf(parsed)).ToList();
            if (parsed.GetValue(shared.Json))
                Rendering.Json(terminal, "arrangements", writer => WriteJson(writer, shown, list.Proposals));
            else
                Write(terminal, shown, list);
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>"signed 2023-01-11 [planned]".</summary>
    public static string Step(LifeStep step) =>
        $"{Rendering.Date(step.Date)} {step.Status.Code()}{(step.Modality == Modality.Fact ? "" : $" [{step.Modality.Code()}]")}";

    private static void Write(Terminal terminal, List<Arrangement> shown, ArrangementList list)
    {
        var table = Rendering.NewTable("id", "who", "what", "life", "articles");
        foreach (var a in shown)
            Rendering.Row(table, Rendering.Short(a.Id), Rendering.Actors(a.Parties), a.Title, string.Join("\n", a.Life.Select(Step)), Rendering.Support(a.Articles, a.Origins));
        terminal.Write(table);
        var proposals = list.Proposals.Where(p => shown.Exists(a => a.Id == p.Described)).ToList();
        if (proposals.Count > 0)
            terminal.Out.WriteLine("Perhaps the same:");
        foreach (var p in proposals)
            terminal.Out.WriteLine(Rendering.OneLine(string.Create(CultureInfo.InvariantCulture, $"  {Rendering.Short(p.Described)} is {p.Named}? {p.Score:0.00}: {p.Reason}")));
        terminal.Error.WriteLine(list.Arrangements.Count == 0 ? "No arrangements." : $"{Rendering.Count(list.Arrangements.Count, "arrangement")}. 'entente show ID' shows one with all its evidence.");
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<Arrangement> arrangements, IReadOnlyList<SameArrangement> proposals)
    {
        var maybes = proposals.ToLookup(p => p.Described);
        writer.WriteStartArray();
        foreach (var arrangement in arrangements)
        {
            writer.WriteStartObject();
            WriteFields(writer, arrangement);
            Rendering.List(writer, "perhaps", maybes[arrangement.Id], p =>
            {
                writer.WriteString("name", p.Named);
                writer.WriteNumber("score", Math.Round(p.Score, 2));
                writer.WriteString("reason", p.Reason);
                writer.WriteNumber("claims", p.Claims);
            });
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>One arrangement with all its evidence.</summary>
    public static void Write(Arrangement arrangement, Terminal terminal)
    {
        terminal.Out.WriteLine(Rendering.OneLine($"arrangement  {arrangement.Id}"));
        terminal.Out.WriteLine(Rendering.OneLine($"{arrangement.Form,-12} {arrangement.Title}, of {Rendering.Actors(arrangement.Parties)}"));
        terminal.Out.WriteLine($"{"support",-12} {Rendering.Count(arrangement.Articles, "article")}, {Rendering.Number(arrangement.Origins)} independent");
        foreach (string reason in arrangement.Because)
            terminal.Out.WriteLine(Rendering.OneLine($"{"unnamed too",-12} {reason}"));
        terminal.Out.WriteLine();
        var life = Rendering.NewTable("date", "status", "modality", "articles", "evidence");
        foreach (var step in arrangement.Life)
            Rendering.Row(life, Rendering.Date(step.Date), step.Status.Code(), step.Modality.Code(), Rendering.Support(step.Articles, step.Origins), Rendering.Short(step.Evidence.Id));
        terminal.Write(life);
        Rendering.ClaimTable(terminal, arrangement.Claims);
    }

    public static void WriteObject(Utf8JsonWriter writer, Arrangement arrangement)
    {
        writer.WriteStartObject();
        WriteFields(writer, arrangement);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, Arrangement arrangement)
    {
        writer.WriteString("id", arrangement.Id);
        writer.WriteString("name", arrangement.Name);
        writer.WriteString("form", arrangement.Form);
        WriteTexts(writer, "parties", arrangement.Parties);
        writer.WriteNumber("spell", arrangement.Spell);
        writer.WriteNumber("articles", arrangement.Articles);
        writer.WriteNumber("independent", arrangement.Origins);
        Rendering.List(writer, "life", arrangement.Life, step =>
        {
            writer.WriteString("status", step.Status.Code());
            writer.WriteString("modality", step.Modality.Code());
            writer.WriteString("date", step.Date?.Text);
            writer.WriteNumber("articles", step.Articles);
            writer.WriteNumber("independent", step.Origins);
            writer.WriteString("claim", step.Evidence.Id);
        });
        WriteTexts(writer, "claims", arrangement.Claims.Select(c => c.Id));
        WriteTexts(writer, "because", arrangement.Because);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
