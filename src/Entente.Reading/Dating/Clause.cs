using Entente.Language;

namespace Entente.Reading.Dating;

/// <summary>How a clause tells what it tells: as past, as to come, or as neither ("may", "if", "not").</summary>
internal enum Told { Unknown, Past, Present, Future, Open }

/// <summary>The clause around a token, by its verb and the words that hang on it.</summary>
internal sealed class Clause(AnnotatedText text, DatingWords datingWords)
{
    /// <summary>A verb farther up the tree than this speaks of something else.</summary>
    private const int Climb = 8;

    /// <summary>How many tokens before its verb an auxiliary stands at most.</summary>
    private const int AuxiliaryReach = 8;

    /// <summary>The verb or predicate ("is host") that a token hangs on, itself included; -1 where there is none, as in most headings.</summary>
    public int VerbOf(int token)
    {
        for (int step = 0; step < Climb && token >= 0; step++, token = text.Words[token].Head)
            if (text.Words[token].Pos is Upos.Verb || text.Words[token].Tag is "VBD" or "VBZ" or "VBP" || HasCopula(token))
                return token;
        return -1;
    }

    private bool HasCopula(int token)
    {
        for (int i = token - 1; i >= Math.Max(0, token - AuxiliaryReach); i--)
            if (text.Words[i].Head == token && text.Words[i].Relation == "cop")
                return true;
        return false;
    }

    public Told ToldAt(int token) => ToldBy(VerbOf(token), 0);

    /// <summary>How a verb tells: its auxiliaries, what introduces it, and for an infinitive the verb it hangs on.</summary>
    private Told ToldBy(int verb, int depth)
    {
        if (verb < 0 || depth > Climb)
            return Told.Unknown;
        var told = Told.Unknown;
        bool isInfinitive = false;
        for (int i = Math.Max(0, verb - AuxiliaryReach); i < verb; i++)
        {
            var word = text.Words[i];
            if (word.Head != verb)
                continue;
            string norm = text.Tokens[i].Norm;
            if (norm is "if" or "unless" or "whether" or "before" or "not" or "n't" or "never")
                return Told.Open;
            isInfinitive |= norm == "to" && word.Pos is Upos.Part or Upos.Sconj;
            if (word.Pos == Upos.Aux)
                told = OfAuxiliary(norm, word, told);
        }
        if (told is Told.Future or Told.Open or Told.Past)
            return datingWords.IsPlanning(text.Words[verb].Lemma) && text.Words[verb].Tag == "VBN" ? Told.Future : told;
        if (isInfinitive)
            return AsAimOf(text.Words[verb].Head, depth);
        return text.Words[verb].Tag switch
        {
            "VBD" => Told.Past,
            "VBN" => told != Told.Unknown || datingWords.IsPlanning(text.Words[verb].Lemma) ? Told.Future : Told.Past,
            "VBZ" or "VBP" => Told.Present,
            "VBG" when told == Told.Unknown => ToldBy(text.Words[verb].Head < 0 ? -1 : VerbOf(text.Words[verb].Head), depth + 1),
            _ => told,
        };
    }

    private static Told OfAuxiliary(string norm, Word word, Told told) => norm switch
    {
        "will" or "'ll" or "shall" => Told.Future,
        "may" or "might" or "could" or "would" or "should" or "can" or "must" => Told.Open,
        _ when told is Told.Future or Told.Open => told,
        _ when word.Tag == "VBD" || word.Lemma == "have" => Told.Past,
        _ => Told.Present,
    };

    /// <summary>"plans to sign", "is due to visit" look ahead; of other aims nobody says whether they were reached.</summary>
    private Told AsAimOf(int head, int depth) =>
        head < 0 ? Told.Open
        : datingWords.IsPlanning(text.Words[head].Lemma) ? Told.Future
        : text.Words[head].Pos == Upos.Verb && ToldBy(head, depth + 1) == Told.Future ? Told.Future
        : Told.Open;
}
