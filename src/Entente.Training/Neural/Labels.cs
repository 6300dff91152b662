using Entente.Language;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>The words and answers that a network knows, numbered, and sentences of corpora in these numbers.</summary>
internal sealed class Labels
{
    /// <summary>A word that the corpora have less often is left to its vector and its form.</summary>
    private const int RareWord = 2;

    /// <summary>Words of a headline that keep their small letter.</summary>
    private static readonly HashSet<string> Small = ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "from", "as"];

    private readonly WordVectors vectors;

    public Labels(IReadOnlyList<ConlluSentence> treebank, IReadOnlyList<NameSentence> names, WordVectors vectors)
    {
        this.vectors = vectors;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string form in treebank.SelectMany(s => s.Words).Select(w => w[Conllu.Form]).Concat(names.SelectMany(s => s.Forms)))
        {
            string key = FormTables.WithoutDigits(FormTables.Key(form));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        Words.Add("");
        foreach (var (word, _) in counts.Where(c => c.Value >= RareWord).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
            Words.Add(word);
        foreach (string[] word in treebank.SelectMany(s => s.Words))
        {
            Upos.Add(word[Conllu.Upos]);
            Xpos.Add(word[Conllu.Xpos]);
            Relations.Add(word[Conllu.Deprel]);
        }
        NameTags.Add("O");
        foreach (var kind in names.SelectMany(s => s.Names).Select(n => n.Kind).Distinct().Order())
        {
            NameTags.Add($"B-{kind}");
            NameTags.Add($"I-{kind}");
        }
    }

    /// <summary>The first stands for all words that are not in it.</summary>
    public Vocabulary Words { get; } = new();

    public Vocabulary Upos { get; } = new();

    public Vocabulary Xpos { get; } = new();

    public Vocabulary Relations { get; } = new();

    public Vocabulary NameTags { get; } = new();

    public int WordOf(string key) => Math.Max(0, Words.Find(FormTables.WithoutDigits(key)));

    public TrainingSentence Grammar(ConlluSentence sentence, IReadOnlyList<string> forms)
    {
        Answers Column(int column, Vocabulary vocabulary) => Answers.Of([.. sentence.Words.Select(w => vocabulary.Find(w[column]))]);
        return Sentence(forms, Column(Conllu.Upos, Upos), Column(Conllu.Xpos, Xpos),
            new(1, [.. sentence.Words.Select(w => int.Parse(w[Conllu.Head], System.Globalization.CultureInfo.InvariantCulture) - 1)], [.. sentence.Words.Select(_ => 1f)]),
            Column(Conllu.Deprel, Relations), null);
    }

    /// <summary>Tokens that the set does not speak of have no answer.</summary>
    public TrainingSentence Names(NameSentence sentence)
    {
        string[] labels = sentence.Labels();
        return Sentence(sentence.Forms, null, null, null, null, new(1, [.. labels.Select(NameTags.Find)], [.. sentence.Counts.Select(c => c ? 1f : 0f)]));
    }

    /// <summary>A sentence of which only the words are known, for a teacher to answer.</summary>
    public TrainingSentence Bare(IReadOnlyList<string> forms) => Sentence(forms, null, null, null, null, null);

    /// <summary>As a headline has it: the trees stay, the capitals lie.</summary>
    public static string[] AsHeadline(IReadOnlyList<string> forms) =>
        [.. forms.Select((form, i) => (i > 0 && Small.Contains(form)) || form[0] == '\'' || form == "n't" ? form : char.ToUpperInvariant(form[0]) + form[1..])];

    private TrainingSentence Sentence(IReadOnlyList<string> forms, Answers? upos, Answers? xpos, Answers? heads, Answers? relations, Answers? nameTags)
    {
        int n = forms.Count;
        var (words, rows, shapes) = (new int[n], new int[n], new int[n * FormTables.Count]);
        for (int i = 0; i < n; i++)
        {
            string key = FormTables.Key(forms[i]);
            (words[i], rows[i]) = (WordOf(key), vectors.Row(key));
            FormTables.Rows(forms[i], key, shapes.AsSpan(i * FormTables.Count, FormTables.Count));
        }
        return new() { Forms = [.. forms], Words = words, Vectors = rows, Shapes = shapes, Upos = upos, Xpos = xpos, Heads = heads, Relations = relations, NameTags = nameTags };
    }
}
