using Entente.Language;

namespace Entente.Training;

/// <summary>
/// Learns lemmas from treebanks: for each class of words the rules by ending that hold for most of its forms, then, form by form, what the
/// rules and the table of irregular forms get wrong. Counts decide and ties go by letters, so that the same sentences give the same bytes.
/// </summary>
public sealed class LemmaTrainer
{
    /// <summary>A rule that fewer forms need is no rule.</summary>
    private const int LeastForms = 2;

    private readonly LemmaModel model = new();

    private LemmaTrainer(IReadOnlyList<ConlluSentence> sentences, Morphology morphology)
    {
        // The lemma of a misspelt form is that of the right spelling: worth knowing, no example of a rule.
        var spelt = Forms(sentences, withMisspelt: false);
        foreach (var form in spelt.Where(f => f.Pos is Upos.Verb or Upos.Noun or Upos.Adj && f.Lemma.All(char.IsLower)))
            model.Lemmas.Add(form.Lemma);
        foreach (var shaped in spelt.GroupBy(f => Lemmatizer.Shaped(f.Text, f.Class)).OrderBy(g => g.Key, StringComparer.Ordinal))
            LearnEndings(shaped.Key, [.. shaped.DistinctBy(f => (f.Text, f.Edit))]);
        var lemmatizer = new Lemmatizer(model, morphology);
        foreach (var form in Forms(sentences, withMisspelt: true))
            if (lemmatizer.Find(form.Text, form.Class) != form.Lemma)
                model.Known[(form.Text, form.Class)] = form.Edit;
    }

    private sealed record Form(string Text, Upos Pos, string Tag, string Lemma)
    {
        public string Class { get; } = Lemmatizer.Class(Pos, Tag);

        public LemmaEdit Edit { get; } = LemmaEdit.Between(Text, Lemma);
    }

    /// <summary>Trains, scores and writes a model file.</summary>
    public static void Write(Stream stream, Treebanks treebanks, Morphology morphology, DateOnly trained)
    {
        var model = Train(treebanks.Train, morphology);
        var lemmatizer = new Lemmatizer(model, morphology);
        model.Save(stream, treebanks.Header(trained, dev => MorphScorer.Lemmas(lemmatizer, dev)));
    }

    public static LemmaModel Train(IReadOnlyList<ConlluSentence> sentences, Morphology morphology) => new LemmaTrainer(sentences, morphology).model;

    /// <summary>Each form once with its most frequent lemma. Addresses of people who wrote an e-mail once are nobody's business.</summary>
    private static List<Form> Forms(IEnumerable<ConlluSentence> sentences, bool withMisspelt) =>
    [
        .. sentences.SelectMany(s => s.Words).Where(l => l[Conllu.Lemma] != "_" && !l[Conllu.Lemma].Contains('@', StringComparison.Ordinal) && (withMisspelt || !l[Conllu.Feats].Contains("Typo=Yes", StringComparison.Ordinal)))
            .GroupBy(l => (Text: l[Conllu.Form], Pos: ConlluWords.PosOf(l), Tag: l[Conllu.Xpos]))
            .Select(g => new Form(g.Key.Text, g.Key.Pos, g.Key.Tag, g.GroupBy(l => l[Conllu.Lemma]).OrderByDescending(l => l.Count()).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key))
            .OrderBy(f => f.Text, StringComparer.Ordinal).ThenBy(f => f.Pos).ThenBy(f => f.Tag, StringComparer.Ordinal),
    ];

    /// <summary>
    /// From short to long: a longer ending becomes a rule where it gains on the rule that held so far. A rule cuts no letters but those of its ending:
    /// what it does to a word never seen is then what it did to others.
    /// </summary>
    private void LearnEndings(string shaped, List<Form> forms)
    {
        var held = new LemmaEdit?[forms.Count];
        for (int length = 0; length <= Lemmatizer.LongestEnding; length++)
            foreach (var ending in Enumerable.Range(0, forms.Count).Where(i => forms[i].Text.Length >= length).GroupBy(i => forms[i].Text.ToLowerInvariant()[^length..]))
            {
                var best = ending.Where(i => forms[i].Edit.Cut <= length).GroupBy(i => forms[i].Edit)
                    .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cut).ThenBy(g => g.Key.Spelling).ThenBy(g => g.Key.Add, StringComparer.Ordinal).FirstOrDefault();
                int right = ending.Count(i => held[i] == forms[i].Edit);
                if (best is null || (length > 0 && (best.Count() < LeastForms || best.Count() <= right)))
                    continue;
                model.Endings[(ending.Key, shaped)] = best.Key;
                foreach (int i in ending)
                    held[i] = best.Key;
            }
    }
}
