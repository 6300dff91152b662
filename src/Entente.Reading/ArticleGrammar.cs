using Entente.Language;

namespace Entente.Reading;

/// <summary>Small questions to the tree of an article.</summary>
internal static class ArticleGrammar
{
    private const int LongestClimb = 6;

    /// <summary>The relation of a token without its subtype.</summary>
    public static string RelationOf(this ArticleContext article, int token) =>
        article.Text.Words[token].Relation is var r && r.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? r[..colon] : r;

    /// <summary>The first dependent of this relation, whatever its subtype; -1 for none.</summary>
    public static int ChildOf(this ArticleContext article, int token, string relation)
    {
        for (int child = article.Tree.FirstChild(token); child >= 0; child = article.Tree.NextSibling(child))
            if (article.RelationOf(child) == relation)
                return child;
        return -1;
    }

    /// <summary>The preposition before a noun, or the empty string.</summary>
    public static string CaseOf(this ArticleContext article, int noun) => article.ChildOf(noun, "case") is >= 0 and var c ? article.Text.Tokens[c].Norm : "";

    /// <summary>The token of a match that depends on none of the others: of several its head, else the last.</summary>
    public static int TopOf(this ArticleContext article, TriggerMatch match)
    {
        var words = article.Text.Words;
        int top = match.Head;
        for (int i = match.First; i < match.End; i++)
            if (!IsWithin(match, words[i].Head) && (top == i || IsWithin(match, words[top].Head)))
                top = i;
        return top;
    }

    /// <summary>The verb of which the phrase of this noun is a part: object, oblique, or part of one of these; -1 for none.</summary>
    /// <param name="asObject">Only what the verb takes directly: "began membership talks", not "began talks on membership".</param>
    public static int VerbOf(this ArticleContext article, int noun, bool asObject = false)
    {
        for (int at = noun, climbed = 0; climbed < LongestClimb && at >= 0; climbed++)
        {
            if (article.Text.Words[at].Pos == Upos.Verb)
                return at;
            string relation = article.RelationOf(at);
            if (relation is not ("obj" or "compound" or "xcomp" or "nsubj" or "amod" or "conj" or "iobj") && (asObject || relation is not ("obl" or "nmod")))
                return -1;
            at = article.Text.Words[at].Head;
        }
        return -1;
    }

    /// <summary>Whether a token stands in the phrase of this noun: it depends on it, over no relative clause and no subordinate one.</summary>
    public static bool IsOfPhrase(this ArticleContext article, int token, int noun)
    {
        for (int at = token, climbed = 0; climbed < LongestClimb && at >= 0; climbed++)
        {
            if (at == noun)
                return true;
            if (article.Text.Words[at].Relation is "acl:relcl" or "ccomp" or "advcl" or "parataxis" or "root" or "appos")
                return false;
            at = article.Text.Words[at].Head;
        }
        return false;
    }

    private static bool IsWithin(TriggerMatch match, int token) => match.First <= token && token < match.End;
}
