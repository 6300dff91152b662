using System.Runtime.InteropServices;

namespace Entente.Language.Neural;

/// <summary>
/// A trained network as it is used: tables of words and forms in bytes with a scale a row, matrices packed for multiplication. Immutable,
/// shared by all workers; <see cref="NetworkRunner"/> runs it.
/// </summary>
public sealed class NetworkModel
{
    /// <summary>Its path in the data folder.</summary>
    public const string File = "language/english.model";

    private readonly ByteTable words;
    private readonly ByteTable[] forms;
    private readonly Dictionary<string, int> wordRows;

    internal NetworkModel(ModelFile file)
    {
        Version = file.Version;
        string[] list = file.Lines("words.list");
        words = new(file, "words", list.Length);
        wordRows = new(list.Length, StringComparer.Ordinal);
        for (int i = 0; i < list.Length; i++)
            wordRows[list[i]] = i;
        forms = [.. Enumerable.Range(0, FormTables.Count).Select(i => new ByteTable(file, $"form{i}", FormTables.Sizes[i]))];
        Upos = [.. file.Lines("upos.list").Select(name => Enum.Parse<Upos>(name, ignoreCase: true))];
        (Xpos, Relations, NameTags) = (file.Lines("xpos.list"), file.Lines("relations.list"), file.Lines("nametags.list"));
        Width = file.Floats("layer0.gates").Length / 8;
        int layers = 0;
        for (; file.Has($"layer{layers}.u"); layers++)
            Layers.Add(new(file, $"layer{layers}", layers == 0 ? Input : 2 * Width, Width, isFirst: layers == 0));
        NamesBelow = Dense.Below(file, "nametags", 2 * Width, layers - 1);
        Arc = file.Floats("arc.root").Length;
        Label = file.Floats("label.root").Length;
        Heads = Dense.Beside(file, 2 * Width, "upos", "xpos", "arc.dependent", "arc.head", "label.dependent", "label.head", "nametags");
        ArcMatch = new(file, "arc.match", Arc, bias: "arc.prior");
        (ArcRoot, ArcLeaning) = (file.Floats("arc.root"), file.Floats("arc.distance"));
        (LabelRoot, LabelLeaning) = (file.Floats("label.root"), file.Floats("label.distance"));
        LabelScores = new(file, "label", Label);
    }

    public string Version { get; }

    public Upos[] Upos { get; }

    public string[] Xpos { get; }

    public string[] Relations { get; }

    public string[] NameTags { get; }

    internal int Input => words.Columns;

    internal int Width { get; }

    internal int Arc { get; }

    internal int Label { get; }

    internal List<RecurrentLayer> Layers { get; } = [];

    /// <summary>Names are told from all layers: the first knows the word, the last its place in the sentence.</summary>
    internal Dense[] NamesBelow { get; }

    /// <summary>How far the scores of a word's name tags are from the next word's.</summary>
    internal int NameStride => NamesBelow.Length == 0 ? NameTags.Length : NamesBelow[0].Stride;

    /// <summary>Parts of speech, tags, and the vectors of arcs and labels, beside one another.</summary>
    internal Dense Heads { get; }

    internal ExactDense ArcMatch { get; }

    internal float[] ArcRoot { get; }

    internal float[] ArcLeaning { get; }

    internal float[] LabelRoot { get; }

    internal float[] LabelLeaning { get; }

    internal ExactDense LabelScores { get; }

    public static NetworkModel Load(string place, Stream from) => new(ModelFile.Read(place, from));

    /// <summary>What stands for a word on its own: the sum of its rows.</summary>
    internal void Embed(Lexeme lexeme, Span<float> x)
    {
        x.Clear();
        string key = FormTables.Key(lexeme.Norm);
        words.AddRow(WordRow(key), x);
        Span<int> rows = stackalloc int[FormTables.Count];
        FormTables.Rows(lexeme.IsPossessive ? key : lexeme.Text, key, rows);
        for (int i = 0; i < forms.Length; i++)
            forms[i].AddRow(rows[i], x);
    }

    /// <summary>The word itself, or all numbers of its shape as one ("1,234" as "0,000"), or row 0, which stands for all others.</summary>
    private int WordRow(string key)
    {
        if (wordRows.TryGetValue(key, out int row))
            return row;
        return wordRows.GetValueOrDefault(FormTables.WithoutDigits(key));
    }
}

/// <summary>Rows of signed bytes, each with a factor of its own.</summary>
internal sealed class ByteTable
{
    private readonly sbyte[] values;
    private readonly float[] scales;

    internal ByteTable(ModelFile file, string name, int rows)
    {
        values = MemoryMarshal.Cast<byte, sbyte>(file.Block(name)).ToArray();
        scales = file.Floats($"{name}.scale");
        Columns = values.Length / rows;
    }

    internal int Columns { get; }

    internal void AddRow(int row, Span<float> to)
    {
        float scale = scales[row];
        var from = values.AsSpan(row * Columns, Columns);
        for (int i = 0; i < to.Length; i++)
            to[i] += scale * from[i];
    }
}

/// <summary>x W + b for a block of words, in bytes.</summary>
internal sealed class Dense
{
    private readonly FixedMatrix matrix;
    private readonly float[] bias;

    private Dense(float[] weights, float[] bias, int rows)
    {
        matrix = new(weights, rows);
        this.bias = new float[matrix.Stride];
        bias.CopyTo(this.bias, 0);
    }

    internal int Width => matrix.Columns;

    /// <summary>How far a row of the result is from the next.</summary>
    internal int Stride => matrix.Stride;

    /// <summary>
    /// Several layers over the same input as one matrix; a layer without a bias has zeros, and of one that lies over other inputs too only the last
    /// part is taken.
    /// </summary>
    internal static Dense Beside(ModelFile file, int rows, params ReadOnlySpan<string> names)
    {
        var parts = new (float[] Weights, int Columns, float[] Bias)[names.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            float[] weights = file.Floats(names[i]), own = file.Has($"{names[i]}.bias") ? file.Floats($"{names[i]}.bias") : new float[weights.Length / rows];
            parts[i] = (weights[^(rows * own.Length)..], own.Length, own);
        }
        int width = parts.Sum(p => p.Columns), at = 0;
        var joined = new float[rows * width];
        foreach (var (weights, columns, _) in parts)
        {
            for (int r = 0; r < rows; r++)
                weights.AsSpan(r * columns, columns).CopyTo(joined.AsSpan(r * width + at));
            at += columns;
        }
        return new(joined, [.. parts.SelectMany(p => p.Bias)], rows);
    }

    /// <summary>A layer over several inputs, cut into one for each; the last input's is not among them, and the bias is the last one's.</summary>
    internal static Dense[] Below(ModelFile file, string name, int rows, int inputs)
    {
        float[] weights = file.Floats(name);
        int size = weights.Length / (inputs + 1);
        return [.. Enumerable.Range(0, inputs).Select(i => new Dense(weights[(i * size)..((i + 1) * size)], new float[size / rows], rows))];
    }

    internal void Add(FixedRows x, int count, Span<float> y) => matrix.Multiply(x, count, y, []);

    internal void Forward(FixedRows x, int count, Span<float> y) => matrix.Multiply(x, count, y, bias);
}

/// <summary>x W + b in floating point: for small layers on whose last digits answers turn, labels of arcs above all.</summary>
internal sealed class ExactDense(ModelFile file, string name, int rows, string? bias = null)
{
    private readonly PackedMatrix matrix = PackedMatrix.Of(file.Floats(name), rows, file.Floats(name).Length / rows);
    private readonly float[] bias = file.Floats(bias ?? $"{name}.bias");

    internal int Width => matrix.Columns;

    internal void Forward(ReadOnlySpan<float> x, int count, Span<float> y)
    {
        for (int row = 0; row < count; row++)
            bias.CopyTo(y[(row * Width)..]);
        matrix.Multiply(x, count, matrix.Rows, 1, y, Width, add: true);
    }
}
