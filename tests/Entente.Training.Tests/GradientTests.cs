using Entente.Language.Neural;
using Entente.Training.Neural;

namespace Entente.Tests;

/// <summary>What the network calls a gradient is how its loss changes: each kind of parameter against the difference of two losses.</summary>
public class GradientTests
{
    private const float Step = 4e-3f;

    /// <summary>Of each parameter, beside the steepest.</summary>
    private const int Probes = 12;

    private static readonly NetworkShape Shape = new(Input: 8, Width: 16, Layers: 2, Arc: 8, Label: 8, Upos: 4, Xpos: 5, Relations: 6, NameTags: 5, Words: 7, VectorLength: 6);

    private readonly Random random = new(3);
    private readonly Parameters parameters = new(Shape, seed: 1);
    private readonly float[] vectorTable;
    private readonly List<TrainingSentence> batch;

    public GradientTests()
    {
        foreach (var parameter in parameters.All)
            for (int i = 0; i < parameter.Value.Length; i++)
                parameter.Value[i] += Noise(0.2f);
        vectorTable = [.. Enumerable.Range(0, 5 * Shape.VectorLength).Select(_ => Noise(1))];
        batch = [.. new[] { 1, 5, 9 }.Select(Sentence)];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gradient_is_the_change_of_the_loss(bool names)
    {
        var network = new Network(parameters, vectorTable, seed: 5);
        network.Learn(Batch(names));
        foreach (var weight in network.Weights)
        {
            float most = weight.Gradient.Max(MathF.Abs);
            Assert.True(most > 0 == Learns(weight.Shared.Name, names), $"{weight.Shared.Name} is taught by {(names ? "names" : "grammar")}");
            foreach (int at in Probed(weight))
            {
                // Where a unit falls silent between the two the slopes differ, and a gradient is right if it is either.
                double here = Loss(weight, at, 0, names), below = (here - Loss(weight, at, -Step, names)) / Step, above = (Loss(weight, at, Step, names) - here) / Step;
                double give = 0.02 * most + 5e-3;
                Assert.True(weight.Gradient[at] >= Math.Min(below, above) - give && weight.Gradient[at] <= Math.Max(below, above) + give,
                    $"{weight.Shared.Name}[{at}]: the loss changes by {below} and {above}, the gradient says {weight.Gradient[at]}");
            }
        }
    }

    private static bool Learns(string parameter, bool names) => parameter.Split('.')[0] switch
    {
        "nametags" => names,
        "upos" or "xpos" or "arc" or "label" => !names,
        _ => true,
    };

    private IEnumerable<int> Probed(Weight weight)
    {
        int columns = weight.Shared.Columns;
        yield return weight.Gradient.Index().MaxBy(g => MathF.Abs(g.Item)).Index;
        for (int i = 0; i < Probes; i++)
            yield return (weight.Shared.IsTable ? weight.Touched[random.Next(weight.Touched.Count)] : random.Next(weight.Shared.Rows)) * columns + random.Next(columns);
    }

    private List<TrainingSentence> Batch(bool names) => names ? batch : [.. batch.Select(s => s with { NameTags = null })];

    /// <summary>A network of the same seed drops the same inputs, so that the two losses differ by the step alone.</summary>
    private double Loss(Weight weight, int at, float step, bool names)
    {
        float before = weight.Value[at];
        weight.Value[at] += step;
        double loss = new Network(parameters, vectorTable, seed: 5).Learn(Batch(names));
        weight.Value[at] = before;
        return loss;
    }

    /// <summary>Some answers are hard, some shared by two, some not known.</summary>
    private TrainingSentence Sentence(int count) => new()
    {
        Forms = [.. Enumerable.Repeat("", count)],
        Words = Numbers(count, 0, Shape.Words),
        Vectors = Numbers(count, -1, 5),
        Shapes = [.. Enumerable.Range(0, count).SelectMany(_ => FormTables.Sizes.Select(size => random.Next(Math.Min(size, 9))))],
        Upos = Answers.Of(Numbers(count, -1, Shape.Upos)),
        Xpos = Answers.Of(Numbers(count, 0, Shape.Xpos)).Mix(Answers.Of(Numbers(count, 0, Shape.Xpos)), 0.3f),
        Heads = Answers.Of(Heads(count)).Mix(Answers.Of(Heads(count)) with { Share = [.. Enumerable.Repeat(1f, count)] }, 0.6f),
        Relations = Answers.Of(Numbers(count, 0, Shape.Relations)),
        NameTags = Answers.Of(Numbers(count, -1, Shape.NameTags)),
    };

    private int[] Heads(int count) => [.. Enumerable.Range(0, count).Select(i => random.Next(count) is var head && head == i ? -1 : head)];

    private int[] Numbers(int count, int least, int end) => [.. Enumerable.Range(0, count).Select(_ => random.Next(least, end))];

    private float Noise(float scale) => (random.NextSingle() * 2 - 1) * scale;
}
