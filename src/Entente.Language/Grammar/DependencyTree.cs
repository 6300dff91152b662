namespace Entente.Language;

/// <summary>The trees of a text from above: the dependents of each token, and how far it and all below it reach.</summary>
public sealed class DependencyTree
{
    private readonly int[] firstChild, nextSibling, first, end;

    public DependencyTree(IReadOnlyList<Word> words)
    {
        int count = words.Count;
        (firstChild, nextSibling, first, end) = (new int[count], new int[count], new int[count], new int[count]);
        Array.Fill(firstChild, -1);
        for (int i = count - 1; i >= 0; i--)
            if (words[i].Head is >= 0 and var head)
                (nextSibling[i], firstChild[head]) = (firstChild[head], i);
            else
                nextSibling[i] = -1;
        // Each token is reached once from its leftmost and once from its rightmost descendant, for then it is set and the climb ends.
        Array.Fill(first, -1);
        for (int i = 0; i < count; i++)
            for (int at = i; at >= 0 && first[at] < 0; at = words[at].Head)
                first[at] = i;
        for (int i = count - 1; i >= 0; i--)
            for (int at = i; at >= 0 && end[at] == 0; at = words[at].Head)
                end[at] = i + 1;
    }

    /// <summary>The first token of all that depends on this one, itself included.</summary>
    public int First(int token) => first[token];

    public int End(int token) => end[token];

    /// <summary>The first dependent in order of the text; -1 if there is none.</summary>
    public int FirstChild(int token) => firstChild[token];

    /// <summary>The next dependent of the same head; -1 after the last.</summary>
    public int NextSibling(int token) => nextSibling[token];
}
