using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Raw text to annotated text: tokens, sentences, times, quotes, in that order. Each step is a pure function of the ones before it.
/// </summary>
public static class LanguagePipeline
{
    /// <summary>Goes on each claim; raised whenever the output of any step may change.</summary>
    public const string Version = "1";

    /// <param name="published">The anchor of relative dates; null leaves them without a value.</param>
    public static AnnotatedText Annotate(string text, When? published)
    {
        var tokens = Tokenizer.Tokenize(text);
        var sentences = SentenceSplitter.Split(text, tokens);
        return new(text, tokens, sentences, TimeFinder.Find(tokens, sentences, published), QuoteFinder.Find(tokens, sentences));
    }
}
