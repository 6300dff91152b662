using System.Globalization;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Trains all model files of the data folder, each from its own part of the corpora.</summary>
/// <param name="read">A table of the data folder by its path there.</param>
/// <param name="open">A model file of the data folder by its path there.</param>
/// <param name="say">Told of each step.</param>
public sealed class LanguageTraining(TrainingOptions options, Func<string, string> read, Func<string, Stream> open, Action<string> say)
{
    /// <summary>The models, in the order in which they are trained: names are cut with the new sentences.</summary>
    public static readonly string[] Models = ["sentences", "lemmas", "feats", "english"];

    /// <summary>Measured on the finished network, for its header.</summary>
    private static readonly string[] Measures = ["UPOS", "LAS", "F1"];

    /// <summary>Writes a model; what was there is replaced when the new one is complete.</summary>
    /// <param name="folder">Where the model files lie: <c>data/language</c>.</param>
    /// <exception cref="EntenteException">ENT0101: a folder or file of the options is not there.</exception>
    public void Train(string model, string folder)
    {
        say($"{model}: training");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, $"{model}.model");
        using (var to = File.Create($"{file}.part"))
            Write(model, to);
        File.Move($"{file}.part", file, overwrite: true);
        say($"{model}: {new FileInfo(file).Length.ToString("N0", CultureInfo.InvariantCulture)} bytes in {file}");
    }

    private void Write(string model, Stream to)
    {
        var treebanks = EnglishCorpora.Treebanks(options.Corpora);
        switch (model)
        {
            case "sentences":
                SentenceTrainer.Write(to, treebanks, options.Date, options.Seed);
                break;
            case "lemmas":
                LemmaTrainer.Write(to, treebanks, Morphology.Load(read), options.Date);
                break;
            case "feats":
                FeatsTrainer.Write(to, treebanks, options.Date);
                break;
            default:
                WriteNetwork(to, treebanks);
                break;
        }
    }

    private void WriteNetwork(Stream to, Treebanks treebanks)
    {
        var names = NameCorpus.Load(read, open);
        var network = new EnglishTrainer(options, names, NameVariety.Load(read), say).Train(treebanks.Train);
        string[] header = [$"trained on: {treebanks.TrainedOn}; names of {string.Join(", ", names.Schemes.Where(s => s.Train is not null).Select(s => s.Set))}; GloVe 6B 100d. NOTICE tells of each",
            string.Create(CultureInfo.InvariantCulture, $"trained: {options.Date:yyyy-MM-dd}, seed {options.Seed}")];
        network.Save(to, [.. header, .. Scores(network)]);
    }

    /// <summary>What the reader of English reaches with the new network, on the development parts that are there.</summary>
    private List<string> Scores(ModelFile network)
    {
        using var unscored = new MemoryStream();
        network.Save(unscored, []);
        var run = new ScoreRun(read, file => file == NetworkModel.File ? new MemoryStream(unscored.ToArray()) : open(file), options.Corpora);
        return [.. run.Measurements.Where(m => m.What is "parse" or "names" && File.Exists(m.File)).SelectMany(run.Run).Where(line => Measures.Contains(line.Measure))
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Measure} of {line.What}, {line.Data}: {100 * line.Value:0.0} %"))];
    }
}
