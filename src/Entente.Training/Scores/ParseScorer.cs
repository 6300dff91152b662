using Entente.Language;

namespace Entente.Training;

/// <summary>Right words of all words, given gold's tokens and sentences, for each column.</summary>
public sealed record ParseScore(int Words, double Upos, double Xpos, double Lemma, double Feats, double Uas, double Las);

/// <summary>
/// Tags and trees as the CoNLL 2018 shared task scores them, for gold tokens: every word counts, punctuation too; of a relation the part
/// before the colon; of the features those that the task calls universal; a lemma that gold leaves out (<c>_</c>) is always right.
/// </summary>
public sealed class ParseScorer
{
    private static readonly HashSet<string> UniversalFeatures = new(StringComparer.Ordinal)
    {
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect",
        "Voice", "Evident", "Polarity", "Person", "Polite",
    };

    private int words, upos, xpos, lemma, feats, heads, labelled;

    public ParseScore Score => new(words, Share(upos), Share(xpos), Share(lemma), Share(feats), Share(heads), Share(labelled));

    /// <param name="gold">The words of a sentence: ten columns each.</param>
    /// <param name="system">The same words.</param>
    public void Add(IReadOnlyList<string[]> gold, IReadOnlyList<string[]> system)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(system.Count, gold.Count);
        for (int i = 0; i < gold.Count; i++)
        {
            string[] g = gold[i], s = system[i];
            words++;
            upos += One(g[Conllu.Upos] == s[Conllu.Upos]);
            xpos += One(g[Conllu.Xpos] == s[Conllu.Xpos]);
            lemma += One(g[Conllu.Lemma] == "_" || g[Conllu.Lemma] == s[Conllu.Lemma]);
            feats += One(FeaturesOf(g[Conllu.Feats]).SequenceEqual(FeaturesOf(s[Conllu.Feats])));
            bool hasHead = g[Conllu.Head] == s[Conllu.Head];
            heads += One(hasHead);
            labelled += One(hasHead && RelationOf(g[Conllu.Deprel]).SequenceEqual(RelationOf(s[Conllu.Deprel])));
        }
    }

    private static int One(bool isRight) => isRight ? 1 : 0;

    private static IEnumerable<string> FeaturesOf(string column) =>
        column.Split('|').Where(f => UniversalFeatures.Contains(f.Split('=')[0])).Order(StringComparer.Ordinal);

    private static ReadOnlySpan<char> RelationOf(string column) => column.AsSpan(0, column.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? colon : column.Length);

    private double Share(int right) => words == 0 ? 0 : (double)right / words;
}
