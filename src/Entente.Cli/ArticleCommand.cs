using System.CommandLine;
using System.Text.Json;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ArticleCommand
{
    /// <summary>Characters of a removed stretch that are shown to a person.</summary>
    private const int RemovedShown = 100;

    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var paths = new Argument<string[]>("file") { Description = "Files of any kind that read takes, folders, archives; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text (for reading) or json (one object an article, one a line).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("article", "What is taken from each input: clean text, title, outlet, agency, authors, dates, language; what was left out or set aside, and why. Nothing is stored.")
        {
            paths, format,
        };
        command.SetAction(parsed =>
        {
            var tally = new Tally(terminal);
            Action<TakenArticle, Terminal> write = parsed.GetValue(format) == "json" ? WriteJson : Write;
            foreach (var taken in shared.Desk(parsed).Articles(parsed.GetValue(paths)!, terminal.Input, (place, why, count) => terminal.Error.WriteLine(Rendering.OneLine($"{place}: {Rendering.Number(count)} left alone, {why}."))))
            {
                write(taken, terminal);
                if (taken.SetAside is { } fault)
                    tally.SetAside(fault);
                else
                    tally.Written();
            }
            terminal.Out.Flush();
            return tally.ExitCode;
        });
        return command;
    }

    private static void Write(TakenArticle taken, Terminal terminal)
    {
        if (taken.Article is not { } article)
            return;
        terminal.Out.WriteLine(Rendering.OneLine($"== {article.Name}"));
        foreach (var (label, value) in Lines(article))
            if (!string.IsNullOrEmpty(value))
                terminal.Out.WriteLine(Rendering.OneLine($"{label,-12} {value}"));
        terminal.Out.WriteLine($"\n{Rendering.Printable(article.Text)}\n");
        foreach (var (text, why) in taken.Removed)
            terminal.Out.WriteLine(Rendering.OneLine($"- {why,-10} {Rendering.Cut(text, RemovedShown)}"));
        if (taken.Removed.Count > 0)
            terminal.Out.WriteLine();
    }

    private static IEnumerable<(string, string?)> Lines(Article article) =>
    [
        ("title", article.Title), ("outlet", article.Outlet), ("wire", article.Wire), ("authors", string.Join(", ", article.Authors)), ("published", article.Published?.Text),
        ("modified", article.Modified?.Text), ("language", article.Language), ("url", article.Url),
    ];

    private static void WriteJson(TakenArticle taken, Terminal terminal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Rendering.OneLineJson))
        {
            writer.WriteStartObject();
            if (taken.Article is { } article)
                WriteFields(writer, article, taken.Removed);
            else
                WriteFields(writer, taken.Place, taken.SetAside!);
            writer.WriteEndObject();
        }
        terminal.Out.Write($"{System.Text.Encoding.UTF8.GetString(stream.ToArray())}\n");
    }

    private static void WriteFields(Utf8JsonWriter writer, Article article, IReadOnlyList<(string Text, string Why)> removed)
    {
        writer.WriteString("id", article.Name);
        writer.WriteString("title", article.Title);
        writer.WriteString("text", article.Text);
        writer.WriteString("outlet", article.Outlet);
        writer.WriteString("wire", article.Wire);
        writer.WriteStartArray("authors");
        foreach (string author in article.Authors)
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteString("published", article.Published?.Text);
        writer.WriteString("modified", article.Modified?.Text);
        writer.WriteString("language", article.Language);
        writer.WriteString("url", article.Url);
        Rendering.List(writer, "removed", removed, r =>
        {
            writer.WriteString("text", r.Text);
            writer.WriteString("why", r.Why);
        });
    }

    private static void WriteFields(Utf8JsonWriter writer, string place, Fault fault)
    {
        writer.WriteString("id", place);
        writer.WriteNull("text");
        writer.WriteStartObject("set_aside");
        writer.WriteString("code", fault.Code);
        writer.WriteString("found", fault.Found);
        writer.WriteString("expected", fault.Expected);
        writer.WriteString("advice", fault.Advice);
        writer.WriteEndObject();
    }
}
