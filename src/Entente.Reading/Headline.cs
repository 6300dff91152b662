using Entente.Language;

namespace Entente.Reading;

/// <summary>The grammar of headlines, which the tree knows less well than that of sentences.</summary>
internal static class Headline
{
    /// <summary>"Iraq, Turkey sign accord": two names with a comma between at the head of a line without a full stop act together.</summary>
    public static bool NamesBoth(AnnotatedText text, ActorMention a, ActorMention b)
    {
        bool isPair = b.First == a.End + 1 && a.CanAct && b.CanAct && b.End < text.Tokens.Count && !a.Actors.SequenceEqual(b.Actors);
        if (!isPair || text.Words[b.End] is { Pos: Upos.Punct })
            return false;
        var sentence = Around(text.Sentences, a.First);
        return sentence.First == a.First && b.End < sentence.End && text.Words[sentence.End - 1].Pos != Upos.Punct;
    }

    /// <summary>"Peru to sign accord": an infinitive that hangs on the name at the root is a plan.</summary>
    public static bool IsPlan(IReadOnlyList<Word> words, int verb)
    {
        int name = words[verb].Relation == "acl" ? words[verb].Head : -1;
        if (name >= 0 && words[name].Relation is "appos" or "conj")
            name = words[name].Head;
        return name >= 0 && words[name] is { Pos: Upos.Propn, Relation: "root" };
    }

    private static Sentence Around(IReadOnlyList<Sentence> sentences, int token)
    {
        int low = 0, high = sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].First <= token ? (middle, high) : (low, middle - 1);
        }
        return sentences[low];
    }
}
