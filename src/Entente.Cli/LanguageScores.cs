using System.Globalization;
using Entente.Desk;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>The reader of English measured on corpora, each figure beside its bar.</summary>
internal static class LanguageScores
{
    public static int Run(Terminal terminal, string corpora, string[] sets, bool isJson)
    {
        var folder = DataFolder.Find();
        var run = new ScoreRun(folder.Read, folder.Open, corpora);
        var lines = new List<ScoreLine>();
        foreach (var measurement in Asked(run.Measurements, sets))
            if (File.Exists(measurement.File))
                lines.AddRange(run.Run(measurement));
            else
                terminal.Error.WriteLine($"Not measured: {measurement.What} of {measurement.Data}, for there is no file {measurement.File}");
        if (isJson)
            WriteJson(terminal, lines);
        else
            WriteTable(terminal, lines);
        return lines.Count > 0 ? CommandLine.Done : CommandLine.Failed;
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
