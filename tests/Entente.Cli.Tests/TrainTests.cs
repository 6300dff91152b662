using System.Globalization;

namespace Entente.Tests;

/// <summary>The reader of English trained from corpora of a few lines: what is written, and that nothing but the options decides it.</summary>
public sealed class TrainTests : IDisposable
{
    private static readonly string[] Cities = ["Oslo", "Lima", "Quito", "Accra"], Verbs = ["waits", "sails", "votes", "sleeps"];

    private readonly TemporaryFolder corpora = new();

    public void Dispose() => corpora.Dispose();

    [Fact]
    public void The_same_options_give_the_same_models_byte_for_byte()
    {
        Corpora();
        Assert.Equal(0, Train("one").Code);
        Assert.Equal(0, Train("two").Code);
        foreach (string model in (string[])["sentences", "lemmas", "feats", "english"])
            Assert.Equal(File.ReadAllBytes(In($"one/{model}.model")), File.ReadAllBytes(In($"two/{model}.model")));
        Assert.DoesNotContain(Directory.GetFiles(In("one")), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_says_what_it_was_trained_on_and_how_well_it_did()
    {
        Corpora();
        Assert.Equal(0, Train("models", "--only", "english").Code);
        string[] head = [.. File.ReadLines(In("models/english.model")).Take(5)];
        Assert.Equal("entente english 1", head[0]);
        Assert.StartsWith("trained on: UD English EWT", head[1], StringComparison.Ordinal);
        Assert.Equal("trained: 2024-05-08, seed 1", head[2]);
        Assert.Matches("^UPOS of parse, ud-ewt: [0-9.]+ %$", head[3]);
    }

    [Fact]
    public void Corpora_and_vectors_that_are_not_there_are_said()
    {
        var seen = Train("models", "--only", "lemmas");
        Assert.Equal(1, seen.Code);
        Assert.Contains("ENT0101", seen.Error);
        Assert.Contains("en_ewt-ud-train.conllu", seen.Error);
        Corpora();
        File.Delete(In("vectors.json"));
        Assert.Contains("vectors.json", Train("models", "--only", "english").Error);
        Assert.False(File.Exists(In("models/english.model")));
    }

    private Seen Train(string to, params string[] more) =>
        Face.Run(["train", "--data", corpora.Root, "--vectors", In("vectors.json"), "--to", In(to), "--work", In($"work-{to}"), "--date", "2024-05-08", "--small", .. more]);

    private string In(string path) => Path.Combine(corpora.Root, path);

    private void Corpora()
    {
        string treebank = string.Concat(Cities.SelectMany(city => Verbs.Select(verb =>
            $"# newdoc id = {city}-{verb}\n# text = {city} {verb}.\n1\t{city}\t{city}\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n2\t{verb}\t{verb[..^1]}\tVERB\tVBZ\tTense=Pres\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")));
        foreach (string part in (string[])["ud-ewt/en_ewt-ud-train", "ud-ewt/en_ewt-ud-dev", "ud-gum/en_gum-ud-train"])
            corpora.Write($"{part}.conllu", treebank);
        corpora.Write("ner-gmb/train.iob2", string.Concat(Cities.SelectMany(city => Verbs.Select(verb => $"{city}\tB-geo\n{verb}\tO\n.\tO\n\n"))));
        var random = new Random(3);
        string Vector() => string.Join(',', Enumerable.Range(0, 4).Select(_ => random.NextDouble().ToString("0.000", CultureInfo.InvariantCulture)));
        string[] words = [.. Cities.Select(c => c.ToLowerInvariant()), .. Verbs];
        string vectors = string.Join(',', words.Select((w, i) => $"\"{w}\":[{Vector()},1,{i}]"));
        corpora.Write("vectors.json", "{\"dimensions\":4,\"words\":[],\"vectors\":{" + vectors + "}}");
    }
}
