using System.CommandLine;
using System.Text;
using System.Text.Json;
using Entente.Desk;

namespace Entente.Cli;

internal static class ReprintsCommand
{
    /// <summary>Characters of a name before its row stands out of the column.</summary>
    private const int WidestName = 40;

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("file") { Description = "Text, .json or .jsonl files, or folders of them; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text: the groups of two and more, for reading; jsonl: every group, one object a line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("reprints", "Which articles are copies of one text: reprinted, cut, edited, with a new head. No claim is read and nothing is stored.") { files, format };
        command.SetAction(parsed =>
        {
            var tally = new Tally(terminal);
            var groups = LocalDesk.Reprints(parsed.GetValue(files)!, terminal.Input, tally.SetAside);
            if (groups.Count > 0)
                tally.Written();
            if (parsed.GetValue(format) == "jsonl")
                WriteJson(groups, terminal.Out);
            else
                Write(groups, terminal.Out);
            terminal.Out.Flush();
            return tally.ExitCode;
        });
        return command;
    }

    private static void WriteJson(IReadOnlyList<ReprintGroup> groups, TextWriter output)
    {
        foreach (var (number, group) in groups.Index())
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, Rendering.OneLineJson))
            {
                writer.WriteStartObject();
                writer.WriteNumber("group", number + 1);
                writer.WriteStartArray("ids");
                foreach (var article in group.Articles)
                    writer.WriteStringValue(article.Name);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            output.Write($"{Encoding.UTF8.GetString(stream.ToArray())}\n");
        }
    }

    private static void Write(IReadOnlyList<ReprintGroup> groups, TextWriter output)
    {
        output.WriteLine($"{Rendering.Count(groups.Sum(g => g.Articles.Count), "article")}, {Rendering.Count(groups.Count, "origin")}.");
        foreach (var group in groups.Where(g => g.Articles.Count > 1))
        {
            var (first, others) = group.Told();
            output.WriteLine();
            WriteRow(first, $"seems first: {string.Join("; ", others.Select(o => o.Why).Distinct())}", output);
            foreach (var copy in others)
                WriteRow(copy.Article, FormattableString.Invariant($"{copy.FromFirst:P0} of it is in the first, {copy.OfFirst:P0} of the first is in it"), output);
        }
    }

    private static void WriteRow(ReprintedArticle article, string what, TextWriter output) =>
        output.WriteLine(Rendering.OneLine($"  {article.Name.PadRight(WidestName)}  {Rendering.Date(article.Published),-10}  {what}"));
}
