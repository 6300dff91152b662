using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Reads one text: its cues first, then what stands between marks, then what the cues report in the reporter's words.</summary>
internal sealed class QuoteReader
{
    /// <param name="Cue">Index of the cue; -1 for none.</param>
    /// <param name="Passage">Index of the passage that this is; -1 for a clause.</param>
    private readonly record struct Piece(int First, int End, int Cue, int Passage);

    /// <summary>Tokens from a quotation to a verb that is one of saying for no other reason.</summary>
    private const int FarthestVerb = 8;

    private readonly QuoteContext text;
    private readonly List<FoundCue> cues = [];
    private readonly List<Piece> pieces = [];
    private readonly CueChooser chooser;
    private readonly SpeakerFinder speakers;
    private readonly SpeakerWithoutCue withoutCue;

    /// <summary>The cue of each passage; -1 for none.</summary>
    private readonly int[] cueOf;

    public QuoteReader(Cues table, QuoteContext text)
    {
        this.text = text;
        speakers = new(text);
        chooser = new(text, cues);
        withoutCue = new(text, speakers, chooser);
        FindCues(table);
        cueOf = new int[text.Passages.Count];
        for (int p = cueOf.Length - 1; p >= 0; p--)
            cueOf[p] = chooser.Choose(p, p + 1 < cueOf.Length ? cueOf[p + 1] : -1);
        for (int p = 1; p < cueOf.Length; p++)
            if (chooser.IsSecondHalf(p))
                cueOf[p] = cueOf[p - 1];
    }

    public List<Quote> Read()
    {
        AddClauses();
        for (int p = 0; p < cueOf.Length; p++)
            pieces.Add(new(text.Passages[p].First, text.Passages[p].End, cueOf[p], p));
        pieces.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        var quotes = new List<Quote>(pieces.Count);
        int end = 0;
        foreach (var piece in pieces)
            if (piece.First >= end)
            {
                quotes.Add(Make(piece, quotes));
                end = piece.End;
            }
        return quotes;
    }

    private void FindCues(Cues table)
    {
        int lastQuoted = -FarthestVerb;
        for (int i = 0; i < text.Tokens.Count; i++)
            if (text.IsQuoted(i))
                lastQuoted = i;
            else if (CueAt(table, i, lastQuoted) is { Length: > 0 } cue)
                cues.Add(new(i, cue.Length, cue.Kind, speakers.Of(i, cue.Kind, cue.Length) ?? SpeakerSoFar(i)));
    }

    /// <summary>"…, he said, adding": a participle without a subject goes on with the speaker of its sentence.</summary>
    private QuoteSpeaker? SpeakerSoFar(int participle) =>
        text.Words[participle].Tag == "VBG" && cues.Count > 0 && text.SentenceIndex(cues[^1].Token) == text.SentenceIndex(participle) ? cues[^1].Speaker : null;

    private (CueKind Kind, int Length) CueAt(Cues table, int i, int lastQuoted)
    {
        var cue = table.At(text.Tokens, text.Words, i);
        return cue.Kind is CueKind.None or CueKind.Noun && i - lastQuoted < FarthestVerb && IsVerbOfQuote(table, i, lastQuoted) ? (CueKind.Speech, 1) : cue;
    }

    /// <summary>
    /// Soon after a quotation any verb is one of saying: “…!” beamed Ana Reis. What the tagger takes for a noun is the verb after a name:
    /// “…,” Duarte notes.
    /// </summary>
    private bool IsVerbOfQuote(Cues table, int i, int lastQuoted)
    {
        bool isBesideName = text.Words[i - 1].Pos is Upos.Propn || text.Tokens[i - 1].Norm is "he" or "she";
        if (text.Words[i].Tag is not ("VBD" or "VBZ"))
            return isBesideName && table.AsVerb(text.Words[i]) != CueKind.None;
        if (!chooser.EndsOpen(text.Passages[text.PassageAt(lastQuoted)]))
            return false;
        int subject = lastQuoted + (text.Tokens[lastQuoted + 1].Norm == "," ? 2 : 1);
        return isBesideName ? i - lastQuoted <= 4 && text.Words[subject].Pos is Upos.Propn or Upos.Pron : i == lastQuoted + 1 && i + 1 < text.Tokens.Count && text.Words[i + 1].Pos is Upos.Propn;
    }

    private void AddClauses()
    {
        var clauses = new ReportedClause(text);
        var found = new List<(int First, int End)>();
        for (int c = 0; c < cues.Count; c++)
        {
            found.Clear();
            clauses.Find(cues[c].Token, cues[c].Kind, cues[c].Length, cues[c].Speaker, found);
            foreach (var (first, end) in found)
                AddClause(first, end, c);
        }
    }

    /// <summary>A clause that begins or ends within marks takes in all that stands between them; one that is just that is the passage.</summary>
    private void AddClause(int first, int end, int cue)
    {
        int opening = text.PassageAt(first), closing = text.PassageAt(end - 1);
        if (opening >= 0 && (opening == closing || chooser.EndsOpen(text.Passages[opening])))
        {
            if (cueOf[opening] < 0 && !chooser.IsTitle(text.Passages[opening]))
                cueOf[opening] = cue;
            return;
        }
        for (int at = first; at < end; at++)
            if (text.PassageAt(at) is >= 0 and var p && cueOf[p] is >= 0 and var other && other != cue && (cues[other].Token < first || cues[other].Token >= end))
                return;
        int from = opening >= 0 ? text.Passages[opening].Open : first, to = closing >= 0 ? text.Passages[closing].After : end;
        pieces.Add(new(from, to, cue, -1));
    }

    private Quote Make(Piece piece, List<Quote> before)
    {
        var content = new TextSpan(text.Tokens[piece.First].Span.Start, text.Tokens[piece.End - 1].Span.End);
        if (piece.Cue < 0)
            return MakeWithoutCue(piece, content, before);
        var cue = cues[piece.Cue];
        bool continues = before.Count > 0 && before[^1].CueToken == cue.Token;
        return new(piece.First, piece.End, content, KindOf(piece, continues), continues, cue.Token, new(text.Tokens[cue.Token].Span.Start, text.Tokens[cue.End - 1].Span.End), cue.Speaker);
    }

    private QuoteKind KindOf(Piece piece, bool continues)
    {
        if (piece.Passage >= 0)
            return continues || text.OpensSentence(text.Passages[piece.Passage]) || chooser.FollowsPause(text.Passages[piece.Passage]) || text.Tokens[piece.First].IsCapitalised ? QuoteKind.Direct : QuoteKind.Mixed;
        for (int at = piece.First; at < piece.End; at++)
            if (text.IsQuoted(at))
                return QuoteKind.Mixed;
        return QuoteKind.Indirect;
    }

    private Quote MakeWithoutCue(Piece piece, TextSpan content, List<Quote> before)
    {
        var passage = text.Passages[piece.Passage];
        var previous = before.Count > 0 ? before[^1] : null;
        var label = withoutCue.LabelWithin(passage);
        bool continues = label is null && previous is { Speaker: not null, Kind: not QuoteKind.Scare } && GoesOn(previous, passage);
        var named = continues ? previous!.Speaker : label ?? withoutCue.Labelled(passage);
        var speaker = named ?? withoutCue.Governing(passage);
        bool isWhole = text.OpensSentence(passage) || chooser.EndsOpen(passage) || (text.Words[piece.End - 1].Tag == "." && !chooser.IsTitle(passage));
        var kind = named is not null || (isWhole && speaker is null) ? QuoteKind.Direct : speaker is not null ? QuoteKind.Mixed : QuoteKind.Scare;
        return new(piece.First, piece.End, content, kind, continues, null, null, speaker);
    }

    private bool GoesOn(Quote previous, in Passage passage) => passage.Continues
        || (text.OpensSentence(passage) && (text.SentenceOf(previous.EndToken - 1).Paragraph == text.SentenceOf(passage.First).Paragraph || FillsNextParagraph(previous, passage)));

    /// <summary>A paragraph that is nothing but a quotation, right after one that has a quotation too.</summary>
    private bool FillsNextParagraph(Quote previous, in Passage passage)
    {
        int paragraph = text.SentenceOf(passage.First).Paragraph;
        return text.SentenceOf(previous.EndToken - 1).Paragraph == paragraph - 1
            && (passage.Open == 0 || text.SentenceOf(passage.Open - 1).Paragraph != paragraph) && (passage.After >= text.Tokens.Count || text.SentenceOf(passage.After).Paragraph != paragraph);
    }
}
