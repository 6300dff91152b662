using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Language;

namespace Entente.Training;

/// <summary>
/// Trains the model of sentence ends: an averaged perceptron over documents of treebanks, in an order that the seed alone decides, so that
/// the same files give the same model, byte for byte.
/// </summary>
public sealed class SentenceTrainer
{
    private const int Rounds = 6;

    /// <summary>Models whose mean is taken: each saw the documents in another order, and their errors differ.</summary>
    private const int Runs = 6;

    /// <summary>Weights are kept as whole numbers of this fineness.</summary>
    private const double Scale = 512;

    private static readonly string[] Abbreviations = ["the U.S.", "the U.S.", "the U.K.", "the U.N.", "Washington, D.C."];

    private static readonly string[] Datelines =
        ["OSLO (Plain Wire) - ", "LIMA, Peru — ", "NAIROBI, Kenya (PW) -- ", "SPRINGFIELD, Mo. — ", "Hanoi, 4 May – ", "QUITO (PW) — ", "TUNIS, Jan. 9 (Plain Wire) — ", "DELHI: "];

    private readonly double[] weights = new double[BoundaryModel.Size], sums = new double[BoundaryModel.Size];
    private readonly int[] features = new int[BoundaryFeatures.Count];
    private int step = 1;

    /// <summary>Trains, scores and writes a model file.</summary>
    public static void Write(Stream stream, Treebanks treebanks, DateOnly trained, int seed = 1)
    {
        var model = Train([.. GoldText.Documents(treebanks.Train)], seed);
        var splitter = new SentenceSplitter(model);
        model.Save(stream,
        [
            $"trained on: {treebanks.TrainedOn}", string.Create(CultureInfo.InvariantCulture, $"trained: {trained:yyyy-MM-dd}"),
            .. treebanks.Dev.Select(d => string.Create(CultureInfo.InvariantCulture, $"sentences of {d.Name} from raw text, F1: {100 * Score(splitter, d.Sentences).Sentences.F1:0.00} %")),
        ]);
    }

    private static TokenScorer Score(SentenceSplitter splitter, IReadOnlyList<ConlluSentence> gold)
    {
        var score = default(TokenScorer);
        foreach (var document in GoldText.Documents(gold))
        {
            var tokens = Tokenizer.Tokenize(document.Text);
            score += TokenScorer.Score(document, tokens, splitter.Split(document.Text, tokens));
        }
        return score;
    }

    private static BoundaryModel Train(IReadOnlyList<GoldText> documents, int seed)
    {
        GoldText[] texts = [.. documents, .. documents.Select(d => d.Rewritten(AsNews))];
        double[] total = new double[BoundaryModel.Size];
        for (int run = 0; run < Runs; run++)
        {
            var trainer = new SentenceTrainer();
            var random = new Random(seed + run);
            for (int round = 0; round < Rounds; round++)
            {
                random.Shuffle(texts);
                foreach (var text in texts)
                    trainer.Learn(text);
            }
            trainer.AddTo(total);
        }
        return new([.. total.Select(w => (short)Math.Clamp(Math.Round(w / Runs * Scale), short.MinValue, short.MaxValue))]);
    }

    /// <summary>
    /// What treebanks of the web lack and news is full of: curly marks, datelines, "PM" before a name, and "U.S." both at a sentence's
    /// end (here in place of a last word of middling length) and within one.
    /// </summary>
    private static string AsNews(string sentence, int index)
    {
        var text = new StringBuilder(sentence.Length + 40);
        if (sentence.StartsWith("The ", StringComparison.Ordinal))
            text.Append(Datelines[index % Datelines.Length]);
        bool isOpen = false;
        foreach (char c in sentence)
            text.Append(c == '"' ? (isOpen = !isOpen) ? '“' : '”' : c == '\'' ? '’' : c);
        int last = sentence.LastIndexOf(' ') + 1;
        if (sentence.Length - last is >= 5 and <= 8 && sentence[^1] == '.' && char.IsAsciiLetterLower(sentence[last]))
            text.Remove(text.Length - sentence.Length + last, sentence.Length - last).Append(Abbreviations[index % Abbreviations.Length]);
        int the = sentence.IndexOf(" the ", StringComparison.Ordinal);
        if (the >= 0 && the + 5 < sentence.Length && char.IsUpper(sentence[the + 5]))
            text.Replace(" the ", $" {Abbreviations[index % 4]} ");
        return text.Replace("President ", "PM ").Replace("Mr. ", "PM ").ToString();
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
        BoundaryFeatures.Fill(features, CollectionsMarshal.AsSpan(tokens), i, state);
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
    private void AddTo(double[] total)
    {
        for (int i = 0; i < total.Length; i++)
            total[i] += weights[i] - sums[i] / step;
    }
}
