namespace Entente.Training.Neural;

/// <summary>Strings and their numbers, in order of first sight.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public List<string> Items { get; } = [];

    public int Count => Items.Count;

    public int Add(string item)
    {
        if (numbers.TryGetValue(item, out int number))
            return number;
        numbers[item] = Items.Count;
        Items.Add(item);
        return Items.Count - 1;
    }

    /// <summary>-1 where it is not known.</summary>
    public int Find(string item) => numbers.GetValueOrDefault(item, -1);
}
