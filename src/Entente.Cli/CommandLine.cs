using System.CommandLine;
using System.CommandLine.Help;
using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>
/// The program <c>entente</c>: one file a command. Exit codes: 0 done, 1 failed, 2 the command line is wrong, 3 done in part (something was
/// set aside), 130 stopped by Ctrl-C.
/// </summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, Usage = 2, InPart = 3, Stopped = 130;

    public static int Run(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(error.Message);
            terminal.Error.WriteLine($"'entente {(parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ")}--help' tells how it is used.");
            return Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (EntenteException e)
        {
            terminal.Tell(e.Fault);
            return Failed;
        }
        catch (IOException e) when (e.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            // "entente claims | head": the reader has seen enough.
            return Done;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("""
            Entente reads news and keeps a sourced record of who is committed to whom.

            Start:      entente read samples
            Ask:        entente network --actor JPN        entente pair JPN GBR
                        entente obligations JPN            entente timeline --actor JPN
                        entente claims --form alliance     entente show ID
            Understand: entente explain reciprocal-access

            The record is the file entente.db here; --record or ENTENTE_RECORD name another.
            Exit codes: 0 done, 1 failed, 2 wrong command line, 3 done but something was set aside, 130 stopped.
            """);
        if (root.Options.OfType<HelpOption>().First().Action is HelpAction help)
            help.MaxWidth = terminal.Width;
        var shared = new SharedOptions();
        root.Options.Add(shared.Record);
        root.Subcommands.Add(ReadCommand.Create(terminal, shared));
        root.Subcommands.Add(WatchCommand.Create(terminal, shared));
        root.Subcommands.Add(ArticleCommand.Create(terminal, shared));
        root.Subcommands.Add(NetworkCommand.Create(terminal, shared));
        root.Subcommands.Add(PairCommand.Create(terminal, shared));
        root.Subcommands.Add(ArrangementsCommand.Create(terminal, shared));
        root.Subcommands.Add(ObligationsCommand.Create(terminal, shared));
        root.Subcommands.Add(TimelineCommand.Create(terminal, shared));
        root.Subcommands.Add(StoriesCommand.Create(terminal, shared));
        root.Subcommands.Add(SourcesCommand.Create(terminal, shared));
        root.Subcommands.Add(ClaimsCommand.Create(terminal, shared));
        root.Subcommands.Add(ShowCommand.Create(terminal, shared));
        root.Subcommands.Add(ExplainCommand.Create(terminal, shared));
        root.Subcommands.Add(ExportCommand.Create(terminal, shared));
        root.Subcommands.Add(VerifyCommand.Create(terminal, shared));
        root.Subcommands.Add(AnnotateCommand.Create(terminal, shared));
        root.Subcommands.Add(DateCommand.Create(terminal, shared));
        root.Subcommands.Add(ReprintsCommand.Create(terminal));
        root.Subcommands.Add(ScoreCommand.Create(terminal, shared));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        root.Subcommands.Add(CompletionCommand.Create(terminal));
        return root;
    }
}
