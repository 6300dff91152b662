using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ClaimsCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var actor = new Option<string?>("--actor", "-a") { Description = "Claims that name this actor.", HelpName = "ACTOR" };
        var with = new Option<string?>("--with") { Description = "… and this one too.", HelpName = "ACTOR" };
        var kind = new Option<string?>("--kind") { Description = "agreement, event, obligation or figure.", HelpName = "KIND" };
        var form = new Option<string?>("--form", "--type", "--level", "--measure") { Description = "Form of agreement, PLOVER type, obligation level or measure.", HelpName = "CODE" };
        var status = new Option<string?>("--status") { Description = "Status of an agreement (signed, in-force, …).", HelpName = "STATUS" };
        var modality = new Option<string?>("--modality") { Description = "fact, planned, possible, denied or opinion.", HelpName = "MODALITY" };
        var confidence = new Option<double>("--min-confidence") { Description = "Leave out less certain claims (0 to 1).", DefaultValueFactory = _ => 0, CustomParser = ShareOf, HelpName = "SHARE" };
        kind.CompletionSources.Add([.. EnumCode.All<ClaimKind>()]);
        status.CompletionSources.Add([.. EnumCode.All<Status>()]);
        modality.CompletionSources.Add([.. EnumCode.All<Modality>()]);
        var command = new Command("claims", "The claims of the record, filtered, each with its words.") { actor, with, kind, form, status, modality, confidence, shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var desk = shared.Desk(parsed);
            var filter = new ClaimFilter
            {
                Actor = parsed.GetValue(actor) is { } a ? desk.ActorOf(a) : null,
                Other = parsed.GetValue(with) is { } b ? desk.ActorOf(b) : null,
                Kind = SharedOptions.CodeOf<ClaimKind>("--kind", parsed.GetValue(kind)),
                Code = parsed.GetValue(form),
                Status = SharedOptions.CodeOf<Status>("--status", parsed.GetValue(status)),
                Modality = SharedOptions.CodeOf<Modality>("--modality", parsed.GetValue(modality)),
                MinimumConfidence = parsed.GetValue(confidence),
            };
            if (filter is { Actor: null, Other: { } other })
                filter = filter with { Actor = other, Other = null };
            if (filter.Code is { } code && !desk.CodeBook.Entries.Any(e => e.Code == code && e.Scheme is "form" or "level" or "event" or "measure"))
                throw new EntenteException(Faults.UnknownCode("--form", code, desk.CodeBook.Entries.Where(e => e.Scheme is "form" or "level" or "event").Select(e => e.Code)));
            var claims = desk.Claims(shared.Moment(parsed), filter, shared.LimitOf(parsed));
            if (parsed.GetValue(shared.Json))
                Rendering.JsonList(terminal, "claims", claims, Rendering.WriteClaim);
            else
            {
                Rendering.ClaimTable(terminal, claims);
                terminal.Error.WriteLine($"{Rendering.Count(claims.Count, "claim")}.");
            }
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>With a point, whatever the machine's culture.</summary>
    private static double ShareOf(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1)
            return share;
        result.AddError($"'{text}' is no number from 0 to 1, such as 0.8.");
        return 0;
    }
}
