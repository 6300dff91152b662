using System.CommandLine;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var code = new Argument<string?>("code") { Description = "A form, status, level, PLOVER type, mode, modality, rung, measure or error code; nothing lists all.", Arity = ArgumentArity.ZeroOrOne, HelpName = "code" };
        code.CompletionSources.Add(_ => BookOf().Entries.Select(e => new System.CommandLine.Completions.CompletionItem(e.Code)));
        var command = new Command("explain", "What a code of the code book means, in a sentence with an example.") { code };
        command.SetAction(parsed =>
        {
            var book = BookOf();
            if (parsed.GetValue(code) is not { } asked)
            {
                foreach (var scheme in book.Entries.GroupBy(e => e.Scheme))
                    terminal.Out.WriteLine($"{scheme.Key,-9} {string.Join(" ", scheme.Select(e => e.Code).Distinct())}");
                return CommandLine.Done;
            }
            var found = book.Find(asked).ToList();
            if (found.Count == 0)
                throw new EntenteException(Faults.UnknownExplain(asked, Near(asked, book)));
            foreach (var entry in found)
                Tell(entry, terminal);
            return CommandLine.Done;
        });
        return command;
    }

    private static CodeBook BookOf() => SharedOptions.DeskOn("").CodeBook;

    private static List<string> Near(string asked, CodeBook book) =>
        [.. book.Entries.Select(e => e.Code).Where(c => c.Contains(asked, StringComparison.OrdinalIgnoreCase) || asked.Contains(c, StringComparison.OrdinalIgnoreCase)
            || (asked.Length > 3 && c.StartsWith(asked[..4], StringComparison.OrdinalIgnoreCase))).Distinct().Take(4)];

    private static void Tell(CodeBookEntry entry, Terminal terminal)
    {
        terminal.Out.WriteLine($"{entry.Code} ({entry.Scheme})");
        terminal.Out.WriteLine($"  {entry.Meaning}");
        if (entry.Example.Length > 0)
            terminal.Out.WriteLine($"  Example: {entry.Example}");
        foreach (var (name, value) in entry.Facts)
            terminal.Out.WriteLine($"  {name}: {value}");
    }
}
