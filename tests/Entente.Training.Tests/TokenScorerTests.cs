using Entente.Language;
using Entente.Training;

namespace Entente.Tests;

/// <summary>Two sentences of a small treebank in two paragraphs, and what the reader of English makes of their raw text.</summary>
public class TokenScorerTests
{
    private const string Bank = """
        # newdoc id = a
        # newpar
        # text = Oslo doesn't sign.
        1	Oslo	_	_	_	_	_	_	_	_
        2-3	doesn't	_	_	_	_	_	_	_	_
        2	does	_	_	_	_	_	_	_	_
        3	n't	_	_	_	_	_	_	_	_
        4	sign	_	_	_	_	_	_	_	SpaceAfter=No
        5	.	_	_	_	_	_	_	_	SpaceAfter=No

        1	(	_	_	_	_	_	_	_	SpaceAfter=No
        2	It	_	_	_	_	_	_	_	_
        3	may.	_	_	_	_	_	_	_	SpaceAfter=No
        4	)	_	_	_	_	_	_	_	_

        # newpar
        # text = Quito waits
        1	Quito	_	_	_	_	_	_	_	_
        2	waits	_	_	_	_	_	_	_	_


        """;

    private static readonly GoldText Gold = Assert.Single(GoldText.Documents(Conllu.Read("bank", new StringReader(Bank))));

    [Fact]
    public void The_raw_text_is_put_together_again_stated_or_not()
    {
        Assert.Equal("Oslo doesn't sign.(It may.)\n\nQuito waits", Gold.Text);
        Assert.Equal([18, 27, 40], Gold.Ends);
    }

    [Fact]
    public void Tokens_words_and_sentences_are_right_if_they_cover_the_same_letters()
    {
        var tokens = Tokenizer.Tokenize(Gold.Text);
        Assert.Equal(["Oslo", "does", "n't", "sign", ".", "(", "It", "may", ".", ")", "Quito", "waits"], tokens.Select(t => t.Text));
        Sentence[] sentences = [Cut(0, 5), Cut(5, 12)];
        var score = TokenScorer.Score(Gold, tokens, sentences);
        // "doesn't" is one token and two words; "may." was cut in two.
        Assert.Equal(new FScore(Gold: 10, System: 11, Both: 9), score.Tokens);
        Assert.Equal(new FScore(Gold: 11, System: 12, Both: 10), score.Words);
        Assert.Equal(new FScore(Gold: 3, System: 2, Both: 1), score.Sentences);
        Assert.Equal(0.4, score.Sentences.F1, 12);

        Sentence Cut(int first, int end) => new(first, end, new(tokens[first].Span.Start, tokens[end - 1].Span.End), 0);
    }

    [Fact]
    public void A_document_written_otherwise_keeps_its_breaks()
    {
        var loud = Gold.Rewritten((sentence, index) => $"{index}{sentence.ToUpperInvariant()}");
        Assert.Equal("0OSLO DOESN'T SIGN.1(IT MAY.)\n\n2QUITO WAITS", loud.Text);
        Assert.Equal([19, 29, 43], loud.Ends);
    }
}
