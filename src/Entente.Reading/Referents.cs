using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>The actors behind a pronoun or a noun, through the antecedents that the language room found: "the island", "the two leaders", "she".</summary>
public sealed class Referents
{
    /// <summary>Antecedents of antecedents that are followed; farther back nobody is known, for each was asked when it was passed.</summary>
    private const int LongestChain = 32;

    private readonly AnnotatedText text;
    private readonly IReadOnlyList<string>?[] actorsOfToken;

    /// <summary>Tokens of who has a nationality and acts for nobody.</summary>
    private readonly HashSet<int> civil = [];
    private readonly Dictionary<int, int> longestAt = [];

    public Referents(AnnotatedText text)
    {
        this.text = text;
        actorsOfToken = new IReadOnlyList<string>?[text.Tokens.Count];
        for (int i = 0; i < text.Mentions.Count; i++)
            if (text.Mentions[i] is { Kind: not Language.MentionKind.Name } mention && (!longestAt.TryGetValue(mention.FirstToken, out int known) || text.Mentions[known].EndToken < mention.EndToken))
                longestAt[mention.FirstToken] = i;
    }

    /// <summary>Called from left to right with all that is known of whom a phrase stands for.</summary>
    public void Remember(ActorMention mention)
    {
        for (int i = mention.First; i < mention.End; i++)
            actorsOfToken[i] = mention.Actors;
        if (mention.IsCivil)
            civil.UnionWith(Enumerable.Range(mention.First, mention.End - mention.First));
    }

    /// <summary>The phrase that begins at a token, and whom it stands for; nobody where that is not known.</summary>
    public (int End, IReadOnlyList<string> Actors)? At(int token) =>
        longestAt.TryGetValue(token, out int mention) && !IsIndefinite(token, text.Mentions[mention].EndToken) ? (text.Mentions[mention].EndToken, ActorsBefore(mention, 0)) : null;

    /// <summary>"Peru is a key ally", "was long an ally": that takes nobody up.</summary>
    private bool IsIndefinite(int token, int end)
    {
        for (int i = token; i < Math.Min(end, token + 3); i++)
            if (text.Tokens[i].Norm is "a" or "an" or "no")
                return true;
        return false;
    }

    /// <summary>Whether the phrase that begins at a token has an antecedent: then it stands for that, be it an actor or not.</summary>
    public bool IsLinked(int token) => longestAt.TryGetValue(token, out int mention) && text.Mentions[mention] is ({ Antecedent: >= 0 } or { Parts.Count: > 0 });

    /// <summary>Whether the phrase that begins at a token takes up somebody who acts for nobody: "a French baker", then "he".</summary>
    public bool IsCivil(int token)
    {
        if (!longestAt.TryGetValue(token, out int mention))
            return false;
        for (int steps = 0; steps < LongestChain && text.Mentions[mention].Antecedent >= 0; steps++)
        {
            mention = text.Mentions[mention].Antecedent;
            for (int i = text.Mentions[mention].EndToken - 1; i >= text.Mentions[mention].FirstToken; i--)
                if (actorsOfToken[i] is { Count: > 0 })
                    return civil.Contains(i);
        }
        return false;
    }

    private IReadOnlyList<string> ActorsBefore(int mention, int depth)
    {
        var found = text.Mentions[mention];
        if (depth > LongestChain)
            return [];
        if (found.Parts.Count > 0)
            return Claim.Sorted(found.Parts.SelectMany(part => ActorsOf(part, depth + 1)));
        return found.Antecedent >= 0 ? ActorsOf(found.Antecedent, depth + 1) : [];
    }

    private IReadOnlyList<string> ActorsOf(int mention, int depth)
    {
        var found = text.Mentions[mention];
        for (int i = found.EndToken - 1; i >= found.FirstToken; i--)
            if (actorsOfToken[i] is { Count: > 0 } actors)
                return actors;
        return ActorsBefore(mention, depth);
    }
}
