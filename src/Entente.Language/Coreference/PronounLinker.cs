namespace Entente.Language.Coreference;

/// <summary>
/// Pronouns of the third person: the phrase of the last sentences that agrees in number, gender and life, and is foremost in mind: a subject
/// before an object, near before far, a name before a noun, what was spoken of often before what was not.
/// </summary>
internal sealed class PronounLinker(PhraseContext context, Nominals nominals)
{
    private const int Farthest = 3;

    private readonly Ranking ranking = new();

    public void Link(Phrase phrase)
    {
        var pronoun = Pronouns.Of(context.Text.Tokens[phrase.Head].Norm)!;
        if (pronoun.Person == 1 || (phrase.Sort == Sort.Thing && !phrase.IsPlural && context.IsEmpty(phrase)))
            return;
        if (pronoun.IsReflexive)
        {
            if (context.SubjectOf(context.WordOf(phrase).Head) is { } subject && Agrees(phrase, subject))
                PhraseContext.Link(phrase, subject, "the subject itself");
            return;
        }
        ranking.Clear();
        foreach (var candidate in context.Back(phrase, Farthest))
            if (Agrees(phrase, candidate) && context.WordOf(candidate).Relation is not ("compound" or "amod" or "flat") && !context.AreOfOneClause(phrase, candidate))
                ranking.Add(candidate, Score(phrase, candidate));
        if (ranking.Foremost is { } found && IsSure(phrase, found))
            Link(phrase, found);
    }

    /// <summary>
    /// "He" is sure as soon as somebody is foremost. "It" and "they" may stand for anything: only a subject of this sentence or the last will do, for
    /// "it" one that is named or called by a word that we know.
    /// </summary>
    private bool IsSure(Phrase phrase, Phrase found)
    {
        if (phrase.Sort == Sort.Person)
            return true;
        if (found.Sentence < phrase.Sentence - 1)
            return false;
        if (found.Kind == MentionKind.Pronoun)
            return true;
        bool isSubject = found.Rank >= PhraseContext.LeastSubject;
        if (phrase.IsPlural)
            return found.Sentence == phrase.Sentence || (isSubject && context.WordOf(phrase).Relation != "nmod:poss");
        return isSubject && (found.Kind == MentionKind.Name || found.Nominal is not null);
    }

    private static void Link(Phrase phrase, Phrase found)
    {
        if (phrase.IsPlural && !found.IsPlural && found.Group is { } group)
            NominalLinker.TakeUp(phrase, group);
        else
            PhraseContext.Link(phrase, found, "agrees and is foremost");
    }

    private static bool Agrees(Phrase phrase, Phrase candidate)
    {
        var referent = candidate.Referent;
        if (phrase.IsPlural)
            return candidate.IsPlural || (candidate.Group is { Members.Count: > 1, Referent: null } group && group.Members[0] == candidate);
        if (candidate.IsPlural || candidate.Parts.Count > 0)
            return false;
        return phrase.Sort == Sort.Person ? referent.Sort == Sort.Person && NameLinker.Agree(phrase.Gender, referent.Gender) && !IsFirstPerson(candidate) : referent.Sort != Sort.Person;
    }

    private static bool IsFirstPerson(Phrase phrase) => phrase is { Kind: MentionKind.Pronoun, Gender: Gender.Unknown };

    private int Score(Phrase phrase, Phrase candidate)
    {
        var referent = candidate.Referent;
        int score = candidate.Rank - (Ranking.Distance * (phrase.Sentence - candidate.Sentence)) + (4 * Math.Min(referent.Mentions, 4));
        if (referent.Name is not null)
            score += 4;
        if (candidate.Kind == MentionKind.Pronoun)
            score += 6;
        if (phrase.Gender != Gender.Unknown && referent.Gender == phrase.Gender)
            score += 8;
        if (!phrase.IsPlural && phrase.Sort == Sort.Thing && referent.Sort is Sort.State or Sort.Organisation && IsDoer(phrase))
            score += 20;
        if (phrase.Sort == Sort.Person && context.IsInRelativeClauseOf(phrase, candidate))
            score += 20;
        if (candidate.Kind != MentionKind.Pronoun && IsQuoted(candidate) && !IsQuoted(phrase))
            score -= 20;
        return score;
    }

    private bool IsDoer(Phrase phrase) => context.WordOf(phrase) is { Relation: "nsubj" or "nsubj:pass", Head: >= 0 } word && nominals.IsDeed(context.Text.Words[word.Head].Lemma);

    private bool IsQuoted(Phrase phrase) => context.Text.Quotes.Count > 0 && context.Text.QuoteAt(phrase.Head) is not null;
}
