namespace Entente.Language;

/// <summary>What a cue reports in the reporter's words: the stretches of its sentence that tell what is said, by grammar.</summary>
internal sealed class ReportedClause(QuoteContext text)
{
    /// <summary>Appends the stretches, in order; none where the cue has no clause.</summary>
    public void Find(int cue, CueKind kind, int length, QuoteSpeaker? speaker, List<(int First, int End)> found)
    {
        if (kind is CueKind.Call || Clause(cue, kind) is >= 0 and var clause && Add(text.Tree.First(clause), text.Tree.End(clause), cue, speaker, found))
            return;
        if (kind == CueKind.Phrase)
            Around(cue, Math.Max(cue + length, EndOf(speaker)), found);
        else if (kind is CueKind.Speech or CueKind.Thought && speaker is not null && IsAside(cue))
            Around(text.Tree.First(cue), text.Tree.End(cue), found);
    }

    /// <summary>The head of the clause: "said [that …]", "promised [to …]", "the claim [that …]"; -1 if there is none.</summary>
    private int Clause(int cue, CueKind kind)
    {
        bool isPassive = false;
        int found = -1;
        for (int child = text.Tree.FirstChild(cue); child >= 0; child = text.Tree.NextSibling(child))
        {
            if (text.Words[child].Relation == "aux:pass")
                isPassive = true;
            // "It was announced that …" has what is said as its subject.
            bool isSaid = (text.Is(child, "ccomp") && !IsAddition(child)) || (isPassive && child > cue && text.Is(child, "csubj") && HasMark(child, "that"));
            if (isSaid || (kind == CueKind.Noun ? text.Is(child, "acl") && HasMark(child, "that") : kind != CueKind.Thought && !isPassive && text.Is(child, "xcomp") && HasMark(child, "to")))
            {
                // "Asked about it, she said that …": of two clauses what is said has its mark.
                if (child > cue && HasMark(child, "that"))
                    return child;
                // Of two without a mark it is the one behind the verb: "Having heard that it rained, she said it would stop".
                found = found < 0 || (found < cue && child > cue && HasMark(found, "that")) ? child : found;
            }
        }
        return found < 0 && kind == CueKind.Speech ? Joined(cue) : found;
    }

    /// <summary>"announced at a meeting that …": at times the grammar takes it for what is joined to the verb, or for a clause of the meeting.</summary>
    private int Joined(int cue)
    {
        for (int child = text.Tree.FirstChild(cue); child >= 0; child = text.Tree.NextSibling(child))
            if (child > cue && text.Is(child, "conj") && HasMark(child, "that"))
                return child;
            else if (child > cue && text.Is(child, "obl") && OfOccasion(child) is >= 0 and var clause)
                return clause;
        return -1;
    }

    private int OfOccasion(int noun)
    {
        for (int child = text.Tree.FirstChild(noun); child >= 0; child = text.Tree.NextSibling(child))
            if (child > noun && text.Words[child].Relation is "acl:relcl" or "acl" && HasMark(child, "that"))
                return child;
        return -1;
    }

    /// <summary>", adding that …" is a cue of its own, though the grammar may take it for what is said.</summary>
    private bool IsAddition(int verb) => text.Words[verb].Tag == "VBG" && text.Tokens[Math.Max(verb - 1, 0)].Norm == ",";

    private bool HasMark(int clause, string mark)
    {
        for (int child = text.Tree.FirstChild(clause); child >= 0 && child < clause; child = text.Tree.NextSibling(child))
            if (text.Tokens[child].Norm == mark && text.Is(child, "mark"))
                return true;
        return false;
    }

    /// <summary>"The pact, he said, will hold": the verb hangs on the sentence that it reports, and no quotation is what it reports.</summary>
    private bool IsAside(int cue) => !text.IsQuoted(text.SentenceOf(cue).First) && text.Is(cue, "parataxis") && text.Words[cue].Head is >= 0 and var head && !text.IsQuoted(head);

    private int EndOf(QuoteSpeaker? speaker)
    {
        int end = speaker is null ? 0 : speaker.Head + 1;
        while (speaker is not null && end < text.Tokens.Count && text.Tokens[end - 1].Span.End < speaker.Span.End)
            end++;
        return end;
    }

    /// <summary>The sentence but for the words that tell who says it.</summary>
    private void Around(int first, int end, List<(int First, int End)> found)
    {
        var sentence = text.SentenceOf(first);
        AddTrimmed(sentence.First, first, found);
        AddTrimmed(end, sentence.End, found);
    }

    private bool Add(int first, int end, int cue, QuoteSpeaker? speaker, List<(int First, int End)> found)
    {
        bool holdsSpeaker = speaker is not null && first <= speaker.Head && speaker.Head < end;
        return !(first <= cue && cue < end) && !holdsSpeaker && AddTrimmed(first, end, found);
    }

    /// <summary>Without "that" and marks at the ends, unless they are of a quotation.</summary>
    private bool AddTrimmed(int first, int end, List<(int First, int End)> found)
    {
        while (first < end && !text.IsQuoted(first) && (text.Words[first].Pos == Upos.Punct || text.Tokens[first].Norm == "that" && text.Is(first, "mark")))
            first++;
        while (end > first && !text.IsQuoted(end - 1) && text.Words[end - 1].Pos == Upos.Punct)
            end--;
        if (end > first)
            found.Add((first, end));
        return end > first;
    }
}
