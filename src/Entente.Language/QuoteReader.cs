using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>Reads one text: its cues first, then what stands between marks, then what the cues report in the reporter's words.</summary>
internal sealed class QuoteReader
{
    /// <param name="Cue">Index of the cue; -1 for none.</param>
    /// <param name="Passage">Index of the passage that this is; -1 for a clause.</param>
    private readonly record struct Piece(int First, int End, int Cue, int Passage);

    /// <summary>Tokens between a quotation and a noun that is a verb.</summary>
    private const int FarthestNoun = 8;

    /// <summary>Tokens between marks that are somebody's words even without a cue.</summary>
    private const int FewestWords = 3;

    private readonly QuoteContext text;
    private readonly List<FoundCue> cues = [];
    private readonly List<Piece> pieces = [];
    private readonly CueChooser chooser;
    private readonly SpeakerFinder speakers;
    private readonly SpeakerResolver resolver;

    /// <summary>The cue of each passage; -1 for none.</summary>
    private readonly int[] cueOf;

    public QuoteReader(Cues table, QuoteContext text)
    {
        this.text = text;
        (speakers, resolver) = (new(text), new(text));
        chooser = new(text, cues);
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
        int lastQuoted = -FarthestNoun;
        for (int i = 0; i < text.Tokens.Count; i++)
            if (text.IsQuoted(i))
                lastQuoted = i;
            else if (CueAt(table, i, lastQuoted) is { Length: > 0 } cue)
                cues.Add(new(i, cue.Length, cue.Kind, speakers.Of(i, cue.Kind, cue.Length) ?? SpeakerSoFar(i)));
    }

    /// <summary>"…, he said, adding": a participle without a subject goes on with the speaker of its sentence.</summary>
    private QuoteSpeaker? SpeakerSoFar(int participle) =>
        text.Words[participle].Tag == "VBG" && cues.Count > 0 && text.SentenceIndex(cues[^1].Token) == text.SentenceIndex(participle) ? cues[^1].Speaker : null;

    private (CueKind Kind, int Length) CueAt(Cues table, int i, int lastQuoted) =>
        table.At(text.Tokens, text.Words, i) is { Kind: not CueKind.None and not CueKind.Noun } cue ? cue
        : i - lastQuoted < FarthestNoun && IsVerbOfQuote(table, i, lastQuoted) ? (CueKind.Speech, 1)
        : table.At(text.Tokens, text.Words, i);

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
        return new(piece.First, piece.End, content, KindOf(piece, continues), continues, cue.Token, new(text.Tokens[cue.Token].Span.Start, text.Tokens[cue.End - 1].Span.End), Resolved(cue.Speaker));
    }

    private QuoteSpeaker? Resolved(QuoteSpeaker? speaker) => speaker is null ? null : resolver.Resolve(speaker);

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
        var label = LabelWithin(passage);
        bool continues = label is null && previous is { Speaker: not null, Kind: not QuoteKind.Scare } && (passage.Continues || (text.OpensSentence(passage) && (IsSameParagraph(previous, piece) || FillsNextParagraph(previous, passage))));
        var named = continues ? previous!.Speaker : Resolved(label ?? Labelled(passage));
        var speaker = named ?? Resolved(Governing(passage));
        bool isWhole = text.OpensSentence(passage) || chooser.EndsOpen(passage) || (text.Words[piece.End - 1].Tag == "." && !chooser.IsTitle(passage));
        var kind = named is not null || (isWhole && speaker is null) ? QuoteKind.Direct : speaker is not null ? QuoteKind.Mixed : QuoteKind.Scare;
        return new(piece.First, piece.End, content, kind, continues, null, null, speaker);
    }

    private bool IsSameParagraph(Quote quote, Piece piece) => text.SentenceOf(quote.EndToken - 1).Paragraph == text.SentenceOf(piece.First).Paragraph;

    /// <summary>A paragraph that is nothing but a quotation, right after one that has a quotation too.</summary>
    private bool FillsNextParagraph(Quote previous, in Passage passage)
    {
        int paragraph = text.SentenceOf(passage.First).Paragraph;
        return text.SentenceOf(previous.EndToken - 1).Paragraph == paragraph - 1
            && (passage.Open == 0 || text.SentenceOf(passage.Open - 1).Paragraph != paragraph) && (passage.After >= text.Tokens.Count || text.SentenceOf(passage.After).Paragraph != paragraph);
    }

    /// <summary>A passage of some words that depends on a verb of the reporter's sentence; a word or two are a name or a scare.</summary>
    private QuoteSpeaker? Governing(in Passage passage)
    {
        if (passage.End - passage.First < FewestWords || chooser.IsTitle(passage) || chooser.IsHeldAtArmsLength(passage) || text.OpensSentence(passage))
            return null;
        for (int at = passage.First; at < passage.End; at++)
            if (text.Words[at].Head is >= 0 and var head && !text.IsQuoted(head))
                return speakers.Governing(at);
        return null;
    }

    /// <summary>"Japan: 'We will'" and "“We will”: Japan".</summary>
    private QuoteSpeaker? Labelled(in Passage passage)
    {
        var sentence = text.SentenceOf(passage.First);
        int colon = passage.Open - 1;
        if (colon >= 0 && text.Tokens[colon].Norm == ":")
        {
            var of = text.SentenceOf(colon);
            int label = colon - 1;
            return label >= of.First && text.NameAt(label) >= 0 ? speakers.Named(TopOfName(label), colon) : OfSentence(of, colon) ?? Label(of.First, colon);
        }
        return passage.After < sentence.End && text.Tokens[passage.After].Norm is ":" or "—" or "–" ? Label(passage.After + 1, sentence.End) : null;
    }

    /// <summary>A transcript in marks: “HALE: We sail.”</summary>
    private QuoteSpeaker? LabelWithin(in Passage passage)
    {
        int at = passage.First;
        while (at < passage.End && at - passage.First < 4 && IsUpper(text.Tokens[at]))
            at++;
        return at > passage.First && at < passage.End && text.Tokens[at].Norm == ":" ? speakers.Named(at - 1, at) : null;
    }

    private static bool IsUpper(Token token) => token is { IsWord: true, IsCapitalised: true } && !token.Text.AsSpan().ContainsAnyInRange('a', 'z');

    private int TopOfName(int token)
    {
        var name = text.Names[text.NameAt(token)];
        int top = name.EndToken - 1;
        while (text.Words[top].Head is var head && head >= name.FirstToken && head < name.EndToken)
            top = head;
        return top;
    }

    /// <summary>The phrase if it is a name and little more.</summary>
    private QuoteSpeaker? Label(int first, int end)
    {
        if (end <= first || end - first > 8)
            return null;
        for (int at = end - 1; at >= first; at--)
            if (text.NameAt(at) >= 0 && !text.IsQuoted(at))
                return HasVerb(first, end) ? null : speakers.Named(TopOfName(at), end);
        return null;
    }

    private bool HasVerb(int first, int end)
    {
        for (int at = first; at < end; at++)
            if (text.Words[at].Pos is Upos.Verb or Upos.Aux)
                return true;
        return false;
    }

    /// <summary>"The minister had one word for it: “No.”"</summary>
    private QuoteSpeaker? OfSentence(Sentence sentence, int end)
    {
        for (int at = sentence.First; at < end; at++)
            if (text.Is(at, "nsubj") && text.Words[text.Words[at].Head].Head < 0 && !text.IsQuoted(at))
                return speakers.Named(at, end);
        return null;
    }
}
