using Entente.Language;

namespace Entente.Reading;

/// <summary>The person whom a phrase names, in apposition or through an earlier phrase: "the envoy, Munir Shah", "the king", "he".</summary>
public sealed class NamedPersons
{
    private const int LongestChain = 32;

    /// <summary>Tokens after which "he" is no longer whoever was quoted or named last.</summary>
    private const int Farthest = 80;

    private readonly AnnotatedText text;
    private readonly ArticleGrammar grammar;
    private readonly Dictionary<int, int> nameAt = [], anyNameAt = [], mentionAt = [];

    /// <summary>Persons by the noun that the article calls them by, in a title or in apposition; null for a noun of several.</summary>
    private readonly Dictionary<string, int?> called = new(StringComparer.Ordinal);

    public NamedPersons(AnnotatedText text, ArticleGrammar grammar)
    {
        (this.text, this.grammar) = (text, grammar);
        for (int n = 0; n < text.Names.Count; n++)
        {
            bool isPerson = text.Names[n].Kind == Language.NameKind.Person;
            for (int i = text.Names[n].FirstToken; i < text.Names[n].EndToken; i++)
            {
                anyNameAt[i] = n;
                if (isPerson)
                    nameAt[i] = n;
            }
            if (isPerson)
                Call(n);
        }
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
        return Beside(token) ?? Ahead(token) ?? (mentionAt.TryGetValue(token, out int mention) ? Before(mention) : null);
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
        return end > token + 1 && end < text.Tokens.Count && NameIn(end) is { } name && grammar.RelationOf(end) is "flat" or "appos" or "nmod" && grammar.ChildOf(end, "case") < 0 && grammar.IsUnder(end, token) ? name : null;
    }

    /// <summary>"Salim Harthi, Oman's envoy to Lima, warned", where the grammar takes the envoy for the one of whom it is told.</summary>
    private int? Ahead(int token)
    {
        int first = grammar.Tree.First(token);
        if (grammar.RelationOf(token) != "nsubj" || first < 2 || text.Tokens[first - 1].Norm != "," || NameIn(first - 2) is not { } name)
            return null;
        for (int i = text.Names[name].FirstToken; i < text.Names[name].EndToken; i++)
            if (grammar.Words[i].Head == grammar.Words[token].Head)
                return name;
        return null;
    }

    /// <summary>Index of the name of whatever kind that covers a token; null for none.</summary>
    public int? NameAt(int token) => anyNameAt.TryGetValue(token, out int name) ? name : null;

    /// <summary>
    /// Who is meant by a bare phrase that the language room left open: "he", right after somebody was quoted, or where nobody else was named; "the
    /// envoy", where one envoy is named.
    /// </summary>
    public int? Meant(int token)
    {
        if (text.Tokens[token].Norm is "he" or "she")
            return QuotedBefore(token) ?? OnlyOneBefore(token);
        bool isBare = token > 0 && text.Tokens[token - 1].Norm == "the" && grammar.Words[token].Tag is "NN" or "NNP" && grammar.ChildOf(token, "nmod") < 0;
        return isBare ? called.GetValueOrDefault(text.Tokens[token].Norm) : null;
    }

    private int? QuotedBefore(int pronoun)
    {
        for (int q = text.Quotes.Count - 1; q >= 0; q--)
            if (text.Quotes[q] is { Speaker: { } before } && before.Head < pronoun)
                return pronoun - before.Head <= Farthest ? before.Name ?? Of(before.Head) : null;
        return null;
    }

    private int? OnlyOneBefore(int pronoun)
    {
        int? only = null;
        for (int i = pronoun - 1; i >= Math.Max(0, pronoun - Farthest); i--)
            if (NameIn(i) is { } name && name != only && text.QuoteAt(i) is null)
            {
                if (only is { } other && LastOf(name) != LastOf(other))
                    return null;
                only = name;
            }
        return only is { } found && IsSubject(found) ? found : null;
    }

    /// <summary>"Ana Reis left", "the envoy, Ana Reis, left": of whom it is told, and not to whom or with whom.</summary>
    private bool IsSubject(int name)
    {
        for (int i = text.Names[name].FirstToken; i < text.Names[name].EndToken; i++)
            if (grammar.RelationOf(i) is "nsubj" || (grammar.Words[i] is { Relation: "appos", Head: >= 0 and var noun } && grammar.RelationOf(noun) == "nsubj"))
                return true;
        return false;
    }

    private string LastOf(int name) => text.Tokens[text.Names[name].EndToken - 1].Norm;

    private void Call(int name)
    {
        var (first, end) = (text.Names[name].FirstToken, text.Names[name].EndToken);
        if (text.Names[name].Title is not null && first > 0)
            Call(text.Tokens[first - 1].Norm, name);
        for (int i = first; i < end; i++)
        {
            if (grammar.Words[i] is { Relation: "appos", Head: >= 0 and var noun } && (noun < first || noun >= end))
                Call(text.Tokens[noun].Norm, name);
            if (grammar.ChildOf(i, "appos") is >= 0 and var office && (office < first || office >= end))
                Call(text.Tokens[office].Norm, name);
        }
    }

    private void Call(string noun, int name)
    {
        if (!called.TryGetValue(noun, out int? known))
            called[noun] = name;
        else if (known is { } other && LastOf(other) != LastOf(name))
            called[noun] = null;
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
