using System.CommandLine;
using Entente.Desk;

namespace Entente.Cli;

internal static class AnnotateCommand
{
    /// <summary>Characters; a longer cell stands out of its column rather than push all others to the right.</summary>
    private const int WidestColumn = 40;

    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var file = new Argument<string?>("file") { Description = "A text, .json or .jsonl file, or a folder of them; - or nothing for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "conllu, jsonl (one object an article) or table (for reading).", DefaultValueFactory = _ => "conllu" };
        format.AcceptOnlyFromAmong("conllu", "jsonl", "table");
        var published = new Option<string?>("--published") { Description = "The day on which the text was published: relative dates count from it (2023-01-11).", HelpName = "DATE" };
        var tokens = new Option<string?>("--tokens") { Description = "Keep the tokens and sentences of this CoNLL-U file (- for standard input) and fill in the rest.", HelpName = "FILE" };
        var command = new Command("annotate", "What the reader of English finds in a text: tokens, sentences, grammar, names, times, quotes. Nothing is stored.") { file, format, published, tokens };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(file) is not null && parsed.GetValue(tokens) is not null)
                parsed.AddError("Either a file to annotate or --tokens, not both.");
        });
        command.SetAction(parsed =>
        {
            var tally = new Tally(terminal);
            var desk = shared.Desk(parsed);
            var anchor = SharedOptions.DateOf("--published", parsed.GetValue(published));
            var write = WriterOf(parsed.GetValue(format)!, terminal);
            foreach (var article in parsed.GetValue(tokens) is { } given ? desk.AnnotateTokens(given, terminal.Input, anchor, tally.SetAside) : desk.Annotate(parsed.GetValue(file) ?? "-", terminal.Input, anchor, tally.SetAside))
            {
                write(article);
                tally.Written();
            }
            terminal.Out.Flush();
            return tally.ExitCode;
        });
        return command;
    }

    private static Action<AnnotatedArticle> WriterOf(string format, Terminal terminal) => format switch
    {
        "conllu" => article => article.WriteConllu(terminal.Out),
        "jsonl" => article => terminal.Out.Write($"{article.Json}\n"),
        _ => article => WriteTables(article, terminal),
    };

    private static void WriteTables(AnnotatedArticle article, Terminal terminal)
    {
        terminal.Out.WriteLine(Rendering.OneLine(article.Published is { } day ? $"== {article.Name}, {day.Text}" : $"== {article.Name}"));
        foreach (var table in article.Tables())
        {
            terminal.Out.WriteLine($"\n{Rendering.OneLine(table.Heading)}\n");
            int[] widths = [.. table.Columns.Select((name, c) => Math.Min(WidestColumn, table.Rows.Max(row => Math.Max(name.Length, row[c].Length))))];
            foreach (var row in table.Rows.Prepend([.. table.Columns]))
                terminal.Out.WriteLine($"  {string.Join("   ", row.Select((cell, c) => Rendering.OneLine(cell).PadRight(widths[c])))}".TrimEnd());
        }
        terminal.Out.WriteLine();
    }
}
