namespace Entente.Language;

/// <summary>What is known of the sentence so far: where it began, and what was opened in it and is not closed yet.</summary>
internal struct SentenceState
{
    private int brackets, quotes;
    private bool isInPlainQuote;

    public int First { get; private set; }

    /// <summary>Brackets (0 to 2), curly quotation marks, a straight one: each open or not.</summary>
    public readonly uint Nesting => (uint)Math.Clamp(brackets, 0, 2) | (quotes > 0 ? 4u : 0) | (isInPlainQuote ? 8u : 0);

    /// <summary>How this paragraph writes: whether its sentences so far ended in stops, and began in lower case.</summary>
    public uint Style { get; private set; }

    public void Take(Lexeme lexeme)
    {
        switch (lexeme.Shape)
        {
            case WordShape.Opener:
                if (lexeme.Text is "(" or "[" or "{")
                    brackets++;
                else if (lexeme.Text != "‘")
                    quotes++;
                break;
            case WordShape.Closer:
                if (lexeme.Text is ")" or "]" or "}")
                    brackets = Math.Max(0, brackets - 1);
                else if (lexeme.Text != "’")
                    quotes = Math.Max(0, quotes - 1);
                break;
            case WordShape.Quote when lexeme.Text == "\"":
                isInPlainQuote = !isInPlainQuote;
                break;
        }
    }

    /// <summary>The next sentence begins; a quotation may go on through it, and through a paragraph's end none does.</summary>
    public void Begin(int first, Lexeme last, Lexeme next, bool isParagraph)
    {
        First = first;
        brackets = 0;
        if (isParagraph)
            (quotes, isInPlainQuote, Style) = (0, false, 0);
        else
            Style |= (last.Shape is WordShape.Stop or WordShape.Stops ? 1u : 2u) | (next.IsLower ? 4u : 0);
    }
}
