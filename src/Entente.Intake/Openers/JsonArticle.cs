using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>An article as a JSON object: <c>{id?, text, title?, outlet?, wire?, authors?, published?, modified?, language?, url?}</c>.</summary>
internal static class JsonArticle
{
    /// <param name="name">What it is called if it has no id.</param>
    public static Taken From(string place, JsonElement json, string name)
    {
        try
        {
            return FromFields(place, json, name);
        }
        catch (InvalidOperationException)
        {
            // JSON may spell out half of a surrogate pair, which is no text.
            return Taken.Aside(Faults.BadJsonLine(place, "a string with half of a surrogate pair (\\ud800 to \\udfff)"));
        }
    }

    private static Taken FromFields(string place, JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Taken.Aside(Faults.BadJsonLine(place, $"a JSON {Kind(json)}"));
        if (BadField(place, json) is { } bad)
            return Taken.Aside(bad);
        if (Text(json, "text") is not { } text)
            return Taken.Aside(Faults.BadArticleField(place, "text", "missing"));
        if (string.IsNullOrWhiteSpace(text))
            return Taken.Aside(Faults.EmptyInput(place));
        string? id = json.TryGetProperty("id", out var given) && given.ToString() is { Length: > 0 } stated ? stated : null;
        return Taken.From(place, new Article
        {
            Name = id ?? name,
            ExternalId = id,
            Text = text,
            Title = Name(json, "title"),
            Outlet = Name(json, "outlet"),
            Wire = Name(json, "wire"),
            Authors = Texts(json, "authors"),
            Url = Name(json, "url"),
            Published = DayOf(Text(json, "published"), out _),
            Modified = DayOf(Text(json, "modified"), out _),
            Language = Text(json, "language") is { } tag && PageLanguage.IsTag(tag) ? PageLanguage.Code(tag) : null,
        });
    }

    private static Fault? BadField(string place, JsonElement json)
    {
        foreach (string field in (ReadOnlySpan<string>)["id", "text", "title", "outlet", "wire", "published", "modified", "language", "url"])
            if (json.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && !(field == "id" && value.ValueKind == JsonValueKind.Number))
                return Faults.BadArticleField(place, field, $"a {Kind(value)}");
        if (json.TryGetProperty("authors", out var authors) && !IsListOfTexts(authors))
            return Faults.BadArticleField(place, "authors", $"a {Kind(authors)}");
        foreach (string field in (ReadOnlySpan<string>)["published", "modified"])
            if (Text(json, field) is { } date && DayOf(date, out bool isDate) is null && !isDate)
                return Faults.BadPublished(place, field, date);
        return null;
    }

    /// <summary>"2023-01-11T09:30:00Z" is a day to us.</summary>
    private static When? DayOf(string? date, out bool isDate)
    {
        isDate = When.TryParse(date is { Length: > 10 } && date[10] is 'T' or ' ' ? date![..10] : date ?? "", out var when);
        return isDate ? when : null;
    }

    private static bool IsListOfTexts(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.String
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String));

    private static string Kind(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();

    private static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>An empty name is none.</summary>
    private static string? Name(JsonElement json, string field) => Text(json, field)?.Trim() is { Length: > 0 } name ? name : null;

    /// <summary>A list, or one alone.</summary>
    private static IReadOnlyList<string> Texts(JsonElement json, string field) => !json.TryGetProperty(field, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
        : value.GetString() is { Length: > 0 } one ? [one] : [];
}
