using System.Globalization;
using Entente.Language;
using Entente.Reading.Dating;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// One article to its claims. Pure: the same article, rules, language and gazetteer give the same reading, on any machine and in any
/// culture. Safe to share between threads.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>Raised whenever the reader's own code may read an article differently.</summary>
    private const string Program = "6";

    /// <summary>The one language that the rules, the grammar and the gazetteer know (ISO 639-1).</summary>
    private const string ReadLanguage = "en";

    private readonly LanguagePipeline language;
    private readonly Gazetteer gazetteer;
    private readonly RuleBook rules;
    private readonly VerbLexicon verbs;
    private readonly AgreementReader agreements;
    private readonly MembershipReader memberships;
    private readonly EventReader events;
    private readonly ObligationReader obligations;
    private readonly FigureReader figures;
    private readonly ArticleDater dater;

    public ArticleReader(LanguagePipeline language, Gazetteer gazetteer, RuleBook rules, Morphology morphology)
    {
        this.language = language;
        this.gazetteer = gazetteer;
        this.rules = rules;
        verbs = new(morphology.IrregularParticiples);
        agreements = new(rules, gazetteer);
        memberships = new(rules, gazetteer);
        events = new(rules, gazetteer);
        obligations = new(rules, gazetteer);
        figures = new(rules);
        dater = new(gazetteer, rules);
        Version = new(Program, rules.Version, language.Version, gazetteer.Version);
    }

    public ReaderVersion Version { get; }

    public ArticleReading Read(Article article) => article.Language is null or ReadLanguage ? ReadEnglish(article) : InOtherLanguage(article);

    /// <summary>Kept and marked, not read.</summary>
    private ArticleReading InOtherLanguage(Article article)
    {
        string name = CultureInfo.GetCultureInfo(article.Language!).EnglishName;
        return new(article, Version, [], []) { Warnings = [Faults.OtherLanguage(article.Name, name.StartsWith("Unknown", StringComparison.Ordinal) ? $"the language '{article.Language}'" : name)] };
    }

    private ArticleReading ReadEnglish(Article article)
    {
        var text = language.Annotate(article.Text, article.Published);
        var words = rules.SentencesOf(text);
        var date = dater.Date(text, words);
        if (article.Published is null && date.IsNarrow)
            text = language.Redate(text, date.When!.Value);
        var grammar = new ArticleGrammar(text);
        var attribution = new Attribution(text, grammar, rules.Classes);
        var context = new ArticleContext(article, text, grammar, rules.Classes, verbs, new(text, grammar, rules.Modalities, rules.Classes), new(text, grammar, rules.Classes), new(text, grammar), attribution, []);
        var fields = new NewsFields(words, rules.Fields);
        var claims = ClaimMerger.Merge(SentencesOf(context, words, article.Published ?? date.When).SelectMany(s => fields.Of(s.Sentence) is { } other ? PassedOver(s, other) : ClaimsOf(s)));
        var contradictions = DateCheck.Contradictions(article, date);
        context.Passed.AddRange(contradictions);
        return new(article, Version, [.. claims.Select(Calibrated)], context.Passed) { Date = date, Warnings = [.. contradictions.Take(1).Select(c => DateCheck.Warning(article, c))] };
    }

    /// <summary>When the article's own text says that it was written, whatever is stated of it elsewhere.</summary>
    public ArticleDate DateOf(Article article) => dater.Date(language.Annotate(article.Text, null));

    /// <summary>Last of all: which claim is kept of several is decided by what the rules say.</summary>
    private Claim Calibrated(Claim claim) => claim with { Confidence = Math.Round(rules.Calibration.Of(claim.Kind, claim.Confidence), 2) };

    /// <param name="published">The day or the period in which somebody named must have been in office.</param>
    private List<SentenceContext> SentencesOf(ArticleContext article, IReadOnlyList<TriggerSentence> words, When? published)
    {
        var standpoint = Standpoint.Of(article.Article, article.Text, gazetteer);
        var mentions = new MentionFinder(gazetteer, rules.Classes, article.Text, published, standpoint.Home);
        var resolver = new ActorResolver(article.Text, mentions, article.Attribution.Transcript, standpoint.Voice);
        var sentences = article.Text.Sentences.Select(s => resolver.Resolve(s, mentions.Find(s))).ToList();
        sentences.ForEach(article.Attribution.Remember);
        article.LookAround(sentences);
        return [.. sentences.Select((actors, i) => new SentenceContext(article, actors, words[i]))];
    }

    /// <summary>What would be claimed of another field is only noted.</summary>
    private IEnumerable<Claim> PassedOver(SentenceContext context, string field)
    {
        context.Article.Passed.AddRange(ClaimsOf(context).Select(c => new PassedOver(c.Evidence.Span, c.Rule ?? "", $"told of {field}")));
        return [];
    }

    private IEnumerable<Claim> ClaimsOf(SentenceContext context) =>
        agreements.Read(context).Concat(memberships.Read(context)).Concat(obligations.Read(context)).Concat(events.Read(context)).Concat(figures.Read(context));
}
