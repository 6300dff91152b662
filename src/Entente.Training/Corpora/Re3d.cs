using System.Text.Json;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>
/// Reads re3d: JSON Lines, a document each, with its text and entities by offsets in code points. Entities are noun phrases that overlap; a
/// name is the proper-noun core of one that its annotators were sure of.
/// </summary>
public static class Re3d
{
    private const double SureEnough = 0.5;

    private readonly record struct Entity(TextSpan Span, string Label, bool IsSure);

    public static IEnumerable<LabelledSentence> Read(TextReader reader, SentenceSplitter splitter)
    {
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            string text = document.RootElement.GetProperty("text").GetString()!;
            var offsets = new CodePoints(text);
            var entities = document.RootElement.GetProperty("entities").EnumerateArray()
                .Select(e => new Entity(offsets.Span(e.GetProperty("begin").GetInt32(), e.GetProperty("end").GetInt32()), e.GetProperty("type").GetString()!,
                    e.GetProperty("confidence").GetDouble() >= SureEnough))
                .OrderBy(e => e.Span.Start).ToList();
            var tokens = Tokenizer.Tokenize(text);
            int next = 0;
            foreach (var sentence in splitter.Split(text, tokens))
            {
                int from = next;
                while (next < entities.Count && entities[next].Span.Start < sentence.Span.End)
                    next++;
                yield return Of(tokens.GetRange(sentence.First, sentence.Count), entities.GetRange(from, next - from));
            }
        }
    }

    private static LabelledSentence Of(List<Token> tokens, List<Entity> entities)
    {
        bool[] counts = new bool[tokens.Count];
        Array.Fill(counts, true);
        var names = new List<LabelledSpan>();
        foreach (var entity in entities)
        {
            int first = tokens.FindIndex(t => t.Span.End > entity.Span.Start), end = tokens.FindLastIndex(t => t.Span.Start < entity.Span.End) + 1;
            if (first < 0 || first >= end)
                continue;
            if (entity.IsSure && NameOf(tokens, first, end, entity.Label) is { } name)
                names.Add(new(name.First, name.End, entity.Label));
            for (int i = first; i < end; i++)
                counts[i] &= !tokens[i].IsCapitalised && entity.IsSure;
        }
        var kept = Spans.WithoutOverlaps(names);
        foreach (var name in kept)
            counts.AsSpan(name.First, name.End - name.First).Fill(true);
        return new(tokens, kept, counts);
    }

    /// <summary>
    /// The last capital of the phrase is the name's head: "the city of Mosul", "the Mezzeh military airport". Null where only the sentence's
    /// start or a pronoun gives a capital.
    /// </summary>
    private static (int First, int End)? NameOf(List<Token> tokens, int first, int end, string label)
    {
        int head = tokens.FindLastIndex(end - 1, end - first, t => t.IsCapitalised);
        if (head < first || (head == 0 && end > 1) || tokens[head].Norm is "i" or "we" or "he" or "she" or "it" or "they" or "you")
            return null;
        return LabelledSentence.ProperCore(tokens, first, end, head, label == "Person");
    }
}
