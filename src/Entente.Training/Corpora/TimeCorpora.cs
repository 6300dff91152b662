using System.Globalization;
using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Reads the corpora of time expressions that are laid out as JSON Lines.</summary>
public static class TimeCorpora
{
    /// <summary>
    /// The specifications of Recognizers-Text that are about dates, periods, lengths and what recurs. Left out: those about hours alone, options
    /// of that product (another calendar model, dates split from hours), and the day-month order, which no case tells.
    /// </summary>
    private static readonly HashSet<string> Specifications = new(StringComparer.Ordinal)
    {
        "DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser", "DateTimeModel", "DurationParser", "HolidayParser", "MergedExtractor", "MergedParser", "SetParser",
    };

    private static readonly string[] FutureWords = ["'ll", "will", "schedule", "set", "book", "please", "plan", "let's", "set up", "arrange", "coordinate"];

    private static readonly string[] PastWords = ["was", "were", "went", "had", "happened", "did", "have", "could have", "left"];

    public static IEnumerable<TimeCase> Recognizers(TextReader lines)
    {
        foreach (var one in Read(lines))
        {
            if (!Specifications.Contains(one.GetProperty("spec").GetString()!))
                continue;
            string text = one.GetProperty("input").GetString()!;
            int[] units = Units(text);
            var published = one.TryGetProperty("reference", out var reference) && reference.GetString() is { Length: >= 10 } day && When.TryParse(day[..10], out var when) ? when : (When?)null;
            var gold = one.GetProperty("results").EnumerateArray().Where(r => r.TryGetProperty("Start", out _)).Select(r => RecognizersTime(r, text, units)).ToList();
            string specification = one.GetProperty("spec").GetString()!;
            yield return new($"{specification} {published?.Text}", text, published, new(0, text.Length), gold) { IsDatesOnly = specification.StartsWith("Date", StringComparison.Ordinal) && !specification.EndsWith("Model", StringComparison.Ordinal) };
        }
    }

    private static GoldTime RecognizersTime(JsonElement result, string text, int[] units)
    {
        int start = result.GetProperty("Start").GetInt32();
        int end = result.TryGetProperty("Length", out var length) ? start + length.GetInt32() : result.GetProperty("End").GetInt32() + 1;
        string type = (result.TryGetProperty("TypeName", out var name) || result.TryGetProperty("Type", out name) ? name.GetString()! : "").Replace("datetimeV2.", "", StringComparison.Ordinal);
        var span = new TextSpan(units[Math.Min(start, units.Length - 1)], units[Math.Min(end, units.Length - 1)]);
        return new(span, [.. Chosen(Meanings(result).ToList(), text)], type is "date" or "daterange" or "duration" or "set");
    }

    /// <summary>Of a past and a future meaning, the one that the text's tense gives.</summary>
    private static List<TimeMeaning> Chosen(List<TimeMeaning> meanings, string text)
    {
        if (meanings.Count != 2 || !meanings.TrueForAll(m => m.HasDays))
            return meanings;
        string[] words = text.ToLowerInvariant().Replace('’', '\'').Replace("'ll", " 'll", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isFuture = Array.Exists(FutureWords, w => words.Contains(w)), isPast = Array.Exists(PastWords, w => words.Contains(w));
        var sorted = meanings.OrderBy(m => m.First ?? m.End).ToList();
        return isFuture == isPast ? meanings : isFuture ? sorted[1..] : sorted[..1];
    }

    private static IEnumerable<TimeMeaning> Meanings(JsonElement result)
    {
        var value = result.TryGetProperty("Resolution", out var resolution) ? resolution : result.TryGetProperty("Value", out resolution) ? resolution : default;
        if (value.ValueKind != JsonValueKind.Object)
            yield break;
        if (value.TryGetProperty("values", out var values))
            foreach (var one in values.EnumerateArray())
                yield return Meaning(Text(one, "timex"), Text(one, "value") ?? Text(one, "start"), Text(one, "value") is null ? Text(one, "end") : null, Text(one, "value") is null);
        else
            foreach (string side in (string[])["PastResolution", "FutureResolution"])
                if (value.TryGetProperty(side, out var one))
                    yield return Meaning(Text(value, "Timex"), Text(one, "date") ?? Text(one, "startDate") ?? Text(one, "duration") ?? Text(one, "set"), Text(one, "endDate"), Text(one, "date") is null);
    }

    private static TimeMeaning Meaning(string? timex, string? first, string? end, bool isRange)
    {
        // "0001-01-01" is how a date that does not exist is written.
        if ((first == "not resolved" && timex is { Length: 10 } && char.IsAsciiDigit(timex[^1]) && !timex.Contains('W', StringComparison.Ordinal)) || first == "0001-01-01" || timex is null)
            return new(null, null, null);
        DateOnly? a = Day(first), b = Day(end);
        if (a is null && b is null)
            return new(null, null, timex.Replace("FY", "", StringComparison.Ordinal));
        return new(a, isRange ? b : a?.AddDays(1), timex);
    }

    /// <summary>TIMEX3 of the sentences that are annotated in full; the date of creation is the anchor.</summary>
    public static IEnumerable<TimeCase> Meantime(TextReader lines)
    {
        foreach (var one in Read(lines))
        {
            string text = one.GetProperty("text").GetString()!;
            var spans = Place(text, [.. one.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!)]);
            int annotated = Math.Min(one.GetProperty("annotated_sentences").GetInt32(), one.GetProperty("sentences").GetArrayLength());
            int lastToken = one.GetProperty("sentences")[annotated - 1][1].GetInt32() - 1;
            var scope = new TextSpan(0, spans[lastToken].End);
            var gold = one.GetProperty("mentions").EnumerateArray().Where(m => Text(m, "kind") == "TIMEX3" && m.GetProperty("tokens").GetArrayLength() > 0)
                .Select(m => new GoldTime(spans[m.GetProperty("tokens")[0].GetInt32()].Union(spans[m.GetProperty("tokens").EnumerateArray().Last().GetInt32()]), TimexMeaning(Text(m, "value"))))
                .Where(g => scope.Contains(g.Span)).ToList();
            yield return new(Text(one, "id")!, text, When.TryParse(Text(one, "dct"), out var dct) ? dct : null, scope, gold);
        }
    }

    /// <summary>TIMEX2 in narratives; their time of download says nothing about their dates.</summary>
    public static IEnumerable<TimeCase> WikiWars(TextReader lines)
    {
        foreach (var one in Read(lines))
        {
            string text = one.GetProperty("text").GetString()!;
            int[] units = Units(text);
            var gold = one.GetProperty("timexes").EnumerateArray()
                .Select(t => new GoldTime(new(units[t.GetProperty("start").GetInt32()], units[t.GetProperty("end").GetInt32()]), TimexMeaning(Text(t, "val")))).ToList();
            yield return new(Text(one, "id")!, text, When.TryParse(Text(one, "dct")?[..10], out var dct) ? dct : null, new(0, text.Length), gold);
        }
    }

    private static TimeMeaning[] TimexMeaning(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return [];
        string timex = value.TrimEnd('Z');
        while (timex.EndsWith("-XX", StringComparison.Ordinal) && timex.Length > 7)
            timex = timex[..^3];
        return [new(null, null, timex)];
    }

    /// <summary>Where the tokens stand: verbatim and in order.</summary>
    private static List<TextSpan> Place(string text, IReadOnlyList<string> tokens)
    {
        var spans = new List<TextSpan>(tokens.Count);
        int at = 0;
        foreach (string token in tokens)
        {
            int found = text.IndexOf(token, at, StringComparison.Ordinal);
            spans.Add(new(found < 0 ? at : found, found < 0 ? at : found + token.Length));
            at = spans[^1].End;
        }
        return spans;
    }

    /// <summary>The UTF-16 offset of each code point, and of the end.</summary>
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }

    private static IEnumerable<JsonElement> Read(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
