using Entente.Language;

namespace Entente.Training;

/// <summary>How many of so many words were right.</summary>
public readonly record struct Accuracy(int Right, int All)
{
    public double Percent => All == 0 ? 0 : 100.0 * Right / All;
}

/// <summary>Lemmas and features on a treebank whose tags are given. As in the CoNLL evaluation a gold lemma of <c>_</c> is right whatever was found.</summary>
public static class MorphScorer
{
    public static Accuracy Lemmas(Lemmatizer lemmatizer, IEnumerable<ConlluSentence> sentences)
    {
        int right = 0, all = 0;
        foreach (string[] line in sentences.SelectMany(s => s.Words))
        {
            all++;
            if (line[Conllu.Lemma] == "_" || lemmatizer.Lemma(line[Conllu.Form], ConlluWords.PosOf(line), line[Conllu.Xpos]) == line[Conllu.Lemma])
                right++;
        }
        return new(right, all);
    }

    /// <summary>Tags and tree as given.</summary>
    public static Accuracy Features(MorphFeatures features, IEnumerable<ConlluSentence> sentences)
    {
        int right = 0, all = 0;
        foreach (var sentence in sentences)
        {
            var given = GivenTokens.Of("", [sentence]);
            string[] found = features.Of(given.Tokens, ConlluWords.Of(sentence), given.Sentences[0]);
            for (int i = 0; i < found.Length; i++)
                right += found[i] == (sentence.Words[i][Conllu.Feats] is "_" ? "" : sentence.Words[i][Conllu.Feats]) ? 1 : 0;
            all += found.Length;
        }
        return new(right, all);
    }
}
