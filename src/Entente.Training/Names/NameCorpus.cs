using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Reads the sets of annotated names, each in its own format, into sentences of one scheme, in the order of the file.</summary>
public sealed class NameCorpus(IReadOnlyList<NameScheme> schemes, NameMender mender, SentenceSplitter splitter)
{
    public IReadOnlyList<NameScheme> Schemes { get; } = schemes;

    public static NameCorpus Load(Func<string, string> read, Func<string, Stream> open) => new(NameScheme.Load(read), NameMender.Load(read), SentenceSplitter.Load(open));

    /// <param name="place">The file's name, for faults.</param>
    public IEnumerable<NameSentence> Read(NameScheme scheme, string place, TextReader reader)
    {
        var sentences = scheme.Format switch
        {
            "iob2" => Iob2.Read(place, reader),
            "redocred" => ReDocRed.Read(reader),
            "re3d" => Re3d.Read(reader, splitter),
            "gum" => Gum.Read(place, reader),
            var unknown => throw new EntenteException(Faults.UnknownCode("language/name-sets.tsv", unknown, ["iob2", "redocred", "re3d", "gum"])),
        };
        return sentences.Select(s => mender.Mend(scheme, place, s));
    }

    /// <summary>The sentences of all sets that a model may be trained on and whose file is there.</summary>
    /// <param name="corpora">The folder of corpora.</param>
    public IEnumerable<NameSentence> Training(string corpora) =>
        Schemes.Where(s => s.Train is not null && File.Exists(Path.Combine(corpora, s.Train))).SelectMany(s => ReadFile(s, Path.Combine(corpora, s.Train!)));

    public IEnumerable<NameSentence> ReadFile(NameScheme scheme, string file)
    {
        using var reader = File.OpenText(file);
        foreach (var sentence in Read(scheme, Path.GetFileName(file), reader))
            yield return sentence;
    }
}
