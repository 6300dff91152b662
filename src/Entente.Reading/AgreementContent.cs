using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>What a bare "agreement" is about, and whom it binds besides who signed it, as its phrase and the clauses under it tell.</summary>
internal sealed class AgreementContent(RuleBook rules, SentenceContext context)
{
    private const int LongestClimb = 10, Before = 5, After = 14, Clause = 28;

    /// <summary>Of clauses with these verbs the one who is given, let or obliged is a party: "an accord that gives the navy of Peru a port".</summary>
    private static readonly HashSet<string> Bestowing = new(StringComparer.Ordinal)
    {
        "give", "let", "allow", "permit", "grant", "oblige", "commit", "bind", "require", "enable", "entitle", "authorize", "authorise", "govern", "extend", "prolong", "regulate", "open", "house", "host", "buy", "purchase", "acquire", "supply", "sell", "deliver", "lease",
    };

    /// <summary>Things on foreign soil: whose they are is a party to an accord on them.</summary>
    private static readonly HashSet<string> Stationed = new(StringComparer.Ordinal) { "presence", "troop", "force", "soldier", "base", "warship", "fleet", "garrison", "military", "submarine", "jet", "fighter", "missile", "system", "aircraft", "tank", "helicopter", "frigate", "warplane", "drone" };

    private readonly IReadOnlyList<Word> words = context.Article.Text.Words;
    private readonly ArticleGrammar grammar = context.Article.Grammar;

    /// <summary>The form that the nearest topic tells, in the phrase itself, else in the clauses under it or in what it was signed to do; null if none does.</summary>
    public string? TopicOf(TriggerMatch noun, TriggerMatch? act)
    {
        int top = grammar.TopOf(noun);
        return Nearest(noun, Math.Max(context.Sentence.First, noun.First - Before), noun.End + After, IsInPhrase(noun, top))
            ?? (Nearest(noun, noun.End, noun.End + Clause, match => IsUnder(match.Head, top) || (act is { HeadIsVerb: true } verb && IsPurpose(match.Head, verb.Head)) || IsDoneUnderIt(match.Head, top))
                // "lets it keep two warships" sells none.
                is not "arms-transfer" and { } form ? form : null)
            ?? (TradedUnderIt(top) is >= 0 and var trade ? Nearest(noun, context.Sentence.First, noun.First, match => IsUnder(match.Head, trade)) : null);
    }

    /// <summary>A "defence pact under which each will come to the other's aid" is an alliance.</summary>
    public string? Deepened(string? form, TriggerMatch noun)
    {
        int top = grammar.TopOf(noun);
        if (form is not ("defence-cooperation" or "other"))
            return form;
        string? inClause = Nearest(noun, noun.End, noun.End + Clause, match => IsUnder(match.Head, top));
        return inClause is "alliance" or "nonaggression-pact" ? inClause : form;
    }

    /// <summary>Who stands in those clauses: those who, with whom is known, are two; else nobody.</summary>
    public IReadOnlyList<string> PartiesIn(TriggerMatch noun, IReadOnlyCollection<string> known)
    {
        int top = grammar.TopOf(noun);
        return Completing(context.Actors.Groups.Where(g => g.First >= noun.End && Binds(g.Mentions[^1].End - 1, top)), known);
    }

    /// <summary>The same of what the agreement itself does: "calls for Peru to share its gas with Chile". Whom it binds to what is a duty, and no new tale of it.</summary>
    public IReadOnlyList<string> PartiesUnder(TriggerMatch act, IReadOnlyCollection<string> known) =>
        words[act.Head].Lemma is "bind" or "oblige" or "obligate" or "require" or "commit" ? [] : Completing(context.Actors.Groups.Where(g => g.First >= act.End && g.CanAct && grammar.IsUnder(g.Mentions[^1].End - 1, act.Head)), known);

    private static List<string> Completing(IEnumerable<ActorGroup> groups, IReadOnlyCollection<string> known)
    {
        var found = groups.Where(g => !g.Mentions.All(m => m.IsCivil)).SelectMany(g => g.Actors).Except(known).Distinct().ToList();
        return found.Count + known.Count == 2 ? found : [];
    }

    /// <summary>"signed a deal that gives Peru access": the access is what was agreed, not a second agreement.</summary>
    public bool IsContent(TriggerMatch noun, BoundStatus status)
    {
        return status.Rule.Status is Status.Agreed && IsInClauseOf(status.Match.Head, noun);
    }

    /// <summary>The same of what is told by a verb alone: "a memorandum that lets Peru use the port".</summary>
    public bool IsContent(TriggerMatch noun) => IsInClauseOf(noun.Head, noun);

    private bool IsInClauseOf(int token, TriggerMatch noun)
    {
        for (int at = token, climbed = 0; at >= 0 && climbed < LongestClimb; at = words[at].Head, climbed++)
            if (grammar.RelationOf(at) == "acl" && context.AgreementNouns.Exists(n => n.First < noun.First && n.First <= words[at].Head && words[at].Head < n.End))
                return true;
        return false;
    }

    private string? Nearest(TriggerMatch noun, int from, int to, Func<TriggerMatch, bool> belongs)
    {
        string? best = null;
        int nearest = int.MaxValue;
        to = Math.Min(context.Sentence.End, to);
        for (int i = from; i < to && (i < noun.End || context.Tokens[i].Norm is not (";" or "—")); i++)
            foreach (var (topic, match) in rules.Topics.At(context.Words, i, to))
            {
                int distance = match.First < noun.First ? noun.First - match.End : match.First - noun.End;
                if (distance < nearest && belongs(match))
                    (best, nearest) = (topic.Form, distance);
                break;
            }
        return best;
    }

    /// <summary>In the tree, or right behind it with no clause between.</summary>
    private Func<TriggerMatch, bool> IsInPhrase(TriggerMatch noun, int top)
    {
        int clause = noun.End;
        while (clause < context.Sentence.End && context.Tokens[clause].Norm is not ("," or "that" or "which" or "who" or ";" or "—") && words[clause].Tag is not ("VBD" or "VBZ" or "VBP" or "MD"))
            clause++;
        int relative = clause;
        while (relative < context.Sentence.End && context.Tokens[relative].Norm is not ("which" or "who" or ";" or "—"))
            relative++;
        return match => match.First < relative && (grammar.IsOfPhrase(match.Head, top) || (match.First >= noun.End && match.First < clause));
    }

    private bool IsUnder(int token, int top)
    {
        for (int climbed = 0; token >= 0 && climbed < LongestClimb; token = words[token].Head, climbed++)
            if (token == top)
                return true;
            else if (words[token].Relation is "ccomp" or "parataxis" or "root")
                return false;
        return false;
    }

    /// <summary>"signed a treaty to set up a common market".</summary>
    private bool IsPurpose(int token, int verb)
    {
        for (int climbed = 0; token >= 0 && climbed < LongestClimb; token = words[token].Head, climbed++)
            if (words[token].Head == verb)
                return words[token].Relation is "advcl" or "xcomp" && grammar.MarkOf(token) == "to" && token > verb;
        return false;
    }

    /// <summary>"Under a deal with Peru, the fleet uses its ports".</summary>
    private bool IsDoneUnderIt(int token, int top) =>
        grammar.CaseOf(top) == "under" && words[top].Head is >= 0 and var verb && words[verb].Pos == Upos.Verb && IsUnder(token, verb);

    /// <summary>The verb of "will buy three frigates under a deal"; -1 for none.</summary>
    private int TradedUnderIt(int top)
    {
        int verb = top;
        for (int climbed = 0; verb >= 0 && words[verb].Pos != Upos.Verb && climbed < LongestClimb; climbed++)
            verb = words[verb].Head;
        return verb >= 0 && grammar.CaseOf(top) == "under" && words[verb].Lemma is "buy" or "sell" or "purchase" or "acquire" or "deliver" or "supply" ? verb : -1;
    }

    private bool Binds(int token, int top)
    {
        for (int at = token, climbed = 0; at >= 0 && at != top && climbed < LongestClimb; at = words[at].Head, climbed++)
        {
            // "gives it access through Peru": the way leads there, no more.
            if (grammar.RelationOf(at) == "obl" && grammar.CaseOf(at) is not ("to" or "with" or "by" or "for" or ""))
                return false;
            if (words[at].Head == top)
                return grammar.RelationOf(at) == "acl" ? Bestowing.Contains(words[at].Lemma) || HasPrepositionedWhich(at) : Stationed.Contains(words[at].Lemma);
            if (words[at].Relation is "ccomp" or "parataxis" or "advcl" or "root")
                return false;
        }
        return false;
    }

    /// <summary>"under which", "in which".</summary>
    private bool HasPrepositionedWhich(int verb)
    {
        for (int child = grammar.Tree.FirstChild(verb); child >= 0; child = grammar.Tree.NextSibling(child))
            if (words[child].Relation.StartsWith("obl", StringComparison.Ordinal) && context.Tokens[child].Norm == "which")
                return true;
        return false;
    }
}
