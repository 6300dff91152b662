using System.Numerics.Tensors;

namespace Entente.Training.Neural;

/// <summary>
/// One worker's copy of the network that is trained: a word's own numbers, recurrent layers over the sentence, and on top of them parts of
/// speech, heads by a biaffine match (Dozat and Manning 2017), relations, and names. Parameters are shared, gradients and buffers its own.
/// </summary>
internal sealed class Network
{
    private const float InputDropout = 0.25f, LayerDropout = 0.3f, WordDropout = 0.2f, VectorDropout = 0.1f;

    private readonly NetworkShape shape;
    private readonly float[] vectorTable;
    private readonly Random random;
    private readonly Weight words;
    private readonly Linear vectors;
    private readonly Weight[] shapes;
    private readonly SruLayer[] layers;
    private readonly Classifier upos, xpos, nameTags;
    private readonly ArcScorer arcs;
    private readonly LabelScorer labels;
    private readonly List<Weight> weights;
    private float[] vectorRows = [];
    private int[] wordRows = [];
    private float[][] activations = [], gradients = [], masks = [];

    public Network(Parameters parameters, float[] vectorTable, int seed)
    {
        shape = parameters.Shape;
        this.vectorTable = vectorTable;
        random = new(seed);
        words = new(parameters.Words);
        vectors = new(parameters.Vectors, null);
        shapes = [.. parameters.Shapes.Select(p => new Weight(p))];
        layers = [.. parameters.Recurrent.Select((p, i) => new SruLayer(p.U, p.Gates, shape.Width, i == 0))];
        (upos, xpos, nameTags) = (new(parameters.Upos), new(parameters.Xpos), new(parameters.NameTags));
        arcs = new(parameters);
        labels = new(parameters);
        weights = [words, vectors.W, .. shapes, .. layers.SelectMany(l => (Weight[])[l.U.W, l.Gates]),
            .. upos.Weights, .. xpos.Weights, .. nameTags.Weights, .. arcs.Weights, .. labels.Weights];
    }

    public IReadOnlyList<Weight> Weights => weights;

    /// <summary>Adds the gradients of a batch, all of grammar or all of names; returns its loss, summed over words.</summary>
    public double Learn(IReadOnlyList<TrainingSentence> batch)
    {
        int[] starts = Starts(batch);
        int count = starts[^1];
        Grow(count);
        Forward(batch, starts, isTraining: true);
        float[] top = activations[^1], dTop = gradients[^1];
        double loss;
        if (batch[0].NameTags is not null)
            loss = LearnNames(batch, count);
        else
        {
            loss = upos.Learn(top, Column(batch, s => s.Upos!), dTop) + xpos.Learn(top, Column(batch, s => s.Xpos!), dTop);
            var heads = Column(batch, s => s.Heads!);
            loss += arcs.Learn(top, starts, heads, dTop) + labels.Learn(top, starts, heads, Column(batch, s => s.Relations!), dTop);
        }
        Backward(batch, starts);
        return loss;
    }

    /// <summary>The best answers of grammar.</summary>
    public Prediction Predict(IReadOnlyList<TrainingSentence> batch)
    {
        int[] starts = Starts(batch);
        Grow(starts[^1]);
        Forward(batch, starts, isTraining: false);
        float[] top = activations[^1];
        int[] heads = arcs.Decode(top, starts);
        return new(upos.Best(top, starts[^1]), xpos.Best(top, starts[^1]), heads, labels.Best(top, starts, heads));
    }

    /// <summary>How likely each answer of grammar is: parts of speech, tags, and for each sentence a table of heads.</summary>
    public (float[] Upos, float[] Xpos, float[][] Arcs) Probabilities(IReadOnlyList<TrainingSentence> batch)
    {
        int[] starts = Starts(batch);
        Grow(starts[^1]);
        Forward(batch, starts, isTraining: false);
        float[] top = activations[^1];
        return (upos.Probabilities(top, starts[^1]), xpos.Probabilities(top, starts[^1]), [.. arcs.Probabilities(top, starts)]);
    }

    /// <summary>How likely each tag of names is.</summary>
    public float[] NameProbabilities(IReadOnlyList<TrainingSentence> batch)
    {
        int[] starts = Starts(batch);
        Grow(starts[^1]);
        Forward(batch, starts, isTraining: false);
        return nameTags.Probabilities(AllLayers(starts[^1]), starts[^1]);
    }

    /// <summary>How likely each relation is, under the given heads; for the batch that was asked about last.</summary>
    public float[] RelationProbabilities(IReadOnlyList<TrainingSentence> batch, int[] heads) => labels.Probabilities(activations[^1], Starts(batch), heads);

    private double LearnNames(IReadOnlyList<TrainingSentence> batch, int count)
    {
        int both = 2 * shape.Width, all = both * shape.Layers;
        var dAll = new float[count * all];
        double loss = nameTags.Learn(AllLayers(count), Column(batch, s => s.NameTags!), dAll);
        for (int i = 0; i < count; i++)
            for (int layer = 0; layer < shape.Layers; layer++)
                dAll.AsSpan(i * all + layer * both, both).CopyTo(gradients[layer + 1].AsSpan(i * both));
        return loss;
    }

    /// <summary>What each layer says of a word, beside one another.</summary>
    private float[] AllLayers(int count)
    {
        int both = 2 * shape.Width, all = both * shape.Layers;
        var joined = new float[count * all];
        for (int i = 0; i < count; i++)
            for (int layer = 0; layer < shape.Layers; layer++)
                activations[layer + 1].AsSpan(i * both, both).CopyTo(joined.AsSpan(i * all + layer * both));
        return joined;
    }

    private static int[] Starts(IReadOnlyList<TrainingSentence> batch)
    {
        var starts = new int[batch.Count + 1];
        for (int i = 0; i < batch.Count; i++)
            starts[i + 1] = starts[i] + batch[i].Count;
        return starts;
    }

    private static Answers Column(IReadOnlyList<TrainingSentence> batch, Func<TrainingSentence, Answers> column) => Answers.Join([.. batch.Select(column)]);

    /// <summary>Buffer 0 is the input, the others what comes out of the layers.</summary>
    private void Grow(int count)
    {
        int both = 2 * shape.Width;
        if (activations.Length == 0 || activations[1].Length < count * both)
        {
            int Size(int layer) => count * (layer == 0 ? shape.Input : both);
            activations = [.. Enumerable.Range(0, shape.Layers + 1).Select(i => new float[Size(i)])];
            gradients = [.. activations.Select(a => new float[a.Length])];
            masks = [.. activations.Select(a => new float[a.Length])];
            vectorRows = new float[count * shape.VectorLength];
            wordRows = new int[count];
        }
        foreach (float[] gradient in gradients)
            gradient.AsSpan().Clear();
    }

    private void Forward(IReadOnlyList<TrainingSentence> batch, int[] starts, bool isTraining)
    {
        int count = starts[^1];
        Embed(batch, isTraining);
        Drop(0, count * shape.Input, isTraining ? InputDropout : 0);
        for (int i = 0; i < shape.Layers; i++)
        {
            layers[i].Forward(activations[i], starts, activations[i + 1]);
            Drop(i + 1, count * 2 * shape.Width, isTraining ? LayerDropout : 0);
        }
    }

    private void Embed(IReadOnlyList<TrainingSentence> batch, bool isTraining)
    {
        int d = shape.Input, at = 0, length = shape.VectorLength;
        foreach (var sentence in batch)
            for (int i = 0; i < sentence.Count; i++, at++)
            {
                var row = vectorRows.AsSpan(at * length, length);
                int vector = sentence.Vectors[i];
                if (vector < 0 || (isTraining && random.NextSingle() < VectorDropout))
                    row.Clear();
                else
                    vectorTable.AsSpan(vector * length, length).CopyTo(row);
            }
        vectors.Forward(vectorRows, at, activations[0]);
        at = 0;
        foreach (var sentence in batch)
            for (int i = 0; i < sentence.Count; i++, at++)
            {
                var x = activations[0].AsSpan(at * d, d);
                wordRows[at] = isTraining && random.NextSingle() < WordDropout ? 0 : sentence.Words[i];
                TensorPrimitives.Add(x, words.Row(wordRows[at]), x);
                for (int t = 0; t < shapes.Length; t++)
                    TensorPrimitives.Add(x, shapes[t].Row(sentence.Shapes[i * shapes.Length + t]), x);
            }
    }

    private void Drop(int layer, int size, float rate)
    {
        if (rate == 0)
            return;
        var values = activations[layer].AsSpan(0, size);
        var mask = masks[layer].AsSpan(0, size);
        float keep = 1 / (1 - rate);
        for (int i = 0; i < size; i++)
            mask[i] = random.NextSingle() < rate ? 0 : keep;
        TensorPrimitives.Multiply(values, mask, values);
    }

    private void Backward(IReadOnlyList<TrainingSentence> batch, int[] starts)
    {
        int count = starts[^1];
        for (int i = shape.Layers - 1; i >= 0; i--)
        {
            Undrop(i + 1, count * 2 * shape.Width);
            layers[i].Backward(activations[i], starts, gradients[i + 1], gradients[i]);
        }
        Undrop(0, count * shape.Input);
        vectors.Backward(vectorRows, count, gradients[0], null);
        int at = 0;
        foreach (var sentence in batch)
            for (int i = 0; i < sentence.Count; i++, at++)
            {
                var dx = gradients[0].AsSpan(at * shape.Input, shape.Input);
                var row = words.GradientRow(wordRows[at]);
                TensorPrimitives.Add(row, dx, row);
                for (int t = 0; t < shapes.Length; t++)
                {
                    row = shapes[t].GradientRow(sentence.Shapes[i * shapes.Length + t]);
                    TensorPrimitives.Add(row, dx, row);
                }
            }
    }

    private void Undrop(int layer, int size) => TensorPrimitives.Multiply(gradients[layer].AsSpan(0, size), masks[layer].AsSpan(0, size), gradients[layer].AsSpan(0, size));
}

/// <summary>A batch's answers, words of all sentences in a row.</summary>
internal sealed record Prediction(int[] Upos, int[] Xpos, int[] Heads, int[] Relations);
