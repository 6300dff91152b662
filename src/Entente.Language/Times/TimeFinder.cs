using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Dates, periods, lengths of time and what comes again, by the grammar of <see cref="TimeParser"/> over the words of
/// <c>data/language/calendar.tsv</c> and <c>holidays.tsv</c>. Safe to share between threads.
/// </summary>
public sealed class TimeFinder
{
    private TimeFinder(TimeLexicon lexicon) => Lexicon = lexicon;

    internal TimeLexicon Lexicon { get; }

    public static TimeFinder Load(Func<string, string> read) => new(TimeLexicon.Load(read));

    /// <param name="words">What grammar says of the tokens; empty where nobody has tagged them.</param>
    /// <param name="anchor">The day of publication, or the period that it lies in; null leaves relative dates without a value.</param>
    public List<TimeExpression> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, When? anchor)
    {
        var found = new List<TimeExpression>();
        var parser = new TimeParser(Lexicon, tokens, words, anchor);
        foreach (var sentence in sentences)
            parser.Read(sentence, found);
        return found;
    }
}
