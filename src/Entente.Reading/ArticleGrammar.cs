using Entente.Language;

namespace Entente.Reading;

/// <summary>The words of an article with their tree, and the small questions that readers ask of it.</summary>
public sealed class ArticleGrammar(AnnotatedText text)
{
    private const int LongestClimb = 6;

    private readonly Dictionary<int, int> speakersAfter = SpeakersAfter(text);

    public IReadOnlyList<Token> Tokens => text.Tokens;

    public IReadOnlyList<Word> Words => text.Words;

    public DependencyTree Tree { get; } = new(text.Words);

    /// <summary>The relation of a token without its subtype.</summary>
    public string RelationOf(int token) =>
        Words[token].Relation is var r && r.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? r[..colon] : r;

    /// <summary>The first dependent of this relation, whatever its subtype; -1 for none.</summary>
    public int ChildOf(int token, string relation)
    {
        for (int child = Tree.FirstChild(token); child >= 0; child = Tree.NextSibling(child))
            if (RelationOf(child) == relation)
                return child;
        return -1;
    }

    /// <summary>The first dependent of just this relation; -1 for none.</summary>
    public int ChildExactly(int token, string relation)
    {
        for (int child = Tree.FirstChild(token); child >= 0; child = Tree.NextSibling(child))
            if (Words[child].Relation == relation)
                return child;
        return -1;
    }

    /// <summary>Who says a quote with this verb and stands after it: "…", warned | the Turkish minister; -1 for nobody. The tree is apt to take them for its object.</summary>
    public int SpeakerAfter(int verb) => speakersAfter.GetValueOrDefault(verb, -1);

    public bool HasSubject(int token) => ChildOf(token, "nsubj") >= 0;

    /// <summary>The preposition before a noun, or the empty string.</summary>
    public string CaseOf(int noun) => NormOf(ChildOf(noun, "case"));

    /// <summary>What introduces a clause ("to", "if", "that"), or the empty string.</summary>
    public string MarkOf(int verb) => NormOf(ChildOf(verb, "mark"));

    /// <summary>The token of a match that depends on none of the others, its head if it is one.</summary>
    public int TopOf(TriggerMatch match) => text.TopOf(match.First, match.End, match.Head);

    public int TopOf(TimeExpression time) => text.TopOf(time.FirstToken, time.EndToken);

    /// <summary>The verb of which the phrase of this noun is a part: object, oblique, or part of one of these; -1 for none.</summary>
    /// <param name="asObject">Only what the verb takes directly: "began membership talks", not "began talks on membership".</param>
    public int VerbOf(int noun, bool asObject = false)
    {
        for (int at = noun, climbed = 0; climbed < LongestClimb && at >= 0; climbed++)
        {
            if (Words[at].Pos == Upos.Verb)
                return at;
            string relation = RelationOf(at);
            if (relation is not ("obj" or "compound" or "xcomp" or "nsubj" or "amod" or "conj" or "iobj") && (asObject || relation is not ("obl" or "nmod")))
                return -1;
            at = Words[at].Head;
        }
        return -1;
    }

    /// <summary>Whether a token stands in the phrase of this noun: it depends on it, over no relative clause and no subordinate one.</summary>
    public bool IsOfPhrase(int token, int noun)
    {
        for (int at = token, climbed = 0; climbed < LongestClimb && at >= 0; climbed++)
        {
            if (at == noun)
                return true;
            if (Words[at].Relation is "acl:relcl" or "ccomp" or "advcl" or "parataxis" or "root" or "appos")
                return false;
            at = Words[at].Head;
        }
        return false;
    }

    /// <summary>Whether a token depends on this one, over however many others.</summary>
    public bool IsUnder(int token, int governor)
    {
        for (int climbed = 0; token >= 0 && climbed <= Words.Count; token = Words[token].Head, climbed++)
            if (token == governor)
                return true;
        return false;
    }

    /// <summary>Whether a token stands in a clause that is the content of such a verb: "urged Britain | to agree to more meetings".</summary>
    public bool IsInContentOf(int token, Func<string, bool> isSuchLemma)
    {
        for (int at = token, climbed = 0; climbed < 2 * LongestClimb && Words[at].Head >= 0; climbed++, at = Words[at].Head)
            if (RelationOf(at) is "xcomp" or "ccomp" && isSuchLemma(Words[Words[at].Head].Lemma))
                return true;
        return false;
    }

    private static Dictionary<int, int> SpeakersAfter(AnnotatedText text)
    {
        var speakers = new Dictionary<int, int>();
        foreach (var quote in text.Quotes)
            if (quote is { Kind: QuoteKind.Direct, CueToken: { } cue, Speaker.Head: var head } && head > cue)
                speakers[cue] = head;
        return speakers;
    }

    /// <summary>"will answer for its invasion", "urged restraint over China's claims": what is somebody's is there, whatever is planned about it.</summary>
    public bool IsPresupposed(int noun)
    {
        bool isOwned = false, isAbout = false;
        for (int child = Tree.FirstChild(noun); child >= 0 && child < noun; child = Tree.NextSibling(child))
        {
            isOwned |= Words[child].Relation == "nmod:poss";
            isAbout |= Words[child].Relation == "case" && Tokens[child].Norm is "for" or "of" or "over" or "against" or "about" or "until" or "before";
        }
        return isOwned && isAbout;
    }


    private string NormOf(int token) => token < 0 ? "" : Tokens[token].Norm;
}
