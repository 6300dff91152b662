using System.Text.Json;

namespace Entente.Training;

/// <summary>Reads Re-DocRED: JSON Lines, a document each, with sentences as lists of forms and entities as lists of mentions [sentence, first, end, type].</summary>
public static class ReDocRed
{
    public static IEnumerable<LabelledSentence> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var mentions = document.RootElement.GetProperty("entities").EnumerateArray().SelectMany(entity => entity.EnumerateArray())
                .ToLookup(m => m[0].GetInt32(), m => new LabelledSpan(m[1].GetInt32(), m[2].GetInt32(), m[3].GetString()!));
            foreach (var (i, sentence) in document.RootElement.GetProperty("sents").EnumerateArray().Index())
            {
                // No-break spaces stand as forms of their own.
                var forms = sentence.EnumerateArray().Select(f => f.GetString()!).Select(f => string.IsNullOrWhiteSpace(f) ? "_" : f).ToList();
                yield return LabelledSentence.Of(forms, Spans.WithoutOverlaps(mentions[i].Where(m => m.End <= forms.Count)));
            }
        }
    }
}

internal static class Spans
{
    /// <summary>In order; of those that overlap the longest stays.</summary>
    internal static List<LabelledSpan> WithoutOverlaps(IEnumerable<LabelledSpan> spans)
    {
        var kept = new List<LabelledSpan>();
        foreach (var span in spans.OrderBy(s => s.First).ThenByDescending(s => s.End))
            if (span.First < span.End && (kept.Count == 0 || kept[^1].End <= span.First))
                kept.Add(span);
        return kept;
    }
}
