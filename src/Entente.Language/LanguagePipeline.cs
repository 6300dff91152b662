using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Raw text to annotated text: tokens, sentences, grammar, names, times, quotes, mentions, in that order. Each step is a pure function of
/// the ones before it. Safe to share between threads.
/// </summary>
public sealed class LanguagePipeline
{
    /// <summary>Raised whenever the output of any step may change.</summary>
    private const string Program = "2";

    private readonly Lazy<MorphFeatures> features;

    private LanguagePipeline(string version, Func<string, Stream> open)
    {
        Version = version;
        features = new(() =>
        {
            using var model = open("language/feats.model");
            return MorphFeatures.Load(model);
        });
    }

    /// <summary>For who writes words out; reading needs none, so that the model is loaded when it is asked for.</summary>
    public MorphFeatures Features => features.Value;

    /// <summary>Goes on each claim: program, tables and models.</summary>
    public string Version { get; }

    /// <param name="read">A table of the data folder by its path there.</param>
    /// <param name="open">A model file of the data folder by its path there.</param>
    public static LanguagePipeline Load(Func<string, string> read, Func<string, Stream> open) => new(Program, open);

    /// <param name="published">The anchor of relative dates; null leaves them without a value.</param>
    public AnnotatedText Annotate(string text, When? published)
    {
        var tokens = Tokenizer.Tokenize(text);
        var sentences = SentenceSplitter.Split(text, tokens);
        return Annotate(text, tokens, sentences, published);
    }

#pragma warning disable CA1822 // The models come with the next change.
    /// <summary>Tokens and sentences as given: what a person or another program decided.</summary>
    public AnnotatedText Annotate(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, When? published)
    {
        var words = new Word[tokens.Count];
        return new(text, tokens, sentences, words, [], TimeFinder.Find(tokens, sentences, published), QuoteFinder.Find(tokens, sentences), []);
    }
}
