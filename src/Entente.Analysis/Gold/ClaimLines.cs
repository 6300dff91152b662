using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Claims as people and other programs write them, one JSON object a line: the line format, but the evidence may also be a string, offsets
/// <c>[start, end]</c>, or missing, and the article may be called <c>article</c>.
/// </summary>
/// <param name="textOf">The text of an article by its name, in which offsets count; null if it is not there.</param>
public sealed class ClaimLines(CodeBook codeBook, Func<string, string?> textOf)
{
    /// <param name="refuse">Called for each line that is no claim.</param>
    public IEnumerable<Claim> Read(string place, TextReader reader, Action<Fault> refuse)
    {
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var claim = Parse($"{place}:{number}", line, out var fault);
            if (claim is null)
                refuse(fault!);
            else
                yield return claim;
        }
    }

    private Claim? Parse(string place, string line, out Fault? fault)
    {
        fault = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return Checked(ClaimJson.Read(json.RootElement, EvidenceOf) with { Doc = DocOf(json.RootElement) });
            fault = Faults.BadClaim(place, $"a JSON {json.RootElement.ValueKind.ToString().ToLowerInvariant()}", "a claim as one JSON object");
        }
        catch (JsonException e)
        {
            fault = Faults.BadClaim(place, $"broken JSON at byte {e.BytePositionInLine}", "a claim as one JSON object");
        }
        catch (EntenteException e)
        {
            fault = Faults.BadClaim(place, $"\"{e.Fault.Place}\": {e.Fault.Found}", e.Fault.Expected);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // Half of a surrogate pair is no text, and 1e999 no number.
            fault = Faults.BadClaim(place, e.Message, "a claim as one JSON object");
        }
        return null;
    }

    private Claim Checked(Claim claim)
    {
        if (claim is AgreementClaim { Form: var form } && !codeBook.Forms.Contains(form))
            throw new EntenteException(Faults.UnknownCode("form", form.Length == 0 ? null : form, codeBook.Forms));
        return claim.Confidence is >= 0 and <= 1 ? claim : throw Bad("confidence", FormattableString.Invariant($"{claim.Confidence}"), "a number from 0 to 1");
    }

    private static string DocOf(JsonElement json) => Text(json, "doc") ?? Text(json, "article") ?? throw Bad("doc", null, "the name of the article");

    private Evidence EvidenceOf(JsonElement json)
    {
        if (!json.TryGetProperty("evidence", out var evidence))
            return Quoted("");
        return evidence.ValueKind switch
        {
            JsonValueKind.String => Quoted(evidence.GetString()!),
            JsonValueKind.Object => Quoted(Text(evidence, "text") ?? ""),
            JsonValueKind.Array => At(evidence, textOf(DocOf(json))),
            JsonValueKind.Null => Quoted(""),
            _ => throw Bad("evidence", evidence.GetRawText(), "words, {start, end, text} or [start, end]"),
        };
    }

    private static Evidence At(JsonElement offsets, string? text)
    {
        if (offsets.GetArrayLength() != 2 || !TryInt(offsets[0], out int start) || !TryInt(offsets[1], out int end))
            throw Bad("evidence", offsets.GetRawText(), "[start, end]");
        if (text is null)
            return Quoted("");
        return 0 <= start && start <= end && end <= text.Length ? new(new(start, end), text[start..end])
            : throw Bad("evidence", offsets.GetRawText(), FormattableString.Invariant($"offsets in an article of {text.Length} characters"));
    }

    /// <summary>Only the words count in a score, so where they stand is left open.</summary>
    private static Evidence Quoted(string words) => new(default, words);

    private static bool TryInt(JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }

    private static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static EntenteException Bad(string field, string? found, string expected) => new(Faults.BadField(field, found, expected));
}
