using System.CommandLine;
using System.Text.Json;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class DateCommand
{
    /// <summary>Characters of the words that tell something.</summary>
    private const int WidestWords = 60;

    /// <summary>A day of the week fits a day of the month once in some years; three of them show what is meant.</summary>
    private const int PeriodsShown = 3;

    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var files = new Argument<string[]>("file") { Description = "Text, .json or .jsonl files, or folders of them; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text (for reading) or json (one object an article, one a line).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var published = new Option<string?>("--published") { Description = "A stated date to hold against what the text tells (2023-01-11); it wins over metadata.", HelpName = "DATE" };
        var command = new Command("date", "When an article was written, as its own text tells, with the proof: date lines, days, offices, known events. Nothing is stored.") { files, format, published };
        command.SetAction(parsed =>
        {
            var tally = new Tally(terminal);
            Action<DatedArticle, Terminal> write = parsed.GetValue(format) == "json" ? WriteJson : Write;
            foreach (var article in shared.Desk(parsed).Date(parsed.GetValue(files)!, terminal.Input, SharedOptions.DateOf("--published", parsed.GetValue(published)), tally.SetAside))
            {
                write(article, terminal);
                tally.Written();
            }
            terminal.Out.Flush();
            return tally.ExitCode;
        });
        return command;
    }

    private static void Write(DatedArticle article, Terminal terminal)
    {
        var date = article.Date;
        terminal.Out.WriteLine(Rendering.OneLine($"== {article.Article.Name}: {Answer(date)}"));
        if (article.Stated is { } stated)
            terminal.Out.WriteLine($"   stated: {stated.Text}{(article.Agrees switch { true => ", which fits", false => ", which the text contradicts", null => "" })}");
        WriteWitnesses("Heard (* decides)", date.Heard, article, terminal);
        WriteWitnesses("Set aside: contradicted by the others", date.SetAside, article, terminal);
        terminal.Out.WriteLine();
    }

    private static string Answer(ArticleDate date) =>
        date.When is not { } when ? "nothing tells" : date.Days is { } days ? $"{when.Text} ({Rendering.Count(days, "day")})" : when.Text;

    private static void WriteWitnesses(string heading, IReadOnlyList<DateWitness> witnesses, DatedArticle article, Terminal terminal)
    {
        if (witnesses.Count == 0)
            return;
        terminal.Out.WriteLine($"\n   {heading}");
        foreach (var witness in witnesses)
        {
            string mark = article.Date.IsDecidedBy(witness) ? "*" : " ";
            terminal.Out.WriteLine(Rendering.OneLine($" {mark} {witness.Span}  \"{Rendering.Cut(article.WordsOf(witness), WidestWords)}\""));
            string periods = string.Join(", ", witness.Allows.Take(PeriodsShown).Select(p => p.Text)) + (witness.Allows.Count > PeriodsShown ? ", …" : "");
            terminal.Out.WriteLine(Rendering.OneLine($"     {witness.Says}: written {periods}"));
        }
    }

    private static void WriteJson(DatedArticle article, Terminal terminal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Rendering.OneLineJson))
        {
            writer.WriteStartObject();
            writer.WriteString("doc", article.Article.Name);
            writer.WriteString("stated", article.Stated?.Text);
            writer.WriteString("date", article.Date.When?.Text);
            WriteWitnesses(writer, "heard", article.Date.Heard, article);
            WriteWitnesses(writer, "set_aside", article.Date.SetAside, article);
            writer.WriteEndObject();
        }
        terminal.Out.Write($"{System.Text.Encoding.UTF8.GetString(stream.ToArray())}\n");
    }

    private static void WriteWitnesses(Utf8JsonWriter writer, string name, IReadOnlyList<DateWitness> witnesses, DatedArticle article)
    {
        writer.WriteStartArray(name);
        foreach (var witness in witnesses)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", EnumCode.Of(witness.Kind));
            writer.WriteNumber("start", witness.Span.Start);
            writer.WriteNumber("end", witness.Span.End);
            writer.WriteString("text", article.WordsOf(witness));
            writer.WriteString("says", witness.Says);
            writer.WriteStartArray("written");
            foreach (var period in witness.Allows)
                writer.WriteStringValue(period.Text);
            writer.WriteEndArray();
            writer.WriteNumber("weight", witness.Weight);
            writer.WriteBoolean("decides", article.Date.IsDecidedBy(witness));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
