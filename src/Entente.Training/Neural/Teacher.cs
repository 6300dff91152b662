using System.Numerics.Tensors;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>
/// Large networks that together say what a small one should answer: the mean of their probabilities. On sentences that people annotated it is
/// mixed with what they said; on others it is all there is.
/// </summary>
internal sealed class Teacher(IReadOnlyList<Network> networks)
{
    private const int TagChoices = 3, HeadChoices = 5, RelationChoices = 3;

    /// <summary>How much people's own answer counts.</summary>
    private const float Gold = 0.5f;

    public TrainingSentence Answer(TrainingSentence sentence)
    {
        int n = sentence.Count;
        TrainingSentence[] batch = [sentence];
        var answers = networks.Select(network => network.Probabilities(batch)).ToList();
        float[] arcs = Mean(answers.Select(a => a.Arcs[0]));
        var heads = new int[n];
        if (sentence.Heads is { } gold)
            for (int i = 0; i < n; i++)
                heads[i] = gold.First(i);
        else
            new TreeDecoder().Decode([.. arcs.Select(p => MathF.Log(p))], n, heads);
        float[] relations = Mean(networks.Select((Network network) => network.RelationProbabilities(batch, heads)));
        var softHeads = Answers.Top(arcs, n, Math.Min(HeadChoices, n + 1));
        softHeads = softHeads with { Index = [.. softHeads.Index.Select(column => column - 1)] };
        return sentence with
        {
            Upos = Mix(sentence.Upos, Answers.Top(Mean(answers.Select(a => a.Upos)), n, TagChoices)),
            Xpos = Mix(sentence.Xpos, Answers.Top(Mean(answers.Select(a => a.Xpos)), n, TagChoices)),
            Heads = sentence.Heads is null ? new Answers(1, heads, [.. heads.Select(_ => 1f)]).Mix(softHeads, 0.1f) : Mix(sentence.Heads, softHeads),
            Relations = Mix(sentence.Relations, Answers.Top(relations, n, RelationChoices)),
        };
    }

    /// <summary>The same for names; of words that the set does not tell of the teacher's answer is all there is.</summary>
    public TrainingSentence AnswerNames(TrainingSentence sentence)
    {
        TrainingSentence[] batch = [sentence];
        return sentence with { NameTags = Mix(sentence.NameTags, Answers.Top(Mean(networks.Select(network => network.NameProbabilities(batch))), sentence.Count, TagChoices)) };
    }

    private static Answers Mix(Answers? gold, Answers taught) => gold is null ? taught : gold.Mix(taught, Gold);

    private static float[] Mean(IEnumerable<float[]> tables)
    {
        float[]? sum = null;
        int count = 0;
        foreach (float[] table in tables)
        {
            if (sum is null)
                sum = (float[])table.Clone();
            else
                TensorPrimitives.Add(sum, table, sum);
            count++;
        }
        TensorPrimitives.Divide(sum, count, sum);
        return sum!;
    }
}
