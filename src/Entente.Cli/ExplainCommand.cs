using System.CommandLine;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ExplainCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var code = new Argument<string?>("code") { Description = "A form, status, level, PLOVER type, mode, modality, rung, measure or error code, or a state or body; nothing lists all codes.", Arity = ArgumentArity.ZeroOrOne, HelpName = "code" };
        code.CompletionSources.Add(_ => BookOf().Entries.Select(e => new System.CommandLine.Completions.CompletionItem(e.Code)));
        var command = new Command("explain", "What a code of the code book means, in a sentence with an example; or who belongs to a body, and to which bodies a state (with --as-of: on that day).") { code, shared.AsOf };
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
                Tell(SharedOptions.DeskOn("").FindActor(asked, shared.Moment(parsed).AsOf ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date))
                    ?? throw new EntenteException(Faults.UnknownExplain(asked, Near(asked, book))), terminal);
            foreach (var entry in found)
                Tell(entry, terminal);
            return CommandLine.Done;
        });
        return command;
    }

    private static CodeBook BookOf() => SharedOptions.DeskOn("").CodeBook;

    private static List<string> Near(string asked, CodeBook book) =>
        [.. Spelling.Near(asked, book.Entries.Select(e => e.Code).Distinct(), c => c).Take(4)];

    private static void Tell(ActorEntry actor, Terminal terminal)
    {
        terminal.Out.WriteLine($"{actor.Code} ({(actor.Form is null ? "state" : "body")})");
        terminal.Out.WriteLine($"  {actor.Name}{(actor.Form is null ? "" : $"; membership is coded as {actor.Form}")}");
        if (actor.Memberships.Count > 0)
            terminal.Out.WriteLine($"  {(actor.Form is null ? "belongs to" : Rendering.Count(actor.Memberships.Count, "member") + ":")} {Rendering.Actors(actor.Memberships)}");
    }

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
