using System.Globalization;
using System.Text.Json;
using Entente.Language;

namespace Entente.Training;

/// <summary>A phrase that an annotator put in a cluster of phrases for the same.</summary>
/// <param name="IsScored">Of the kinds that we look for: persons, bodies, places, and whatever their set does not part by kind.</param>
public sealed record GoldMention(int FirstToken, int EndToken, string Cluster, bool IsScored);

/// <summary>A document with given tokens and its mentions.</summary>
/// <param name="EndToken">What is annotated ends here.</param>
public sealed record CoreferenceDocument(string Text, IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences, IReadOnlyList<GoldMention> Mentions, int EndToken);

/// <summary>Reads the corpora of coreference.</summary>
public static class CoreferenceCorpora
{
    /// <summary>All noun phrases of GUM; those of persons, bodies and places are scored.</summary>
    /// <param name="genre">Only documents of this genre; null for all.</param>
    public static IEnumerable<CoreferenceDocument> Gum(string place, TextReader reader, string? genre)
    {
        foreach (var document in GivenTokens.Documents(Conllu.Read(place, reader)))
        {
            if (genre is not null && document[0].Comment("meta::genre") != genre)
                continue;
            var given = GivenTokens.Of(place, document);
            var mentions = document.Zip(given.Sentences).SelectMany(s => Training.Gum.Entities(s.First.Words)
                .Select(e => new GoldMention(s.Second.First + e.First, s.Second.First + e.End, e.Id, e.Type is "person" or "organization" or "place")));
            yield return new(given.Text, given.Tokens, given.Sentences, [.. mentions], given.Tokens.Count);
        }
    }

    /// <summary>Entities of the sentences of MEANTIME that are annotated in full.</summary>
    public static IEnumerable<CoreferenceDocument> Meantime(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            var given = GivenText.Of([.. article.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!)]);
            var sentences = article.GetProperty("sentences").EnumerateArray().Select((s, i) => SentenceAt(given, s[0].GetInt32(), s[1].GetInt32(), i)).ToList();
            int end = sentences[Math.Min(article.GetProperty("annotated_sentences").GetInt32(), sentences.Count) - 1].End;
            yield return new(given.Text, given.Tokens, sentences, [.. Mentions(article).Where(m => m.EndToken <= end)], end);
        }
    }

    private static Sentence SentenceAt(GivenText given, int first, int end, int paragraph) => new(first, end, new(given.Tokens[first].Span.Start, given.Tokens[end - 1].Span.End), paragraph);

    private static IEnumerable<GoldMention> Mentions(JsonElement article)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in article.GetProperty("relations").EnumerateArray().Where(r => r.GetProperty("rel").GetString() == "REFERS_TO"))
            foreach (var mention in relation.GetProperty("source").EnumerateArray())
                clusters[mention.GetString()!] = relation.GetProperty("target")[0].GetString()!;
        int single = 0;
        foreach (var mention in article.GetProperty("mentions").EnumerateArray().Where(m => m.GetProperty("kind").GetString() == "ENTITY_MENTION" && m.GetProperty("tokens").GetArrayLength() > 0))
        {
            int[] tokens = [.. mention.GetProperty("tokens").EnumerateArray().Select(t => t.GetInt32()).Order()];
            yield return new(tokens[0], tokens[^1] + 1, clusters.GetValueOrDefault(mention.GetProperty("id").GetString()!) ?? (single++).ToString(CultureInfo.InvariantCulture), true);
        }
    }
}
