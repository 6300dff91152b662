using System.Runtime.InteropServices;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>All that a network learns, shared between the workers that train it.</summary>
internal sealed class Parameters
{
    public Parameters(NetworkShape shape, int seed)
    {
        Shape = shape;
        var random = new Random(seed);
        int d = shape.Input, w = shape.Width, both = 2 * w;
        Words = Add(new("words", shape.Words, d, isTable: true));
        Vectors = Add(new Parameter("vectors", shape.VectorLength, d).Fill(random));
        Shapes = [.. FormTables.Sizes.Select((rows, i) => Add(new Parameter($"shape{i}", rows, d, isTable: true).Fill(random, 0.1)))];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            int input = layer == 0 ? d : both, parts = layer == 0 ? 4 : 3;
            string name = $"layer{layer}";
            Recurrent.Add((Add(new Parameter($"{name}.u", input, both * parts).Fill(random, Math.Sqrt(3.0 / input))), Add(Gates(new Parameter($"{name}.gates", 8, w).Fill(random, 0.1), w))));
        }
        Upos = Head("upos", both, shape.Upos, random);
        Xpos = Head("xpos", both, shape.Xpos, random);
        NameTags = Head("nametags", both * shape.Layers, shape.NameTags, random);
        ArcDependent = Head("arc.dependent", both, shape.Arc, random);
        ArcHead = Head("arc.head", both, shape.Arc, random);
        ArcMatch = Add(new Parameter("arc.match", shape.Arc, shape.Arc).Fill(random));
        ArcPrior = Add(new("arc.prior", 1, shape.Arc));
        ArcRoot = Add(new Parameter("arc.root", 1, shape.Arc).Fill(random, 0.1));
        ArcLeaning = Add(new("arc.distance", 1, ArcDistance.Buckets));
        LabelDependent = Head("label.dependent", both, shape.Label, random);
        LabelHead = (Add(new Parameter("label.head", both, shape.Label).Fill(random)), null);
        LabelRoot = Add(new Parameter("label.root", 1, shape.Label).Fill(random, 0.1));
        LabelLeaning = Add(new("label.distance", ArcDistance.Buckets, shape.Label));
        Label = Head("label", shape.Label, shape.Relations, random);
    }

    public NetworkShape Shape { get; }

    public List<Parameter> All { get; } = [];

    public Parameter Words { get; }

    public Parameter Vectors { get; }

    public Parameter[] Shapes { get; }

    public List<(Parameter U, Parameter Gates)> Recurrent { get; } = [];

    public (Parameter, Parameter?) Upos { get; }

    public (Parameter, Parameter?) Xpos { get; }

    public (Parameter, Parameter?) NameTags { get; }

    public (Parameter, Parameter?) ArcDependent { get; }

    public (Parameter, Parameter?) ArcHead { get; }

    public Parameter ArcMatch { get; }

    public Parameter ArcPrior { get; }

    public Parameter ArcRoot { get; }

    public Parameter ArcLeaning { get; }

    public (Parameter, Parameter?) LabelDependent { get; }

    public (Parameter, Parameter?) LabelHead { get; }

    public Parameter LabelRoot { get; }

    public Parameter LabelLeaning { get; }

    public (Parameter, Parameter?) Label { get; }

    /// <summary>The means, as they lie in memory: for this machine, until the training is done.</summary>
    public void Save(string file)
    {
        using var to = File.Create(file);
        foreach (var parameter in All)
            to.Write(MemoryMarshal.AsBytes(parameter.Mean.AsSpan()));
    }

    public void Load(string file)
    {
        using var from = File.OpenRead(file);
        foreach (var parameter in All)
            from.ReadExactly(MemoryMarshal.AsBytes(parameter.Value.AsSpan()));
    }

    private Parameter Add(Parameter parameter)
    {
        All.Add(parameter);
        return parameter;
    }

    private (Parameter, Parameter?) Head(string name, int rows, int columns, Random random) =>
        (Add(new Parameter(name, rows, columns).Fill(random)), Add(new Parameter($"{name}.bias", 1, columns)));

    /// <summary>A reset bias below zero lets the highway carry the word itself at first.</summary>
    private static Parameter Gates(Parameter gates, int width)
    {
        foreach (int row in (ReadOnlySpan<int>)[2, 3, 6, 7])
            gates.Value.AsSpan(row * width, width).Fill(row is 3 or 7 ? -1f : 0f);
        return gates;
    }
}
