using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>A sentence, heading or list item, as a half-open range of tokens.</summary>
public readonly record struct Sentence(int First, int End, TextSpan Span, int Paragraph)
{
    public int Count => End - First;
}

/// <summary>A text and what was found in it. It owns the text; everything else is a view on it by offsets.</summary>
public sealed record AnnotatedText(
    string Text,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<Word> Words,
    IReadOnlyList<Name> Names,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<Mention> Mentions)
{
    /// <summary>The times that lie within a sentence, found without looking through all of the article's.</summary>
    public IEnumerable<TimeExpression> TimesIn(Sentence sentence)
    {
        for (int i = TokenOrder.FirstFrom(Times, sentence.First, t => t.FirstToken); i < Times.Count && Times[i].EndToken <= sentence.End; i++)
            yield return Times[i];
    }

    /// <summary>The times that stand before a token, from the last to the first.</summary>
    public IEnumerable<TimeExpression> TimesBefore(int token)
    {
        for (int i = TokenOrder.FirstFrom(Times, token, t => t.FirstToken) - 1; i >= 0; i--)
            yield return Times[i];
    }

    /// <summary>Whether a token is part of a time.</summary>
    public bool IsOfTime(int token) => TimesBefore(token + 1).FirstOrDefault() is { } time && token < time.EndToken;

    /// <summary>The sentence that a token stands in, or the first if it stands in none.</summary>
    public Sentence SentenceAt(int token) => Sentences[Math.Max(0, TokenOrder.FirstFrom(Sentences, token + 1, s => s.First) - 1)];

    /// <summary>The quote that a token stands in; null for the reporter's own words.</summary>
    public Quote? QuoteAt(int token)
    {
        int next = TokenOrder.FirstFrom(Quotes, token + 1, q => q.FirstToken);
        return next > 0 && token < Quotes[next - 1].EndToken ? Quotes[next - 1] : null;
    }

    /// <summary>The name that a token is part of; null for none.</summary>
    public Name? NameAt(int token)
    {
        int next = TokenOrder.FirstFrom(Names, token + 1, n => n.FirstToken);
        return next > 0 && token < Names[next - 1].EndToken ? Names[next - 1] : null;
    }

    /// <summary>The token of a stretch that depends on none of its others: the first above <paramref name="from"/> whose head lies outside.</summary>
    public int TopOf(int firstToken, int endToken, int? from = null)
    {
        int top = from ?? firstToken;
        while (Words[top].Head is var head && firstToken <= head && head < endToken)
            top = head;
        return top;
    }

    public TextSpan SpanOf(int firstToken, int endToken) => new(Tokens[firstToken].Span.Start, Tokens[endToken - 1].Span.End);
}
