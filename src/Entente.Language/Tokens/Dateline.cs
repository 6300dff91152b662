namespace Entente.Language;

/// <summary>
/// "TOKYO (Agency) —", "ALGIERS, Dec 12 -": where and when a report was written, in front of its first sentence. A sentence of its own, for the
/// place would be taken for who did what that sentence tells.
/// </summary>
internal static class Dateline
{
    /// <summary>In tokens: place, state, date, agency.</summary>
    private const int Longest = 14;

    /// <summary>Whether a dateline goes from the first token of a paragraph to this one, the dash that ends it.</summary>
    public static bool IsEnd(ReadOnlySpan<Token> tokens, int first, int dash)
    {
        if (!IsDash(tokens[dash]) || dash == first || dash - first > Longest || !IsPlace(tokens[first]) || dash + 1 >= tokens.Length || !Opens(tokens[dash], tokens[dash + 1]))
            return false;
        for (int i = first + 1; i < dash; i++)
            if (tokens[i].Lexeme.Shape is not (WordShape.Upper or WordShape.Capitalised or WordShape.Initial or WordShape.DottedUpper or WordShape.Mixed or WordShape.Number or WordShape.WithDigits
                or WordShape.Comma or WordShape.Opener or WordShape.Closer or WordShape.Stop) && tokens[i].Norm != "/")
                return false;
        return true;
    }

    /// <summary>Whether this sentence is one.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, Sentence sentence) =>
        sentence.Count is > 1 and <= Longest + 1 && IsPlace(tokens[sentence.First]) && IsDash(tokens[sentence.End - 1]);

    private static bool IsDash(in Token token) => token.Lexeme.Shape == WordShape.Dash;

    private static bool IsPlace(in Token token) => token.Lexeme.Shape == WordShape.Upper && token.Text.Length > 2;

    /// <summary>"NATO - the alliance of 32 - said" goes on in small letters, "1914-18" without a space.</summary>
    private static bool Opens(in Token dash, in Token next) =>
        next.Span.Start > dash.Span.End && (next.IsCapitalised || next.Lexeme.Shape is WordShape.Quote or WordShape.Opener || char.IsDigit(next.Text[0]));
}
