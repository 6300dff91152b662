using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>An example sentence with the phrase that it is about in brackets: "They met [President] Adams."</summary>
internal static class Bracketed
{
    internal static (string Text, TextSpan Phrase) Parse(string example)
    {
        int open = example.IndexOf('[', StringComparison.Ordinal), close = example.IndexOf(']', StringComparison.Ordinal);
        Assert.True(open >= 0 && close > open, $"no phrase in brackets: {example}");
        return (example.Remove(close, 1).Remove(open, 1), new(open, close - 1));
    }
}
