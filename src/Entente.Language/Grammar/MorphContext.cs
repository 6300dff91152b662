namespace Entente.Language;

/// <summary>
/// What the features of a word may hang on, as numbers: the word, its neighbours, its place in the tree, its subject and auxiliaries. Made once a
/// sentence, in one pass over its words.
/// </summary>
public sealed class MorphContext
{
    /// <summary>How many observations there are of each word.</summary>
    public const int Count = 27;

    private const int None = -1;

    private readonly IReadOnlyList<Token> tokens;
    private readonly IReadOnlyList<Word> words;
    private readonly Sentence sentence;
    private readonly Around[] around;

    /// <summary>What hangs on a word, as tokens; <see cref="None"/> where nothing does.</summary>
    private struct Around()
    {
        public int Subject = None, Mark = None, Case = None;
        public Auxiliaries Auxiliaries;
        public bool HasConjunct;
    }

    [Flags]
    private enum Auxiliaries { None = 0, Have = 1, Passive = 2, Be = 4, Modal = 8, Do = 16, To = 32, Copula = 64 }

    public MorphContext(IReadOnlyList<Token> tokens, IReadOnlyList<Word> words, Sentence sentence)
    {
        this.tokens = tokens;
        this.words = words;
        this.sentence = sentence;
        around = new Around[sentence.Count];
        Array.Fill(around, new());
        for (int i = sentence.First; i < sentence.End; i++)
            if (HeadOf(i) is not None and var head)
                Hang(i, ref around[head - sentence.First]);
    }

    /// <summary>The observations of a word, each already told apart by its kind and by the word's tag.</summary>
    public void Observe(int i, Span<uint> seen)
    {
        var word = words[i];
        string norm = tokens[i].Norm;
        int clause = ClauseOf(i);
        var near = around[clause - sentence.First];
        int subject = SubjectOf(clause);
        uint own = Hash(norm), relation = Hash(word.Relation), subjectTag = TagAt(subject) + (subject != None && around[subject - sentence.First].HasConjunct ? 1u : 0);
        uint auxiliaries = (uint)near.Auxiliaries + 1;
        ReadOnlySpan<uint> values =
        [
            0, own, Hash(norm.AsSpan(Math.Max(0, norm.Length - 3))), Shape(tokens[i].Text), relation, Mix(relation, TagAt(HeadOf(i))),
            NormAt(i - 1), TagAt(i - 1), TagAt(i + 1), NormAt(i + 1), Mix(TagAt(i - 1), TagAt(i + 1)), Mix(TagAt(i - 1), TagAt(i - 2)),
            NormAt(subject), subjectTag, Mix(own, relation), Mix(auxiliaries, relation), Mix(NormAt(near.Mark), subject == None ? 1u : 2u), NormAt(HeadOf(i)),
            i == sentence.First ? 1u : 2u, Mix(own, NormAt(subject)), Mix(own, subjectTag), Antecedent(subject), NormAt(near.Case), Mix(auxiliaries, subject == None ? 1u : 2u, i == sentence.First ? 1u : 2u),
            PersonOf(subject), RelationAt(HeadOf(i)), RelationAt(HeadAt(HeadOf(i))),
        ];
        uint tag = Mix(Hash(word.Tag), (uint)word.Pos);
        for (int k = 0; k < Count; k++)
            seen[k] = Mix(values[k], tag, (uint)k);
    }

    private void Hang(int i, ref Around on)
    {
        string relation = words[i].Relation ?? "";
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        switch (colon < 0 ? relation : relation[..colon])
        {
            case "nsubj" or "expl" or "csubj" when on.Subject == None:
                on.Subject = i;
                break;
            case "aux":
                on.Auxiliaries |= relation == "aux:pass" ? Auxiliaries.Passive : KindOf(i);
                break;
            case "cop":
                on.Auxiliaries |= Auxiliaries.Copula;
                break;
            case "mark":
                on.Mark = i;
                on.Auxiliaries |= words[i].Tag == "TO" ? Auxiliaries.To : Auxiliaries.None;
                break;
            case "case":
                on.Case = i;
                break;
            case "conj":
                on.HasConjunct = true;
                break;
        }
    }

    private Auxiliaries KindOf(int i) => words[i].Tag == "MD" ? Auxiliaries.Modal : tokens[i].Norm switch
    {
        "have" or "has" or "had" or "having" or "'ve" => Auxiliaries.Have,
        "do" or "does" or "did" => Auxiliaries.Do,
        _ => Auxiliaries.Be,
    };

    private int HeadOf(int i) => words[i].Head is var head && head >= sentence.First && head < sentence.End && head != i && words[i].Relation is not null ? head : None;

    /// <summary>An auxiliary or copula belongs to the clause of its head.</summary>
    private int ClauseOf(int i) => words[i].Relation is "aux" or "aux:pass" or "cop" && HeadOf(i) is not None and var head ? head : i;

    /// <summary>A verb joined by "and" shares the subject of the first.</summary>
    private int SubjectOf(int clause)
    {
        if (around[clause - sentence.First].Subject is not None and var own)
            return own;
        return words[clause].Relation is "conj" && HeadOf(clause) is not None and var first ? around[first - sentence.First].Subject : None;
    }

    /// <summary>For "states that sign" the tag of "states", on which the clause hangs.</summary>
    private uint Antecedent(int subject) =>
        subject != None && words[subject].Tag is "WDT" or "WP" ? TagAt(HeadAt(HeadOf(subject))) : 0;

    /// <summary>Person and number of a subject, as far as the verb shows them; 0 where there is none.</summary>
    private uint PersonOf(int subject)
    {
        if (subject == None)
            return 0;
        if (words[subject].Tag is "WDT" or "WP" && HeadAt(HeadOf(subject)) is not None and var antecedent && antecedent != subject)
            return words[antecedent].Tag is "NNS" or "NNPS" ? 5u : 4u;
        return tokens[subject].Norm switch
        {
            "i" => 1u,
            "you" => 2u,
            "we" => 3u,
            "they" or "these" or "those" => 5u,
            _ => words[subject].Tag is "NNS" or "NNPS" || around[subject - sentence.First].HasConjunct ? 5u : 4u,
        };
    }

    private int HeadAt(int i) => i == None ? None : HeadOf(i);

    private uint RelationAt(int i) => i == None ? 7 : Hash(words[i].Relation);

    private uint NormAt(int i) => i >= sentence.First && i < sentence.End ? Hash(tokens[i].Norm) : 7;

    private uint TagAt(int i) => i >= sentence.First && i < sentence.End ? Mix(Hash(words[i].Tag), (uint)words[i].Pos) : 7;

    private static uint Shape(string text)
    {
        uint shape = 0;
        foreach (char c in text)
            shape |= char.IsUpper(c) ? 1u : char.IsLower(c) ? 2u : char.IsDigit(c) ? 4u : c is '.' ? 8u : c is '/' ? 16u : 32u;
        return shape + (text.Length > 1 ? 64u : 0);
    }

    /// <summary>FNV-1a: the same on every machine and in every run, for it decides what a model file means.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    private static uint Mix(uint a, uint b) => (a ^ (b * 0x9E3779B1)) * 0x85EBCA77;

    private static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);
}
