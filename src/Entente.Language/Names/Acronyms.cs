namespace Entente.Language;

/// <summary>
/// Short forms that the text itself explains, "Human Sciences Research Council (HSRC)": from there on the short form is a name of the same kind
/// (after Schwartz and Hearst 2003, for initials only).
/// </summary>
internal static class Acronyms
{
    private const int Shortest = 2, Longest = 8;

    /// <summary>Adds and changes names; the list stays in the order of the text.</summary>
    public static void Settle(List<Name> names, IReadOnlyList<Token> tokens)
    {
        Dictionary<string, (int From, NameKind Kind)>? explained = null;
        foreach (var name in names)
            if (name.EndToken - name.FirstToken >= Shortest && name.Kind is not (NameKind.Person or NameKind.Date or NameKind.Money or NameKind.Quantity) && ExplainedAt(name, tokens) is >= 0 and var at)
                (explained ??= new(StringComparer.Ordinal)).TryAdd(tokens[at].Text, (at, name.Kind));
        if (explained is not null)
            Spread(names, tokens, explained);
    }

    /// <summary>The short form in brackets behind a name whose initials it is; -1 for none.</summary>
    private static int ExplainedAt(Name name, IReadOnlyList<Token> tokens)
    {
        int at = name.EndToken + 1;
        return at + 1 < tokens.Count && tokens[at - 1].Norm == "(" && tokens[at + 1].Norm is ")" or "," or ";" && IsShort(tokens[at].Text) && AreInitials(tokens[at].Text, name, tokens) ? at : -1;
    }

    private static bool IsShort(string text) => text.Length is >= Shortest and <= Longest && text.All(char.IsAsciiLetterUpper);

    /// <summary>Each letter begins a word of the name, in order; little words may be passed over, others not.</summary>
    private static bool AreInitials(string letters, Name name, IReadOnlyList<Token> tokens)
    {
        int letter = 0;
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            char first = tokens[i].Text[0];
            if (letter < letters.Length && char.ToUpperInvariant(first) == letters[letter])
                letter++;
            else if (char.IsUpper(first))
                return false;
        }
        return letter == letters.Length;
    }

    private static void Spread(List<Name> names, IReadOnlyList<Token> tokens, Dictionary<string, (int From, NameKind Kind)> explained)
    {
        var spread = new List<Name>(names.Count);
        int next = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            bool isShort = explained.TryGetValue(tokens[i].Text, out var full) && i >= full.From;
            if (next < names.Count && names[next].FirstToken <= i)
            {
                var name = names[next++];
                spread.Add(isShort && name.EndToken == i + 1 ? name with { Kind = full.Kind } : name);
                i = name.EndToken - 1;
            }
            else if (isShort)
                spread.Add(new(i, i + 1, tokens[i].Span, full.Kind, null));
        }
        names.Clear();
        names.AddRange(spread);
    }
}
