using System.Security.Cryptography;
using System.Text;
using Entente.Language.Coreference;
using Entente.Language.Neural;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Raw text to annotated text: tokens, sentences, grammar, names, times, quotes, mentions, in that order. Each step is a pure function of
/// the ones before it. Safe to share between threads.
/// </summary>
public sealed class LanguagePipeline
{
    /// <summary>Raised whenever the output of any step may change.</summary>
    private const string Program = "11";

    private readonly SentenceSplitter splitter;
    private readonly Tagger tagger;
    private readonly TimeFinder times;
    private readonly NameFinder names;
    private readonly CoreferenceFinder coreference;
    private readonly QuoteFinder quotes;
    private readonly Lazy<MorphFeatures> features;

    private LanguagePipeline(SentenceSplitter splitter, Tagger tagger, TimeFinder times, NameFinder names, QuoteFinder quotes, CoreferenceFinder coreference, string data, Func<string, Stream> open)
    {
        (this.splitter, this.tagger, this.times, this.names, this.quotes, this.coreference) = (splitter, tagger, times, names, quotes, coreference);
        features = new(() =>
        {
            using var model = open("language/feats.model");
            return MorphFeatures.Load(model);
        });
        Version = string.Join('-', Program, WrittenForms.Shared.Version, splitter.Version, tagger.Version, data);
    }

    /// <summary>For who writes words out; reading needs none, so that the model is loaded when it is asked for.</summary>
    public MorphFeatures Features => features.Value;

    /// <summary>Goes on each claim: program, tables and models.</summary>
    public string Version { get; }

    /// <param name="read">A table of the data folder by its path there.</param>
    /// <param name="open">A model file of the data folder by its path there.</param>
    public static LanguagePipeline Load(Func<string, string> read, Func<string, Stream> open)
    {
        using var seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string Seen(string table)
        {
            string text = read(table);
            seen.AppendData(Encoding.UTF8.GetBytes(text));
            return text;
        }
        var times = TimeFinder.Load(Seen);
        using var network = open(NetworkModel.File);
        using var lemmas = new MemoryStream();
        using (var file = open("language/lemmas.model"))
            file.CopyTo(lemmas);
        // It has no version of its own.
        seen.AppendData(lemmas.GetBuffer(), 0, (int)lemmas.Length);
        lemmas.Position = 0;
        return new(SentenceSplitter.Load(open), new(NetworkModel.Load(NetworkModel.File, network), Lemmatizer.Load(lemmas, Morphology.Load(Seen))), times, NameFinder.Load(Seen, times.Lexicon),
            QuoteFinder.Load(Seen), CoreferenceFinder.Load(Seen), Convert.ToHexStringLower(seen.GetHashAndReset())[..8], open);
    }

    /// <param name="published">The anchor of relative dates; null leaves them without a value.</param>
    public AnnotatedText Annotate(string text, When? published)
    {
        var tokens = Tokenizer.Tokenize(text);
        var sentences = splitter.Split(text, tokens);
        return Annotate(text, tokens, sentences, published);
    }

    /// <summary>The same text, its times counted from another day: what else was found does not depend on it.</summary>
    public AnnotatedText Redate(AnnotatedText text, When published) =>
        text with { Times = times.Find(text.Tokens, text.Sentences, text.Words, published) };

    /// <summary>Tokens and sentences as given: what a person or another program decided.</summary>
    public AnnotatedText Annotate(string text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, When? published)
    {
        var (words, ranges) = tagger.Tag(tokens, sentences);
        var dates = times.Find(tokens, sentences, words, published);
        var named = names.Find(tokens, sentences, words, ranges, dates);
        return coreference.Resolve(new(text, tokens, sentences, words, named, dates, quotes.Find(tokens, sentences, words, named), []));
    }
}
