namespace Entente.Language;

/// <summary>A cue of the text, with the speaker that it leads to.</summary>
internal readonly record struct FoundCue(int Token, int Length, CueKind Kind, QuoteSpeaker? Speaker)
{
    public int End => Token + Length;
}

/// <summary>Which cue introduces a passage between marks, or follows it. Each question looks no farther than a sentence.</summary>
internal sealed class CueChooser(QuoteContext text, List<FoundCue> cues)
{
    /// <summary>Tokens between a passage and its cue; what is farther introduces something else.</summary>
    private const int Farthest = 60;

    /// <summary>Index of the cue; -1 if the passage has none of its own.</summary>
    /// <param name="next">The cue of the passage after it.</param>
    public int Choose(int p, int next)
    {
        var passage = text.Passages[p];
        if (IsTitle(passage) || IsHeldAtArmsLength(passage))
            return -1;
        int after = TokenOrder.FirstFrom(cues, passage.After, c => c.Token), before = Before(passage, after - 1);
        if (before >= 0 && IsIntroduced(passage, cues[before]))
            return before;
        after = p + 1 < text.Passages.Count && IsJoined(passage, text.Passages[p + 1]) ? next : After(p, after);
        return after >= 0 && (EndsOpen(passage) || text.OpensSentence(passage) || before < 0) ? after : before;
    }

    /// <summary>“The Long Road Home”: every word has a capital, and no mark ends it.</summary>
    public bool IsTitle(in Passage passage)
    {
        if (passage.End - passage.First < 2 || EndsOpen(passage) || FollowsPause(passage) || !text.Tokens[passage.End - 1].IsCapitalised)
            return false;
        for (int i = passage.First; i < passage.End; i++)
            if (text.Tokens[i] is { IsWord: true, IsCapitalised: false, Text.Length: > 3, IsClitic: false })
                return false;
        return true;
    }

    /// <summary>Ends with a comma, a question or the like, so that the sentence goes on behind it.</summary>
    public bool EndsOpen(in Passage passage)
    {
        int last = passage.End - 1;
        while (last > passage.First && text.Tokens[last].Text is "’" or "'" or "”")
            last--;
        return text.Tokens[last].Norm is "," or "?" or "!" or "-" or "—" or "–" or "..." or "…" or "?!" || (passage.After < text.Tokens.Count && text.Tokens[passage.After].Norm == ",");
    }

    public bool FollowsPause(in Passage passage) => passage.Open > 0 && text.Tokens[passage.Open - 1].Norm is "," or ":";

    public bool IsHeldAtArmsLength(in Passage passage) => passage.Open > 1 && (text.Tokens[passage.Open - 1].Norm is "so-called" or "self-styled" or "dubbed" or "titled" or "entitled" or "nicknamed"
        || (text.Tokens[passage.Open - 1].Norm == "called" && text.Tokens[passage.Open - 2].Norm is "so" or "-"));

    /// <summary>“We will,” he said, looking up, “do this”: no capital begins it, and a comma ended what came before.</summary>
    public bool IsSecondHalf(int p)
    {
        Passage passage = text.Passages[p], before = text.Passages[p - 1];
        return !text.Tokens[passage.First].IsCapitalised && FollowsPause(passage) && text.Tokens[before.End - 1].Norm == "," && text.SentenceIndex(passage.Open) == text.SentenceIndex(before.End - 1);
    }

    private int Before(in Passage passage, int last)
    {
        while (last >= 0 && cues[last].Token >= passage.Open)
            last--;
        if (last < 0 || passage.Open - cues[last].Token > Farthest)
            return -1;
        int s = text.SentenceIndex(passage.Open), of = text.SentenceIndex(cues[last].Token);
        return of == s || (of == s - 1 && text.OpensSentence(passage) && text.Tokens[passage.Open - 1].Norm is ":" or ",") ? last : -1;
    }

    /// <summary>Nothing but a pause or "that" stands between.</summary>
    private bool IsIntroduced(in Passage passage, FoundCue cue)
    {
        if (FollowsPause(passage) && !(text.Tokens[passage.Open - 1].Norm == "," && passage.Open - cue.End > 12))
            return true;
        for (int at = cue.End; at < passage.Open; at++)
            if (text.Words[at].Pos != Upos.Punct && text.Tokens[at].Norm is not "that")
                return false;
        return true;
    }

    /// <summary>“One” and “two”: a word or two stand between them, and no stop.</summary>
    private bool IsJoined(in Passage passage, in Passage next) =>
        next.Open - passage.After is >= 0 and <= 2 && text.SentenceIndex(passage.First) == text.SentenceIndex(next.First) && (next.Open == passage.After || text.Words[passage.After].Pos == Upos.Cconj);

    private int After(int p, int cue)
    {
        var passage = text.Passages[p];
        while (cue < cues.Count && cues[cue].Kind == CueKind.Noun && cues[cue].Token - passage.After < Farthest)
            cue++;
        if (cue >= cues.Count || passage.After >= text.Tokens.Count || cues[cue].Token - passage.After > Farthest)
            return -1;
        if (p + 1 < text.Passages.Count && text.Passages[p + 1] is var next && next.Open < cues[cue].Token && !(EndsOpen(passage) && IsTitle(next)))
            return -1;
        if (cues[cue].Speaker is { } speaker && speaker.Head < passage.Open)
            return -1;
        return !GoesOnTo(passage, cues[cue].Token) || text.Words[passage.After].Pos == Upos.Cconj ? -1 : cue;
    }

    /// <summary>The cue stands in the passage's last sentence, or begins the next one: “Go!” he said.</summary>
    private bool GoesOnTo(in Passage passage, int cue)
    {
        int s = text.SentenceIndex(passage.After - 1), of = text.SentenceIndex(cue);
        if (s == of)
            return true;
        return of == s + 1 && text.Sentences[s].Paragraph == text.Sentences[of].Paragraph && passage.After == text.Sentences[of].First && (EndsOpen(passage) || cue - passage.After <= 4);
    }
}
