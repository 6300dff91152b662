namespace Entente.Language;

/// <summary>
/// Who says it: from a cue to the phrase of its speaker, by grammar and, where the marks of a quotation led the grammar astray, by what stands
/// beside the cue.
/// </summary>
internal sealed class SpeakerFinder(QuoteContext text)
{
    /// <summary>Verbs that share a subject are nested no deeper: "refused to say", "was quoted as saying".</summary>
    private const int LongestClimb = 5;

    /// <summary>Tokens of a speaker's phrase between quotation and cue: “…,” Ana Reis, who leads the port's union, said.</summary>
    private const int LongestPhrase = 30;

    /// <summary>The same where the quotation ended a sentence.</summary>
    private const int ShortPhrase = 6;

    /// <summary>Null where the text does not say, or says it in a way that we do not see.</summary>
    public QuoteSpeaker? Of(int cue, CueKind kind, int length)
    {
        int head = kind switch
        {
            CueKind.Phrase => AfterPhrase(cue + length),
            CueKind.Noun => OfNoun(cue),
            _ => OfVerb(cue, kind),
        };
        return head < 0 ? null : Named(head, cue);
    }

    /// <summary>A phrase that is known to name the speaker, such as "Japan" in "Japan: 'We will'".</summary>
    public QuoteSpeaker Named(int head, int cue)
    {
        var (first, end) = Phrase(head, cue);
        return new(new(text.Tokens[first].Span.Start, text.Tokens[end - 1].Span.End), head, NameIn(head, first, end) is >= 0 and var name ? name : null, false);
    }

    /// <summary>The subject of the verb on which a word hangs: "The advert targets a “rotten system of favours”."</summary>
    public QuoteSpeaker? Governing(int token)
    {
        int at = text.Words[token].Head;
        for (int steps = 0; steps < LongestClimb && at >= 0 && !text.IsQuoted(at); steps++, at = text.Words[at].Head)
            if (text.Words[at].Pos == Upos.Verb && Subject(at, out bool isPassive) is >= 0 and var subject)
                return isPassive || subject > at || Meant(subject, at) is var meant && meant < 0 ? null : Named(meant, at);
        return null;
    }

    private int AfterPhrase(int at)
    {
        int end = text.SentenceOf(at - 1).End;
        return at < end && !text.IsQuoted(at) ? TopOfPhrase(at, at, end) : -1;
    }

    private int OfNoun(int cue)
    {
        for (int child = text.Tree.FirstChild(cue); child >= 0; child = text.Tree.NextSibling(child))
            if (text.Words[child].Relation is "nmod:poss" || (text.Is(child, "nmod") && HasCase(child, "by", "from")))
                return text.IsQuoted(child) ? -1 : child;
        // "issued a statement: …", "said in a statement: …"
        int verb = text.Words[cue].Head;
        return verb >= 0 && text.Words[verb].Pos == Upos.Verb && !text.Is(cue, "nsubj") ? OfVerb(verb, CueKind.Speech) : -1;
    }

    private bool HasCase(int token, string one, string other)
    {
        int child = text.Tree.FirstChild(token);
        return child >= 0 && text.Is(child, "case") && (text.Tokens[child].Norm == one || text.Tokens[child].Norm == other);
    }

    private int OfVerb(int cue, CueKind kind)
    {
        int beside = BesideQuote(cue, out int quoteEnd), at = cue;
        for (int steps = 0; steps < LongestClimb && at >= 0 && !text.IsQuoted(at); steps++)
        {
            int subject = Subject(at, out bool isPassive);
            if (steps == 0 && beside >= 0 && (subject < quoteEnd || cue == quoteEnd))
                return beside;
            if (isPassive && steps == 0 && kind != CueKind.Quoted)
                return Agent(at);
            // "Xinhua quoted Wang as saying"
            if (!isPassive && steps == 0 && kind == CueKind.Quoted)
                return ObjectOf(at);
            if (subject >= 0)
                return Meant(subject, at);
            if (text.Words[at] is { Relation: "acl:relcl" or "acl" } clause && !IsAsideParticiple(at))
                return text.IsQuoted(clause.Head) ? -1 : clause.Head;
            if (!SharesSubject(at) && !IsAsideParticiple(cue))
                return steps == 0 ? BeforeCue(cue) : -1;
            at = text.Words[at].Head;
        }
        return -1;
    }

    private bool SharesSubject(int verb) => text.Is(verb, "conj") || text.Is(verb, "xcomp") || text.Is(verb, "advcl") || (text.Is(verb, "parataxis") && text.Words[verb].Tag == "VBG");

    /// <summary>"…, adding that": behind a comma it goes on with the subject of the sentence, whatever noun the grammar hangs it on.</summary>
    private bool IsAsideParticiple(int verb) => text.Words[verb].Tag == "VBG" && verb > text.SentenceOf(verb).First && text.Tokens[verb - 1].Norm is "," or "and" or "then";

    private int Subject(int verb, out bool isPassive)
    {
        isPassive = false;
        int found = -1;
        for (int child = text.Tree.FirstChild(verb); child >= 0; child = text.Tree.NextSibling(child))
        {
            isPassive |= text.Words[child].Relation is "nsubj:pass" or "aux:pass";
            if (found < 0 && text.Is(child, "nsubj") && !text.IsQuoted(child) && text.IsNominal(child) && (child < verb || text.Words[verb].Tag is "VBD" or "VBZ" or "VBP"))
                found = child;
        }
        return found;
    }

    private int ObjectOf(int verb)
    {
        for (int child = text.Tree.FirstChild(verb); child >= 0; child = text.Tree.NextSibling(child))
            if (text.Is(child, "obj") && !text.IsQuoted(child))
                return child;
        return -1;
    }

    /// <summary>For "who" and "which" the noun before them.</summary>
    private int Meant(int subject, int verb) =>
        text.Words[subject].Tag is "WP" or "WDT" || text.Tokens[subject].Norm is "who" or "which"
            ? text.Words[verb] is { Relation: "acl:relcl" } clause ? clause.Head : BeforeRelative(subject)
            : subject;

    private int BeforeRelative(int pronoun)
    {
        int at = pronoun - 1, first = text.SentenceOf(pronoun).First;
        while (at > first && text.Tokens[at].Norm == ",")
            at--;
        return at >= first && !text.IsQuoted(at) && text.IsNominal(at) ? at : -1;
    }

    private int Agent(int verb)
    {
        for (int child = text.Tree.FirstChild(verb); child >= 0; child = text.Tree.NextSibling(child))
            if (text.Words[child].Relation == "obl:agent" || (text.Is(child, "obl") && HasCase(child, "by", "by")))
                return text.IsQuoted(child) ? -1 : child;
        return -1;
    }

    /// <summary>“…,” said Graham; “…,” Graham, an analyst, said: between the marks and the cue, or behind it, the speaker must stand.</summary>
    /// <param name="quoteEnd">The first token behind the quotation.</param>
    private int BesideQuote(int cue, out int quoteEnd)
    {
        var sentence = text.SentenceOf(cue);
        quoteEnd = cue;
        while (quoteEnd > sentence.First && cue - quoteEnd < LongestPhrase && !text.IsQuoted(quoteEnd - 1))
            quoteEnd--;
        if (quoteEnd == 0 || !text.IsQuoted(quoteEnd - 1) || (quoteEnd == sentence.First && cue - quoteEnd > ShortPhrase) || text.Words[cue].Tag is "VBG" or "VBN" or "VB")
            return -1;
        if (text.Tokens[quoteEnd].Norm == ",")
            quoteEnd++;
        if (quoteEnd < cue)
            return MayBeginPhrase(quoteEnd) ? TopOfPhrase(quoteEnd, quoteEnd, cue) : -1;
        return cue + 1 < sentence.End && !text.IsQuoted(cue + 1) && MayBeginPhrase(cue + 1) ? TopOfPhrase(cue + 1, cue + 1, sentence.End) : -1;
    }

    private int BeforeCue(int cue)
    {
        int before = cue - 1, first = text.SentenceOf(cue).First;
        while (before >= first && !text.IsQuoted(before) && text.Words[before].Pos is Upos.Adv or Upos.Aux)
            before--;
        return before >= first && !text.IsQuoted(before) && text.IsNominal(before) && !text.Is(before, "obj") && !text.Is(before, "obl") ? TopOfPhrase(before, before - LongestPhrase, cue) : -1;
    }

    private bool MayBeginPhrase(int token) => text.Words[token].Pos is Upos.Propn or Upos.Noun or Upos.Det or Upos.Adj || text.Tokens[token].Norm is "he" or "she" or "they" or "we" or "i";

    /// <summary>The head of the noun phrase that a token belongs to, as long as it is a noun from <paramref name="first"/> to <paramref name="end"/>.</summary>
    private int TopOfPhrase(int token, int first, int end)
    {
        int top = token;
        for (int head = text.Words[top].Head; head >= Math.Max(first, 0) && head < end && !text.IsQuoted(head) && text.Words[head].Pos is Upos.Noun or Upos.Propn; head = text.Words[top].Head)
        {
            if (text.Is(top, "conj") && head < token)
                break;
            top = head;
        }
        return text.IsNominal(top) ? top : -1;
    }

    /// <summary>The head with what describes it; a relative clause is left out, and so is all on the cue's other side or between marks.</summary>
    private (int First, int End) Phrase(int head, int cue)
    {
        int first = head, end = head + 1;
        for (int child = text.Tree.FirstChild(head); child >= 0; child = text.Tree.NextSibling(child))
        {
            int from = text.Tree.First(child), to = text.Tree.End(child);
            if (!Describes(child) || (from <= cue && cue < to) || Crosses(from, to))
                continue;
            (first, end) = (cue > head || from > cue ? Math.Min(first, from) : first, cue < head || to <= cue ? Math.Max(end, to) : end);
        }
        while (first < head && (text.IsMark(first) || text.Is(first, "case")))
            first++;
        while (end > head + 1 && text.Tokens[end - 1].Norm is "," or "-" or "—" or "–" or ":" or "'s")
            end--;
        return (first, end);
    }

    private bool Describes(int child) => text.Words[child].Relation is { } r
        && (r is "det" or "amod" or "compound" or "flat" or "appos" or "nummod" or "conj" or "fixed" or "advmod" or "det:predet" or "flat:foreign" or "acl" || text.Is(child, "nmod"));

    /// <summary>Whether a passage between marks begins or lies in here: no speaker is quoted.</summary>
    private bool Crosses(int first, int end)
    {
        for (int at = first; at < end; at++)
            if (text.IsQuoted(at))
                return true;
        return false;
    }

    /// <summary>The name that the head is part of, or the person in apposition to it.</summary>
    private int NameIn(int head, int first, int end)
    {
        int name = text.NameAt(head);
        for (int at = first; at < end && (name < 0 || text.Names[name].Kind != NameKind.Person); at++)
            if (text.NameAt(at) is >= 0 and var other && text.Names[other].Kind == NameKind.Person && IsOfHead(at, head))
                name = other;
        return name >= 0 && text.Names[name].Kind is NameKind.Date or NameKind.Money or NameKind.Quantity ? -1 : name;
    }

    private bool IsOfHead(int token, int head) => text.Words[token].Head == head && (text.Is(token, "appos") || text.Is(token, "flat") || text.Is(token, "compound"));
}
