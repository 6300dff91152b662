namespace Entente.Language;

/// <summary>What the model sees of a place between two tokens.</summary>
internal static class BoundaryFeatures
{
    public const int Bits = 17;

    public const int Count = 20;

    private const uint Edge = 0x5EED;

    /// <summary>Whether a sentence may end between these two at all; spares the model nine places of ten.</summary>
    public static bool IsCandidate(Lexeme before, Lexeme after)
    {
        if (after.IsClitic || before.Rules.Dot == DotRule.Title || (before.Shape == WordShape.DottedLower && IsDay(after)))
            return false;
        bool mayEnd = before.Shape is not (WordShape.Lower or WordShape.Comma or WordShape.Opener or WordShape.Capitalised or WordShape.Upper);
        return after.Shape switch
        {
            WordShape.Lower => mayEnd && before.Shape is not (WordShape.Number or WordShape.Closer or WordShape.Quote or WordShape.DottedUpper or WordShape.DottedLower or WordShape.Initial),
            // "Good Friday 1998", "Resolution 1701" go on; a name before a date of an e-mail's head does not.
            WordShape.Number => mayEnd || after.Text.Contains('/', StringComparison.Ordinal),
            WordShape.Comma or WordShape.Closer or WordShape.Stop or WordShape.Colon => false,
            WordShape.Dash or WordShape.Quote or WordShape.Mark or WordShape.Stops => mayEnd,
            _ => true,
        };
    }

    /// <summary>"at 5 p.m. Wednesday".</summary>
    private static bool IsDay(Lexeme lexeme) => CalendarWords.Weekdays.ContainsKey(lexeme.Norm) || CalendarWords.Months.ContainsKey(lexeme.Norm);

    public static void Fill(Span<int> features, ReadOnlySpan<Token> tokens, int i, in SentenceState state)
    {
        var (before, after) = (tokens[i].Lexeme, tokens[i + 1].Lexeme);
        var (earlier, later) = (i > state.First ? tokens[i - 1].Lexeme : null, i + 2 < tokens.Length ? tokens[i + 2].Lexeme : null);
        uint touch = tokens[i].Span.End == tokens[i + 1].Span.Start ? 1u : 0u;
        uint b = Form(before), a = Form(after), e = Form(earlier), l = Form(later);
        uint bs = Shape(before), @as = Shape(after), es = Shape(earlier), ls = Shape(later);
        uint nest = state.Nesting, length = Math.Min((uint)(i - state.First), 7);
        features[0] = At(0, 0, 0);
        features[1] = At(1, b, touch);
        features[2] = At(2, a, touch);
        features[3] = At(3, bs, @as, touch);
        features[4] = At(4, b, @as);
        features[5] = At(5, a, bs);
        features[6] = At(6, e, b);
        features[7] = At(7, a, l);
        features[8] = At(8, (bs << 8) | es, (@as << 8) | ls);
        features[9] = At(9, a, b);
        features[10] = At(10, nest, bs, @as);
        features[11] = At(11, length, bs, @as);
        features[12] = At(12, es, b, @as);
        features[13] = At(13, bs, a, ls);
        features[14] = At(14, Form(tokens[state.First].Lexeme), bs);
        features[15] = At(15, bs, @as, state.Style);
        features[16] = At(16, es, bs, @as);
        features[17] = At(17, e, bs, @as);
        features[18] = At(18, bs, @as, l);
        features[19] = At(19, b, @as, l);
    }

    private static uint Form(Lexeme? lexeme) => lexeme is null ? Edge : lexeme.Key ^ (lexeme.IsCapitalised ? 0xA5A5A5A5u : 0);

    private static uint Shape(Lexeme? lexeme) => lexeme is null ? 31 : (uint)lexeme.Shape;

    private static int At(uint template, uint a, uint b, uint c = 0)
    {
        uint hash = (template + 1) * 0x9E3779B1;
        hash = (hash ^ a) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13) ^ b) * 0xC2B2AE35;
        hash = (hash ^ (hash >> 16) ^ c) * 0x27D4EB2F;
        return (int)((hash ^ (hash >> 15)) * 0x9E3779B1 >> (32 - Bits));
    }
}
