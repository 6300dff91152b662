using System.Text;
using Entente.Language;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Tests;

public class SentenceTrainerTests
{
    private static readonly ConlluSentence[] Bank =
    [
        .. Enumerable.Range(0, 40).SelectMany(i => (string[])[$"Envoy {i} left", "the ships stayed in port |", "Mr. Lind spoke to Mr. Berg |", "Quito signed |"])
            .Select(text => new ConlluSentence([$"# text = {text}"], [.. text.Split(' ').Select((word, n) => (string[])[$"{n + 1}", word, "_", "_", "_", "_", "_", "_", "_", "_"])])),
    ];

    private static readonly Treebanks Small = new("a small bank", Bank, [("itself", Bank)]);

    [Fact]
    public void The_same_sentences_and_seed_give_the_same_bytes() => Assert.Equal(Train(1), Train(1));

    [Fact]
    public void What_ends_a_sentence_is_learnt_and_not_known()
    {
        // In this bank a bar ends sentences.
        var splitter = SentenceSplitter.Load(new MemoryStream(Train(1)));
        const string text = "Oslo waits | Lima signed | Mr. Lind left |";
        Assert.Equal(["Oslo waits |", "Lima signed |", "Mr. Lind left |"], splitter.Split(text, Tokenizer.Tokenize(text)).Select(s => s.Span.In(text)));
    }

    [Fact]
    public void The_model_says_what_it_was_trained_on_when_and_its_scores()
    {
        string[] head = Encoding.UTF8.GetString(Train(1)).Split('\n');
        Assert.Equal(["entente sentences 1", "trained on: a small bank", "trained: 2024-05-08"], head[..3]);
        Assert.StartsWith("sentences of itself from raw text, F1: ", head[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(300)]
    public void A_model_cut_short_is_refused(int bytes) =>
        Assert.Equal("ENT0405", Assert.Throws<EntenteException>(() => SentenceSplitter.Load(new MemoryStream(Train(1)[..bytes]))).Fault.Code);

    private static byte[] Train(int seed)
    {
        var stream = new MemoryStream();
        SentenceTrainer.Write(stream, Small, new(2024, 5, 8), seed);
        return stream.ToArray();
    }
}
