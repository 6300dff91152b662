using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Dates, periods, lengths of time and what comes again, by the grammar of <see cref="TimeParser"/> over the words of
/// <c>data/language/calendar.tsv</c> and <c>holidays.tsv</c>. Safe to share between threads.
/// </summary>
public sealed class TimeFinder
{
    /// <summary>Sentences among which the dateline stands, after headlines; days that pass from writing to print at most.</summary>
    private const int SentencesOfHead = 6, DaysInPress = 3;

    private TimeFinder(TimeLexicon lexicon) => Lexicon = lexicon;

    internal TimeLexicon Lexicon { get; }

    public static TimeFinder Load(Func<string, string> read) => new(TimeLexicon.Load(read));

    /// <param name="words">What grammar says of the tokens; empty where nobody has tagged them.</param>
    /// <param name="anchor">The day of publication, or the period that it lies in; null leaves relative dates without a value.</param>
    public List<TimeExpression> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, When? anchor)
    {
        var found = new List<TimeExpression>();
        var parser = new TimeParser(Lexicon, tokens, words, Filed(tokens, sentences, words, anchor) ?? anchor);
        foreach (var sentence in sentences)
            parser.Read(sentence, found);
        return found;
    }

    /// <summary>The day of a dateline ("ALGIERS, Dec 12 -") shortly before publication: it is from there that the report says "today".</summary>
    private When? Filed(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, When? published)
    {
        if (published?.First is not { } day)
            return null;
        var found = new List<TimeExpression>();
        foreach (var sentence in sentences.Take(SentencesOfHead).Where(s => Dateline.Is(tokens, s)))
            new TimeParser(Lexicon, tokens, words, published).Read(sentence, found);
        return found.Select(t => t.Value).FirstOrDefault(v => v?.First is { } written && v.Value.End == written.AddDays(1) && day.DayNumber - written.DayNumber is > 0 and <= DaysInPress);
    }
}
