using Entente.Language;

namespace Entente.Training;

/// <summary>Learns morphological features from treebanks: an averaged perceptron over the choices of each tag. Whole numbers and a fixed order make the bytes the same in each run.</summary>
public sealed class FeatsTrainer
{
    private const int Epochs = 10, Seed = 1;

    /// <summary>A rarer choice of a tag is a slip or a whim.</summary>
    private const int LeastWords = 3;

    private readonly MorphModel model = new();
    private readonly int[] weights = new int[MorphModel.Size];
    private readonly long[] sums = new long[MorphModel.Size];
    private int step;

    /// <summary>A word with several choices: where its observations begin, and which choice is right.</summary>
    private readonly record struct Example(int Observations, int[] Choices, int Right);

    /// <summary>Trains, scores and writes a model file.</summary>
    public static void Write(Stream stream, Treebanks treebanks, DateOnly trained)
    {
        var model = Train(treebanks.Train);
        var features = new MorphFeatures(model);
        model.Save(stream, treebanks.Header(trained, dev => MorphScorer.Features(features, dev)));
    }

    public static MorphModel Train(IReadOnlyList<ConlluSentence> sentences)
    {
        var trainer = new FeatsTrainer();
        trainer.CountChoices(sentences);
        var observations = new List<uint>();
        var examples = trainer.ExamplesOf(sentences, observations).ToArray();
        var all = observations.ToArray();
        var random = new Random(Seed);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(examples);
            foreach (var example in examples)
                trainer.Learn(example, all.AsSpan(example.Observations, MorphContext.Count));
        }
        trainer.Average();
        return trainer.model;
    }

    private void CountChoices(IReadOnlyList<ConlluSentence> sentences)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in sentences.SelectMany(s => s.Words).GroupBy(l => (Pos: ConlluWords.PosOf(l), Tag: l[Conllu.Xpos])).OrderBy(g => g.Key.Pos).ThenBy(g => g.Key.Tag, StringComparer.Ordinal))
        {
            var choices = tag.GroupBy(l => FeaturesOf(l)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
            model.Choices[tag.Key] = [.. choices.Where((c, i) => i == 0 || c.Count() >= LeastWords).Select(c => NumberOf(c.Key))];
        }

        int NumberOf(string features)
        {
            if (numbers.TryAdd(features, numbers.Count))
                model.Features.Add(features);
            return numbers[features];
        }
    }

    private IEnumerable<Example> ExamplesOf(IReadOnlyList<ConlluSentence> sentences, List<uint> observations)
    {
        uint[] seen = new uint[MorphContext.Count];
        foreach (var sentence in sentences)
        {
            var given = GivenTokens.Of("", [sentence]);
            var words = ConlluWords.Of(sentence);
            var context = new MorphContext(given.Tokens, words, given.Sentences[0]);
            for (int i = 0; i < words.Length; i++)
            {
                int[] choices = model.Choices[(words[i].Pos, words[i].Tag)];
                int right = model.Features.IndexOf(FeaturesOf(sentence.Words[i]));
                if (choices.Length == 1 || !choices.Contains(right))
                    continue;
                context.Observe(i, seen);
                yield return new(observations.Count, choices, right);
                observations.AddRange(seen);
            }
        }
    }

    private static string FeaturesOf(string[] line) => line[Conllu.Feats] == "_" ? "" : line[Conllu.Feats];

    private void Learn(Example example, ReadOnlySpan<uint> seen)
    {
        step++;
        int best = example.Choices[0], bestScore = int.MinValue;
        foreach (int choice in example.Choices)
        {
            int score = 0;
            foreach (uint observation in seen)
                score += weights[MorphModel.Slot(observation, choice)];
            if (score > bestScore)
                (best, bestScore) = (choice, score);
        }
        if (best == example.Right)
            return;
        foreach (uint observation in seen)
        {
            Change(MorphModel.Slot(observation, example.Right), 1);
            Change(MorphModel.Slot(observation, best), -1);
        }
    }

    private void Change(int slot, int by)
    {
        weights[slot] += by;
        sums[slot] += (long)by * step;
    }

    /// <summary>The mean of each weight over all steps, scaled to what a byte holds.</summary>
    private void Average()
    {
        double[] means = [.. weights.Zip(sums, (w, s) => w - (double)s / step)];
        double scale = sbyte.MaxValue / means.Max(Math.Abs);
        for (int slot = 0; slot < means.Length; slot++)
            model.Weights[slot] = (sbyte)Math.Round(means[slot] * scale);
    }
}
