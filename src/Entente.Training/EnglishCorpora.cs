using Entente.Language;

namespace Entente.Training;

/// <summary>The treebanks that models are trained on, and where they lie in the folder of corpora.</summary>
internal static class EnglishCorpora
{
    private static readonly (string Name, string Folder, string Stem, string Licence)[] Sets =
        [("UD English EWT 2.16", "ud-ewt", "en_ewt-ud", "CC BY-SA 4.0"), ("GUM 11", "ud-gum", "en_gum-ud", "genres under free licences, CC BY 4.0")];

    public static IEnumerable<(string Name, IEnumerable<ConlluSentence> Sentences)> Train(string corpora) =>
        Sets.Select(s => (s.Name, Read(Path.Combine(corpora, s.Folder, $"{s.Stem}-train.conllu"))));

    public static Treebanks Treebanks(string corpora) => new(
        string.Join("; ", Sets.Select(s => $"{s.Name} train ({s.Licence})")),
        [.. Train(corpora).SelectMany(t => t.Sentences)],
        [.. Sets.Select(s => (Name: $"{s.Name} dev", File: Path.Combine(corpora, s.Folder, $"{s.Stem}-dev.conllu"))).Where(d => File.Exists(d.File))
            .Select(d => (d.Name, (IReadOnlyList<ConlluSentence>)[.. Read(d.File)]))]);

    public static IEnumerable<ConlluSentence> Read(string file)
    {
        using var reader = File.OpenText(file);
        foreach (var sentence in Conllu.Read(Path.GetFileName(file), reader))
            yield return sentence;
    }
}
