using System.CommandLine;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>Two things that people annotate can be scored: claims, with a file of gold, and language, with a folder of corpora.</summary>
internal static class ScoreCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var gold = new Argument<string[]>("gold") { Description = "Claims that people read, one JSON object a line.", Arity = ArgumentArity.ZeroOrMore };
        var articles = new Option<string[]>("--articles") { Description = "The articles of the gold, read now. Without gold an article still counts: nothing may be found in it.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var system = new Option<string?>("--system") { Description = "Score these claims, one JSON object a line, instead of those of our reader.", HelpName = "FILE" };
        var show = new Option<string?>("--show") { Description = "Also list the claims of the gold that were missed, those that are extra, or all.", HelpName = "WHICH" };
        show.AcceptOnlyFromAmong("missed", "extra", "all");
        var fit = new Option<string?>("--fit-confidence") { Description = "Fit the reader's confidence to the gold and write the table here (data/reading/calibration.tsv).", HelpName = "FILE" };
        var data = new Option<string?>("--data") { Description = "Instead of gold, the folder of corpora by which the reader of English is measured, laid out as data/language/measures.tsv says.", HelpName = "DIR" };
        var sets = new Option<string[]>("--set") { Description = "Of --data only these sets (gmb, ud-ewt) or kinds of measurement (segmentation, parse, names, quotes).", HelpName = "SET", AllowMultipleArgumentsPerToken = true };
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("score", "Compare claims with gold that people read in the same articles: how many are found, what is confused with what, whether confidence keeps its word. With --data, measure the reader of English.")
        {
            gold, articles, system, show, fit, data, sets, format,
        };
        command.Validators.Add(parsed =>
        {
            bool hasGold = parsed.GetValue(gold) is { Length: > 0 }, hasArticles = parsed.GetValue(articles) is { Length: > 0 }, hasSystem = parsed.GetValue(system) is not null;
            if (hasGold == parsed.GetValue(data) is not null)
                parsed.AddError("Either a file of gold or --data, one of the two.");
            else if (hasGold && !hasArticles && !hasSystem)
                parsed.AddError("What is to be compared with the gold? --articles to read them now, or --system with claims.");
            else if (parsed.GetValue(fit) is not null && hasSystem)
                parsed.AddError("--fit-confidence is for our own reader: give --articles, without --system.");
        });
        command.SetAction(parsed =>
        {
            bool isJson = parsed.GetValue(format) == "json";
            if (parsed.GetValue(data) is { } folder)
                return LanguageScores.Run(terminal, folder, parsed.GetValue(sets) ?? [], isJson);
            var set = new GoldSet(parsed.GetValue(gold)!, parsed.GetValue(articles) ?? [], parsed.GetValue(system));
            return parsed.GetValue(fit) is { } table ? Fit(shared.Desk(parsed), set, table, terminal, isJson) : Score(shared.Desk(parsed), set, parsed.GetValue(show) ?? "", terminal, isJson);
        });
        return command;
    }

    private static int Score(LocalDesk desk, GoldSet set, string show, Terminal terminal, bool isJson)
    {
        int faults = 0;
        var score = desk.Score(set, Counted(terminal, () => faults++));
        if (score is null)
            return CommandLine.Failed;
        GoldScores.Write(terminal, score, show is "missed" or "all", show is "extra" or "all", isJson);
        return faults == 0 ? CommandLine.Done : CommandLine.InPart;
    }

    private static int Fit(LocalDesk desk, GoldSet set, string table, Terminal terminal, bool isJson)
    {
        int faults = 0;
        var fitted = desk.FitConfidence(set, Counted(terminal, () => faults++));
        if (fitted is null)
            return CommandLine.Failed;
        try
        {
            File.WriteAllText(table, fitted.Table);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EntenteException(Faults.Unwritable(table, e.Message), e);
        }
        GoldScores.WriteReliability(terminal, fitted.HeldOut, isJson);
        terminal.Error.WriteLine($"Written: {table}. Above, each claim as a fit on other articles puts it.");
        return faults == 0 ? CommandLine.Done : CommandLine.InPart;
    }

    private static Action<Fault> Counted(Terminal terminal, Action count) => fault =>
    {
        count();
        terminal.Tell(fault);
    };
}
