using Entente.Vocabulary;

namespace Entente.Language;

public enum QuoteKind
{
    /// <summary>The speaker's own words, all of them between marks.</summary>
    Direct,

    /// <summary>What somebody said, in the reporter's words.</summary>
    Indirect,

    /// <summary>The reporter's words with some of the speaker's between marks.</summary>
    Mixed,

    /// <summary>Between marks, but nobody's utterance: a title, a nickname, a word held at arm's length.</summary>
    Scare,
}

/// <summary>
/// One unbroken stretch of what somebody says. An utterance that the reporter interrupts is several of these with one speaker.
/// </summary>
/// <param name="Content">Without the outer marks.</param>
/// <param name="Continues">The utterance of the quote before it goes on.</param>
/// <param name="CueToken">The verb or noun of saying; null where only the order of the text tells the speaker.</param>
/// <param name="Cue">The cue with the words that belong to it: "according to".</param>
public sealed record Quote(int FirstToken, int EndToken, TextSpan Content, QuoteKind Kind, bool Continues, int? CueToken, TextSpan? Cue, QuoteSpeaker? Speaker);

/// <summary>Who says it, as the text puts it beside the quote.</summary>
/// <param name="Span">The whole phrase: "Euan Graham, an analyst", "a Downing Street spokeswoman", "he".</param>
/// <param name="Head">The token that the phrase is about.</param>
/// <param name="Name">Index of the name in the phrase, or of the name that the phrase stands for.</param>
/// <param name="IsResolved">The name stands elsewhere: the phrase is a pronoun or a role.</param>
public sealed record QuoteSpeaker(TextSpan Span, int Head, int? Name, bool IsResolved);
