using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Entente.Desk;

namespace Entente.Cli;

internal static class WatchCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var list = new Argument<string>("list") { Description = "The feeds: OPML, or a text of one address a line." };
        var once = new Option<bool>("--once") { Description = "One round over the feeds that are due, then end: for cron." };
        var every = new Option<TimeSpan>("--every")
        {
            Description = "How often a feed is asked until its own pace is known: 15m, 1h.",
            HelpName = "TIME",
            DefaultValueFactory = _ => TimeSpan.FromMinutes(15),
            CustomParser = result => LengthOf(result.Tokens[0].Value) is { } length ? length : Wrong(result, "--every takes 5m to 24h, such as 15m or 1h."),
        };
        var most = new Option<int>("--max") { Description = "New items of a feed in one round; the rest waits for the next (0 = all).", HelpName = "N" };
        var state = new Option<string?>("--state") { Description = "Where is kept what was seen (default: beside the record, entente.feeds.json).", HelpName = "FILE" };
        var agent = new Option<string>("--agent") { Description = "As what to introduce yourself to servers.", HelpName = "TEXT", DefaultValueFactory = _ => DefaultAgent };
        agent.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && (given.Value.Length is 0 or > 200 || given.Value.Any(c => c is < ' ' or > '~')))
                result.AddError("--agent takes 1 to 200 characters of ASCII.");
        });
        var command = new Command("watch", "Follow feeds of RSS and Atom and read what is new into the record, at the pace and within the rules of their outlets. Ctrl-C ends it.")
        {
            list, once, every, most, state, agent,
        };
        command.SetAction(async (parsed, stop) =>
        {
            string record = parsed.GetValue(shared.Record)!;
            string statePath = parsed.GetValue(state) ?? Path.ChangeExtension(record, ".feeds.json");
            int limit = parsed.GetValue(most) is > 0 and var given ? given : int.MaxValue;
            var options = new WatchOptions(parsed.GetValue(list)!, statePath, parsed.GetValue(agent)!, parsed.GetValue(once), parsed.GetValue(every), limit);
            var report = await shared.Desk(parsed).WatchAsync(options, feed => Tell(feed, terminal), stop).ConfigureAwait(false);
            ReadCommand.WriteTotals(report, false, record, terminal.Error);
            return stop.IsCancellationRequested ? CommandLine.Stopped : report.SetAside.Count == 0 ? CommandLine.Done
                : report.Taken + report.Known + report.Reread > 0 ? CommandLine.InPart : CommandLine.Failed;
        });
        return command;
    }

    private static string DefaultAgent => $"Entente/{typeof(WatchCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion} (news feed reader)";

    private static void Tell(WatchedFeed feed, Terminal terminal)
    {
        string next = feed.Next is { } due ? due.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
        terminal.Error.WriteLine($"{Rendering.OneLine(feed.Title ?? feed.Address)}: {feed.New} new, {feed.Taken} taken in; next {next}");
        foreach (var fault in feed.SetAside)
            terminal.Tell(fault);
    }

    private static TimeSpan Wrong(System.CommandLine.Parsing.ArgumentResult result, string error)
    {
        result.AddError(error);
        return default;
    }

    private static TimeSpan? LengthOf(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return null;
        var length = text[^1] switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => TimeSpan.Zero };
        return length >= TimeSpan.FromMinutes(5) && length <= TimeSpan.FromDays(1) ? length : null;
    }
}
