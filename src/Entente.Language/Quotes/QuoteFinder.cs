namespace Entente.Language;

/// <summary>
/// Who says what: words between marks, clauses that a verb of saying reports, and what is a bit of both. Precision first: what nobody can be
/// shown to say has no speaker. Safe to share between threads.
/// </summary>
public sealed class QuoteFinder
{
    private readonly Cues cues;

    private QuoteFinder(Cues cues) => this.cues = cues;

    public static QuoteFinder Load(Func<string, string> read) => new(Cues.Load(read));

    /// <summary>In order of the text; none overlaps another, so that of quotes within quotes only the outer one is told.</summary>
    public List<Quote> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, IReadOnlyList<Name> names) =>
        new QuoteReader(cues, new(tokens, sentences, words, names)).Read();
}
