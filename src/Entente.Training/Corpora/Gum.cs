using System.Globalization;
using Entente.Language;

namespace Entente.Training;

/// <summary>
/// The names among the entities of GUM: noun phrases, nested, in brackets in the MISC key <c>Entity</c>. A name is the proper-noun core of
/// a phrase whose head is a proper noun; of nested ones the longest.
/// </summary>
public static class Gum
{
    public static IEnumerable<LabelledSentence> Read(string place, TextReader reader)
    {
        foreach (var sentence in Conllu.Read(place, reader))
        {
            var words = sentence.Words;
            var tokens = GivenText.Of(sentence).Tokens;
            var names = new List<LabelledSpan>();
            foreach (var (_, first, end, type) in Entities(words))
            {
                int head = HeadOf(words, first, end);
                if (words[head][Conllu.Upos] == "PROPN" && LabelledSentence.ProperCore(tokens, first, end, head, type == "person") is { } core)
                    names.Add(new(core.First, core.End, type));
            }
            yield return LabelledSentence.Of([.. tokens.Select(t => t.Text)], Spans.WithoutOverlaps(names));
        }
    }

    /// <summary><c>(12-person-new-…</c> opens an entity, <c>12)</c> closes it, <c>(12-person-…)</c> is one of a single word. A part of a broken phrase has its number in brackets: <c>(12[1/2]-…</c>.</summary>
    internal static IEnumerable<(string Id, int First, int End, string Type)> Entities(IReadOnlyList<string[]> words)
    {
        var open = new List<(string Id, int First, string Type)>();
        for (int i = 0; i < words.Count; i++)
        {
            string? value = words[i][Conllu.Misc].Split('|').FirstOrDefault(k => k.StartsWith("Entity=", StringComparison.Ordinal))?["Entity=".Length..];
            for (int at = 0; value is not null && at < value.Length;)
            {
                bool opens = value[at] == '(';
                int from = opens ? at + 1 : at, stop = value.AsSpan(from).IndexOfAny('(', ')') is >= 0 and var found ? from + found : value.Length;
                string entity = value[from..stop];
                if (opens)
                    open.Add((entity[..Math.Max(0, entity.IndexOf('-', StringComparison.Ordinal))], i, entity.Split('-') is [_, { } type, ..] ? type : ""));
                bool closes = stop < value.Length && value[stop] == ')';
                string id = opens ? open[^1].Id : entity;
                if (closes && open.FindLastIndex(e => e.Id == id) is >= 0 and var match)
                {
                    yield return (id, open[match].First, i + 1, open[match].Type);
                    open.RemoveAt(match);
                }
                at = closes ? stop + 1 : stop;
            }
        }
    }

    /// <summary>The word of the phrase that depends on a word outside it.</summary>
    internal static int HeadOf(IReadOnlyList<string[]> words, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int head = int.Parse(words[i][Conllu.Head], CultureInfo.InvariantCulture) - 1;
            if (head < first || head >= end)
                return i;
        }
        return end - 1;
    }
}
