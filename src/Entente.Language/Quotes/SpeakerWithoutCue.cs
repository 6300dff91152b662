namespace Entente.Language;

/// <summary>Who says what stands between marks where no word of saying tells: a label before a colon, or the subject of the sentence around.</summary>
internal sealed class SpeakerWithoutCue(QuoteContext text, SpeakerFinder speakers, CueChooser chooser)
{
    /// <summary>Tokens between marks that are somebody's words even without a cue.</summary>
    private const int FewestWords = 3;

    /// <summary>Tokens of a label: "Ana Reis, mayor of Lima".</summary>
    private const int LongestLabel = 8;

    /// <summary>A passage of some words that depends on a verb of the reporter's sentence; a word or two are a name or a scare.</summary>
    public QuoteSpeaker? Governing(in Passage passage)
    {
        if (passage.End - passage.First < FewestWords || chooser.IsTitle(passage) || chooser.IsHeldAtArmsLength(passage) || text.OpensSentence(passage))
            return null;
        for (int at = passage.First; at < passage.End; at++)
            if (text.Words[at].Head is >= 0 and var head && !text.IsQuoted(head))
                return speakers.Governing(at);
        return null;
    }

    /// <summary>"Japan: 'We will'" and "“We will”: Japan".</summary>
    public QuoteSpeaker? Labelled(in Passage passage)
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
    public QuoteSpeaker? LabelWithin(in Passage passage)
    {
        int at = passage.First;
        while (at < passage.End && at - passage.First < LongestLabel && IsUpper(text.Tokens[at]))
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
        if (end <= first || end - first > LongestLabel)
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
            if (text.Is(at, "nsubj") && text.Words[at].Head is >= 0 and var verb && text.Words[verb].Head < 0 && !text.IsQuoted(at))
                return speakers.Named(at, end);
        return null;
    }
}
