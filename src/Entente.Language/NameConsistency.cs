using System.Runtime.InteropServices;

namespace Entente.Language;

/// <summary>
/// One sense per discourse (Gale, Church and Yarowsky 1992): within an article, what is written alike is of one kind. The commonest kind of a
/// name wins, and a surname follows the full name.
/// </summary>
internal static class NameConsistency
{
    /// <summary>Changes kinds in place; names stay where they are.</summary>
    public static void Settle(List<Name> names, IReadOnlyList<Token> tokens)
    {
        var votes = new Dictionary<string, Dictionary<NameKind, int>>(StringComparer.Ordinal);
        foreach (var name in names)
            if (IsFree(name.Kind))
            {
                Vote(votes, Written(name, tokens), name.Kind, 2);
                if (name.Kind == NameKind.Person && name.EndToken - name.FirstToken > 1)
                    Vote(votes, tokens[name.EndToken - 1].Text, NameKind.Person, 3);
            }
        for (int i = 0; i < names.Count; i++)
            if (IsFree(names[i].Kind))
                names[i] = names[i] with { Kind = Winner(votes[Written(names[i], tokens)], names[i].Kind) };
    }

    /// <summary>Nationalities are as often languages and people; dates and amounts are found by rule.</summary>
    private static bool IsFree(NameKind kind) => kind is NameKind.Person or NameKind.Place or NameKind.Organisation or NameKind.Event or NameKind.Other;

    private static string Written(Name name, IReadOnlyList<Token> tokens) =>
        name.EndToken - name.FirstToken == 1 ? tokens[name.FirstToken].Text : string.Join(' ', Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken).Select(i => tokens[i].Text));

    private static void Vote(Dictionary<string, Dictionary<NameKind, int>> votes, string written, NameKind kind, int weight)
    {
        ref var kinds = ref CollectionsMarshal.GetValueRefOrAddDefault(votes, written, out _);
        CollectionsMarshal.GetValueRefOrAddDefault(kinds ??= [], kind, out _) += weight;
    }

    private static NameKind Winner(Dictionary<NameKind, int> kinds, NameKind own)
    {
        var winner = own;
        foreach (var (kind, count) in kinds)
            if (count > kinds[winner])
                winner = kind;
        return winner;
    }
}
