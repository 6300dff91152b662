using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The English pipeline with the tables and models of the data folder, loaded once.</summary>
internal static class English
{
    internal static readonly LanguagePipeline Pipeline = LanguagePipeline.Load(Repository.ReadData, Repository.OpenData);

    /// <summary>The tokens of a text, and those of a phrase in it.</summary>
    internal static (List<Token> Tokens, int First, int End) Tokens(string text, TextSpan phrase)
    {
        var tokens = Tokenizer.Tokenize(text);
        return (tokens, tokens.FindIndex(t => t.Span.Start >= phrase.Start), tokens.FindLastIndex(t => t.Span.End <= phrase.End) + 1);
    }
}
