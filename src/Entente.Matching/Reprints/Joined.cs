namespace Entente.Matching;

/// <summary>Texts joined to groups; a group is known by its earliest text.</summary>
internal sealed class Joined
{
    private readonly List<int> firsts;
    private readonly HashSet<int> joined = [];

    public Joined(int count = 0) => firsts = [.. Enumerable.Range(0, count)];

    public Joined(Joined other) => firsts = [.. other.firsts];

    public void Add() => firsts.Add(firsts.Count);

    public void Join(int a, int b)
    {
        joined.Add(a);
        joined.Add(b);
        (a, b) = (FirstOf(a), FirstOf(b));
        firsts[Math.Max(a, b)] = Math.Min(a, b);
    }

    public bool HasOthers(int text) => joined.Contains(text);

    public bool AreTogether(int a, int b) => FirstOf(a) == FirstOf(b);

    /// <summary>In the order of their first texts.</summary>
    public IReadOnlyList<int[]> Groups() => [.. Enumerable.Range(0, firsts.Count).GroupBy(FirstOf).Select(g => g.ToArray())];

    private int FirstOf(int text)
    {
        while (firsts[text] != text)
            text = firsts[text] = firsts[firsts[text]];
        return text;
    }
}
