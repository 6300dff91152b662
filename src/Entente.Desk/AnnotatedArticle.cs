using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>An article and what the language pipeline found in it, in the three forms in which a face shows it.</summary>
public sealed class AnnotatedArticle
{
    private readonly AnnotatedText text;
    private readonly MorphFeatures features;
    private readonly IReadOnlyList<ConlluSentence>? given;
    private readonly int sentencesBefore;

    /// <param name="given">The sentences whose tokens were kept; null where the tokens are our own.</param>
    /// <param name="sentencesBefore">How many sentences of other articles came before.</param>
    internal AnnotatedArticle(string name, When? published, AnnotatedText text, MorphFeatures features, IReadOnlyList<ConlluSentence>? given, int sentencesBefore)
    {
        Name = name;
        Published = published;
        this.text = text;
        this.features = features;
        this.given = given;
        this.sentencesBefore = sentencesBefore;
    }

    public string Name { get; }

    /// <summary>The anchor of its times.</summary>
    public When? Published { get; }

    internal int SentencesUpToHere => sentencesBefore + text.Sentences.Count;

    public string Json => AnnotatedJson.Write(text, features, Name, Published);

    public void WriteConllu(TextWriter writer)
    {
        if (given is null)
            AnnotatedConllu.Write(writer, text, features, Name, sentencesBefore);
        else
            FilledConllu.Write(writer, given, text, features);
    }

    /// <summary>What a person reads: sentence by sentence, then names, times, quotes and mentions. What is empty is left out.</summary>
    public IEnumerable<AnnotatedTable> Tables()
    {
        foreach (var sentence in text.Sentences)
            yield return new(sentence.Span.In(text.Text), ["token", "lemma", "pos", "tag", "relation", "head"], [.. Enumerable.Range(sentence.First, sentence.Count).Select(WordRow)]);
        var found = new List<AnnotatedTable>
        {
            new("Names", ["name", "kind", "title"], [.. text.Names.Select(n => new[] { In(n.Span), EnumCode.Of(n.Kind), In(n.Title) })]),
            new("Times", ["time", "value", "reason"], [.. text.Times.Select(t => new[] { In(t.Span), t.Value?.Text ?? "", t.Reason })]),
            new("Quotes", ["quote", "kind", "speaker", "name", "cue"], [.. text.Quotes.Select(q => new[] { In(q.Content), EnumCode.Of(q.Kind), In(q.Speaker?.Span), q.Speaker?.Name is { } name ? In(text.Names[name].Span) : "", In(q.Cue) })]),
            new("Mentions", ["mention", "stands for", "reason"], [.. text.Mentions.Where(m => m.Antecedent >= 0 || m.Parts.Count > 0).Select(m => new[] { In(m.Span), string.Join(" + ", (m.Antecedent >= 0 ? [m.Antecedent] : m.Parts).Select(a => In(text.Mentions[a].Span))), m.Reason })]),
        };
        foreach (var table in found.Where(t => t.Rows.Count > 0))
            yield return table;
    }

    private string[] WordRow(int token)
    {
        var word = text.Words[token];
        string head = word.Relation is null || word.Head < 0 ? "" : text.Tokens[word.Head].Text;
        return [text.Tokens[token].Text, word.Lemma ?? "", word.Tag is null ? "" : EnumCode.Of(word.Pos), word.Tag ?? "", word.Relation ?? "", head];
    }

    private string In(TextSpan? span) => span?.In(text.Text) ?? "";
}

/// <summary>Rows under a heading.</summary>
public sealed record AnnotatedTable(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows);
