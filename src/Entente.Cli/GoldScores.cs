using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Cli;

/// <summary>How claims compare with gold, as tables and as JSON.</summary>
internal static class GoldScores
{
    public static void Write(Terminal terminal, GoldScore score, bool withMissed, bool withExtra, bool isJson)
    {
        if (isJson)
        {
            Rendering.Json(terminal, "score", writer => WriteJson(writer, score, withMissed, withExtra));
            return;
        }
        WriteKinds(terminal, score);
        WriteConfusions(terminal, score);
        WriteReliability(terminal, Reliability.Of(score.Judged), isJson: false);
        if (withMissed)
            WriteClaims(terminal, "Missed", score.Missed);
        if (withExtra)
            WriteClaims(terminal, "Extra", score.Extra);
    }

    public static void WriteReliability(Terminal terminal, Reliability reliability, bool isJson)
    {
        if (isJson)
        {
            Rendering.Json(terminal, "reliability", writer => WriteJson(writer, reliability));
            return;
        }
        var table = Rendering.NewTable("confidence", "claims", "mean", "right");
        foreach (var bin in reliability.Bins)
            Rendering.Row(table, string.Create(CultureInfo.InvariantCulture, $"{bin.From:0.0} to {bin.From + 0.1:0.0}"), Rendering.Number(bin.Claims), Share(bin.Confidence), Share(bin.Right));
        terminal.Write(table);
        terminal.Out.WriteLine($"Expected calibration error: {Share(reliability.ExpectedError)} (by chance alone: about {Share(reliability.ErrorByChance)})");
    }

    private static void WriteKinds(Terminal terminal, GoldScore score)
    {
        var table = Rendering.NewTable("kind", "gold", "claims", "found: precision, recall, F1", "exact", "full");
        foreach (var kind in score.Kinds)
            Rendering.Row(table, NameOf(kind), Rendering.Number(kind.Found.Gold), Rendering.Number(kind.Found.System), Triple(kind.Found), Triple(kind.Exact), Triple(kind.Full));
        terminal.Write(table);
    }

    /// <summary>A row for each code of the gold: how often it was read as such, and as what else.</summary>
    private static void WriteConfusions(Terminal terminal, GoldScore score)
    {
        var table = Rendering.NewTable("of those found", "gold", "pairs", "same", "read as");
        foreach (var row in score.Confusions.GroupBy(c => (c.Field, c.Gold)))
            Rendering.Row(table, row.Key.Field, row.Key.Gold, Rendering.Number(row.Sum(c => c.Pairs)), Rendering.Number(row.Where(c => c.System == c.Gold).Sum(c => c.Pairs)),
                string.Join(", ", row.Where(c => c.System != c.Gold).Select(c => $"{c.System} {Rendering.Number(c.Pairs)}")));
        terminal.Write(table);
    }

    private static void WriteClaims(Terminal terminal, string heading, IReadOnlyList<Claim> claims)
    {
        terminal.Out.WriteLine($"\n{heading} ({Rendering.Number(claims.Count)})");
        var table = Rendering.NewTable("article", "date", "who", "what", "modality", "says");
        foreach (var claim in claims)
            Rendering.Row(table, Rendering.Cut(claim.Doc, 24), Rendering.Date(claim.Date), Rendering.Who(claim), Rendering.What(claim), claim.Modality.Code(), Rendering.Cut(claim.Evidence.Quote, 70));
        terminal.Write(table);
    }

    private static void WriteJson(Utf8JsonWriter writer, GoldScore score, bool withMissed, bool withExtra)
    {
        writer.WriteStartObject();
        Rendering.List(writer, "kinds", score.Kinds, kind =>
        {
            writer.WriteString("kind", NameOf(kind));
            writer.WriteNumber("gold", kind.Found.Gold);
            writer.WriteNumber("claims", kind.Found.System);
            WriteJson(writer, "found", kind.Found);
            WriteJson(writer, "exact", kind.Exact);
            WriteJson(writer, "full", kind.Full);
        });
        Rendering.List(writer, "confusions", score.Confusions, cell =>
        {
            writer.WriteString("field", cell.Field);
            writer.WriteString("gold", cell.Gold);
            writer.WriteString("system", cell.System);
            writer.WriteNumber("pairs", cell.Pairs);
        });
        writer.WritePropertyName("reliability");
        WriteJson(writer, Reliability.Of(score.Judged));
        if (withMissed)
            Rendering.List(writer, "missed", score.Missed, claim => ClaimJson.WriteFields(writer, claim));
        if (withExtra)
            Rendering.List(writer, "extra", score.Extra, claim => ClaimJson.WriteFields(writer, claim));
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, string name, Rightness rightness)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("right", rightness.Right);
        writer.WriteNumber("precision", Math.Round(rightness.Precision, 4));
        writer.WriteNumber("recall", Math.Round(rightness.Recall, 4));
        writer.WriteNumber("f1", Math.Round(rightness.F1, 4));
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, Reliability reliability)
    {
        writer.WriteStartObject();
        writer.WriteNumber("expected_error", Math.Round(reliability.ExpectedError, 4));
        writer.WriteNumber("error_by_chance", Math.Round(reliability.ErrorByChance, 4));
        Rendering.List(writer, "bins", reliability.Bins, bin =>
        {
            writer.WriteNumber("from", bin.From);
            writer.WriteNumber("claims", bin.Claims);
            writer.WriteNumber("confidence", Math.Round(bin.Confidence, 4));
            writer.WriteNumber("right", Math.Round(bin.Right, 4));
        });
        writer.WriteEndObject();
    }

    private static string NameOf(KindScore score) => score.Kind?.Code() ?? "all";

    private static string Triple(Rightness rightness) => $"{Share(rightness.Precision)} {Share(rightness.Recall)} {Share(rightness.F1)}";

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
