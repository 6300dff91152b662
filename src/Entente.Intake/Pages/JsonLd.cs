using System.Text;
using System.Text.Json;

namespace Entente.Intake;

/// <summary>One thing that JSON-LD describes: an article, a page, a person.</summary>
internal sealed class JsonThing(string key)
{
    /// <summary>The property of the thing around it under which it stands; empty at the top.</summary>
    public string Key { get; } = key;

    public List<string> Types { get; } = [];
    public string? Id { get; set; }
    public string? Name { get; set; }

    /// <summary>A thing among others of its page: a picture, an article that is linked to.</summary>
    public bool IsBeside { get; init; }

    public List<(string Property, string Value)> Said { get; } = [];

    /// <summary>The rank of its type, 0 if it does not speak for the page.</summary>
    public int Rank { get; set; }

    public string? First(string property) => Said.Find(s => s.Property == property).Value;
}

/// <summary>
/// Reads scripts of JSON-LD as sites write them: with comments, stray commas, line breaks within strings, HTML comments around, several
/// objects in a row. What stands before damage counts. Each token is looked at once and nothing is kept but what speaks for the page.
/// </summary>
internal sealed class JsonLd
{
    private const int Deepest = 64;
    private const int MostThings = 200;

    /// <summary>Of one property of one thing: a list of 10,000 authors is an attack.</summary>
    private const int MostSaid = 100;

    private const string Reference = "\u0001";

    private readonly Dictionary<string, string> namesById = new(StringComparer.Ordinal);
    private readonly Stack<JsonThing> open = new();

    /// <summary>Those that speak for the page, in their order.</summary>
    public List<JsonThing> Things { get; } = [];

    public void Read(ReadOnlySpan<char> script)
    {
        int first = script.IndexOf('{');
        if (first < 0)
            return;
        byte[] json = Encoding.UTF8.GetBytes(Mended(script[first..]));
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
        open.Clear();
        try
        {
            Read(ref reader);
        }
        catch (JsonException)
        {
            // What came before the damage counts, also of what it stands in.
            while (open.Count > 0)
                Close();
        }
    }

    /// <summary>The name of a thing that is only referred to.</summary>
    public string? Resolve(string value) => value.StartsWith(Reference, StringComparison.Ordinal) ? namesById.GetValueOrDefault(value[1..]) : value;

    private void Read(ref Utf8JsonReader reader)
    {
        string key = "";
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = Text(ref reader) ?? "";
                    break;
                case JsonTokenType.StartObject:
                    open.Push(new(open.Count == 0 ? "" : key) { IsBeside = open.TryPeek(out var around) && (around.IsBeside || !IsOfPage(key)) });
                    break;
                case JsonTokenType.EndObject:
                    key = open.Peek().Key;
                    Close();
                    break;
                case JsonTokenType.String when open.Count > 0 && Text(ref reader) is { } text:
                    Say(open.Peek(), key, text);
                    break;
                case JsonTokenType.Number when open.Count > 0:
                    Say(open.Peek(), key, Encoding.ASCII.GetString(reader.ValueSpan));
                    break;
            }
    }

    private static bool IsOfPage(string key) => key is "@graph" or "mainEntity" or "mainEntityOfPage" || MetaNames.Json.Find(key, out _);

    private static void Say(JsonThing thing, string key, string value)
    {
        if (key == "@type")
            thing.Types.Add(value[(value.LastIndexOf('/') + 1)..]);
        else if (key == "@id")
            thing.Id = value;
        else if (key == "name")
            thing.Name ??= value;
        else if (thing.Said.Count < MostSaid && MetaNames.Json.Find(key, out _))
            thing.Said.Add((key, value));
    }

    private void Close()
    {
        var thing = open.Pop();
        if (thing is { Id: { } id, Name: { } name } && namesById.Count < MostThings)
            namesById.TryAdd(id, name);
        if (open.TryPeek(out var around) && MetaNames.Json.Find(thing.Key, out var meaning) && (thing.Name ?? (thing.Id is null ? null : Reference + thing.Id)) is { } called)
            Say(around, meaning.Field == MetaField.Author && thing.Types.Exists(t => t.EndsWith("Organization", StringComparison.Ordinal)) ? "creditText" : thing.Key, called);
        foreach (string type in thing.Types)
            if (MetaNames.JsonTypes.Find(type, out var kind) && (thing.Rank == 0 || kind.Rank < thing.Rank))
                thing.Rank = kind.Rank;
        if (thing.Rank > 0 && !thing.IsBeside && (thing.Key.Length == 0 || !MetaNames.Json.Find(thing.Key, out _)) && Things.Count < MostThings)
            Things.Add(thing);
    }

    /// <summary>Null for half of a surrogate pair, which JSON may spell out and which is no text.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A list of what stands in a row, without control characters within strings and with escapes that JSON knows.</summary>
    private static string Mended(ReadOnlySpan<char> script)
    {
        var json = new StringBuilder(script.Length + 8).Append('[');
        char before = '\0';
        bool isInString = false;
        for (int i = 0; i < script.Length; i++)
        {
            char c = script[i];
            if (c == '\\' && i + 1 < script.Length)
            {
                if (script[++i] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
                    json.Append(c);
                json.Append(script[i]);
                continue;
            }
            if (c == '"')
                isInString = !isInString;
            else if (c == '{' && before == '}' && !isInString)
                json.Append(',');
            json.Append(c < ' ' && (isInString || c != '\n') ? ' ' : c);
            before = c > ' ' ? c : before;
        }
        return json.Append(']').ToString();
    }
}
