namespace Entente.Language;

/// <summary>Which tokens are written together with the one before: "do" and "n't" are one word on paper and two in grammar.</summary>
internal static class Clitics
{
    public static bool IsJoined(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i].IsClitic && tokens[i - 1].Span.End == tokens[i].Span.Start;

    /// <summary>The end of the written word that begins at a token.</summary>
    public static int EndOfWritten(IReadOnlyList<Token> tokens, int first, int end)
    {
        int at = first + 1;
        while (at < end && IsJoined(tokens, at))
            at++;
        return at;
    }
}
