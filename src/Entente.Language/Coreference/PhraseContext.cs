namespace Entente.Language.Coreference;

/// <summary>The phrases of a text up to where the reading is, and how they stand in their sentences.</summary>
internal sealed class PhraseContext
{
    /// <summary>Phrases looked back at, however near: no list of names makes the work grow with its square.</summary>
    private const int MostBack = 60;

    private const int MostSteps = 5;

    /// <summary>The rank of the lesser of subjects.</summary>
    public const int LeastSubject = 26;

    private readonly Phrase?[] byHead;

    /// <summary>The subject of a verb or predicate, by its place; -1 for none.</summary>
    private readonly int[] subjects;

    private readonly bool[] isPredicate, isNegated;

    /// <summary>A clause follows that may be what an empty "it" stands for.</summary>
    private readonly bool[] hasClause;

    public PhraseContext(AnnotatedText text)
    {
        Text = text;
        int count = text.Words.Count;
        (byHead, subjects, isPredicate, isNegated, hasClause) = (new Phrase?[count], new int[count], new bool[count], new bool[count], new bool[count]);
        Array.Fill(subjects, -1);
        for (int i = 0; i < count; i++)
        {
            var word = text.Words[i];
            if (word.Head < 0)
                continue;
            if (word.Relation is "nsubj" or "nsubj:pass" or "nsubj:outer")
                subjects[word.Head] = i;
            else if (word.Relation == "cop")
                isPredicate[word.Head] = true;
            else if (word.Head < i && word.Relation is "ccomp" or "csubj" or "xcomp" or "csubj:pass" or "csubj:outer")
                hasClause[word.Head] = true;
            else if (word.Lemma is "not" or "never" or "no")
                isNegated[word.Head] = true;
        }
    }

    public AnnotatedText Text { get; }

    public List<Phrase> Phrases { get; } = [];

    public List<PhraseGroup> Groups { get; } = [];

    public Word WordOf(Phrase phrase) => Text.Words[phrase.Head];

    /// <summary>The linked phrase whose head is this word.</summary>
    public Phrase? AtHead(int token) => token >= 0 && byHead[token] is { Referent: not null } phrase ? phrase : null;

    /// <summary>The phrase before this one that is the subject of a verb.</summary>
    public Phrase? SubjectOf(int verb) => verb < 0 ? null : AtHead(subjects[verb]);

    /// <summary>What is said to be this: the subject of "… is the president".</summary>
    public Phrase? SubjectOfPredicate(Phrase phrase) => isPredicate[phrase.Head] && !isNegated[phrase.Head] ? SubjectOf(phrase.Head) : null;

    /// <summary>An "it" for what follows: "it is unclear why …", "it was said that …", "makes it hard to …".</summary>
    public bool IsEmpty(Phrase it)
    {
        var word = WordOf(it);
        if (word.Head < 0 || !hasClause[word.Head])
            return false;
        return word.Relation switch
        {
            "nsubj" => isPredicate[word.Head] || Text.Words[word.Head].Lemma is "seem" or "appear" or "happen" or "matter" or "take",
            "nsubj:pass" or "obj" => true,
            _ => false,
        };
    }

    /// <summary>Works out how the phrase stands, before it is linked.</summary>
    public void Place(Phrase phrase)
    {
        var word = WordOf(phrase);
        byHead[phrase.Head] = phrase;
        phrase.Rank = RankOf(word);
        if (word.Relation is "conj" or "appos" && AtHead(word.Head) is { } first)
        {
            phrase.Rank = first.Rank;
            if (word.Relation == "conj" && phrase.Kind != MentionKind.Pronoun && first.Kind != MentionKind.Pronoun)
                Join(first, phrase);
        }
    }

    public void Add(Phrase phrase)
    {
        phrase.Referent ??= new(phrase);
        Phrases.Add(phrase);
    }

    /// <summary>The phrases of this sentence and so many before it, the nearest first.</summary>
    public IEnumerable<Phrase> Back(Phrase phrase, int sentences)
    {
        for (int i = Phrases.Count - 1; i >= Math.Max(0, Phrases.Count - MostBack) && Phrases[i].Sentence >= phrase.Sentence - sentences; i--)
            yield return Phrases[i];
    }

    /// <summary>Two things of one clause are two: "he met <b>him</b>".</summary>
    public bool AreOfOneClause(Phrase a, Phrase b) =>
        WordOf(a) is { Head: >= 0, Relation: not ("nmod:poss" or "nmod" or "conj" or "appos") } one && WordOf(b) is { Relation: not ("nmod:poss" or "nmod" or "compound") } two && one.Head == two.Head;

    /// <summary>In the relative clause of the other: "Hale, who said that <b>she</b> …".</summary>
    public bool IsInRelativeClauseOf(Phrase phrase, Phrase other)
    {
        int at = phrase.Head;
        for (int steps = 0; steps < MostSteps && at >= 0; steps++)
        {
            var word = Text.Words[at];
            if (word.Relation is "acl:relcl" or "acl" && word.Head == other.Head)
                return true;
            at = word.Head;
        }
        return false;
    }

    public static void Link(Phrase phrase, Phrase antecedent, string reason)
    {
        antecedent.Referent.Add(phrase);
        phrase.Antecedent = antecedent;
        phrase.Reason = reason;
    }

    /// <summary>The subject is foremost in mind, what hangs from another noun hardly.</summary>
    private static int RankOf(Word word) => word.Relation switch
    {
        "nsubj" => 30,
        "nsubj:pass" => LeastSubject,
        "obj" or "iobj" => 16,
        "nmod:poss" => 14,
        "obl" or "obl:agent" => 10,
        "root" or "ccomp" or "parataxis" or "vocative" => 8,
        "nmod" => 7,
        "compound" or "flat" or "amod" => 3,
        _ => 5,
    };

    private void Join(Phrase first, Phrase phrase)
    {
        if (first.Group is null)
        {
            first.Group = new() { Members = [first] };
            Groups.Add(first.Group);
        }
        phrase.Group = first.Group;
        phrase.Group.Members.Add(phrase);
    }
}
