using System.Globalization;
using Entente.Language;

namespace Entente.Training;

/// <summary>Trains all model files of the data folder, each from its own part of the corpora.</summary>
/// <param name="read">A table of the data folder by its path there.</param>
/// <param name="open">A model file of the data folder by its path there.</param>
/// <param name="say">Told of each step.</param>
public sealed class LanguageTraining(TrainingOptions options, Func<string, string> read, Func<string, Stream> open, Action<string> say)
{
    /// <summary>The models, in the order in which they are trained: names are cut with the new sentences.</summary>
    public static readonly string[] Models = ["sentences", "lemmas", "feats", "english"];

    /// <summary>Writes a model; what was there is replaced when the new one is complete.</summary>
    /// <param name="folder">Where the model files lie: <c>data/language</c>.</param>
    public void Train(string model, string folder)
    {
        say($"{model}: training");
        string file = Path.Combine(folder, $"{model}.model");
        using (var to = File.Create($"{file}.part"))
            Write(model, to);
        File.Move($"{file}.part", file, overwrite: true);
        say($"{model}: {new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes in {file}");
    }

    private void Write(string model, Stream to)
    {
        switch (model)
        {
            case "sentences":
                SentenceTrainer.Write(to, EnglishCorpora.Treebanks(options.Corpora), options.Date, options.Seed);
                break;
            case "lemmas":
                LemmaTrainer.Write(to, EnglishCorpora.Treebanks(options.Corpora), Morphology.Load(read), options.Date);
                break;
            case "feats":
                FeatsTrainer.Write(to, EnglishCorpora.Treebanks(options.Corpora), options.Date);
                break;
            default:
                new EnglishTrainer(options, NameCorpus.Load(read, open), NameVariety.Load(read), say).Train().Write(to);
                break;
        }
    }
}
