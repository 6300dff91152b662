using Entente.Language;

namespace Entente.Reading;

/// <summary>Whom a noun phrase stands for: the actor that it names, whoever sent or owns what it names, and those joined to it.</summary>
internal sealed class PhraseActors(ArticleGrammar grammar, WordClasses classes, SentenceActors actors)
{
    private const int LongestClimb = 8, DeepestDescent = 4;

    private readonly IReadOnlyList<Token> tokens = grammar.Tokens;
    private readonly IReadOnlyList<Word> words = grammar.Words;
    private readonly DependencyTree tree = grammar.Tree;

    /// <summary>The actors that a noun phrase and those joined to it are about: "Kishida and his Irish counterpart".</summary>
    public ActorGroup? Of(int nominal) => nominal < 0 ? null : Of(nominal, 0);

    private ActorGroup? Of(int nominal, int depth)
    {
        // "Presidents Cano of Ecuador and Rojas of Peru": what follows hangs on the name.
        if (grammar.ChildExactly(nominal, "flat") is >= 0 and var name && words[nominal].Pos == Upos.Noun && classes.HasWord("delegate", words[nominal].Lemma) && depth < LongestClimb)
            nominal = actors.AtOrTitled(nominal) is null ? name : nominal;
        List<ActorGroup> joined = Alone(nominal, depth) is { } alone ? [alone] : [];
        int first = joined.Count > 0 ? joined[0].First : int.MaxValue;
        for (int child = tree.FirstChild(nominal); child >= 0; child = tree.NextSibling(child))
            if (words[child].Relation == "conj" && IsNominal(child) && !IsContrast(child) && Alone(child, depth) is { } other && other.First != first && !OpensClause(other))
            {
                joined.Add(other);
                first = Math.Min(first, other.First);
            }
        return joined.Count <= 1 ? joined.FirstOrDefault() : new(first, joined.Max(g => g.End), [.. joined.SelectMany(g => g.Mentions)]);
    }

    /// <summary>"welcomed the step, and Chad and Mali offered": after ", and" and before a verb they are no part of what was said before.</summary>
    private bool OpensClause(ActorGroup group)
    {
        int and = group.First > 0 && tokens[group.First - 1].Norm == "the" ? group.First - 2 : group.First - 1;
        return and > actors.Sentence.First && tokens[and].Norm == "and" && tokens[and - 1].Norm == "," && group.End < actors.Sentence.End && words[group.End].Tag is "VBD" or "VBZ" or "MD";
    }

    /// <summary>Itself, whoever sent it, a name beside it, or whose it is.</summary>
    private ActorGroup? Alone(int nominal, int depth)
    {
        if (actors.AtOrTitled(nominal) is { } group)
            return group.Actors.Count > 0 ? group : null;
        if (depth < LongestClimb && (classes.HasWord("delegate", words[nominal].Lemma) || IsTitled(nominal)) && Sender(nominal, depth + 1) is { } sent)
            return sent;
        if (grammar.ChildOf(nominal, "appos") is >= 0 and var appos && actors.AtOrTitled(appos) is { Actors.Count: > 0 } named)
            return named;
        // "The expulsion of diplomats by Israel was condemned": whose act it is.
        return OwnerOf(nominal) ?? (depth < LongestClimb && words[nominal].Pos == Upos.Noun ? AgentOf(nominal, depth + 1) : null);
    }

    /// <summary>"President Cano", "Presidents Cano and Rojas": a person with an office, even where nobody knows who held it.</summary>
    public bool IsTitled(int nominal)
    {
        for (int at = nominal, joined = 0; at >= 0 && words[at].Pos == Upos.Propn && joined < DeepestDescent; at = words[at].Head, joined++)
        {
            int title = words[at].Relation == "flat" ? words[at].Head : grammar.ChildExactly(at, "nmod:desc");
            if (title >= 0 && classes.HasWord("delegate", words[title].Lemma.ToLowerInvariant()))
                return true;
            if (words[at].Relation != "conj")
                return false;
        }
        return false;
    }

    /// <summary>"Representatives of Qatar", "a spokeswoman for the Israeli premier", "envoys from Chad", "a delegation led by the Thai minister".</summary>
    private ActorGroup? Sender(int nominal, int depth)
    {
        foreach (string preposition in (ReadOnlySpan<string>)["of", "for", "from"])
            if (ChildAfter(nominal, preposition) is >= 0 and var sender && Of(sender, depth) is { } group)
                return group;
        // "Ten countries including Peru and Chile signed": of all who act some are named.
        if (grammar.RelationOf(nominal) == "nsubj" && ChildAfter(nominal, "including") is >= 0 and var some)
            return Of(some, depth);
        return grammar.ChildOf(nominal, "acl") is >= 0 and var led && words[led].Lemma is "lead" or "head" or "chair" && words[led].Tag == "VBN" ? AgentOf(led, depth) : null;
    }

    /// <summary>Whose a noun is.</summary>
    public ActorGroup? OwnerOf(int noun) => OwnerToken(noun) is >= 0 and var owner ? actors.AtOrTitled(owner) : null;

    /// <summary>"Russia's", "Russian", "U.S.-Japan" before a noun, the nearest first; -1 for none.</summary>
    public int OwnerToken(int noun, int depth = 0)
    {
        int best = -1;
        if (depth > LongestClimb)
            return best;
        for (int child = tree.FirstChild(noun); child >= 0 && child < noun; child = tree.NextSibling(child))
            if (grammar.RelationOf(child) is "nmod" && words[child].Relation is "nmod:poss" || grammar.RelationOf(child) is "amod" or "compound" or "det")
                best = actors.AtOrTitled(child) is { Actors.Count: > 0 } ? child : OwnerToken(child, depth + 1) is >= 0 and var deeper ? deeper : best;
        return best;
    }

    /// <summary>Who stands behind "by".</summary>
    public ActorGroup? AgentOf(int act, int depth = 0) => ChildAfter(act, "by") is >= 0 and var agent ? Of(agent, depth) : null;

    /// <summary>The noun that this preposition joins to a word; -1 for none.</summary>
    public int ChildAfter(int token, string preposition)
    {
        for (int child = tree.FirstChild(token); child >= 0; child = tree.NextSibling(child))
            if (HasCase(child, preposition))
                return child;
        return -1;
    }

    public bool HasCase(int nominal, string preposition)
    {
        for (int child = tree.FirstChild(nominal); child >= 0 && child < nominal; child = tree.NextSibling(child))
            if (grammar.RelationOf(child) is "case" && (tokens[child].Norm == preposition || tokens[child].Norm == Variant(preposition)))
                return true;
        return false;
    }

    /// <summary>"An accord among Peru, Chile and Ecuador" lies between them.</summary>
    internal static string Variant(string preposition) => preposition switch { "toward" => "towards", "between" => "among", _ => preposition };

    /// <summary>"Putin, not Biden, who visited".</summary>
    public bool IsContrast(int nominal) => nominal > 0 && tokens[nominal - 1].Norm == "not" && grammar.RelationOf(nominal) is "conj" or "appos";

    public bool IsNominal(int token) => words[token].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj && !grammar.HasSubject(token);
}
