using Entente.Language;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Tests;

public class ScorerTests
{
    private static readonly IReadOnlyList<NameScheme> Schemes = NameScheme.Load(Repository.ReadData);

    [Fact]
    public void A_name_is_right_if_its_ends_and_its_class_are()
    {
        var scorer = Names("worldwide");
        scorer.Add(Sentence(["Ana", "Reis", "left", "Lima", "with", "Peruvian", "envoys"], new(0, 2, NameKind.Person), new(3, 4, NameKind.Place), new(5, 6, NameKind.Nationality)),
            [new(0, 1, NameKind.Person), new(3, 4, NameKind.Facility), new(5, 6, NameKind.Place)]);
        Assert.Equal(new FScore(3, 3, 1), scorer.Score.All);
        Assert.Equal(new FScore(1, 2, 1), scorer.Score.ByClass[NameClass.Place]);
    }

    [Fact]
    public void Classes_that_a_set_annotates_unevenly_are_shown_but_not_summed()
    {
        var scorer = Names("gmb");
        scorer.Add(Sentence(["Friday", "in", "Lima"], new(0, 1, NameKind.Date), new(2, 3, NameKind.Place)), [new(2, 3, NameKind.Place)]);
        Assert.Equal(1, scorer.Score.All.F1);
        Assert.Equal(0, scorer.Score.ByClass[NameClass.Date].F1);
    }

    [Fact]
    public void What_gold_does_not_tell_is_neither_right_nor_wrong()
    {
        var gold = Sentence(["Kurdish", "Lima", "Quito"], new NameSpan(1, 2, NameKind.Place)) with { Counts = [false, false, true] };
        var scorer = Names("wikigold");
        scorer.Add(gold, [new(0, 1, NameKind.Nationality), new(1, 2, NameKind.Place), new(2, 3, NameKind.Place)]);
        Assert.Equal(new FScore(1, 2, 1), scorer.Score.All);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(4, 2, 2, 2.0 / 3)]
    [InlineData(2, 0, 0, 0)]
    public void F1_is_the_harmonic_mean_and_never_undefined(int gold, int system, int both, double f1) => Assert.Equal(f1, new FScore(gold, system, both).F1, 12);

    [Fact]
    public void Tags_and_trees_are_scored_as_in_the_shared_task()
    {
        var scorer = new ParseScorer();
        scorer.Add(
            [Row("NOUN NNS ship Number=Plur|Typo=Yes 2 nsubj:pass"), Row("VERB VBN sink VerbForm=Part|Tense=Past 0 root"), Row("NOUN NN night _ 2 obl:tmod"), Row("PUNCT . _ _ 2 punct")],
            [Row("NOUN NN ship Number=Plur 2 nsubj"), Row("VERB VBN sank Tense=Past|VerbForm=Part 0 root"), Row("NOUN NN night Number=Sing 1 obl"), Row("PUNCT . ! _ 2 obj")]);
        Assert.Equal(new ParseScore(4, Upos: 1, Xpos: 0.75, Lemma: 0.75, Feats: 0.75, Uas: 0.75, Las: 0.5), scorer.Score);
    }

    [Fact]
    public void Trees_of_different_length_are_not_compared() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParseScorer().Add([Row("X X _ _ 0 root")], []));

    [Theory]
    [InlineData("“We sail,” [Hale] said.", "Hale", true)]
    [InlineData("“We sail,” [Admiral Anna Hale] said.", "Hale", true)]
    [InlineData("“We sail,” said [Roy], whom Hale knew.", "Hale", false)]
    [InlineData("“We sail,” [he] said of Hale.", "Hale", false)]
    public void A_speaker_is_right_if_it_overlaps_the_source(string example, string speaker, bool isRight)
    {
        var (text, source) = Bracketed.Parse(example);
        Assert.Equal(new QuoteScore(1, 1, isRight ? 1 : 0), Score(text, source, SpanOf(text, speaker)));
    }

    [Fact]
    public void A_speaker_is_right_if_the_source_is_a_pronoun_that_stands_for_it()
    {
        const string text = "Hale waited. “We sail,” he said.";
        Mention[] mentions = [new(0, 1, SpanOf(text, "Hale"), MentionKind.Name, -1, ""), new(7, 8, SpanOf(text, "he "), MentionKind.Pronoun, 0, "he")];
        Assert.Equal(1, Score(text, SpanOf(text, "he "), SpanOf(text, "Hale"), mentions).SpeakerRight);
        Assert.Equal(0, Score(text, SpanOf(text, "he "), SpanOf(text, "Hale")).SpeakerRight);
    }

    [Fact]
    public void A_speaker_is_right_by_another_mention_of_the_same_name()
    {
        const string text = "Anna Hale waited. “We sail,” Hale said.";
        Assert.Equal(1, Score(text, new(text.LastIndexOf("Hale", StringComparison.Ordinal), text.LastIndexOf("Hale", StringComparison.Ordinal) + 4), SpanOf(text, "Anna Hale")).SpeakerRight);
    }

    [Theory]
    [InlineData("Hale said the ships of the whole fleet would “sail” on.", "the ships of the whole fleet would “sail” on", 0)]
    [InlineData("Hale said the fleet would “sail at dawn, come what may.”", "the fleet would “sail at dawn, come what may.”", 1)]
    [InlineData("Hale said: ''The fleet sails.''", "''The fleet sails.''", 1)]
    [InlineData("“The fleet sails at dawn,\nand Hale said it would come back.", "it would come back", 0)]
    public void A_quote_is_direct_if_most_of_it_stands_between_marks(string text, string content, int gold)
    {
        var scorer = new QuoteScorer();
        scorer.Add(Annotated(text, [], []), [new([SpanOf(text, "Hale")], [SpanOf(text, content)])]);
        Assert.Equal(new QuoteScore(gold, 0, 0), scorer.Score);
    }

    [Fact]
    public void Sources_and_content_count_attributions_of_every_kind()
    {
        const string text = "Hale said it rained. Roy knew.";
        var scorer = new QuoteScorer();
        scorer.Add(Annotated(text, [new(2, 4, SpanOf(text, "it rained"), QuoteKind.Indirect, false, 1, null, new(SpanOf(text, "Hale"), 0, null, false))], []),
            [new([SpanOf(text, "Hale")], [SpanOf(text, "rained")]), new([SpanOf(text, "Roy")], [SpanOf(text, "knew")])]);
        Assert.Equal((new FScore(2, 1, 1), new FScore(10, 8, 6)), (scorer.Sources, scorer.Content));
    }

    [Fact]
    public void Offsets_in_code_points_become_offsets_in_code_units()
    {
        const string line = """{"text":"🚢 “Go,” Hale said.","attributions":[{"source":[[8,12]],"cue":[[13,17]],"content":[[2,7]]},{"source":[],"cue":[],"content":[[0,1]]}]}""";
        var (text, attributions) = Assert.Single(PolNear.Read(new StringReader(line)));
        Assert.Equal(["Hale", "“Go,”"], [attributions[0].Source[0].In(text), attributions[0].Content[0].In(text)]);
        Assert.Equal("🚢", attributions[1].Content[0].In(text));
    }

    private static NameScorer Names(string set) => new(Schemes.Single(s => s.Set == set));

    private static NameSentence Sentence(string[] forms, params NameSpan[] names) => new("test", forms, names, [.. forms.Select(_ => true)]);

    private static string[] Row(string columns)
    {
        string[] c = columns.Split(' ');
        return ["_", "_", c[2], c[0], c[1], c[3], c[4], c[5], "_", "_"];
    }

    private static TextSpan SpanOf(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.TrimEnd().Length);

    private static QuoteScore Score(string text, TextSpan source, TextSpan speaker, params Mention[] mentions)
    {
        var content = new TextSpan(text.IndexOf('“', StringComparison.Ordinal), text.IndexOf('”', StringComparison.Ordinal) + 1);
        var scorer = new QuoteScorer();
        scorer.Add(Annotated(text, [new(0, 1, content, QuoteKind.Direct, false, null, null, new(speaker, 0, null, false))], mentions), [new([source], [content]), new([], [content])]);
        return scorer.Score;
    }

    private static AnnotatedText Annotated(string text, Quote[] quotes, Mention[] mentions) => new(text, [], [], [], [], [], quotes, mentions);
}
