namespace Entente.Language;

internal enum Gap { None, Line, Paragraph }

/// <summary>What the line breaks of a text mean: a blank line ends a paragraph, a single break does too unless the text is hard-wrapped.</summary>
internal ref struct LineLayout(string text)
{
    private readonly int wrap = WrapWidth(text);
    private readonly bool isIndented = MarksParagraphsByIndent(text);
    private int lineStart;

    /// <summary>What stands between two tokens that follow one another; to be asked in their order.</summary>
    public Gap Between(in Token before, in Token after)
    {
        int from = before.Span.End, to = after.Span.Start;
        if (to - from <= 1 && (to == from || text[from] == ' '))
            return Gap.None;
        int breaks = 0, lineEnd = from;
        for (int at = from; at < to; at++)
            if (Chars.IsLineBreak(text[at]) && breaks++ == 0)
                lineEnd = at;
        if (breaks == 0)
            return Gap.None;
        int width = lineEnd - lineStart;
        lineStart = to;
        if (breaks > 1 || wrap == 0)
            return Gap.Paragraph;
        bool isStop = before.Lexeme.Shape is WordShape.Stop or WordShape.Stops;
        bool isWrapped = (width >= wrap * 6 / 10 || (isIndented && to == lineEnd + 1)) && !isStop && after.Lexeme.Shape is not (WordShape.Bullet or WordShape.Dash);
        return isWrapped ? Gap.None : isStop ? Gap.Line : Gap.Paragraph;
    }

    /// <summary>The width at which a text is hard-wrapped; 0 if its lines are paragraphs.</summary>
    private static int WrapWidth(ReadOnlySpan<char> text)
    {
        // A histogram instead of a sorted list: what is wider than a page is no wrapped line, however wide it is.
        const int Widest = 256;
        Span<int> lines = stackalloc int[Widest + 1];
        int count = 0;
        foreach (var line in text.EnumerateLines())
        {
            int trimmed = line.TrimEnd().Length;
            if (trimmed == 0)
                continue;
            lines[Math.Min(trimmed, Widest)]++;
            count++;
        }
        if (count < 6)
            return 0;
        int upper = Quantile(lines, count * 9 / 10), middle = Quantile(lines, count / 2);
        return upper is >= 40 and <= 100 && middle >= upper * 8 / 10 ? upper : 0;
    }

    /// <summary>Whether paragraphs begin with spaces, as on the wires of old: then a line that does not goes on with the one before, however short that is.</summary>
    private static bool MarksParagraphsByIndent(ReadOnlySpan<char> text)
    {
        int count = 0, indented = 0;
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            count++;
            indented += line.StartsWith("  ") ? 1 : 0;
        }
        return indented >= 2 && indented * 2 <= count;
    }

    private static int Quantile(ReadOnlySpan<int> histogram, int rank)
    {
        int width = 0;
        while (rank >= histogram[width])
            rank -= histogram[width++];
        return width;
    }
}
