using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>All that the readers of the four kinds ask about one sentence.</summary>
/// <param name="words">The same sentence.</param>
public sealed class SentenceContext(ArticleContext article, SentenceActors actors, TriggerSentence words)
{
    private const int LongestClimb = 8;

    public ArticleContext Article => article;

    public IReadOnlyList<Token> Tokens => article.Text.Tokens;

    public Sentence Sentence => actors.Sentence;

    public SentenceActors Actors => actors;

    public TriggerSentence Words => words;

    /// <summary>Phrases that name agreements, found first.</summary>
    public List<TriggerMatch> AgreementNouns { get; } = [];

    /// <summary>Those of them that are no acts themselves: the "cooperation" in a "cooperation agreement" is no event, a joint exercise is.</summary>
    public List<TriggerMatch> AgreementPhrases { get; } = [];

    public ArgumentFinder Arguments { get; } =
        new(article.Text.Tokens, actors, article.Verbs, new(article.Grammar, article.Classes, actors), m => article.Attribution.SpeakerOf(m.Head, actors)?.State);

    /// <inheritdoc cref="ModalityFinder.Find"/>
    public Modality? ModalityOf(TriggerMatch match, bool isDuty = false) => article.Modalities.Find(words, match, isDuty);

    /// <summary>
    /// "meets the premier on Friday": what is dated after the day of publication is no fact yet. What is told as past keeps its truth and loses the
    /// date, which is that of something else: "pledged to send tanks next month".
    /// </summary>
    public (When? Date, Modality Modality) AsOf(TriggerMatch match, When? date, Modality modality)
    {
        bool isAhead = date is null ? article.Dates.IsAhead(Sentence, match) : date is { First: { } first } && article.Article.Published is { End: { } published } && first >= published;
        return modality != Modality.Fact || !isAhead ? (date, modality)
            : (match.HeadIsVerb && article.Text.Words[match.Head].Tag is "VBD" or "VBN") || IsPromise(match) ? (null, Modality.Fact)
            : (date, Modality.Planned);
    }

    /// <summary>"says it will send": the day is that of the sending, and the word is given.</summary>
    private bool IsPromise(TriggerMatch match)
    {
        for (int i = match.First; i < match.End; i++)
            if (article.Text.Words[i] is { Relation: "ccomp", Head: var head } && match.First <= head && head < match.End)
                return true;
        return false;
    }

    /// <summary>The shortest stretch of the sentence that holds the trigger and, for each of these actors, the group nearest to it.</summary>
    public Evidence EvidenceOf(TriggerMatch match, IEnumerable<string> claimed)
    {
        int first = match.First, end = match.End;
        foreach (string actor in claimed)
        {
            var nearest = actors.Groups.Where(g => g.Actors.Contains(actor)).MinBy(g => g.End <= match.Head ? match.Head - g.End : g.First - match.Head);
            if (nearest is not null)
                (first, end) = (Math.Min(first, nearest.First), Math.Max(end, nearest.End));
        }
        var span = article.Text.SpanOf(Math.Max(first, Sentence.First), Math.Min(end, Sentence.End));
        return new(span, span.In(article.Text.Text));
    }

    /// <summary>What was claimed as agreements: "agreed to upgrade ties" is told once, not as an event too.</summary>
    public List<(int First, int End)> AgreementsClaimed { get; } = [];

    /// <summary>What was claimed as a duty, or the absence of one: nothing is done yet.</summary>
    public List<(int First, int End)> Duties { get; } = [];

    public bool IsPartOfDuty(int token) => Duties.Exists(d => d.First <= token && token < d.End);

    public bool IsPartOfAgreement(int token) =>
        AgreementPhrases.Exists(n => n.First <= token && token < n.End) || AgreementsClaimed.Exists(c => c.First <= token && token < c.End);

    /// <summary>It stands in a clause under the noun of an agreement that was claimed.</summary>
    public bool IsContentOfAgreement(int token)
    {
        for (int at = token, climbed = 0; at >= 0 && climbed < LongestClimb; at = article.Text.Words[at].Head, climbed++)
            if (article.Grammar.RelationOf(at) == "acl" && IsNounOfClaimed(article.Text.Words[at].Head))
                return true;
        return false;
    }

    private bool IsNounOfClaimed(int token) =>
        AgreementPhrases.Exists(n => n.First <= token && token < n.End) && AgreementsClaimed.Exists(c => c.First <= token && token < c.End);

    /// <summary>The other actor of an article that is about two, if this sentence or the one before speaks of it.</summary>
    public string? Counterpart(string actor) => article.Counterpart(actor) is { } other && article.IsNear(other, actors) ? other : null;

    public Speaker? SpeakerOf(TriggerMatch match) => article.Attribution.SpeakerOf(match.Head, actors);

    /// <inheritdoc cref="Attribution.DoerOf"/>
    public Speaker? DoerOf(TriggerMatch match) => article.Attribution.DoerOf(match.Head, actors);

    /// <summary>The place nearest to the head that stands after "in", "at" or "near", as the text writes it.</summary>
    public string? PlaceOf(TriggerMatch match)
    {
        var place = actors.Groups.SelectMany(g => g.Mentions).Where(m => m.IsPlace && !m.IsPossessive && IsWhere(m.First - 1))
            .MinBy(m => m.First >= match.Head ? m.First - match.Head : match.Head - m.End + 1);
        return place is null ? null : article.Text.SpanOf(place.First, place.End).In(article.Text.Text);
    }

    private bool IsWhere(int before)
    {
        int preposition = before > Sentence.First && Tokens[before].Norm == "the" ? before - 1 : before;
        return preposition >= Sentence.First && Tokens[preposition].Norm is "in" or "at" or "near";
    }

    /// <summary>The claim's own date, else that of the heading above it.</summary>
    /// <inheritdoc cref="ClaimDates.Of"/>
    public When? DateOf(TriggerMatch match, Modality? modality, bool isStep = false) => DateOf(match, modality, isStep, isStory: false);

    /// <summary>The claim's own date, else that of the story, if it goes on with somebody of whom the sentence before spoke.</summary>
    public When? DateInStory(TriggerMatch match, Modality? modality, bool isStep = false) => DateOf(match, modality, isStep, article.GoesOn(actors));

    private When? DateOf(TriggerMatch match, Modality? modality, bool isStep, bool isStory) =>
        article.Dates.Of(Sentence, match, modality is not (Modality.Planned or Modality.Possible), isStep) ?? (modality == Modality.Fact ? article.Story.Of(Sentence, match, isStory) ?? Declared(match) : null);

    /// <summary>"We condemn", in no quotation: what a statement does by saying so it does on the day on which it is issued.</summary>
    private When? Declared(TriggerMatch match) =>
        match.HeadIsVerb && article.Text.Words[match.Head].Tag == "VBP" && article.Text.QuoteAt(match.Head) is null && article.Article.Published is { First: { } day, End: { } end } published && end == day.AddDays(1)
        && article.Grammar.ChildOf(match.Head, "nsubj") is >= 0 and var subject && Tokens[subject].Norm is "we" or "i" ? published : null;

    /// <summary>"a partner since 2006": from when a thing that stands has stood, told within its phrase.</summary>
    public When? SinceOf(TriggerMatch noun)
    {
        int top = article.Grammar.TopOf(noun);
        return article.Text.TimesIn(Sentence).FirstOrDefault(t => t.Kind == TimeKind.Date && t.Value is { End: null } && (article.Grammar.IsOfPhrase(article.Grammar.TopOf(t), top) || (t.FirstToken >= noun.End && t.FirstToken - noun.End <= 4)))?.Value;
    }

    public void PassOver(TriggerMatch match, ReadingRule rule, string reason) =>
        article.Passed.Add(new(article.Text.SpanOf(match.First, match.End), rule.Id, reason));
}

/// <summary>What holds for the whole article while it is read.</summary>
public sealed record ArticleContext(
    Article Article, AnnotatedText Text, ArticleGrammar Grammar, WordClasses Classes, VerbLexicon Verbs, ModalityFinder Modalities, ClaimDates Dates, NarrativeDates Story, Attribution Attribution, List<PassedOver> Passed)
{
    /// <summary>Of all mentions, in percent, that two actors need for the article to be about them.</summary>
    private const int ShareOfTwo = 70, ShareOfProtagonist = 30;

    /// <summary>Sentences that name both: of two that are never named together the article tells no relations.</summary>
    private const int LeastTogether = 3;

    private (string, string)? about;

    /// <summary>
    /// The other actor of an article that is about two: where hardly anybody else is mentioned, what one of them rejects or demands concerns
    /// the other, named or not. Null if the article is about more.
    /// </summary>
    public string? Counterpart(string actor) => about is var (a, b) ? actor == a ? b : actor == b ? a : null : null;

    /// <summary>The actor that the article is about, spoken of twice as often as any other; null if there is none.</summary>
    public string? Protagonist { get; private set; }

    /// <summary>Everybody of whom the article speaks.</summary>
    public IReadOnlySet<string> Mentioned { get; private set; } = new HashSet<string>();

    /// <summary>Whom the sentence before mentions, by the first token of each but the first.</summary>
    private readonly Dictionary<int, SentenceActors> before = [];

    /// <summary>Whether the sentence goes on with somebody of whom the one before spoke.</summary>
    public bool GoesOn(SentenceActors actors) =>
        before.TryGetValue(actors.Sentence.First, out var earlier) && actors.Groups.SelectMany(g => g.Actors).Intersect(earlier.Groups.SelectMany(g => g.Actors)).Any();

    /// <summary>Whether a sentence or the one before it speaks of somebody.</summary>
    public bool IsNear(string actor, SentenceActors actors) =>
        Speaks(actors, actor) || (before.TryGetValue(actors.Sentence.First, out var earlier) && Speaks(earlier, actor));

    private static bool Speaks(SentenceActors sentence, string actor) => sentence.Groups.Any(g => g.Actors.Contains(actor));

    /// <summary>Counts who is mentioned; called once, when all sentences are resolved.</summary>
    public void LookAround(IReadOnlyList<SentenceActors> sentences)
    {
        for (int i = 1; i < sentences.Count; i++)
            before[sentences[i].Sentence.First] = sentences[i - 1];
        var counts = sentences.SelectMany(s => s.Groups).SelectMany(g => g.Mentions).Where(m => m.Kind != MentionKind.Pronoun).SelectMany(m => m.Actors)
            .GroupBy(a => a).Select(g => (Actor: g.Key, Count: g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Actor, StringComparer.Ordinal).ToList();
        Mentioned = counts.Select(c => c.Actor).ToHashSet(StringComparer.Ordinal);
        int total = counts.Sum(c => c.Count);
        if (counts.Count > 0 && counts[0].Count * 100 >= total * ShareOfProtagonist && (counts.Count == 1 || counts[0].Count >= 2 * counts[1].Count))
            Protagonist = counts[0].Actor;
        if (counts.Count >= 2 && counts[1].Count >= 3 && (counts[0].Count + counts[1].Count) * 100 >= total * ShareOfTwo
            && sentences.Count(s => Names(s, counts[0].Actor) && Names(s, counts[1].Actor)) >= LeastTogether)
            about = (counts[0].Actor, counts[1].Actor);
    }

    private static bool Names(SentenceActors sentence, string actor) =>
        sentence.Groups.Any(g => g.Mentions.Any(m => m.Kind != MentionKind.Pronoun && m.Actors.Contains(actor)));

    /// <summary>The events told last and where, which "the decision" and "the attack" refer to.</summary>
    public List<(EventClaim Claim, int Paragraph)> LastEvents { get; } = [];

    /// <summary>The agreement claimed last, which "the pact" and "a similar deal" refer to.</summary>
    public AgreementClaim? LastAgreement { get; set; }

    /// <summary>The parties of any agreement spoken of last, of unknown form too: "it binds each".</summary>
    public IReadOnlyList<string>? LastParties { get; set; }
}
