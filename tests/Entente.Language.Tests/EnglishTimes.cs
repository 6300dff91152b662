using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The times of a text by the tables alone, without the models.</summary>
internal static class EnglishTimes
{
    internal static readonly TimeFinder Finder = TimeFinder.Load(Repository.ReadData);

    private static readonly SentenceSplitter Splitter = SentenceSplitter.Load(Repository.OpenData);

    internal static List<TimeExpression> Of(string text, string? published)
    {
        var tokens = Tokenizer.Tokenize(text);
        return Finder.Find(tokens, Splitter.Split(text, tokens), [], published is null ? null : When.Parse(published));
    }
}
