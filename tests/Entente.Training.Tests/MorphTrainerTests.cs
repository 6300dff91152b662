using System.Text;
using Entente.Language;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Tests;

public class MorphTrainerTests
{
    private static readonly Morphology Irregular = Morphology.Load(Repository.ReadData);

    /// <summary>form, lemma, UPOS, XPOS, features; the head of every word is the first.</summary>
    private static readonly Treebanks Small = Bank(
        "walked walk VERB VBD Tense=Past", "talked talk VERB VBD Tense=Past", "worked work VERB VBD Tense=Past", "hoped hope VERB VBD Tense=Past", "went go VERB VBD Tense=Past",
        "taped tape VERB VBD Tense=Past", "ships ship NOUN NNS Number=Plur", "tapes tape NOUN NNS Number=Plur", "Lagos Lagos PROPN NNP Number=Sing", "Oslo Oslo PROPN NNP Number=Sing",
        "who who PRON WP PronType=Rel", "who who PRON WP PronType=Rel", "who who PRON WP PronType=Rel", "what what PRON WP PronType=Int", "what what PRON WP PronType=Int", "what what PRON WP PronType=Int");

    [Fact]
    public void The_same_sentences_give_the_same_bytes_in_any_order_and_each_run()
    {
        Assert.Equal(LemmaBytes(Small), LemmaBytes(Small with { Train = [.. Small.Train.Reverse()] }));
        Assert.Equal(FeatsBytes(Small), FeatsBytes(Small));
    }

    [Fact]
    public void Rules_are_learnt_and_what_they_get_wrong_is_known()
    {
        var lemmatizer = Lemmatizer.Load(new MemoryStream(LemmaBytes(Small)), Irregular);
        Assert.Equal(["walk", "go", "hope", "knock", "moor", "Quito", "ship"],
            [Lemma("walked"), Lemma("went"), Lemma("hoped"), Lemma("knocked"), Lemma("moored"), lemmatizer.Lemma("Quito", Upos.Propn, "NNP"), lemmatizer.Lemma("ships", Upos.Noun, "NNS")]);

        string Lemma(string form) => lemmatizer.Lemma(form, Upos.Verb, "VBD");
    }

    [Fact]
    public void A_misspelt_form_is_known_and_makes_no_rule()
    {
        var bank = Bank("walked walk VERB VBD _", "talked talk VERB VBD _", "wxrked work VERB VBD Typo=Yes", "txrked talk VERB VBD Typo=Yes");
        var lemmatizer = Lemmatizer.Load(new MemoryStream(LemmaBytes(bank)), Irregular);
        Assert.Equal(("work", "bxrk"), (lemmatizer.Lemma("wxrked", Upos.Verb, "VBD"), lemmatizer.Lemma("bxrked", Upos.Verb, "VBD")));
    }

    [Fact]
    public void Features_between_which_a_word_decides_are_learnt()
    {
        var features = MorphFeatures.Load(new MemoryStream(FeatsBytes(Small)));
        Assert.Equal(100, MorphScorer.Features(features, Small.Train).Percent);
    }

    [Fact]
    public void A_model_says_at_its_head_what_it_was_trained_on_when_and_its_scores()
    {
        string[] head = Encoding.UTF8.GetString(LemmaBytes(Small)).Split('\n');
        Assert.Equal(["entente lemmas 1", "trained on: a small bank", "trained: 2024-05-08", "right on itself, tags and tree given: 100.00 %", ""], head[..5]);
    }

    [Fact]
    public void A_model_of_another_kind_is_refused()
    {
        Assert.Equal("ENT0405", Assert.Throws<EntenteException>(() => MorphFeatures.Load(new MemoryStream(LemmaBytes(Small)))).Fault.Code);
        Assert.Equal("ENT0405", Assert.Throws<EntenteException>(() => Lemmatizer.Load(new MemoryStream(new byte[5_000_000]), Irregular)).Fault.Code);
        Assert.Equal("ENT0405", Assert.Throws<EntenteException>(() => Lemmatizer.Load(new MemoryStream(), Irregular)).Fault.Code);
    }

    /// <summary>The models of the data folder on the treebanks beside the repository; a floor that may only rise.</summary>
    [Theory]
    [InlineData("ud-ewt/en_ewt-ud-dev.conllu", 98.85, 98.0)]
    [InlineData("ud-gum/en_gum-ud-dev.conllu", 99.3, 96.9)]
    public void The_shipped_models_keep_to_their_floors(string file, double lemmas, double features)
    {
        string? path = Repository.Shared("data", file);
        Assert.SkipWhen(path is null, "the treebanks are not beside the repository");
        using var reader = new StreamReader(path!);
        var sentences = Conllu.Read(file, reader).ToList();
        using Stream lemmaModel = Repository.OpenData("language/lemmas.model"), featsModel = Repository.OpenData("language/feats.model");
        Assert.InRange(MorphScorer.Lemmas(Lemmatizer.Load(lemmaModel, Irregular), sentences).Percent, lemmas, 100);
        Assert.InRange(MorphScorer.Features(MorphFeatures.Load(featsModel), sentences).Percent, features, 100);
    }

    private static Treebanks Bank(params string[] words)
    {
        List<ConlluSentence> sentences = [.. words.Select(w => w.Split(' ')).Select(w => new ConlluSentence([], [["1", w[0], w[1], w[2], w[3], w[4], "0", "root", "_", "_"]]))];
        return new("a small bank", sentences, [("itself", sentences)]);
    }

    private static byte[] LemmaBytes(Treebanks banks)
    {
        using var stream = new MemoryStream();
        LemmaTrainer.Write(stream, banks, Irregular, new(2024, 5, 8));
        return stream.ToArray();
    }

    private static byte[] FeatsBytes(Treebanks banks)
    {
        using var stream = new MemoryStream();
        FeatsTrainer.Write(stream, banks, new(2024, 5, 8));
        return stream.ToArray();
    }
}
