using System.CommandLine;
using System.Globalization;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>The options that most commands share, and the desk that they open.</summary>
internal sealed class SharedOptions
{
    public Option<string> Record { get; } = new("--record", "-r")
    {
        Description = "The record to use (default: ENTENTE_RECORD, else entente.db here).",
        HelpName = "FILE",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ENTENTE_RECORD") is { Length: > 0 } given ? given : "entente.db",
    };

    public Option<string?> AsOf { get; } = new("--as-of") { Description = "Only what held on this day (2023-01-31; a month or year means its last day).", HelpName = "DATE" };

    public Option<string?> KnownOn { get; } = new("--known-on") { Description = "Only what the record knew by then (2023-02-01 or 2023-02-01T12:00Z).", HelpName = "INSTANT" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON for machines instead of a table." };

    public Option<int> Limit { get; } = new("--limit", "-n") { Description = "At most so many rows (0 = all).", HelpName = "N", DefaultValueFactory = _ => 0 };

    public void AddTo(Command command)
    {
        command.Options.Add(AsOf);
        command.Options.Add(KnownOn);
        command.Options.Add(Json);
    }

    public LocalDesk Desk(ParseResult parsed) => DeskOn(parsed.GetValue(Record)!);

    public static LocalDesk DeskOn(string record) => new(DataFolder.Find(), record, TimeProvider.System);

    public Moment Moment(ParseResult parsed) => new(DayOf(parsed.GetValue(AsOf)), InstantOf(parsed.GetValue(KnownOn)));

    public int LimitOf(ParseResult parsed) => parsed.GetValue(Limit) is > 0 and var limit ? limit : int.MaxValue;

    public static T? CodeOf<T>(string option, string? code) where T : struct, Enum =>
        code is null ? null : EnumCode.TryParse(code, out T value) ? value : throw new EntenteException(Faults.UnknownCode(option, code, EnumCode.All<T>()));

    public static When? DateOf(string option, string? text) =>
        text is null ? null : When.TryParse(text, out var when) ? when : throw new EntenteException(Faults.BadDate(option, text));

    private static DateOnly? DayOf(string? text)
    {
        if (text is null)
            return null;
        if (!When.TryParse(text, out var when) || when.End is not { } end)
            throw new EntenteException(Faults.BadDate("--as-of", text));
        return end.AddDays(-1);
    }

    /// <summary>A day means its end: what was known on that day includes what was learnt in its evening (UTC).</summary>
    private static DateTimeOffset? InstantOf(string? text)
    {
        if (text is null)
            return null;
        if (When.TryParse(text, out var when) && when.End is { } end)
            return new DateTimeOffset(end.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-10);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw new EntenteException(Faults.BadDate("--known-on", text));
    }
}
