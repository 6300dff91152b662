namespace Entente.Language.Coreference;

/// <summary>What a phrase may be about, as far as words tell. A thing is whatever is none of the others.</summary>
internal enum Sort { Thing, Person, State, Place, Organisation, Agreement }

internal enum Gender { Unknown, Female, Male }

/// <summary>A name, a noun with what stands before it, or a pronoun, on its way to becoming a mention.</summary>
internal sealed class Phrase(int first, int end, int head, int sentence, MentionKind kind)
{
    public int First => first;

    public int End => end;

    public int Length => end - first;

    /// <summary>The word that grammar hangs it from.</summary>
    public int Head => head;

    public int Sentence => sentence;

    public MentionKind Kind => kind;

    public Sort Sort { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; init; }

    /// <summary>How much its place in the sentence brings it to mind; see <see cref="PronounLinker"/>.</summary>
    public int Rank { get; set; }

    public Name? Name { get; init; }

    /// <summary>The row of nominals.tsv that its noun is in, or the last noun of a name's title.</summary>
    public Nominal? Nominal { get; set; }

    /// <summary>The article or pronoun before it, in lower case: "the", "a", "both"; "" for none, "'s" for a possessor.</summary>
    public string Determiner { get; init; } = "";

    /// <summary>"two" of "the two countries"; 0 for none.</summary>
    public int Count { get; init; }

    /// <summary>Something after it says which one is meant: "the treaty <b>with Chile</b>".</summary>
    public bool IsQualified { get; init; }

    /// <summary>The state of "the Chilean president", "the president of Chile", "Chile's president"; null for none.</summary>
    public string? OfCode { get; set; }

    /// <summary>"former", "other": it is not the one that was called so.</summary>
    public bool IsOther { get; init; }

    /// <summary>The noun before the noun: "trade" of "the trade deal"; null for none.</summary>
    public string? Modifier { get; init; }

    /// <summary>Those joined with it by "and"; null where it stands alone.</summary>
    public PhraseGroup? Group { get; set; }

    public Referent Referent { get; set; } = null!;

    public Phrase? Antecedent { get; set; }

    public IReadOnlyList<Phrase> Parts { get; set; } = [];

    public string Reason { get; set; } = "";

    /// <summary>An earlier or later mention rests on it, so that it is one itself.</summary>
    public bool IsUsed { get; set; }

    public bool IsDefinite => Determiner is "the" or "this" or "that" or "these" or "those" or "both";
}

/// <summary>Who or what a chain of phrases stands for, and what is known of it so far.</summary>
internal sealed class Referent(Phrase first)
{
    /// <summary>The words by which it may be taken up; null for none.</summary>
    private HashSet<string>? words;

    public Phrase First { get; set; } = first;

    public Phrase Last { get; set; } = first;

    public Sort Sort { get; set; } = first.Sort;

    public Gender Gender { get; set; } = first.Gender;

    /// <summary>One name of a state or body in all its spellings; null for others.</summary>
    public string? Code { get; set; }

    /// <summary>The state that a person serves.</summary>
    public string? OfCode { get; set; } = first.OfCode;

    /// <summary>The phrase that a later one surely stands for: a name rather than a pronoun, which may have been taken wrongly.</summary>
    public Phrase Surest { get; private set; } = first;

    /// <summary>Its fullest name.</summary>
    public Phrase? Name { get; set; }

    public int Mentions { get; set; } = 1;

    public bool HasWords => words is not null;

    public bool AddWord(string word) => (words ??= new(StringComparer.Ordinal)).Add(word);

    public void Add(Phrase phrase)
    {
        phrase.Referent = this;
        Last = phrase;
        if (phrase.Kind == MentionKind.Name || (Surest.Kind != MentionKind.Name && phrase.Kind == MentionKind.Nominal))
            Surest = phrase;
        Mentions++;
        if (Gender == Gender.Unknown)
            Gender = phrase.Gender;
        OfCode ??= phrase.OfCode;
    }
}

/// <summary>Phrases that stand together, and what stands for all of them: "Chad and Niger … the two countries".</summary>
internal sealed class PhraseGroup
{
    public List<Phrase> Members { get; init; } = [];

    public Referent? Referent { get; set; }

    public Phrase Last => Members[^1];
}
