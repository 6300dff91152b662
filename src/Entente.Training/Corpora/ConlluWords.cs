using System.Globalization;
using Entente.Language;

namespace Entente.Training;

/// <summary>What a treebank says of a sentence's words, as the pipeline would say it.</summary>
public static class ConlluWords
{
    public static Upos PosOf(string[] line) => Enum.TryParse(line[Conllu.Upos], true, out Upos pos) ? pos : Upos.X;

    /// <summary>Heads count from the sentence's first token; one that the file leaves open is the root.</summary>
    public static Word[] Of(ConlluSentence sentence) =>
        [.. sentence.Words.Select(l => new Word(PosOf(l), l[Conllu.Xpos], l[Conllu.Lemma], l[Conllu.Head] == "_" ? -1 : int.Parse(l[Conllu.Head], CultureInfo.InvariantCulture) - 1, l[Conllu.Deprel]))];
}
