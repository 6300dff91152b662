using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// What acts for a state or body, around its name: "Chinese | Foreign Ministry spokesman", "Iran's | oil minister", "US | troops", "the presidents
/// of | Argentina", "authorities in neighbouring | Sudan".
/// </summary>
internal sealed class OfficePhrases(ArticleWords words, ArticlePersons persons)
{
    /// <summary>Tokens between a state and the end of what acts for it, of what a ministry is for, and of what is said of a state.</summary>
    private const int LongestPhrase = 8, LongestPortfolio = 6, LongestEpithet = 4;

    /// <summary>A word that may stand between a state and the person or force that acts for it: "senior", "deputy", "of".</summary>
    public bool IsFiller(int i) => words.Classes.HasWord("office-filler", words.Norm(i));

    /// <summary>A state's name with what follows it.</summary>
    public ActorMention Extend(ActorMention mention, Sentence sentence)
    {
        if (mention.Kind == MentionKind.Person || mention.Actors.Count == 0)
            return mention;
        if (!mention.IsPossessive && mention.Actors is [var body] && words.Gazetteer.FormOf(body) is not null && words.Classes.Match("membership", words.Tokens, mention.End, sentence.End) is > 0 and var members && words.Norm(mention.End + members - 1).EndsWith('s') && IsFree(mention.End + members, sentence))
            return mention with { End = mention.End + members, Kind = MentionKind.Agent, IsPlace = false, IsCivil = false };
        int at = mention.IsPossessive ? mention.End + 1 : mention.End;
        int agentEnd = -1;
        bool former = IsFormer(mention.First - 1);
        for (int steps = 0; at < sentence.End && steps < LongestPhrase; steps++)
        {
            int noun = words.AgentNoun(at, sentence.End) is > 0 and var agent ? agent : IsFiller(at) ? 0 : PortfolioLength(at, sentence.End);
            if (noun > 0)
            {
                at += noun;
                agentEnd = at;
                continue;
            }
            if (agentEnd > 0 && words.Norm(at) is "of" or "for" or "and")
                break;
            // "Sweden's NATO negotiator" is Sweden's.
            if (agentEnd < 0 && words.Tokens[at].IsCapitalised && words.Gazetteer.NamesFrom(words.Norm(at)).Any(n => n.Kind == NameKind.Body && n.Norms.Length == 1) && words.AgentNoun(at + 1, sentence.End) > 0)
            {
                at++;
                continue;
            }
            if (!IsFiller(at) || (words.Norm(at) is "of" or "the" or "and" && agentEnd < 0 && steps == 0))
                break;
            former |= IsFormer(at);
            at++;
        }
        if (agentEnd < 0)
            return mention;
        var role = words.Join(mention.IsPossessive ? mention.End + 1 : mention.End, agentEnd);
        var extended = mention with { End = agentEnd, Kind = MentionKind.Agent, Role = role, IsPossessive = words.Norm(agentEnd) is "'s" or "'", IsPlace = false, Actors = former ? [] : mention.Actors };
        return persons.WithPersonName(extended, sentence);
    }

    /// <summary>"NATO members | accused": no state among them is named beside them.</summary>
    private bool IsFree(int after, Sentence sentence) => after >= sentence.End || !(words.IsName(after) || words.Norm(after) is "," or "and" or "like" or "such" or "including" or "-" or "(");

    /// <summary>"oil minister", "energy and petroleum ministry": whatever it is that they are in charge of; 0 for none.</summary>
    private int PortfolioLength(int first, int end)
    {
        for (int i = first; i < Math.Min(end, first + LongestPortfolio); i++)
        {
            if (i > first && words.Classes.Match("portfolio-head", words.Tokens, i, end) is > 0 and var head)
                return i + head - first;
            if (!(words.Text.Words[i].Pos is Upos.Noun or Upos.Propn or Upos.Adj || words.IsName(i) || (i > first && words.Norm(i) is "and" or "," or "&")) || words.IsOfDate(i) || words.NamesAt(i, end).Any())
                return 0;
        }
        return 0;
    }

    /// <summary>The office before "of" acts for the state after it, and those who govern "in" a state for that.</summary>
    /// <param name="before">Who was found before: "U.S. officials in Baghdad" are not Iraq's.</param>
    public ActorMention WithOfficeBefore(ActorMention mention, Sentence sentence, ActorMention? before)
    {
        if (mention.Kind == MentionKind.Person || mention.Actors.Count == 0 || PrepositionBefore(mention.First, sentence) is not (>= 0 and var preposition))
            return mention;
        int office = preposition - 1;
        bool isPlaced = words.Norm(preposition) == "in", isOffice = !isPlaced ? words.Classes.Match("official", words.Tokens, office, preposition) > 0
            : mention.IsPlace && words.Classes.Match("governing", words.Tokens, office, preposition) > 0 && (before is null || before.End < office) && !IsOthers(office, sentence);
        if (!isOffice)
            return mention;
        int first = office;
        while (first > sentence.First && ((IsFiller(first - 1) && !(isPlaced && VerbLexicon.IsPreposition(words.Norm(first - 1)))) || words.Classes.Match("official", words.Tokens, first - 1, first) > 0))
            first--;
        bool former = Enumerable.Range(first - 1, preposition - first + 1).Any(IsFormer);
        return mention with { First = first, Kind = MentionKind.Agent, IsPlace = false, Role = words.Join(first, preposition), Actors = former ? [] : mention.Actors };
    }

    /// <summary>"of", "of the", "in", "in neighbouring", "in oil-rich"; -1 for none that an office could stand before.</summary>
    private int PrepositionBefore(int first, Sentence sentence)
    {
        int at = first - 1;
        while (at > sentence.First && first - at <= LongestEpithet && (words.Norm(at) is "the" or "-" || words.Norm(at + 1) == "-" || words.Text.Words[at] is { Pos: Upos.Adj } or { Tag: "VBG" or "VBN" }))
            at--;
        return at > sentence.First && words.Norm(at) is "of" or "in" ? at : -1;
    }

    /// <summary>"Western officials", "rebel leaders", "Kandahar's authorities": not those of the state in which they are.</summary>
    private bool IsOthers(int office, Sentence sentence) =>
        office > sentence.First && (words.Classes.Match("not-governing", words.Tokens, office - 1, office) > 0 || words.Norm(office - 1) is "'s" or "'" or "of" || (office - 1 > sentence.First && words.IsName(office - 1)));

    /// <summary>"former", "the late", "ex-" before or in an office: who held it speaks for nobody.</summary>
    private bool IsFormer(int i) => words.Norm(i) is "former" or "late" or "ex" || (words.Norm(i) == "-" && words.Norm(i - 1) == "ex");
}
