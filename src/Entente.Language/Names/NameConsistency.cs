using System.Runtime.InteropServices;

namespace Entente.Language;

/// <summary>
/// One sense per discourse (Gale, Church and Yarowsky 1992): what is written alike in one article is of one kind. The commonest kind of a
/// name nearby wins, and a surname follows the full name.
/// </summary>
internal static class NameConsistency
{
    /// <summary>
    /// Tokens before and behind that still count as one discourse: a long article. What was joined from many articles is many discourses.
    /// </summary>
    private const int Reach = 1500;

    private static readonly int KindCount = Enum.GetValues<NameKind>().Length;

    private readonly record struct Vote(int Token, NameKind Kind, int Weight, int Name);

    /// <summary>Changes kinds in place; names stay where they are.</summary>
    /// <param name="names">In the order of the text.</param>
    public static void Settle(List<Name> names, IReadOnlyList<Token> tokens)
    {
        var votes = new Dictionary<string, List<Vote>>(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
            if (names[i] is var name && IsFree(name.Kind))
            {
                Add(votes, Written(name, tokens), new(name.FirstToken, name.Kind, 2, i));
                if (name.Kind == NameKind.Person && name.EndToken - name.FirstToken > 1)
                    Add(votes, tokens[name.EndToken - 1].Text, new(name.FirstToken, NameKind.Person, 3, -1));
            }
        foreach (var alike in votes.Values)
            if (alike.Count > 1)
                Settle(names, alike);
    }

    /// <summary>Nationalities are as often languages and people; dates and amounts are found by rule.</summary>
    private static bool IsFree(NameKind kind) => kind is NameKind.Person or NameKind.Place or NameKind.Organisation or NameKind.Event or NameKind.Other;

    private static string Written(Name name, IReadOnlyList<Token> tokens) =>
        name.EndToken - name.FirstToken == 1 ? tokens[name.FirstToken].Text : string.Join(' ', Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken).Select(i => tokens[i].Text));

    private static void Add(Dictionary<string, List<Vote>> votes, string written, Vote vote) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(votes, written, out _) ??= []).Add(vote);

    /// <summary>One pass with the votes within reach counted as they come in and go out.</summary>
    private static void Settle(List<Name> names, List<Vote> alike)
    {
        Span<int> counts = stackalloc int[KindCount];
        counts.Clear();
        int next = 0, last = 0;
        foreach (var vote in alike)
        {
            for (; next < alike.Count && alike[next].Token <= vote.Token + Reach; next++)
                counts[(int)alike[next].Kind] += alike[next].Weight;
            for (; alike[last].Token < vote.Token - Reach; last++)
                counts[(int)alike[last].Kind] -= alike[last].Weight;
            if (vote.Name >= 0)
                names[vote.Name] = names[vote.Name] with { Kind = Winner(counts, vote.Kind) };
        }
    }

    private static NameKind Winner(ReadOnlySpan<int> counts, NameKind own)
    {
        var winner = own;
        for (int kind = 0; kind < counts.Length; kind++)
            if (counts[kind] > counts[(int)winner])
                winner = (NameKind)kind;
        return winner;
    }
}
