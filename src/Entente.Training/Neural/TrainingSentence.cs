namespace Entente.Training.Neural;

/// <summary>A sentence in numbers, and what is to be learnt from it; null where its corpus does not say.</summary>
internal sealed record TrainingSentence
{
    public required string[] Forms { get; init; }

    public required int[] Words { get; init; }

    public required int[] Vectors { get; init; }

    /// <summary>Rows of the shape tables, <c>FormTables.Count</c> a word.</summary>
    public required int[] Shapes { get; init; }

    public Answers? Upos { get; init; }

    public Answers? Xpos { get; init; }

    /// <summary>-1 for the root.</summary>
    public Answers? Heads { get; init; }

    public Answers? Relations { get; init; }

    public Answers? NameTags { get; init; }

    public int Count => Forms.Length;
}
