using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>One run of the tokenizer over one text. What may be looked for far ahead is looked for once in each stretch without a space.</summary>
internal ref partial struct Scanner(string text, List<Token> tokens)
{
    private readonly Lexicon lexicon = Tokenizer.Lexicon;
    private int at;

    /// <summary>Up to here is known that no address begins.</summary>
    private int noLinkBefore;

    /// <summary>Whether a single quotation mark was opened on this line and not closed yet.</summary>
    private bool isInSingleQuote;

    public void Run()
    {
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsAsciiLetter(c))
                Word();
            else if (Chars.IsGap(c))
                Gap(c);
            else if (Chars.WordLength(text, at) > 0)
                Word();
            else
                Mark(c);
        }
    }

    private void Gap(char c)
    {
        isInSingleQuote &= !Chars.IsLineBreak(c);
        at++;
    }

    private readonly int Limit(int start) => Math.Min(text.Length, start + Tokenizer.LongestToken);

    private readonly bool Holds(int index, char c) => (uint)index < (uint)text.Length && text[index] == c;

    private void Add(int end, FormRole role = FormRole.Word) => Add(end, lexicon.Get(text.AsSpan(at, end - at), role));

    private void Add(int end, Lexeme lexeme)
    {
        tokens.Add(new(new TextSpan(at, end), lexeme));
        at = end;
    }

    /// <summary>The first character after the gap at <paramref name="index"/>, within the line; NUL where the line or the text ends.</summary>
    private readonly char NextVisible(int index)
    {
        while (index < text.Length && Chars.IsGap(text[index]))
            if (Chars.IsLineBreak(text[index++]))
                return '\0';
        return index < text.Length ? text[index] : '\0';
    }
}
