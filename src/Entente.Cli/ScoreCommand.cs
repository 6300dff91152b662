using System.CommandLine;
using System.Globalization;
using Entente.Desk;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ScoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string>("--data") { Description = "The folder of annotated corpora, laid out as data/language/measures.tsv says.", HelpName = "DIR", Required = true };
        var sets = new Option<string[]>("--set") { Description = "Only these sets (gmb, ud-ewt) or kinds of measurement (segmentation, parse, names, quotes).", HelpName = "SET", AllowMultipleArgumentsPerToken = true };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("score", "Measure the reader of English on annotated corpora: tokens, sentences, tags, trees, names, speakers of quotes, each beside its bar.") { data, sets, format };
        command.SetAction(parsed =>
        {
            var folder = DataFolder.Find();
            var run = new ScoreRun(folder.Read, folder.Open, parsed.GetValue(data)!);
            var lines = new List<ScoreLine>();
            foreach (var measurement in Asked(run.Measurements, parsed.GetValue(sets) ?? []))
                if (File.Exists(measurement.File))
                    lines.AddRange(run.Run(measurement));
                else
                    terminal.Error.WriteLine($"Not measured: {measurement.What} of {measurement.Data}, for there is no file {measurement.File}");
            if (parsed.GetValue(format) == "json")
                WriteJson(terminal, lines);
            else
                WriteTable(terminal, lines);
            return lines.Count > 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <exception cref="EntenteException">ENT0303: a set of no measurement.</exception>
    private static IEnumerable<Measurement> Asked(IReadOnlyList<Measurement> all, string[] sets)
    {
        foreach (string set in sets)
            if (!all.Any(m => m.What == set || m.Data == set))
                throw new EntenteException(Faults.UnknownCode("--set", set, all.Select(m => m.What).Concat(all.Select(m => m.Data)).Distinct()));
        return all.Where(m => sets.Length == 0 || sets.Contains(m.What) || sets.Contains(m.Data));
    }

    private static void WriteTable(Terminal terminal, List<ScoreLine> lines)
    {
        var table = Rendering.NewTable("what", "data", "measure", "value", "bar");
        foreach (var line in lines)
            Rendering.Row(table, line.What, line.Data, line.Measure, Percent(line.Value), line.Bar is { } bar ? $"{Percent(bar)}{(line.IsShort ? " (short)" : "")}" : "");
        terminal.Write(table);
    }

    private static void WriteJson(Terminal terminal, List<ScoreLine> lines) => Rendering.JsonList(terminal, "scores", lines, (writer, line) =>
    {
        writer.WriteString("what", line.What);
        writer.WriteString("data", line.Data);
        writer.WriteString("measure", line.Measure);
        writer.WriteNumber("value", Math.Round(line.Value, 4));
        if (line.Bar is { } bar)
            writer.WriteNumber("bar", bar);
    });

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
