using Entente.Language;

namespace Entente.Reading;

/// <summary>The grammar of headlines, which the tree knows less well than that of sentences.</summary>
internal static class Headline
{
    /// <summary>"Iraq, Turkey sign accord", "Chinese, Indian ministers to meet": two names with a comma between act together at the head of a line, or before the verb of several.</summary>
    public static bool NamesBoth(AnnotatedText text, ActorMention a, ActorMention b)
    {
        bool isPair = b.First == a.End + 1 && a is { IsPossessive: false, Actors.Count: > 0 } && b.CanAct && b.End < text.Tokens.Count && !a.Actors.SequenceEqual(b.Actors);
        if (!isPair || text.Words[b.End].Pos == Upos.Punct)
            return false;
        var sentence = text.SentenceAt(a.First);
        return sentence.First == a.First && b.End < sentence.End && (text.Words[sentence.End - 1].Pos != Upos.Punct || IsOfSeveral(text, b.End));
    }

    /// <summary>"agree", "will agree", "to agree", and not "agrees".</summary>
    private static bool IsOfSeveral(AnnotatedText text, int verb) =>
        text.Words[verb].Tag is "VBP" or "VB" or "MD" || (text.Tokens[verb].Norm == "to" && verb + 1 < text.Words.Count && text.Words[verb + 1].Tag == "VB");

    /// <summary>"Peru to sign accord": an infinitive that hangs on a noun where there is no other verb is a plan.</summary>
    public static bool IsPlan(IReadOnlyList<Word> words, Sentence sentence, int verb)
    {
        if (words[verb] is not { Relation: "acl", Head: >= 0 and var noun } || words[noun] is not { Relation: "root" or "appos" or "conj", Pos: Upos.Propn or Upos.Noun })
            return false;
        for (int i = sentence.First; i < sentence.End; i++)
            if (words[i].Tag is "VBD" or "VBZ" or "VBP" or "MD")
                return false;
        return true;
    }
}
