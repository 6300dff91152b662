using System.CommandLine;

namespace Entente.Cli;

internal static class SourcesCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var command = new Command("sources", "Who published what is in the record: articles, how many of them are independent texts, agencies credited, from when to when.") { shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var sources = shared.Desk(parsed).Sources(shared.Moment(parsed)).Take(shared.LimitOf(parsed)).ToList();
            if (parsed.GetValue(shared.Json))
                Rendering.JsonList(terminal, "sources", sources, (writer, source) =>
                {
                    writer.WriteString("outlet", source.Outlet);
                    writer.WriteNumber("articles", source.Articles);
                    writer.WriteNumber("independent", source.Origins);
                    writer.WriteNumber("with_copies", source.Copies);
                    Rendering.List(writer, "wires", source.Wires, w =>
                    {
                        writer.WriteString("wire", w.Wire);
                        writer.WriteNumber("articles", w.Articles);
                    });
                    writer.WriteString("first", source.First?.Text);
                    writer.WriteString("last", source.Last?.Text);
                    writer.WriteString("looks_like", source.LooksLike);
                });
            else
            {
                var table = Rendering.NewTable("outlet", "articles", "with copies", "agencies", "from", "to");
                foreach (var source in sources)
                    Rendering.Row(table, (source.Outlet ?? "(not stated)") + (source.LooksLike is null ? "" : $"\nlooks like \"{source.LooksLike}\""), Rendering.Support(source.Articles, source.Origins),
                        Rendering.Number(source.Copies), string.Join("\n", source.Wires.Select(w => $"{w.Wire} {Rendering.Number(w.Articles)}")), source.First?.Text ?? "", source.Last?.Text ?? "");
                terminal.Write(table);
                terminal.Error.WriteLine($"{Rendering.Count(sources.Count, "outlet")}.");
            }
            return CommandLine.Done;
        });
        return command;
    }
}
