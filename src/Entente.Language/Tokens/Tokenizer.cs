namespace Entente.Language;

/// <summary>
/// Text to tokens with exact offsets, as Universal Dependencies cuts English: hyphens part compounds but for prefixes and telephone numbers,
/// possessives and contractions are words, abbreviations keep their stop. One pass, in time linear in the text's length.
/// </summary>
public static class Tokenizer
{
    /// <summary>A word longer than this is no word; it is cut so that no later step meets a token of a megabyte.</summary>
    internal const int LongestToken = 200;

    internal static Lexicon Lexicon { get; } = new(WrittenForms.Shared);

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        new Scanner(text, tokens).Run();
        return tokens;
    }

    /// <summary>The lexeme of a word that was cut by someone else, as in a CoNLL-U file.</summary>
    public static Lexeme LexemeOf(string form, bool isClitic) => Lexicon.Get(form, isClitic ? FormRole.Clitic : FormRole.Word);
}
