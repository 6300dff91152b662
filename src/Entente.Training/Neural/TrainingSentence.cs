namespace Entente.Training.Neural;

/// <summary>A sentence in numbers. What is not annotated in its corpus is null; -1 is a word whose answer is not known.</summary>
internal sealed class TrainingSentence
{
    public required string[] Forms { get; init; }

    public required int[] Words { get; init; }

    public required int[] Vectors { get; init; }

    /// <summary>Rows of the shape tables, <c>WordShape.Tables</c> a word.</summary>
    public required int[] Shapes { get; init; }

    public int[]? Upos { get; init; }

    public int[]? Xpos { get; init; }

    /// <summary>-1 for the root.</summary>
    public int[]? Heads { get; init; }

    public int[]? Relations { get; init; }

    public int[]? NameTags { get; init; }

    public int Count => Forms.Length;
}
