using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>The treebanks that models are trained on, and where they lie in the folder of corpora.</summary>
internal static class EnglishCorpora
{
    private static readonly (string Name, string Folder, string Stem, string Licence)[] Sets =
        [("UD English EWT 2.16", "ud-ewt", "en_ewt-ud", "CC BY-SA 4.0"), ("GUM 11", "ud-gum", "en_gum-ud", "genres under free licences, CC BY 4.0")];

    /// <exception cref="EntenteException">ENT0101: a training part is not there. Development parts need not be.</exception>
    public static Treebanks Treebanks(string corpora) => new(
        string.Join("; ", Sets.Select(s => $"{s.Name} train ({s.Licence})")),
        [.. Sets.SelectMany(s => Read(Path.Combine(corpora, s.Folder, $"{s.Stem}-train.conllu")))],
        [.. Sets.Select(s => (Name: $"{s.Name} dev", File: Path.Combine(corpora, s.Folder, $"{s.Stem}-dev.conllu"))).Where(d => File.Exists(d.File))
            .Select(d => (d.Name, (IReadOnlyList<ConlluSentence>)[.. Read(d.File)]))]);

    private static IEnumerable<ConlluSentence> Read(string file)
    {
        if (!File.Exists(file))
            throw new EntenteException(Faults.MissingPath(file));
        using var reader = File.OpenText(file);
        foreach (var sentence in Conllu.Read(Path.GetFileName(file), reader))
            yield return sentence;
    }
}
