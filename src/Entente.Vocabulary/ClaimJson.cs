using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Vocabulary;

/// <summary>
/// The line format of claims: one JSON object a line, fields always all there and always in this order, so that equal claims are equal
/// bytes. The contract of <c>read --format jsonl</c>, of exports and of gold annotations.
/// </summary>
public static class ClaimJson
{
    /// <summary>Curly quotes and accents stay legible; the lines go to files and terminals, never into a page's markup.</summary>
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Claim claim)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Legible);
        Write(writer, claim);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteStartObject();
        WriteFields(writer, claim);
        writer.WriteEndObject();
    }

    /// <summary>The fields alone, for an object that says more about the claim than the claim itself.</summary>
    public static void WriteFields(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteString("doc", claim.Doc);
        writer.WriteString("kind", claim.Kind.Code());
        switch (claim)
        {
            case AgreementClaim agreement:
                writer.WriteString("name", agreement.Name);
                WriteList(writer, "parties", agreement.Parties);
                writer.WriteString("form", agreement.Form);
                writer.WriteString("status", agreement.Status.Code());
                break;
            case EventClaim happening:
                writer.WriteString("type", happening.Type.Code());
                WriteList(writer, "actors", happening.Actors);
                WriteList(writer, "recipients", happening.Recipients);
                writer.WriteString("place", happening.Place);
                writer.WriteString("what", happening.What);
                break;
            case ObligationClaim obligation:
                WriteList(writer, "from", obligation.From);
                WriteList(writer, "to", obligation.To);
                writer.WriteString("level", obligation.Level.Code());
                writer.WriteString("contingency", obligation.Contingency);
                break;
            case FigureClaim figure:
                writer.WriteString("subject", figure.Subject);
                writer.WriteString("measure", figure.Measure);
                writer.WriteNumber("value", figure.Value);
                writer.WriteString("unit", figure.Unit);
                break;
        }
        writer.WriteString("date", claim.Date?.Text);
        writer.WriteString("modality", claim.Modality.Code());
        WriteSpeaker(writer, claim.Speaker);
        writer.WriteStartObject("evidence");
        WriteOffsets(writer, claim.Evidence);
        writer.WriteString("text", claim.Evidence.Quote);
        writer.WriteEndObject();
        writer.WriteNumber("confidence", claim.Confidence);
    }

    /// <exception cref="EntenteException">A field is missing or holds an unknown code.</exception>
    public static Claim Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static Claim Read(JsonElement json) => Read(json, EvidenceOf);

    /// <summary>The same for claims whose evidence may be written in other ways.</summary>
    /// <param name="evidenceOf">The evidence of the claim that it is given.</param>
    public static Claim Read(JsonElement json, Func<JsonElement, Evidence> evidenceOf)
    {
        string doc = Text(json, "doc") ?? "";
        Claim claim = Enum<ClaimKind>(json, "kind") switch
        {
            ClaimKind.Agreement => new AgreementClaim
            {
                Doc = doc,
                Modality = default,
                Evidence = null!,
                Confidence = 0,
                Name = Text(json, "name"),
                Parties = List(json, "parties"),
                Form = Text(json, "form") ?? "",
                Status = Enum<Status>(json, "status"),
            },
            ClaimKind.Event => new EventClaim
            {
                Doc = doc,
                Modality = default,
                Evidence = null!,
                Confidence = 0,
                Type = Enum<EventType>(json, "type"),
                Actors = List(json, "actors"),
                Recipients = List(json, "recipients"),
                Place = Text(json, "place"),
                What = Text(json, "what"),
            },
            ClaimKind.Obligation => new ObligationClaim
            {
                Doc = doc,
                Modality = default,
                Evidence = null!,
                Confidence = 0,
                From = List(json, "from"),
                To = List(json, "to"),
                Level = Enum<ObligationLevel>(json, "level"),
                Contingency = Text(json, "contingency"),
            },
            _ => new FigureClaim
            {
                Doc = doc,
                Modality = default,
                Evidence = null!,
                Confidence = 0,
                Subject = Text(json, "subject") ?? "",
                Measure = Text(json, "measure") ?? "",
                Value = Required(json, "value", JsonValueKind.Number).GetDouble(),
                Unit = Text(json, "unit") ?? "",
            },
        };
        return claim with
        {
            Modality = Enum<Modality>(json, "modality"),
            Speaker = ReadSpeaker(json),
            Date = Text(json, "date") is { } date ? When.Parse(date) : null,
            Evidence = evidenceOf(json),
            Confidence = IsGiven(json, "confidence") ? Required(json, "confidence", JsonValueKind.Number).GetDouble() : 1,
        };
    }

    private static Evidence EvidenceOf(JsonElement json)
    {
        var evidence = Required(json, "evidence", JsonValueKind.Object);
        var span = new TextSpan(Required(evidence, "start", JsonValueKind.Number).GetInt32(), Required(evidence, "end", JsonValueKind.Number).GetInt32());
        return new(span, Text(evidence, "text") ?? "");
    }

    /// <summary>Null for words that a person gave without their place.</summary>
    private static void WriteOffsets(Utf8JsonWriter writer, Evidence evidence)
    {
        if (evidence.Span.Length == evidence.Quote.Length)
        {
            writer.WriteNumber("start", evidence.Span.Start);
            writer.WriteNumber("end", evidence.Span.End);
            return;
        }
        writer.WriteNull("start");
        writer.WriteNull("end");
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteSpeaker(Utf8JsonWriter writer, Speaker? speaker)
    {
        if (speaker is null)
        {
            writer.WriteNull("speaker");
            return;
        }
        writer.WriteStartObject("speaker");
        writer.WriteString("name", speaker.Name);
        writer.WriteString("role", speaker.Role);
        writer.WriteString("body", speaker.Body);
        writer.WriteString("state", speaker.State);
        writer.WriteEndObject();
    }

    private static Speaker? ReadSpeaker(JsonElement json)
    {
        if (Text(json, "speaker") is { } name)
            return new(name);
        if (!IsGiven(json, "speaker"))
            return null;
        var speaker = Required(json, "speaker", JsonValueKind.Object);
        return new(Text(speaker, "name") ?? "", Text(speaker, "role"), Text(speaker, "body"), Text(speaker, "state"));
    }

    private static T Enum<T>(JsonElement json, string field) where T : struct, Enum
    {
        string? code = Text(json, field);
        return EnumCode.TryParse(code, out T value) ? value : throw new EntenteException(Faults.UnknownCode(field, code, EnumCode.All<T>()));
    }

    private static JsonElement Required(JsonElement json, string field, JsonValueKind kind) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == kind
            ? value
            : throw new EntenteException(Faults.BadField(field, value.ValueKind == JsonValueKind.Undefined ? null : value.GetRawText(), $"a JSON {kind.ToString().ToLowerInvariant()}"));

    private static bool IsGiven(JsonElement json, string field) => json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    private static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Empty where the field is missing or null; a bare string is refused rather than read as nobody.</summary>
    private static IReadOnlyList<string> List(JsonElement json, string field)
    {
        if (!IsGiven(json, field))
            return [];
        var items = Required(json, field, JsonValueKind.Array).EnumerateArray();
        return items.All(v => v.ValueKind == JsonValueKind.String) ? Claim.Sorted(items.Select(v => v.GetString()!))
            : throw new EntenteException(Faults.BadField(field, json.GetProperty(field).GetRawText(), "a list of strings"));
    }
}
