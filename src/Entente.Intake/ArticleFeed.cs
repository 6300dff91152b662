using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Files and streams of plain-text and JSON Lines articles to clean articles. Nothing throws for bad input: it comes out as set aside, with
/// the reason, and the rest goes on.
/// </summary>
/// <param name="cleaner">Null leaves each text as it came, letter by letter.</param>
public sealed class ArticleFeed(TextCleaner? cleaner)
{
    /// <summary>No article is longer; one that seems so is a dump of something else.</summary>
    public const int LongestArticle = 4 * 1024 * 1024;

    private static readonly HashSet<string> TextKinds = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".text" };
    private static readonly HashSet<string> LineKinds = new(StringComparer.OrdinalIgnoreCase) { ".jsonl", ".ndjson" };
    private static readonly HashSet<string> OtherKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".pdf", ".docx", ".doc", ".zip", ".gz", ".warc", ".xml", ".rss", ".eml", ".mbox", ".db",
    };

    /// <summary>The files of a folder that are articles by their ending, in ordinal order, and how many others were left alone.</summary>
    public static (IReadOnlyList<string> Files, int LeftAlone) FilesIn(string folder)
    {
        var all = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).ToList();
        var files = all.Where(f => TextKinds.Contains(Path.GetExtension(f)) || LineKinds.Contains(Path.GetExtension(f)) || Extension(f) == ".json").Order(StringComparer.Ordinal).ToList();
        return (files, all.Count - files.Count);
    }

    public IEnumerable<Taken> ReadFile(string path)
    {
        if (OtherKinds.Contains(Path.GetExtension(path)))
            return [Taken.Aside(Faults.UnknownFileKind(path, Extension(path)))];
        try
        {
            return Guarded(ReadStream(File.OpenRead(path), path, LineKinds.Contains(Path.GetExtension(path)), Path.GetFileNameWithoutExtension(path)), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Taken.Aside(Faults.Unreadable(path, e.Message))];
        }
    }

    /// <summary>Standard input: JSON Lines if it begins with a brace, else one article.</summary>
    public IEnumerable<Taken> ReadInput(Stream stream)
    {
        const string place = "standard input";
        try
        {
            var head = HeadOf(stream);
            return head.IsEmpty ? [Taken.Aside(Faults.EmptyInput(place))] : Guarded(ReadStream(new PrependedStream(head, stream), place, BeginsWithBrace(head.Span), "stdin"), place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Taken.Aside(Faults.Unreadable(place, e.Message))];
        }
    }

    private static bool BeginsWithBrace(ReadOnlySpan<byte> head) => head is [(byte)'{', ..] or [0xFF, 0xFE, (byte)'{', 0, ..] or [0xFE, 0xFF, 0, (byte)'{', ..];

    /// <summary>What comes first, without white space and UTF-8 mark before it; nothing for an empty stream.</summary>
    private static ReadOnlyMemory<byte> HeadOf(Stream stream)
    {
        byte[] chunk = new byte[65_536];
        while (stream.ReadAtLeast(chunk, 3, throwOnEndOfStream: false) is > 0 and var length)
        {
            var head = chunk.AsMemory(0, length).TrimStart(" \n\r\t"u8);
            if (head.Span.StartsWith("\uFEFF"u8))
                head = head[3..].TrimStart(" \n\r\t"u8);
            if (!head.IsEmpty)
                return head;
        }
        return default;
    }

    /// <summary>A disk or a pipe may fail in the middle: what came before stays taken, and the fault is told.</summary>
    private static IEnumerable<Taken> Guarded(IEnumerable<Taken> all, string place)
    {
        using var each = all.GetEnumerator();
        while (true)
        {
            Taken next;
            try
            {
                if (!each.MoveNext())
                    break;
                next = each.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                next = Taken.Aside(Faults.Unreadable(place, e.Message));
            }
            yield return next;
        }
    }

    private IEnumerable<Taken> ReadStream(Stream stream, string place, bool isLines, string name)
    {
        using (stream)
        {
            if (isLines)
            {
                foreach (var taken in ReadLines(stream, place))
                    yield return taken;
                yield break;
            }
            foreach (var taken in ReadWhole(stream, place, name))
                yield return taken;
        }
    }

    private List<Taken> ReadWhole(Stream stream, string place, string name)
    {
        var line = new LineReader(stream, LongestArticle).ReadAll();
        if (line.IsTooLong)
            return [Taken.Aside(Faults.TooLong(place, line.Length, LongestArticle))];
        var (text, fault) = Decoding.Decode(place, line.Bytes);
        if (fault is not null)
            return [Taken.Aside(fault)];
        if (Extension(place) == ".json")
            return ReadJson(place, text!);
        return [Clean(place, new Article { Name = name, Text = text! })];
    }

    private IEnumerable<Taken> ReadLines(Stream stream, string place)
    {
        using var utf8 = Decoding.AsUtf8(stream);
        var reader = new LineReader(utf8, LongestArticle);
        int number = 0;
        bool isEmpty = true;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string linePlace = $"{place}:{number}";
            var (text, fault) = line.IsTooLong ? (null, Faults.TooLong(linePlace, line.Length, LongestArticle)) : Decoding.Decode(linePlace, line.Bytes);
            // An empty line separates nothing; anything else that cannot be read is told.
            if (fault?.Code == "ENT0102")
                continue;
            isEmpty = false;
            yield return fault is null ? FromJson(linePlace, text!, $"{Path.GetFileNameWithoutExtension(place)}:{number}") : Taken.Aside(fault);
        }
        if (isEmpty)
            yield return Taken.Aside(Faults.EmptyInput(place));
    }

    private List<Taken> ReadJson(string place, string text)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            // Many tools write JSON Lines into a .json file.
            return ReadLines(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), place).ToList();
        }
        using (json)
        {
            var elements = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToList() : [json.RootElement];
            string stem = Path.GetFileNameWithoutExtension(place);
            if (elements.Count == 0)
                return [Taken.Aside(Faults.EmptyInput(place))];
            return elements.Select((e, i) => FromElement($"{place}[{i}]", e, elements.Count == 1 ? stem : $"{stem}:{i}")).ToList();
        }
    }

    private Taken FromJson(string place, string line, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return FromElement(place, json.RootElement, name);
        }
        catch (JsonException e)
        {
            return Taken.Aside(Faults.BadJsonLine(place, $"broken JSON at byte {e.BytePositionInLine}"));
        }
    }

    private Taken FromElement(string place, JsonElement json, string name)
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

    private Taken FromFields(string place, JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Taken.Aside(Faults.BadJsonLine(place, $"a JSON {json.ValueKind.ToString().ToLowerInvariant()}"));
        foreach (string field in (ReadOnlySpan<string>)["id", "text", "title", "outlet", "wire", "published", "url"])
            if (json.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) && !(field == "id" && value.ValueKind == JsonValueKind.Number))
                return Taken.Aside(Faults.BadArticleField(place, field, $"a {value.ValueKind.ToString().ToLowerInvariant()}"));
        if (Text(json, "text") is not { } text)
            return Taken.Aside(Faults.BadArticleField(place, "text", "missing"));
        if (string.IsNullOrWhiteSpace(text))
            return Taken.Aside(Faults.EmptyInput(place));
        string? published = Text(json, "published");
        When? when = null;
        if (published is not null)
        {
            // "2023-01-11T09:30:00Z" is a day to us.
            if (!When.TryParse(published.Length > 10 && published[10] is 'T' or ' ' ? published[..10] : published, out var parsed))
                return Taken.Aside(Faults.BadPublished(place, published));
            when = parsed;
        }
        string? id = json.TryGetProperty("id", out var given) && given.ToString() is { Length: > 0 } stated ? stated : null;
        return Clean(place, new Article
        {
            Name = id ?? name,
            ExternalId = id,
            Text = text,
            Title = Text(json, "title"),
            Outlet = Text(json, "outlet"),
            Wire = Text(json, "wire"),
            Url = Text(json, "url"),
            Published = when,
        });
    }

    private Taken Clean(string place, Article article)
    {
        var clean = cleaner?.Clean(article) ?? article;
        return clean.Text.Length == 0 ? Taken.Aside(Faults.EmptyInput(place)) : Taken.From(place, clean);
    }

    private static string? Text(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
