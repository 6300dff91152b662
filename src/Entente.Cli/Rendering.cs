using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Analysis;
using Entente.Record;
using Entente.Vocabulary;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>How claims, dates and ids look, in tables and in JSON, the same in every command.</summary>
internal static class Rendering
{
    /// <summary>The shape of every <c>--json</c> answer; raised when a field changes its meaning.</summary>
    private const int JsonVersion = 1;

    private const int ShortId = 8;

    /// <summary>For one object a line.</summary>
    public static readonly JsonWriterOptions OneLineJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Short(string id) => id[..ShortId];

    public static string Actors(IReadOnlyList<string> actors) => string.Join(", ", actors);

    public static string Cut(string text, int length)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= length)
            return line;
        int end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return line[..end].TrimEnd() + "…";
    }

    public static string Date(When? date) => date?.Text ?? "undated";

    /// <summary>"GBR, JPN: reciprocal-access signed", "RUS → UKR: ASSAULT invasion".</summary>
    public static string What(Claim claim) => claim switch
    {
        AgreementClaim a => $"{a.Form} {a.Status.Code()}",
        EventClaim e => $"{e.Type.Code()}{(e.What is null ? "" : $" {e.What}")}",
        ObligationClaim o => $"{o.Level.Code()}{(o.Contingency is null ? "" : $" ({o.Contingency})")}",
        FigureClaim f => FormattableString.Invariant($"{f.Measure} {f.Value:#,0.##} {f.Unit}"),
        _ => claim.Kind.Code(),
    };

    public static string Who(Claim claim) => claim switch
    {
        EventClaim { Recipients.Count: > 0 } e => $"{Actors(e.Actors)} → {Actors(e.Recipients)}",
        ObligationClaim o when !o.From.SequenceEqual(o.To) => $"{Actors(o.From)} → {Actors(o.To)}",
        _ => Actors(claim.Everyone),
    };

    public static Table NewTable(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        // Codes and ids stay whole; the words of articles and lists of actors give way.
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { NoWrap = column is not ("says" or "who" or "article" or "arrangements" or "what") });
        return table;
    }

    /// <summary>Text is data, never markup: a "[" in a quote must not be read as colour.</summary>
    public static void Row(Table table, params ReadOnlySpan<string> cells)
    {
        var texts = new Text[cells.Length];
        for (int i = 0; i < cells.Length; i++)
            texts[i] = new Text(Printable(cells[i]));
        table.AddRow(texts);
    }

    /// <summary>Control characters in an article must not reach the terminal, nor those that turn the direction of what follows.</summary>
    public static string Printable(string text) =>
        text.Any(IsUnprintable) ? string.Concat(text.Select(c => IsUnprintable(c) ? '\uFFFD' : c)) : text;

    /// <summary>Printable, and on one line: what an article brings along must not pass for a line of ours.</summary>
    public static string OneLine(string text) => Printable(text.ReplaceLineEndings(" "));

    private static bool IsUnprintable(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>"1 claim", "2 claims".</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>"5", or "5, 4 independent" where some are copies of one text.</summary>
    public static string Support(int articles, int origins) => articles == origins ? Number(articles) : $"{Number(articles)}, {Number(origins)} independent";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The date as the text tells it: of a year told, not its first day.</summary>
    public static string Strand(Strand strand, RecordedClaim evidence)
    {
        string status = strand.Status is { } s ? $" {s.Code()}" : "";
        string modality = strand.Modality == Modality.Fact ? "" : $" [{strand.Modality.Code()}]";
        string since = strand.Since is null ? "" : $" {evidence.Claim.Date}";
        return $"{strand.Code}{status}{modality}{since}{(strand.IsDisputed ? " (disputed)" : "")}";
    }

    public static void Json(Terminal terminal, string name, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", JsonVersion);
            writer.WritePropertyName(name);
            content(writer);
            writer.WriteEndObject();
        }
        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    public static void JsonList<T>(Terminal terminal, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        Json(terminal, name, writer => List(writer, items, item => write(writer, item)));

    public static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WritePropertyName(name);
        List(writer, items, write);
    }

    private static void List<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void WriteClaim(Utf8JsonWriter writer, RecordedClaim recorded)
    {
        writer.WriteString("id", recorded.Id);
        writer.WriteString("article", recorded.ArticleId);
        writer.WriteString("reported", recorded.Reported?.Text);
        writer.WriteString("known", recorded.Known.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
        writer.WriteString("decision", recorded.Verdict?.ToString().ToLowerInvariant());
        ClaimJson.WriteFields(writer, recorded.Claim);
    }

    public static void ClaimTable(Terminal terminal, IReadOnlyList<RecordedClaim> claims)
    {
        var table = NewTable("id", "date", "who", "what", "modality", "article", "says");
        foreach (var recorded in claims)
            Row(table, Short(recorded.Id), Date(recorded.Claim.Date), Who(recorded.Claim), What(recorded.Claim), recorded.Claim.Modality.Code(), Cut(recorded.Claim.Doc, 24),
                Cut(recorded.Claim.Evidence.Quote, 70));
        terminal.Write(table);
    }
}
