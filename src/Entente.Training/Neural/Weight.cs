namespace Entente.Training.Neural;

/// <summary>A matrix that is learnt, with what Adam remembers of it and its running mean, which is what ships.</summary>
internal sealed class Parameter
{
    public Parameter(string name, int rows, int columns, bool isTable = false)
    {
        (Name, Rows, Columns, IsTable) = (name, rows, columns, isTable);
        Value = new float[rows * columns];
        First = new float[rows * columns];
        Second = new float[rows * columns];
        Mean = new float[rows * columns];
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Only a few rows are touched in a step: the others are left alone.</summary>
    public bool IsTable { get; }

    public float[] Value { get; }

    public float[] First { get; }

    public float[] Second { get; }

    public float[] Mean { get; }

    /// <summary>Uniform within ± scale, from the stream of <paramref name="random"/>.</summary>
    public Parameter Fill(Random random, double scale)
    {
        for (int i = 0; i < Value.Length; i++)
            Value[i] = (float)((random.NextDouble() * 2 - 1) * scale);
        return this;
    }

    /// <summary>Glorot and Bengio 2010.</summary>
    public Parameter Fill(Random random) => Fill(random, Math.Sqrt(6.0 / (Rows + Columns)));
}

/// <summary>A parameter as one worker sees it: the shared value and a gradient of its own.</summary>
internal sealed class Weight(Parameter shared)
{
    private readonly bool[] isTouched = shared.IsTable ? new bool[shared.Rows] : [];

    public Parameter Shared => shared;

    public float[] Value => shared.Value;

    public float[] Gradient { get; } = new float[shared.Rows * shared.Columns];

    public List<int> Touched { get; } = [];

    public Span<float> Row(int row) => shared.Value.AsSpan(row * shared.Columns, shared.Columns);

    public Span<float> GradientRow(int row)
    {
        if (!isTouched[row])
        {
            isTouched[row] = true;
            Touched.Add(row);
        }
        return Gradient.AsSpan(row * shared.Columns, shared.Columns);
    }

    public void Forget()
    {
        if (!shared.IsTable)
            Gradient.AsSpan().Clear();
        foreach (int row in Touched)
        {
            isTouched[row] = false;
            Gradient.AsSpan(row * shared.Columns, shared.Columns).Clear();
        }
        Touched.Clear();
    }
}
