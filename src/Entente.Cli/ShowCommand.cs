using System.CommandLine;
using System.Globalization;
using Entente.Analysis;
using Entente.Desk;
using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class ShowCommand
{
    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var id = new Argument<string>("id") { Description = "The id of a claim, an article or an arrangement, or four or more of its first letters." };
        var command = new Command("show", "A claim with the sentence in its paragraph, its article, outlet, wire and date; an article with its claims and what was passed over; an arrangement with its life.") { id };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            object found = shared.Desk(parsed).Show(shared.Moment(parsed), parsed.GetValue(id)!);
            Action write = (found, parsed.GetValue(shared.Json)) switch
            {
                (ClaimInContext claim, false) => () => Write(claim, terminal),
                (ClaimInContext claim, true) => () => WriteJson(claim, terminal),
                (Arrangement arrangement, false) => () => ArrangementsCommand.Write(arrangement, terminal),
                (Arrangement arrangement, true) => () => Rendering.Json(terminal, "arrangement", writer => ArrangementsCommand.WriteObject(writer, arrangement)),
                (var article, false) => () => Write((ArticleInRecord)article, terminal),
                (var article, true) => () => WriteJson((ArticleInRecord)article, terminal),
            };
            write();
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(ClaimInContext shown, Terminal terminal)
    {
        var (recorded, article, paragraph) = shown;
        var claim = recorded.Claim;
        var lines = new List<(string, string?)>
        {
            ("claim", recorded.Id),
            (claim.Kind.Code(), $"{Rendering.Who(claim)}: {Rendering.What(claim)}"),
            ("name", (claim as AgreementClaim)?.Name),
            ("place", (claim as EventClaim)?.Place),
            ("date", Rendering.Date(claim.Date)),
            ("modality", claim.Modality.Code()),
            ("said by", SpeakerLine(claim.Speaker) ?? "the reporter"),
            ("confidence", claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
            ("rule", claim.Rule),
            ("decision", recorded.Verdict?.ToString().ToLowerInvariant()),
            ("known since", recorded.Known.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        };
        lines.AddRange(Source(article));
        WriteLines(lines, terminal);
        terminal.Out.WriteLine();
        string text = article.Text;
        var span = claim.Evidence.Span;
        terminal.Out.WriteLine(Rendering.Printable($"  {text[paragraph.Start..span.Start]}»{text[span.Start..span.End]}«{text[span.End..paragraph.End]}"));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"  (characters {span.Start} to {span.End} of the article)");
    }

    private static void Write(ArticleInRecord shown, Terminal terminal)
    {
        WriteLines([("article", shown.Article.Id), .. Source(shown.Article), .. shown.Copies.Select(c => ("copy", (string?)CopyLine(c)))], terminal);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Rendering.Printable(shown.Article.Text));
        terminal.Out.WriteLine();
        Rendering.ClaimTable(terminal, shown.Claims);
        terminal.Out.WriteLine($"{Rendering.Count(shown.Passed.Count, "place")} passed over:");
        foreach (var passed in shown.Passed)
            terminal.Out.WriteLine(Rendering.Printable($"  {passed.Span}  {passed.Rule}: {passed.Reason}: \"{Rendering.Cut(passed.Span.In(shown.Article.Text), 60)}\""));
    }

    private static IEnumerable<(string, string?)> Source(Article article) =>
    [
        ("in", article.Name), ("title", article.Title), ("outlet", article.Outlet ?? "not stated"), ("wire", article.Wire),
        ("published", article.Published?.Text ?? "not stated"), ("url", article.Url),
    ];

    /// <summary>"5wk2… South China Morning Post: 75 % of it is here, 21 % of this is there; this one seems the older (longer)".</summary>
    private static string CopyLine(CopyInRecord copy) => string.Create(CultureInfo.InvariantCulture,
        $"{Rendering.Short(copy.Article.Id)} {copy.Article.Outlet ?? copy.Article.Name}: {copy.Derivation.OthersShare:P0} of it is here, {copy.Derivation.Share:P0} of this is there; {(copy.Derivation.IsOlder ? "this" : "that")} one seems the older ({Why(copy.Derivation.By)})");

    private static string Why(OlderBy by) => by switch
    {
        OlderBy.Published => "published earlier",
        OlderBy.Wire => "its outlet is the agency that the other credits",
        OlderBy.Length => "it is longer",
        _ => "it was taken in first",
    };

    private static string? SpeakerLine(Speaker? speaker) =>
        speaker is null ? null : string.Join(", ", new[] { speaker.Name, speaker.Role, speaker.Body, speaker.State }.Where(p => !string.IsNullOrEmpty(p)));

    private static void WriteLines(IEnumerable<(string Label, string? Value)> lines, Terminal terminal)
    {
        foreach (var (label, value) in lines)
            if (!string.IsNullOrEmpty(value))
                terminal.Out.WriteLine(Rendering.Printable($"{label,-12} {value}"));
    }

    private static void WriteJson(ClaimInContext shown, Terminal terminal) => Rendering.Json(terminal, "claim", writer =>
    {
        writer.WriteStartObject();
        Rendering.WriteClaim(writer, shown.Recorded);
        writer.WriteString("rule", shown.Recorded.Claim.Rule);
        WriteSource(writer, shown.Article);
        writer.WriteString("paragraph", shown.Paragraph.In(shown.Article.Text));
        writer.WriteEndObject();
    });

    private static void WriteJson(ArticleInRecord shown, Terminal terminal) => Rendering.Json(terminal, "article", writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", shown.Article.Id);
        writer.WriteString("in", shown.Article.Name);
        WriteSource(writer, shown.Article);
        writer.WriteString("text", shown.Article.Text);
        writer.WriteStartArray("claims");
        foreach (var recorded in shown.Claims)
        {
            writer.WriteStartObject();
            Rendering.WriteClaim(writer, recorded);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Rendering.List(writer, "copies", shown.Copies, copy =>
        {
            writer.WriteString("id", copy.Article.Id);
            writer.WriteString("outlet", copy.Article.Outlet);
            writer.WriteNumber("share", Math.Round(copy.Derivation.Share, 2));
            writer.WriteNumber("share_of_copy", Math.Round(copy.Derivation.OthersShare, 2));
            writer.WriteBoolean("seems_older", copy.Derivation.IsOlder);
            writer.WriteString("because", Why(copy.Derivation.By));
            Rendering.List(writer, "passages", copy.Derivation.Passages, passage =>
            {
                writer.WriteNumber("start", passage.Span.Start);
                writer.WriteNumber("end", passage.Span.End);
                writer.WriteNumber("start_in_copy", passage.OthersSpan.Start);
                writer.WriteNumber("end_in_copy", passage.OthersSpan.End);
            });
        });
        writer.WriteStartArray("passed");
        foreach (var passed in shown.Passed)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", passed.Span.Start);
            writer.WriteNumber("end", passed.Span.End);
            writer.WriteString("rule", passed.Rule);
            writer.WriteString("reason", passed.Reason);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteSource(System.Text.Json.Utf8JsonWriter writer, Article article)
    {
        writer.WriteString("title", article.Title);
        writer.WriteString("outlet", article.Outlet);
        writer.WriteString("wire", article.Wire);
        writer.WriteString("published", article.Published?.Text);
        writer.WriteString("url", article.Url);
    }
}
