namespace Entente.Language;

/// <summary>
/// "LONDON, Oct 8 (Agency) -": where and when a report was written is no part of its first sentence. Told by form alone: a place in capitals, then
/// nothing but names, dates and brackets, and a dash that stands free, or after a date or an agency a colon.
/// </summary>
internal static class Dateline
{
    /// <summary>Tokens of place, date and agency.</summary>
    private const int Longest = 14;

    /// <summary>Shorter words in capitals are acronyms.</summary>
    private const int ShortestPlace = 4;

    public static bool EndsAt(ReadOnlySpan<Token> tokens, int first, int at)
    {
        if (at - first is 0 or > Longest || at + 1 >= tokens.Length || tokens[at].Norm is not ("-" or "--" or "—" or "–" or ":") || !IsPlace(tokens[first]))
            return false;
        bool isFree = tokens[at - 1].Span.End < tokens[at].Span.Start || tokens[at].Span.End < tokens[at + 1].Span.Start;
        bool hasDateOrAgency = false;
        for (int i = first + 1; i < at; i++)
        {
            if (tokens[i].IsWord && !tokens[i].IsCapitalised && !char.IsDigit(tokens[i].Norm[0]))
                return false;
            hasDateOrAgency |= tokens[i].Norm == "(" || char.IsDigit(tokens[i].Norm[0]);
        }
        return isFree && (tokens[at].Norm != ":" || hasDateOrAgency) && (tokens[at + 1].IsCapitalised || !tokens[at + 1].IsWord);
    }

    private static bool IsPlace(Token token)
    {
        if (token.Text.Length < ShortestPlace)
            return false;
        foreach (char c in token.Text)
            if (!char.IsUpper(c) && c is not ('\'' or '’'))
                return false;
        return true;
    }
}
