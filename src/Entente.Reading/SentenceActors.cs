using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who is mentioned in a sentence, grouped by coordination and with pronouns resolved.</summary>
public sealed class SentenceActors(Sentence sentence, IReadOnlyList<ActorGroup> groups)
{
    private readonly ActorGroup?[] byToken = ByToken(sentence, groups);
    private readonly Dictionary<int, ActorGroup> titled = Titled(groups);

    public Sentence Sentence => sentence;

    public IReadOnlyList<ActorGroup> Groups => groups;

    /// <summary>The group that covers a token of the sentence; null for none, and beyond the sentence.</summary>
    public ActorGroup? At(int token) => sentence.First <= token && token < sentence.End ? byToken[token - sentence.First] : null;

    /// <summary>The same, also for a token of the title before a person's name, on which the tree may hang a verb.</summary>
    public ActorGroup? AtOrTitled(int token) => At(token) ?? titled.GetValueOrDefault(token);

    private static Dictionary<int, ActorGroup> Titled(IReadOnlyList<ActorGroup> groups)
    {
        var titled = new Dictionary<int, ActorGroup>();
        foreach (var group in groups)
            for (int i = group.Mentions[0].Title ?? group.First; i < group.First; i++)
                titled[i] = group;
        return titled;
    }

    /// <summary>Where two overlap, the first has the token.</summary>
    private static ActorGroup?[] ByToken(Sentence sentence, IReadOnlyList<ActorGroup> groups)
    {
        var byToken = new ActorGroup?[sentence.Count];
        for (int g = groups.Count - 1; g >= 0; g--)
            for (int i = Math.Max(groups[g].First, sentence.First); i < Math.Min(groups[g].End, sentence.End); i++)
                byToken[i - sentence.First] = groups[g];
        return byToken;
    }
}

/// <summary>
/// Groups mentions that are joined ("Japan, Britain and Italy") and resolves pronouns from left to right: "it" to who acted first in this
/// sentence or the last, "he" to the person named last, "the two countries" to the two actors named last.
/// </summary>
/// <param name="transcript">Who has the word, if the article is a transcript.</param>
/// <param name="voice">Who says "we" outside quotes: the body whose own page this is.</param>
public sealed class ActorResolver(AnnotatedText text, MentionFinder mentionFinder, Transcript? transcript = null, string? voice = null)
{
    /// <summary>Sentences after which "they" and "it" no longer are who acted last.</summary>
    private const int FarthestSeveral = 3, FarthestActing = 3;

    /// <summary>Tokens; a shorter sentence ("12.") is a heading or a number.</summary>
    private const int LeastSentence = 4;

    private readonly IReadOnlyList<Token> tokens = text.Tokens;
    private IReadOnlyList<string> we = [];
    private IReadOnlyList<string> lastActing = [];
    private IReadOnlyList<string> lastActingPerson = [];
    private IReadOnlyList<string> lastSeveral = [];
    private bool wereSeveral;
    private int sentencesSinceSeveral, sentencesSinceActing;
    private readonly List<string> recent = [];
    private readonly Dictionary<string, int> timesNamed = new(StringComparer.Ordinal);
    private readonly Referents referents = new(text);

    /// <summary>Whose the ships, envoys and ministries are that were named last by each noun: "an American destroyer", then "the destroyer".</summary>
    private readonly Dictionary<string, IReadOnlyList<string>> byNoun = new(StringComparer.Ordinal);

    public SentenceActors Resolve(Sentence sentence, IReadOnlyList<ActorMention> mentions)
    {
        var withPronouns = new List<ActorMention>(mentions.Count + 2);
        Forget(sentence);
        IReadOnlyList<string> firstHere = [], severalHere = [], personHere = [];
        int next = 0;
        for (int i = sentence.First; i < sentence.End;)
        {
            if (next < mentions.Count && mentions[next].First == i)
            {
                var mention = mentions[next++];
                if (withPronouns.Count > 0 && Joins(withPronouns[^1], mention, out bool isAnd) && isAnd)
                    severalHere = Claim.Sorted(withPronouns[^1].Actors.Concat(mention.Actors));
                withPronouns.Add(mention);
                if (firstHere.Count == 0 && mention.Actors.Count > 0 && !(mention.IsPlace && StandsAfterPlacePreposition(mention)))
                    firstHere = mention.Actors;
                if (personHere.Count == 0 && mention.Kind == MentionKind.Person)
                    personHere = mention.Actors;
                Remember(mention);
                i = mention.End;
                continue;
            }
            var pronoun = referents.IsLinked(i) && tokens[i].Norm != "its" && !MeansTheTwo(i) ? Referent(i, sentence) : Pronoun(i, sentence, firstHere, severalHere.Count > 1 ? severalHere : lastSeveral, personHere.Count > 0 ? personHere : lastActingPerson,
                withPronouns) ?? Referent(i, sentence) ?? Office(i, sentence);
            // "the | Iranian minister": who is named wins over who is meant.
            if (pronoun is not null && next < mentions.Count && mentions[next].First < pronoun.End)
                pronoun = null;
            if (pronoun is not null)
            {
                withPronouns.Add(pronoun);
                referents.Remember(pronoun);
            }
            i = pronoun?.End ?? i + 1;
        }
        var groups = Group(withPronouns);
        RememberWe(sentence, groups);
        foreach (var group in groups.Where(g => g.Actors.Count > 1 && !g.Mentions.All(m => m is { Kind: MentionKind.Pronoun, IsPossessive: true })))
            (lastSeveral, wereSeveral, sentencesSinceSeveral) = (group.Actors, false, 0);
        if (firstHere.Count > 0 || groups.Exists(g => g.CanAct))
            sentencesSinceActing = 0;
        lastActing = groups.FirstOrDefault(g => g.CanAct)?.Actors ?? (firstHere.Count > 0 ? firstHere : lastActing);
        // "He" goes on with the person who acted, not with the one whom he met.
        if (personHere.Count > 0)
            lastActingPerson = personHere;
        return new(sentence, groups);
    }

    /// <summary>Who has not been spoken of for some sentences is no longer meant.</summary>
    private void Forget(Sentence sentence)
    {
        if (sentence.Count < LeastSentence)
            return;
        if (++sentencesSinceSeveral > FarthestSeveral && lastSeveral.Count > 0)
            (lastSeveral, wereSeveral) = ([], true);
        if (++sentencesSinceActing > FarthestActing)
            lastActing = [];
    }

    /// <summary>"They" are several, and one (a body, a government) only where nobody else could be meant.</summary>
    private IReadOnlyList<string> Those(IReadOnlyList<string> several, IReadOnlyList<string> singular) => several.Count > 1 ? several : wereSeveral ? [] : singular;

    private ActorMention? Referent(int i, Sentence sentence) => referents.At(i) is var (end, actors) && actors.Count > 0 && end <= sentence.End
        ? new(i, end, actors, MentionKind.Pronoun) { IsCivil = referents.IsCivil(i), IsPossessive = tokens[i].Norm is "its" or "their" or "his" or "her" || (end < sentence.End && tokens[end].IsPossessive) }
        : null;

    private ActorMention? Office(int i, Sentence sentence) => mentionFinder.OfficeAt(i, sentence.End) is var (end, actors)
        ? new(i, end, actors, MentionKind.Pronoun) { IsPossessive = end < sentence.End && tokens[end].IsPossessive }
        : null;

    private void Remember(ActorMention mention)
    {
        referents.Remember(mention);
        if (mention is { Kind: MentionKind.Agent, Role: not null, Actors.Count: 1 })
            byNoun[tokens[mention.End - 1].Norm] = mention.Actors;
        foreach (string actor in mention.Actors)
        {
            recent.Remove(actor);
            recent.Add(actor);
            timesNamed[actor] = timesNamed.GetValueOrDefault(actor) + 1;
        }
    }

    /// <summary>In a quote the speaker's side; in a communiqué those who said "We, the leaders of …".</summary>
    private IReadOnlyList<string> We(int i)
    {
        if (text.QuoteAt(i) is not { Kind: not QuoteKind.Indirect } quote)
            return transcript is not null && transcript.IsSpoken(i, out string? spoken) ? Spoken(spoken) : we.Count > 0 ? we : voice is null ? [] : [voice];
        return quote.Speaker?.Name is { } name ? mentionFinder.ActorsOfPerson(LastWord(text.Names[name].Span.In(text.Text))) ?? [] : [];
    }

    /// <summary>Of a transcript: who asks speaks for nobody, who answers for the actor that he is known to stand for, or for the page's own.</summary>
    private IReadOnlyList<string> Spoken(string? speaker) =>
        speaker is null ? [] : mentionFinder.ActorsOfPerson(speaker.ToLowerInvariant()) is { Count: > 0 } actors ? actors : voice is null ? [] : [voice];

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();

    private void RememberWe(Sentence sentence, List<ActorGroup> groups)
    {
        if (tokens[sentence.First].Norm == "we" && sentence.Count > 2 && tokens[sentence.First + 1].Norm == "," && groups.FirstOrDefault(g => g.Actors.Count > 0) is { } group)
            we = group.Actors;
    }

    private ActorMention? Pronoun(int i, Sentence sentence, IReadOnlyList<string> firstHere, IReadOnlyList<string> several, IReadOnlyList<string> person, List<ActorMention> before)
    {
        var singular = firstHere.Count > 0 ? firstHere : lastActing;
        string norm = tokens[i].Norm, following = i + 1 < sentence.End ? tokens[i + 1].Norm : "";
        (IReadOnlyList<string> Actors, int Length, bool Possessive) meant = norm switch
        {
            "he" or "she" => (person, 1, false),
            "his" or "her" => (person, 1, true),
            // "makes it easier for the two to train" speaks of nobody.
            "it" when following is "easier" or "harder" or "clear" or "possible" or "impossible" or "difficult" or "necessary" or "likely" or "unlikely" => ([], 0, false),
            "it" => (Saying(i, before) ?? singular, 1, false),
            "its" => ((before.FindLast(m => m.CanAct && m.Actors.Count == 1 && !(m.IsPlace && StandsAfterPlacePreposition(m))) ?? before.FindLast(m => m.CanAct && m.Actors.Count == 1))?.Actors ?? singular, 1, true),
            "they" => (Those(several, singular), 1, false),
            "their" => (Those(several, singular), 1, true),
            "we" or "us" when tokens[i].Text != "US" => (We(i), 1, false),
            "i" when tokens[i].Text == "I" => (We(i), 1, false),
            "our" or "my" => (We(i), 1, true),
            "both" when mentionFinder.IsPairNoun(i + 1) => (TheTwo(), 2, false),
            "both" when following == "to" => (TheTwo(), 1, false),
            "two" when mentionFinder.IsPairNoun(i + 1) => (TheTwo(), 2, false),
            "two" when following.Length == 0 || following is "will" or "have" or "also" or "agreed" or "are" or "signed" => (TheTwo(), 1, false),
            _ => ([], 0, false),
        };
        if (norm == "the" && lastSeveral.Count > 1 && following is "leaders" or "sides" or "parties" or "trio" or "pair" or "ministers" or "presidents" or "delegations" or "governments" or "premiers" or "negotiators")
            meant = (several, 2, false);
        // "the government of Iraq", "the government in Baghdad" are Iraq's, whoever was named before.
        bool isOwned = i + 2 < sentence.End && tokens[i + 2].Norm == "of";
        if (norm == "the" && !isOwned && byNoun.TryGetValue(following, out var same))
            meant = (same, 2, false);
        if (norm == "the" && !isOwned && following is "country" or "government" or "nation")
            meant = (singular, 2, false);
        if (meant.Actors.Count == 0)
            return null;
        int end = i + meant.Length;
        bool possessive = meant.Possessive || (end < sentence.End && tokens[end].IsPossessive);
        return new(i, end, meant.Actors, MentionKind.Pronoun) { IsPossessive = possessive };
    }

    /// <summary>"After blaming Chad, Libya said | it would close the border": in what somebody is told to have said, that is who says so.</summary>
    private IReadOnlyList<string>? Saying(int i, List<ActorMention> before) =>
        text.QuoteAt(i) is { Kind: not QuoteKind.Direct, Speaker: { } speaker } ? before.Find(m => m.First <= speaker.Head && speaker.Head < m.End && m.Actors.Count == 1)?.Actors : null;

    /// <summary>"Both sides" are the two that the text is about, be others named in between; where it is about no two, those named last.</summary>
    private IReadOnlyList<string> TheTwo() => MainPair() is { Count: 2 } pair ? pair : recent.Count < 2 ? [] : Claim.Sorted(recent.TakeLast(2));

    private bool MeansTheTwo(int i) => tokens[i].Norm is "both" or "two" && mentionFinder.IsPairNoun(i + 1) && MainPair().Count == 2;

    /// <summary>Two that were named at least twice as often as anybody else so far; nobody if there are no such two or only two at all.</summary>
    private IReadOnlyList<string> MainPair()
    {
        var often = timesNamed.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(3).ToList();
        return often.Count > 2 && often[1].Value >= 2 * often[2].Value ? Claim.Sorted(often.Take(2).Select(n => n.Key)) : [];
    }

    private List<ActorGroup> Group(List<ActorMention> mentions)
    {
        var groups = new List<ActorGroup>();
        for (int i = 0; i < mentions.Count;)
        {
            int last = i;
            int lastAnd = i;
            while (last + 1 < mentions.Count && Joins(mentions[last], mentions[last + 1], out bool isAnd))
            {
                last++;
                if (isAnd)
                    lastAnd = last;
            }
            // A list ends in "and"; what is joined by commas alone is apposition, not company, but in a headline.
            int first = i;
            if (lastAnd > i && mentions[i].IsPlace && StandsAfterPlacePreposition(mentions[i]) && lastAnd > i + 1 && (text.Words[TopOf(mentions[i + 1])].Relation != "conj" || IsFinite(mentions[lastAnd].End)))
            {
                groups.Add(Make(mentions, i, i));
                first = i + 1;
            }
            int clause = ClauseWithin(mentions, first, lastAnd);
            if (clause > first)
                groups.Add(Make(mentions, first, clause - 1));
            groups.Add(Make(mentions, clause, lastAnd));
            i = lastAnd + 1;
        }
        return groups;
    }

    /// <summary>
    /// "closed its border with Belarus, and London and Paris summoned": where a verb follows what seems one list after an object, the list begins anew
    /// at ", and". The first of the list where it is one.
    /// </summary>
    private int ClauseWithin(List<ActorMention> mentions, int first, int last)
    {
        int after = mentions[last].End;
        if (!IsFinite(after) || text.Words[TopOf(mentions[first])].Relation.StartsWith("nsubj", StringComparison.Ordinal))
            return first;
        for (int k = first + 1; k <= last; k++)
        {
            int and = tokens[mentions[k].First - 1].Norm == "the" ? mentions[k].First - 2 : mentions[k].First - 1;
            if (tokens[and].Norm == "and" && tokens[and - 1].Norm == ",")
                return k;
        }
        return first;
    }

    private bool IsFinite(int token) => token < tokens.Count && text.Words[token] is { Tag: "VBD" or "VBZ" or "MD", Pos: Upos.Verb or Upos.Aux };

    private static ActorGroup Make(List<ActorMention> mentions, int first, int last) =>
        new(mentions[first].First, mentions[last].End, mentions.GetRange(first, last - first + 1));

    private bool StandsAfterPlacePreposition(ActorMention mention) => mention.First > 0 && tokens[mention.First - 1].Norm is "in" or "at" or "near";

    /// <summary>"cut aid to Burundi, and the Union considers": the second begins a clause of its own, in which the first has no part.</summary>
    private bool OpensClause(ActorMention a, ActorMention b)
    {
        int top = TopOf(b);
        return text.Words[top].Relation.StartsWith("nsubj", StringComparison.Ordinal) && text.Words[top].Head > top && text.Words[TopOf(a)].Head != text.Words[top].Head;
    }

    private int TopOf(ActorMention mention) => text.TopOf(mention.First, mention.End);

    /// <summary>Only a comma, "and", a hyphen and determiners or adjectives of office stand between them.</summary>
    private bool Joins(ActorMention a, ActorMention b, out bool isAnd)
    {
        isAnd = false;
        // "the French and their Carib friends": those are other people's.
        if (b is { Kind: MentionKind.Pronoun, IsPossessive: true } && b.Actors.Except(a.Actors).Any())
            return false;
        int at = a.IsPossessive && a.Kind != MentionKind.Pronoun ? a.End + 1 : a.End;
        if (a.Kind == MentionKind.Pronoun && a.IsPossessive)
            return false;
        bool joined = false;
        for (; at < b.First; at++)
        {
            string norm = tokens[at].Norm;
            if (norm == "and" && joined && OpensClause(a, b))
                return isAnd = false;
            if (norm is "and" or "or" or "&" or "-" or "–" or "/")
                isAnd = joined = true;
            else if (norm == ",")
                (joined, isAnd) = (true, isAnd || Headline.NamesBoth(text, a, b));
            else if (norm is "as" && at + 2 < b.First + 1 && tokens[at + 1].Norm == "well")
            {
                isAnd = joined = true;
                at += 2;
            }
            else if (norm is not ("the" or "its" or "both" or "president" or "prime" or "minister" or "premier" or "leader" or "king" or "chancellor" or "then" or "fellow" or "visiting"))
                return false;
        }
        return joined;
    }
}
