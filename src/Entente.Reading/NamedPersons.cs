using Entente.Language;

namespace Entente.Reading;

/// <summary>The person whom a phrase names, in apposition or through an earlier phrase: "the envoy, Munir Shah", "the king", "he".</summary>
public sealed class NamedPersons
{
    private const int LongestChain = 32;

    private readonly AnnotatedText text;
    private readonly ArticleGrammar grammar;
    private readonly Dictionary<int, int> nameAt = [], mentionAt = [];

    public NamedPersons(AnnotatedText text, ArticleGrammar grammar)
    {
        (this.text, this.grammar) = (text, grammar);
        for (int n = 0; n < text.Names.Count; n++)
            if (text.Names[n].Kind == Language.NameKind.Person)
                for (int i = text.Names[n].FirstToken; i < text.Names[n].EndToken; i++)
                    nameAt[i] = n;
        // Of phrases in each other the inner one is the later, and the one meant by its token.
        for (int m = 0; m < text.Mentions.Count; m++)
            for (int i = text.Mentions[m].FirstToken; i < text.Mentions[m].EndToken; i++)
                mentionAt[i] = m;
    }

    /// <summary>Index of the name; null if nobody is named.</summary>
    public int? Of(int token)
    {
        if (NameIn(token) is { } own)
            return own;
        for (int child = grammar.Tree.FirstChild(token); child >= 0; child = grammar.Tree.NextSibling(child))
            if (grammar.Words[child].Relation is "appos" or "flat" && NameIn(child) is { } name)
                return name;
        return Beside(token) ?? (mentionAt.TryGetValue(token, out int mention) ? Before(mention) : null);
    }

    /// <summary>"Oman's envoy to Lima Salim Harthi", "Oman's envoy to Lima, Salim Harthi, warned": the name ends the phrase, wherever the grammar hangs it.</summary>
    private int? Beside(int token)
    {
        if (grammar.Words[token].Pos != Upos.Noun)
            return null;
        int end = token + 1;
        while (end < text.Tokens.Count && text.Tokens[end].IsWord && NameIn(end) is null && grammar.IsUnder(end, token))
            end++;
        if (end < text.Tokens.Count && text.Tokens[end].Norm == ",")
            return end + 1 < text.Tokens.Count && NameIn(end + 1) is { } apart && grammar.Words[end + 1] is { Relation: "nsubj" or "appos", Head: var verb } && verb == grammar.Words[token].Head ? apart : null;
        return end > token + 1 && end < text.Tokens.Count && NameIn(end) is { } name && grammar.Words[end] is { Relation: "flat" or "appos" } && grammar.IsUnder(end, token) ? name : null;
    }

    private int? NameIn(int token) => nameAt.TryGetValue(token, out int name) ? name : null;

    private int? Before(int mention)
    {
        for (int steps = 0; steps < LongestChain && mention >= 0; steps++, mention = text.Mentions[mention].Antecedent)
            for (int i = text.Mentions[mention].FirstToken; i < text.Mentions[mention].EndToken; i++)
                if (NameIn(i) is { } name)
                    return name;
        return null;
    }
}
