using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>
/// When an article was written, as its own words tell. Pure and quick: it looks at what the language pipeline found, at tables, and at no
/// other article. Safe to share between threads.
/// </summary>
public sealed class ArticleDater(Gazetteer gazetteer, RuleBook rules)
{
    public ArticleDate Date(AnnotatedText text) => Date(text, rules.SentencesOf(text));

    /// <param name="sentences">Those of the text, for who needs them again.</param>
    internal ArticleDate Date(AnnotatedText text, IReadOnlyList<TriggerSentence> sentences)
    {
        var clause = new Clause(text, rules.DatingWords);
        var dates = new WrittenDates(text, clause, rules.DatingWords);
        var witnesses = new List<DateWitness>();
        dates.Complete(witnesses);
        new OfficeWitnesses(text, clause, gazetteer, rules.DatingWords).Find(witnesses);
        new EventWitnesses(text, sentences, clause, gazetteer, rules).Find(witnesses);
        var known = DateJudge.Judge(witnesses);
        if (known.When is not { } when)
            return known;
        int before = witnesses.Count;
        dates.Yearless(when, witnesses);
        if (witnesses.Count == before)
            return known;
        WrittenDates.LastDay(DateJudge.Judge(witnesses).When ?? when, witnesses);
        return DateJudge.Judge(witnesses);
    }
}
