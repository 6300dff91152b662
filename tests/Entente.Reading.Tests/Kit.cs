using Entente.Language;
using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The tables of the data folder, loaded once, and short ways to ask one step of reading what it finds in a text.</summary>
internal static class Kit
{
    internal static readonly Morphology Morphology = Morphology.Load(Repository.ReadData);
    internal static readonly RuleBook Rules = RuleBook.Load(Repository.ReadData, Morphology);
    internal static readonly Gazetteer Gazetteer = Gazetteer.Load(Repository.ReadData);
    internal static readonly LanguagePipeline Language = LanguagePipeline.Load(Repository.ReadData, Repository.OpenData);
    internal static readonly ArticleReader Reader = new(Language, Gazetteer, Rules, Morphology);

    /// <summary>The day on which the texts of these tests are published.</summary>
    internal static readonly When Day = When.Parse("2023-01-17");

    internal static AnnotatedText Annotate(string text, When? published) => Language.Annotate(text, published);

    internal static MentionFinder Mentions(AnnotatedText text, When? published) => new(Gazetteer, Rules.Classes, text, published);

    /// <summary>The actors of each sentence, resolved from the first on.</summary>
    internal static List<SentenceActors> Actors(AnnotatedText text, When? published)
    {
        var mentions = Mentions(text, published);
        var resolver = new ActorResolver(text, mentions);
        return [.. text.Sentences.Select(s => resolver.Resolve(s, mentions.Find(s)))];
    }

    /// <summary>Where a trigger matches last in the text.</summary>
    internal static (Sentence Sentence, TriggerMatch Match) Match(AnnotatedText text, string trigger)
    {
        var parsed = Trigger.Parse("test", trigger, Morphology, Rules.Classes);
        (Sentence, TriggerMatch)? last = null;
        foreach (var sentence in text.Sentences)
            for (int i = sentence.First; i < sentence.End; i++)
                if (parsed.TryMatch(text.Tokens, i, sentence.End, out var match))
                    last = (sentence, match);
        Assert.True(last is not null, $"'{trigger}' is not in '{text.Text}'");
        return last!.Value;
    }

    internal static string WordsOf(AnnotatedText text, int first, int end) => text.SpanOf(first, end).In(text.Text);
}
