namespace Entente.Language.Coreference;

/// <summary>
/// Nouns that take up what was named: in apposition ("Solberg, the prime minister,"), as a predicate, by what was called so ("the alliance", "the
/// deal"), "the country" for the state foremost in mind, "both countries" for two that stood together.
/// </summary>
internal sealed class NominalLinker(PhraseContext context, Nominals nominals)
{
    /// <summary>Sentences over which a noun may take up what was named.</summary>
    private const int Farthest = 10;

    /// <summary>Sentences over which it may where only nearness tells which one is meant.</summary>
    private const int Near = 3;

    /// <summary>Of those called by one word, how many are looked at.</summary>
    private const int MostCalled = 12;

    private const int MostGroups = 12;

    /// <summary>Words of a name that are looked at.</summary>
    private const int MostWords = 12;

    private readonly Dictionary<string, List<Referent>> called = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Token> tokens = context.Text.Tokens;

    public void Link(Phrase phrase)
    {
        if (phrase.Nominal is not { } nominal)
            return;
        if (!phrase.IsOther && context.SubjectOfPredicate(phrase) is { } subject && IsSame(subject, phrase))
            PhraseContext.Link(phrase, subject, "is said to be it");
        else if (context.WordOf(phrase) is { Relation: "appos" } word && context.AtHead(word.Head) is { Kind: not MentionKind.Pronoun } named && named != phrase && IsSame(named, phrase))
            PhraseContext.Link(phrase, named, "stands beside it");
        else if (phrase.IsDefinite && !phrase.IsOther && !(phrase.IsQualified && phrase.OfCode is null))
            TakeUp(phrase, nominal);
    }

    /// <summary>Keeps by what words the phrase may be taken up; a name may itself explain the noun before it: "her counterpart, Matti Laine".</summary>
    public void Remember(Phrase phrase)
    {
        if (phrase.Kind == MentionKind.Pronoun || phrase.Parts.Count > 0 || phrase.IsPlural)
            return;
        if (phrase.Kind == MentionKind.Name)
            Explain(phrase);
        if (phrase.Nominal is { } nominal && !(phrase.Kind == MentionKind.Nominal && phrase.IsOther))
            Remember(phrase.Referent, nominal);
        if (phrase is { Kind: MentionKind.Name, Sort: Sort.Organisation or Sort.Agreement, Referent.Mentions: 1 })
            RememberName(phrase);
    }

    private static bool IsSame(Phrase named, Phrase phrase) =>
        !named.IsPlural && !phrase.IsPlural && NameLinker.Agree(named.Referent.Gender, phrase.Gender)
        && (named.Referent.Sort == phrase.Sort || (named.Referent.Sort == Sort.State && phrase.Sort == Sort.Place) || (named.Referent.Sort == Sort.Place && phrase.Sort == Sort.State));

    /// <summary>"Her counterpart, <b>Matti Laine</b>": the noun stands for who is named beside it.</summary>
    private void Explain(Phrase name)
    {
        if (context.WordOf(name) is not { Relation: "appos" } word || context.AtHead(word.Head) is not { Kind: MentionKind.Nominal, Antecedent: null, Nominal: { } nominal, Referent.Mentions: 1 } noun || !IsSame(noun, name))
            return;
        var referent = name.Referent;
        if (name.Antecedent is null)
        {
            (name.Antecedent, name.Reason) = (noun, "stands beside it");
            referent.First = noun;
        }
        else if (name.Antecedent.End <= noun.First)
            (noun.Antecedent, noun.Reason) = (name.Antecedent, "stands beside its name");
        else
            return;
        noun.Referent = referent;
        referent.OfCode ??= noun.OfCode;
        Remember(referent, nominal);
    }

    /// <summary>By its words ("the ministry"), by what such a body is called ("the alliance"), any treaty as an agreement.</summary>
    private void RememberName(Phrase phrase)
    {
        foreach (var nominal in nominals.OfName(phrase.Name!.Span.In(context.Text.Text)))
            Remember(phrase.Referent, nominal);
        for (int i = phrase.First; i < Math.Min(phrase.End, phrase.First + MostWords); i++)
            if (nominals.At(tokens, phrase.First, i, tokens[i].Norm) is { } nominal && nominal.Sort == phrase.Sort)
                Remember(phrase.Referent, nominal);
        if (phrase.Sort == Sort.Agreement && !phrase.Referent.HasWords && nominals.Of("agreement") is { } agreement)
            Remember(phrase.Referent, agreement);
    }

    private void Remember(Referent referent, Nominal nominal)
    {
        if (!referent.AddWord(nominal.Words))
            return;
        Call(nominal.Words, referent);
        foreach (string word in nominal.Also)
            if (referent.AddWord(word))
                Call(word, referent);
    }

    private void Call(string word, Referent referent)
    {
        if (!called.TryGetValue(word, out var list))
            called[word] = list = [];
        list.Add(referent);
    }

    private void TakeUp(Phrase phrase, Nominal nominal)
    {
        if (phrase.IsPlural && (phrase.Count > 1 || phrase.Determiner == "both" || nominal.Sort == Sort.State))
            TakeUpSeveral(phrase, nominal);
        else if (phrase.IsPlural || nominal.IsSeveral)
            return;
        else if (nominal.Sort == Sort.State)
            LinkForemost(phrase, Sort.State, "the state spoken of");
        else if (nominal.Sort == Sort.Place)
            LinkOnly(phrase, Sort.Place, "the place spoken of");
        else if (Called(phrase, nominal) is { } referent)
            PhraseContext.Link(phrase, referent.Surest, "called so before");
        else if (nominal.IsGeneral)
            LinkOnly(phrase, nominal.Sort, "the one body spoken of");
    }

    /// <summary>What was last called so, if it stands out.</summary>
    private Referent? Called(Phrase phrase, Nominal nominal)
    {
        if (!called.TryGetValue(nominal.Words, out var list))
            return null;
        Referent? best = null;
        int second = -Farthest;
        for (int i = list.Count - 1; i >= Math.Max(0, list.Count - MostCalled); i--)
        {
            var referent = list[i];
            int sentence = referent.Last.Sentence;
            if (sentence < phrase.Sentence - Farthest || !Fits(phrase, referent))
                continue;
            if (best is null || sentence > best.Last.Sentence)
                (best, second) = (referent, best?.Last.Sentence ?? second);
            else
                second = Math.Max(second, sentence);
        }
        return best is not null && best.Last.Sentence - second > 1 ? best : null;
    }

    private bool Fits(Phrase phrase, Referent referent) =>
        NameLinker.Agree(phrase.Gender, referent.Gender) && (phrase.OfCode is null || phrase.OfCode == referent.OfCode)
        && (phrase.Modifier is null || phrase.Sort == Sort.Person || Has(referent.First, phrase.Modifier) || (referent.Name is { } name && Has(name, phrase.Modifier)));

    private bool Has(Phrase phrase, string norm)
    {
        for (int i = phrase.First; i < Math.Min(phrase.End, phrase.First + MostWords); i++)
            if (tokens[i].Norm == norm)
                return true;
        return false;
    }

    /// <summary>The one of its sort that is near; none where there are two.</summary>
    private void LinkOnly(Phrase phrase, Sort sort, string reason)
    {
        Phrase? found = null;
        foreach (var candidate in context.Back(phrase, Near))
            if (candidate.Kind == MentionKind.Name && candidate.Referent.Sort == sort)
            {
                if (found is not null && found.Referent != candidate.Referent)
                    return;
                found ??= candidate;
            }
        if (found is not null)
            PhraseContext.Link(phrase, found, reason);
    }

    private void LinkForemost(Phrase phrase, Sort sort, string reason)
    {
        var ranking = new Ranking();
        foreach (var candidate in context.Back(phrase, Near))
            if (candidate.Referent.Sort == sort && !candidate.IsPlural && candidate.Parts.Count == 0)
                ranking.Add(candidate, candidate.Rank - (Ranking.Distance * (phrase.Sentence - candidate.Sentence)));
        if (ranking.Foremost is { } found)
            PhraseContext.Link(phrase, found, reason);
    }

    private void TakeUpSeveral(Phrase phrase, Nominal nominal)
    {
        int count = phrase.Determiner == "both" ? 2 : phrase.Count;
        var groups = context.Groups;
        // Two states of the sentence before win over two that stood together long ago.
        bool isFar = groups.Count == 0 || groups[^1].Last.Sentence < phrase.Sentence - Near;
        if (isFar && count == 2 && nominal.Sort == Sort.State && TakeUpTwoStates(phrase))
            return;
        for (int i = groups.Count - 1; i >= Math.Max(0, groups.Count - MostGroups) && groups[i].Last.Sentence >= phrase.Sentence - Farthest; i--)
        {
            // "Lula and Milei met; the two countries …": theirs are meant, which this room does not know.
            if (count == 2 && nominal.Sort == Sort.State && groups[i].Members is [{ Referent.Sort: Sort.Person }, { Referent.Sort: Sort.Person }])
                return;
            if ((count == 0 || groups[i].Members.Count == count) && groups[i].Members.TrueForAll(m => m != phrase && CanBeOf(m, nominal)) && groups[i].Members.Exists(m => m.Referent.Sort != Sort.Place))
            {
                TakeUp(phrase, groups[i]);
                return;
            }
        }
        if (count == 2 && nominal.Sort == Sort.State)
            TakeUpTwoStates(phrase);
    }

    private bool TakeUpTwoStates(Phrase phrase)
    {
        if (TwoStates(phrase) is not { } two)
            return false;
        context.Groups.Add(two);
        TakeUp(phrase, two);
        return true;
    }

    internal static void TakeUp(Phrase phrase, PhraseGroup group)
    {
        if (group.Referent is not null)
            PhraseContext.Link(phrase, group.Referent.Surest, "the same ones");
        else
        {
            group.Referent = phrase.Referent = new(phrase);
            (phrase.Parts, phrase.Reason) = ([.. group.Members], "those that stood together");
        }
    }

    private static bool CanBeOf(Phrase member, Nominal nominal) =>
        !member.IsPlural && (member.Referent.Sort == nominal.Sort || (nominal.Sort == Sort.State && member.Referent.Sort == Sort.Place) || (nominal.IsSeveral && member.Referent.Sort is Sort.Person or Sort.Organisation));

    /// <summary>The two states of the last sentences, if there are two.</summary>
    private PhraseGroup? TwoStates(Phrase phrase)
    {
        Phrase? one = null, two = null;
        foreach (var candidate in context.Back(phrase, Near))
        {
            if (candidate.Referent.Sort != Sort.State || candidate.IsPlural || candidate.Kind == MentionKind.Pronoun)
                continue;
            if (one is null || one.Referent == candidate.Referent)
                one ??= candidate;
            else if (two is null || two.Referent == candidate.Referent)
                two ??= candidate;
            else
                return null;
        }
        return one is null || two is null ? null : new() { Members = [two, one] };
    }
}
