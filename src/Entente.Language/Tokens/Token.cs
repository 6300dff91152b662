using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>A word, number or mark: where it stands, and what it is.</summary>
public readonly record struct Token(TextSpan Span, Lexeme Lexeme)
{
    public string Text => Lexeme.Text;

    public string Norm => Lexeme.Norm;

    public bool IsCapitalised => Lexeme.IsCapitalised;

    public bool IsWord => Lexeme.IsWord;

    public bool IsPossessive => Lexeme.IsPossessive;

    /// <summary>Written together with the token before it, as the "n't" of "don't": both lie in one range of CoNLL-U.</summary>
    public bool IsClitic => Lexeme.IsClitic;
}
