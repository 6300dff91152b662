using System.Globalization;
using Entente.Language;

namespace Entente.Training;

/// <summary>What a model is trained and scored on.</summary>
/// <param name="TrainedOn">The sets by name, version and licence, for the head of the model file.</param>
public sealed record Treebanks(string TrainedOn, IReadOnlyList<ConlluSentence> Train, IReadOnlyList<(string Name, IReadOnlyList<ConlluSentence> Sentences)> Dev)
{
    internal IReadOnlyList<string> Header(DateOnly trained, Func<IReadOnlyList<ConlluSentence>, Accuracy> score) =>
    [
        $"trained on: {TrainedOn}",
        string.Create(CultureInfo.InvariantCulture, $"trained: {trained:yyyy-MM-dd}"),
        .. Dev.Select(d => string.Create(CultureInfo.InvariantCulture, $"right on {d.Name}, tags and tree given: {score(d.Sentences).Percent:0.00} %")),
    ];
}
