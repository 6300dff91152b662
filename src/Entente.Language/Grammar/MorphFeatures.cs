namespace Entente.Language;

/// <summary>
/// The features of words as Universal Dependencies writes them (<c>Mood=Ind|Number=Sing|…</c>): a tag leaves a few choices, the word and its place
/// in the sentence decide. Safe to share between threads.
/// </summary>
public sealed class MorphFeatures(MorphModel model)
{
    public static MorphFeatures Load(Stream model) => new(MorphModel.Load(model));

    /// <summary>For each word of a sentence; "" where it has none.</summary>
    public string[] Of(IReadOnlyList<Token> tokens, IReadOnlyList<Word> words, Sentence sentence)
    {
        var found = new string[sentence.Count];
        MorphContext? context = null;
        Span<uint> seen = stackalloc uint[MorphContext.Count];
        for (int i = sentence.First; i < sentence.End; i++)
        {
            string? features = "";
            if (words[i].Tag is { } tag && model.Choices.TryGetValue((words[i].Pos, tag), out int[]? choices))
            {
                if (choices.Length > 1)
                    (context ??= new(tokens, words, sentence)).Observe(i, seen);
                features = model.Features[choices.Length == 1 ? choices[0] : Best(choices, seen)];
            }
            found[i - sentence.First] = features;
        }
        return found;
    }

    private int Best(int[] choices, ReadOnlySpan<uint> seen)
    {
        int best = choices[0], bestScore = int.MinValue;
        foreach (int choice in choices)
        {
            int score = 0;
            foreach (uint observation in seen)
                score += model.Weights[MorphModel.Slot(observation, choice)];
            if (score > bestScore)
                (best, bestScore) = (choice, score);
        }
        return best;
    }
}
