using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Who says what in an article, by its annotator.</summary>
/// <param name="Source">Its parts; none for a passive or elided source.</param>
public sealed record Attribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Content);

/// <summary>Reads PolNeAR: JSON Lines, an article each, with spans by offsets in code points.</summary>
public static class PolNear
{
    public static IEnumerable<(string Text, IReadOnlyList<Attribution> Attributions)> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var article = document.RootElement;
            string text = article.GetProperty("text").GetString()!;
            var offsets = new CodePoints(text);
            yield return (text, [.. article.GetProperty("attributions").EnumerateArray().Select(a => new Attribution(Spans(a.GetProperty("source"), offsets), Spans(a.GetProperty("content"), offsets)))]);
        }
    }

    private static List<TextSpan> Spans(JsonElement spans, CodePoints offsets) => [.. spans.EnumerateArray().Select(s => offsets.Span(s[0].GetInt32(), s[1].GetInt32()))];
}
