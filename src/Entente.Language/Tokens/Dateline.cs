namespace Entente.Language;

/// <summary>
/// "TOKYO (Agency) —", "ALGIERS, Dec 12 -": where and when a report was written, in front of its first sentence. A sentence of its own, for the
/// place would be taken for who did what that sentence tells.
/// </summary>
internal static class Dateline
{
    /// <summary>In tokens: place, state, date, agency.</summary>
    private const int Longest = 14;

    /// <summary>Before a colon: "NEW DELHI:", "JAKARTA, Monday:". Longer is a title or a sentence.</summary>
    private const int LongestBeforeColon = 4;

    /// <summary>Who speaks in a transcript is labelled so too.</summary>
    private static bool IsSpeaker(in Token token) =>
        token.Norm is "secretary" or "president" or "minister" or "prime" or "foreign" or "question" or "answer" or "moderator" or "chairman" or "senator" or "ambassador" or "general" or "host" or "the" or "reporter" or "spokesperson";

    /// <summary>Whether a dateline goes from the first token of a paragraph to this one, the dash or colon that ends it.</summary>
    public static bool IsEnd(ReadOnlySpan<Token> tokens, int first, int dash)
    {
        bool isColon = tokens[dash].Lexeme.Shape == WordShape.Colon && dash - first <= LongestBeforeColon && !IsSpeaker(tokens[first]);
        if (!(isColon || IsDash(tokens[dash])) || dash == first || dash - first > Longest || !IsPlace(tokens[first]) || dash + 1 >= tokens.Length || !Opens(tokens[dash], tokens[dash + 1]))
            return false;
        for (int i = first + 1; i < dash; i++)
            if (tokens[i].Lexeme.Shape is not (WordShape.Upper or WordShape.Capitalised or WordShape.Initial or WordShape.DottedUpper or WordShape.Mixed or WordShape.Number or WordShape.WithDigits
                or WordShape.Comma or WordShape.Opener or WordShape.Closer or WordShape.Stop) && tokens[i].Norm != "/")
                return false;
        return true;
    }

    /// <summary>Whether this sentence is one.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, Sentence sentence) =>
        sentence.Count is > 1 and <= Longest + 1 && IsPlace(tokens[sentence.First]) && tokens[sentence.End - 1].Lexeme.Shape is WordShape.Dash or WordShape.Colon;

    private static bool IsDash(in Token token) => token.Lexeme.Shape == WordShape.Dash;

    private static bool IsPlace(in Token token) => token.Lexeme.Shape == WordShape.Upper && token.Text.Length > 2;

    /// <summary>"NATO - the alliance of 32 - said" goes on in small letters, "1914-18" without a space.</summary>
    private static bool Opens(in Token dash, in Token next) =>
        next.Span.Start > dash.Span.End && (next.IsCapitalised || next.Lexeme.Shape is WordShape.Quote or WordShape.Opener || char.IsDigit(next.Text[0]));
}
