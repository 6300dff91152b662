namespace Entente.Training;

/// <param name="Input">Numbers that stand for a word on its own.</param>
/// <param name="Width">Of a recurrent layer, in one direction.</param>
/// <param name="Layers">Recurrent layers below grammar and names.</param>
/// <param name="Arc">Of the vectors that are matched to find heads.</param>
/// <param name="Label">Of the hidden layer that labels an arc.</param>
public sealed record NetworkSize(int Input, int Width, int Layers, int Arc, int Label);

/// <param name="Passes">Over the treebanks; each batch is followed by one of names.</param>
/// <param name="Batch">Words in a batch of one worker.</param>
/// <param name="Rate">Of learning, at its highest.</param>
public sealed record TrainingPlan(int Passes, int Batch, double Rate);

/// <summary>What is trained, and how long.</summary>
/// <param name="Taught">Sentences that only the teachers annotate.</param>
public sealed record TrainingRecipe(IReadOnlyList<NetworkSize> Teachers, TrainingPlan TeacherPlan, NetworkSize NameTeacher, TrainingPlan NamePlan, NetworkSize Student, TrainingPlan StudentPlan, int Taught)
{
    /// <summary>What ships.</summary>
    public static TrainingRecipe Full { get; } = new(
        [new(160, 224, 3, 128, 128), new(160, 224, 3, 128, 128)], new(14, 500, 0.002),
        new(160, 160, 2, 8, 8), new(7, 500, 0.002),
        new(128, 128, 2, 64, 64), new(22, 500, 0.003), 16_000);

    /// <summary>Networks of toy size, in a minute or two: to try the command.</summary>
    public static TrainingRecipe Small { get; } = new(
        [new(32, 32, 1, 16, 16)], new(1, 500, 0.003),
        new(32, 32, 2, 8, 8), new(1, 500, 0.003),
        new(32, 32, 2, 16, 16), new(1, 500, 0.003), 1000);
}
