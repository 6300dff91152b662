using Entente.Language;

namespace Entente.Training;

/// <summary>
/// Trains the model of sentence ends: an averaged perceptron over documents of treebanks, in an order that the seed alone decides, so that
/// the same files give the same model, byte for byte.
/// </summary>
public sealed class SentenceTrainer
{
    private const int Rounds = 12;

    /// <summary>Weights are kept as whole numbers of this fineness.</summary>
    private const double Scale = 256;

    private readonly double[] weights = new double[BoundaryModel.Size], sums = new double[BoundaryModel.Size];
    private readonly int[] features = new int[BoundaryFeatures.Count];
    private int step = 1;

    /// <param name="origin">What the model's first line says: sets, date, scores.</param>
    public static SentenceSplitter Train(IReadOnlyList<GoldText> documents, string origin, int seed = 1)
    {
        var trainer = new SentenceTrainer();
        var random = new Random(seed);
        GoldText[] order = [.. documents];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var document in order)
                trainer.Learn(document);
        }
        return new(new BoundaryModel(trainer.Averaged(), origin));
    }

    private void Learn(GoldText document)
    {
        var tokens = Tokenizer.Tokenize(document.Text);
        var layout = new LineLayout(document.Text);
        var state = new SentenceState();
        int sentence = 0;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            state.Take(tokens[i].Lexeme);
            while (document.Ends[sentence] < tokens[i].Span.End)
                sentence++;
            bool ends = document.Ends[sentence] == tokens[i].Span.End;
            var gap = layout.Between(tokens[i], tokens[i + 1]);
            if (gap == Gap.None && BoundaryFeatures.IsCandidate(tokens[i].Lexeme, tokens[i + 1].Lexeme))
                Learn(tokens, i, state, ends);
            if (ends || gap != Gap.None)
                state.Begin(i + 1, tokens[i].Lexeme, tokens[i + 1].Lexeme, gap == Gap.Paragraph);
        }
    }

    private void Learn(List<Token> tokens, int i, in SentenceState state, bool ends)
    {
        BoundaryFeatures.Fill(features, tokens, i, state);
        double score = features.Sum(f => weights[f]), wanted = ends ? 1 : -1;
        step++;
        if (score * wanted > 1)
            return;
        foreach (int feature in features)
        {
            weights[feature] += wanted * 0.1;
            sums[feature] += wanted * 0.1 * step;
        }
    }

    /// <summary>The mean of the weights over all steps, which forgets what the last few documents shook.</summary>
    private short[] Averaged() => [.. weights.Select((w, i) => (short)Math.Clamp(Math.Round((w - sums[i] / step) * Scale), short.MinValue, short.MaxValue))];
}
