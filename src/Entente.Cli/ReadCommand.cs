using System.CommandLine;
using System.Globalization;
using Entente.Desk;
using Entente.Vocabulary;
using Spectre.Console;

namespace Entente.Cli;

internal static class ReadCommand
{
    /// <summary>At most so many set-aside inputs are told one by one; all are counted.</summary>
    private const int ToldOneByOne = 20;

    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var paths = new Argument<string[]>("path") { Description = "Web pages, texts, JSON Lines, feeds, mails, PDF, Word, web archives and archives of these; folders and patterns; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "record: store them; jsonl: print the claims, one a line, and store nothing.", DefaultValueFactory = _ => "record" };
        format.AcceptOnlyFromAmong("record", "jsonl");
        var workers = new Option<int>("--workers") { Description = "Articles read at once (default: one a core).", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var batch = new Option<int>("--batch") { Description = "Articles stored in one transaction.", HelpName = "N", DefaultValueFactory = _ => 256 };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Acknowledge each article on standard output once it is stored." };
        var command = new Command("read", "Read articles into the record, whatever files they come in (docs/intake.md). Reading the same again changes nothing.")
        {
            paths, format, workers, batch, verbose,
        };
        command.SetAction((parsed, stop) =>
        {
            var options = new TakeInOptions(Math.Max(1, parsed.GetValue(workers)), Math.Max(1, parsed.GetValue(batch)));
            var desk = shared.Desk(parsed);
            string[] given = parsed.GetValue(paths)!;
            var report = parsed.GetValue(format) == "jsonl"
                ? desk.ReadOnly(given, terminal.Input, options, reading => Print(reading, terminal), stop)
                : Store(desk, given, options, parsed.GetValue(verbose), terminal, stop);
            terminal.Out.Flush();
            Summarise(report, parsed.GetValue(format) == "jsonl", parsed.GetValue(shared.Record)!, terminal);
            return Task.FromResult(stop.IsCancellationRequested ? CommandLine.Stopped : report.SetAside.Count == 0 ? CommandLine.Done
                : report.Taken + report.Known + report.Reread > 0 ? CommandLine.InPart : CommandLine.Failed);
        });
        return command;
    }

    private static void Print(ArticleReading reading, Terminal terminal)
    {
        foreach (var claim in reading.Claims)
            terminal.Out.WriteLine(ClaimJson.Write(claim));
    }

    private static TakeInReport Store(LocalDesk desk, string[] paths, TakeInOptions options, bool verbose, Terminal terminal, CancellationToken stop)
    {
        if (!terminal.ErrorIsTerminal)
            return desk.TakeIn(paths, terminal.Input, options, (readings, report) =>
            {
                Acknowledge(readings, verbose, terminal);
                terminal.Error.WriteLine(SoFar(report));
            }, stop);
        TakeInReport? done = null;
        terminal.ErrorConsole.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                long bytes = paths.Where(p => p != "-").Sum(SizeOf);
                var task = progress.AddTask("reading", maxValue: Math.Max(bytes, 1));
                task.IsIndeterminate = bytes == 0;
                done = desk.TakeIn(paths, terminal.Input, options, (readings, report) =>
                {
                    Acknowledge(readings, verbose, terminal);
                    task.Increment(readings.Sum(r => r.Article.Text.Length));
                    task.Description = SoFar(report);
                }, stop);
            });
        return done!;
    }

    /// <summary>Only for the bar of progress: what cannot be read counts as nothing here and is told by the feed.</summary>
    private static string SoFar(TakeInReport report) =>
        $"{Rendering.Count(report.Taken + report.Known + report.Reread, "article")}, {Rendering.Count(report.Claims.Values.Sum(), "claim")}";

    private static long SizeOf(string path) => File.Exists(path) ? new FileInfo(path).Length
        : Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(f => f.Exists ? f.Length : 0) : 0;

    private static void Acknowledge(IReadOnlyList<ArticleReading> readings, bool verbose, Terminal terminal)
    {
        if (!verbose)
            return;
        foreach (var reading in readings)
            terminal.Out.WriteLine($"stored {reading.Article.Id} {reading.Claims.Count} claims {Rendering.OneLine(reading.Article.Name)}");
        terminal.Out.Flush();
    }

    private static void Summarise(TakeInReport report, bool onlyPrinted, string record, Terminal terminal)
    {
        var error = terminal.Error;
        foreach (var fault in report.SetAside.Take(ToldOneByOne))
            terminal.Tell(fault);
        if (report.SetAside.Count > ToldOneByOne)
            error.WriteLine($"… and {report.SetAside.Count - ToldOneByOne} more set aside.");
        foreach (var warning in report.Warnings.Take(ToldOneByOne))
            terminal.Tell(warning);
        if (report.Warnings.Count > ToldOneByOne)
            error.WriteLine($"… and {report.Warnings.Count - ToldOneByOne} more to look at.");
        WriteTotals(report, onlyPrinted, record, error);
    }

    internal static void WriteTotals(TakeInReport report, bool onlyPrinted, string record, TextWriter error)
    {
        double seconds = Math.Max(report.Elapsed.TotalSeconds, 0.001);
        int articles = report.Taken + report.Reread;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Articles: {report.Taken:N0} {(onlyPrinted ? "read" : "taken in")}, {report.Known:N0} already known, {report.Reread:N0} read again, {report.SetAside.Count:N0} set aside{(report.LeftAlone > 0 ? $" ({report.LeftAlone:N0} other files left alone)" : "")}."));
        foreach (var reason in report.SetAside.Concat(report.Warnings).GroupBy(f => f.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
            error.WriteLine($"  {reason.Key}: {reason.Count()}");
        string kinds = string.Join(", ", Enum.GetValues<ClaimKind>().Select(k => string.Create(CultureInfo.InvariantCulture, $"{report.Claims.GetValueOrDefault(k):N0} {k.Code()}")));
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Claims:   {report.Claims.Values.Sum():N0} ({kinds}); {Rendering.Count(report.PassedOver, "place")} passed over."));
        error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Time:     {seconds:0.00} s, {articles / seconds:N0} articles/s, {report.Characters / 1e6 / seconds:0.00} M characters/s.{(onlyPrinted ? "" : $" Record: {record}")}"));
    }
}
