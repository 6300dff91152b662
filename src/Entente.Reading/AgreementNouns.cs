using Entente.Language;

namespace Entente.Reading;

/// <summary>Finds the phrases of a sentence that name agreements of states.</summary>
internal sealed class AgreementNouns(RuleBook rules, Gazetteer gazetteer)
{
    /// <summary>The phrases that name agreements, none within another.</summary>
    public List<(AgreementNounRule Rule, TriggerMatch Noun)> In(SentenceContext context)
    {
        var found = new List<(AgreementNounRule, TriggerMatch)>();
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            if (i >= covered && NounAt(i, context) is var (rule, noun))
            {
                found.Add((rule, noun));
                covered = noun.End;
            }
        return found;
    }

    private (AgreementNounRule Rule, TriggerMatch Noun)? NounAt(int token, SentenceContext context)
    {
        foreach (var (rule, noun) in rules.AgreementNouns.At(context.Words, token))
            if (!IsBroken(noun, context) && IsOfStates(noun, context) && (rule.Form != "exercise-series" || rule.Parties is null || IsName(noun, context)))
                return (rule, noun);
        return null;
    }

    /// <summary>"trade ministers signed an agreement" is no trade agreement.</summary>
    private static bool IsBroken(TriggerMatch noun, SentenceContext context)
    {
        for (int i = noun.First + 1; i < noun.End - 1 && !noun.HeadIsVerb; i++)
            if (context.Article.Text.Words[i] is { Pos: Upos.Verb, Tag: "VBD" or "VBZ" or "VBP" })
                return true;
        return false;
    }

    /// <summary>"Swift Response" is an exercise, "a swift response" is none.</summary>
    private static bool IsName(TriggerMatch noun, SentenceContext context) =>
        Enumerable.Range(noun.First, noun.End - noun.First).Any(i => context.Tokens[i].IsCapitalised);

    /// <summary>"deals a blow", "a great deal" and "the ruling alliance" are no agreements of states.</summary>
    private bool IsOfStates(TriggerMatch noun, SentenceContext context)
    {
        string norm = context.Tokens[noun.End - 1].Norm;
        if (norm is "deal" or "deals" && noun.End - noun.First == 1)
            return context.Article.Text.Words[noun.Head].Pos != Upos.Verb && !(noun.First > context.Sentence.First && context.Tokens[noun.First - 1].Norm is "great" or "good" && context.Tokens[noun.End].Norm == "of");
        // "the alliance's border" is NATO's, or whose it was before; so is "the NATO alliance".
        if (norm == "alliance" && (noun.End < context.Sentence.End && context.Tokens[noun.End].IsPossessive || context.Actors.At(noun.First - 1) is { Actors: [var body] } && gazetteer.FormOf(body) == "alliance"))
            return false;
        bool isFriendship = norm is "alliance" or "alliances" or "ally" or "allies";
        // "a Trump ally" is a friend of his.
        if (isFriendship && context.Actors.At(noun.First - 1) is { IsPossessive: false, Mentions: [.., { Kind: MentionKind.Person }] })
            return false;
        int after = noun.End < context.Sentence.End && context.Tokens[noun.End].Norm is "of" or "between" ? Math.Min(noun.End + 5, context.Sentence.End) : noun.First;
        for (int i = Math.Max(context.Sentence.First, noun.First - 2); isFriendship && i < after; i++)
            if (context.Article.Classes.HasWord("party-politics", context.Tokens[i].Norm))
                return false;
        return true;
    }
}
