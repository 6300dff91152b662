using System.Globalization;
using Entente.Language;

namespace Entente.Tests;

/// <summary>Sentences as form/UPOS/XPOS/head/relation, heads counted from 1.</summary>
public class MorphFeaturesTests
{
    [Theory]
    [InlineData("They/PRON/PRP/2/nsubj signed/VERB/VBD/0/root", 2, "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("Lagos/PROPN/NNP/2/nsubj signed/VERB/VBD/0/root", 2, "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")]
    [InlineData("Lagos/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Abuja/PROPN/NNP/1/conj agree/VERB/VBP/0/root", 4, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")]
    [InlineData("We/PRON/PRP/2/nsubj agree/VERB/VBP/0/root", 2, "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin")]
    [InlineData("The/DET/DT/2/det ships/NOUN/NNS/3/nsubj leave/VERB/VBP/0/root", 3, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")]
    [InlineData("She/PRON/PRP/2/nsubj leaves/VERB/VBZ/0/root", 2, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")]
    [InlineData("It/PRON/PRP/3/nsubj:pass was/AUX/VBD/3/aux:pass signed/VERB/VBN/0/root", 3, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("He/PRON/PRP/3/nsubj has/AUX/VBZ/3/aux signed/VERB/VBN/0/root", 3, "Tense=Past|VerbForm=Part")]
    [InlineData("the/DET/DT/2/det pact/NOUN/NN/0/root signed/VERB/VBN/2/acl in/ADP/IN/5/case May/PROPN/NNP/3/obl", 3, "Tense=Past|VerbForm=Part|Voice=Pass")]
    [InlineData("Rome/PROPN/NNP/3/nsubj is/AUX/VBZ/3/aux leaving/VERB/VBG/0/root", 3, "Tense=Pres|VerbForm=Part")]
    [InlineData("They/PRON/PRP/2/nsubj want/VERB/VBP/0/root to/PART/TO/4/mark leave/VERB/VB/2/xcomp", 4, "VerbForm=Inf")]
    [InlineData("Stop/VERB/VB/0/root the/DET/DT/3/det war/NOUN/NN/1/obj ././PUNCT/./1/punct", 1, "Mood=Imp|VerbForm=Fin")]
    [InlineData("They/PRON/PRP/2/nsubj saw/VERB/VBD/0/root it/PRON/PRP/2/obj", 3, "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("It/PRON/PRP/2/nsubj ended/VERB/VBD/0/root", 1, "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs")]
    [InlineData("the/DET/DT/2/det men/NOUN/NNS/4/nsubj who/PRON/WP/4/nsubj left/VERB/VBD/2/acl:relcl", 3, "PronType=Rel")]
    [InlineData("Who/PRON/WP/2/nsubj left/VERB/VBD/0/root ?/PUNCT/./2/punct", 1, "PronType=Int")]
    [InlineData("54,000/NUM/CD/2/nummod troops/NOUN/NNS/0/root", 1, "NumForm=Digit|NumType=Card")]
    [InlineData("two/NUM/CD/2/nummod troops/NOUN/NNS/0/root", 1, "NumForm=Word|NumType=Card")]
    [InlineData("larger/ADJ/JJR/2/amod ships/NOUN/NNS/0/root", 1, "Degree=Cmp")]
    [InlineData("the/DET/DT/2/det ships/NOUN/NNS/0/root", 1, "Definite=Def|PronType=Art")]
    [InlineData("of/ADP/IN/2/case ships/NOUN/NNS/0/root", 1, "")]
    [InlineData("xq/X/ZZZ/0/root", 1, "")]
    [InlineData("untagged/X//0/", 1, "")]
    public void Features_follow_from_tag_word_and_tree(string sentence, int word, string features) => Assert.Equal(features, FeaturesOf(sentence)[word - 1]);

    /// <summary>A parser may be wrong, or missing: heads outside the sentence, circles, no relations.</summary>
    [Theory]
    [InlineData("They/PRON/PRP/9/nsubj signed/VERB/VBD/9/root")]
    [InlineData("They/PRON/PRP/2/conj signed/VERB/VBD/1/conj")]
    [InlineData("They/PRON/PRP/1/nsubj signed/VERB/VBD/2/aux")]
    [InlineData("They/PRON/PRP/0/ signed/VERB/VBD/0/")]
    public void A_broken_tree_still_gives_features(string sentence)
    {
        string[] found = FeaturesOf(sentence);
        Assert.Contains("PronType=Prs", found[0], StringComparison.Ordinal);
        Assert.Contains("Tense=Past", found[1], StringComparison.Ordinal);
    }

    private static string[] FeaturesOf(string sentence)
    {
        string[][] given = [.. sentence.Replace("././PUNCT", ".|PUNCT", StringComparison.Ordinal).Split(' ').Select(w => w.Split('/', '|'))];
        string text = string.Join('\n', given.Select((w, i) => $"{i + 1}\t{w[0]}\t_\t_\t_\t_\t_\t_\t_\t_"));
        var tokens = GivenTokens.Of("a", [.. Conllu.Read("a", new StringReader(text))]);
        Word[] words = [.. given.Select(w => new Word(Enum.Parse<Upos>(w[1], true), w[2].Length == 0 ? null! : w[2], "", int.Parse(w[3], CultureInfo.InvariantCulture) - 1, w[4].Length == 0 ? null! : w[4]))];
        return English.Pipeline.Features.Of(tokens.Tokens, words, tokens.Sentences[0]);
    }
}
