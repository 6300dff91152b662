using Entente.Language;

namespace Entente.Tests;

/// <summary>Each row: a text, and its sentences joined by a bar.</summary>
public class SentenceSplitterTests
{
    private static readonly SentenceSplitter Splitter = SentenceSplitter.Load(Repository.OpenData);

    [Theory]
    [InlineData("", "")]
    [InlineData("Japan signed. Britain did too.", "Japan signed.|Britain did too.")]
    [InlineData("Who signed? Japan! It did.", "Who signed?|Japan!|It did.")]
    [InlineData("It was signed in Washington, D.C. on Monday. It holds.", "It was signed in Washington, D.C. on Monday.|It holds.")]
    [InlineData("He met Gen. Milley on Jan. 11 in the U.S. Senate.", "He met Gen. Milley on Jan. 11 in the U.S. Senate.")]
    [InlineData("Japan depends on the U.S. The pact binds it.", "Japan depends on the U.S.|The pact binds it.")]
    [InlineData("Mr. The met him.", "Mr. The met him.")]
    [InlineData("“We stay.” He left.", "“We stay.”|He left.")]
    [InlineData("He said: “We stay.” Then he left.", "He said: “We stay.”|Then he left.")]
    [InlineData("He said \"we stay.\" Then he left.", "He said \"we stay.\"|Then he left.")]
    [InlineData("(It was signed.) Japan left.", "(It was signed.)|Japan left.")]
    [InlineData("one word.Next sentence", "one word.|Next sentence")]
    [InlineData("It rose 2.5 percent. 54,000 troops stay.", "It rose 2.5 percent.|54,000 troops stay.")]
    [InlineData("A heading\n\nA first sentence. A second.", "A heading|A first sentence.|A second.")]
    [InlineData("A heading\r\n\r\nA sentence.", "A heading|A sentence.")]
    [InlineData("A heading\nA sentence without end\nAnother", "A heading|A sentence without end|Another")]
    [InlineData("He waited... and left.", "He waited... and left.")]
    [InlineData("• Japan signed\n• Britain signed", "• Japan signed|• Britain signed")]
    [InlineData("They signed it rather than rely on the U.S. Japan is set to negotiate more.", "They signed it rather than rely on the U.S.|Japan is set to negotiate more.")]
    [InlineData("The U.S. President met U.K. ministers and the U.N. Security Council.", "The U.S. President met U.K. ministers and the U.N. Security Council.")]
    [InlineData("They met at 5 p.m. Wednesday in Fairview, Va. The talks failed.", "They met at 5 p.m. Wednesday in Fairview, Va.|The talks failed.")]
    [InlineData("Rep. Anna Moss (R-Va.) said no. Sens. Diaz and Lind did not.", "Rep. Anna Moss (R-Va.) said no.|Sens. Diaz and Lind did not.")]
    [InlineData("Prof. J. R. Tolland Jr. of Acme Corp. agreed. Acme Inc. did not.", "Prof. J. R. Tolland Jr. of Acme Corp. agreed.|Acme Inc. did not.")]
    [InlineData("TOKYO (Plain Wire) - Japan signed. So did Peru.", "TOKYO (Plain Wire) -|Japan signed.|So did Peru.")]
    [InlineData("SPRINGFIELD, Mo. — Three ships left. None came back.", "SPRINGFIELD, Mo. —|Three ships left.|None came back.")]
    [InlineData("LIMA/QUITO (Plain Wire) -- Peru and Ecuador agreed... and then did not.", "LIMA/QUITO (Plain Wire) --|Peru and Ecuador agreed... and then did not.")]
    [InlineData("JAKARTA, Monday: Peru signed. So did Chile.", "JAKARTA, Monday:|Peru signed.|So did Chile.")]
    [InlineData("NATO - the alliance of 32 - met.", "NATO - the alliance of 32 - met.")]
    [InlineData("“Will they return?” asked Capt. Roy. “They will!” The crowd cheered.", "“Will they return?” asked Capt. Roy.|“They will!”|The crowd cheered.")]
    [InlineData("\"We stay,\" he said. \"You go.\" Then they left.", "\"We stay,\" he said.|\"You go.\"|Then they left.")]
    [InlineData("He said (and nobody knew why) that it ended. (He was wrong.) It did not.", "He said (and nobody knew why) that it ended.|(He was wrong.)|It did not.")]
    [InlineData("iPhone sales rose. e-mail did not.", "iPhone sales rose.|e-mail did not.")]
    [InlineData("The deal covers (a) ships, (b) planes and (c) tanks. No. 7 was cut.", "The deal covers (a) ships, (b) planes and (c) tanks.|No. 7 was cut.")]
    [InlineData("On Monday, PM Okoro met the US and UK envoys. Talks go on.", "On Monday, PM Okoro met the US and UK envoys.|Talks go on.")]
    [InlineData("The pact ended.The treaty did not. What now?Nobody knows.", "The pact ended.|The treaty did not.|What now?|Nobody knows.")]
    [InlineData("It was World War II. The war ended in 1945. Ten states signed.", "It was World War II.|The war ended in 1945.|Ten states signed.")]
    [InlineData("The pact — signed in 1951 — holds: who, what, where; then more.", "The pact — signed in 1951 — holds: who, what, where; then more.")]
    public void A_text_falls_into_sentences(string text, string sentences) => Assert.Equal(sentences, string.Join('|', Split(text)));

    [Fact]
    public void Lines_of_a_hard_wrapped_text_go_on_and_its_blank_lines_do_not()
    {
        const string text = """
            The foreign ministers of the two countries met in the capital on
            Monday and agreed to open talks on a pact that would let the armed
            forces of each of them train on the soil of the other, an official
            said. The talks are to begin in the spring of next year and may go
            on for some time, since both parliaments must agree to the text in
            the end. Neither side named a date for the signing of the accord.

            A second paragraph begins here.
            """;
        Assert.Equal(["The", "The", "Neither", "A"], Split(text).Select(s => s.Split(' ', '\n')[0]));
    }

    [Fact]
    public void Where_spaces_begin_a_paragraph_a_short_line_without_them_goes_on()
    {
        const string text = """
            The premier of the United
            Kingdom of the Isles said on Monday that talks on a pact were to
            open in the capital and that both sides would name their envoys.
                He added that the text had been agreed in outline and that it
            would be laid before parliament in the spring, after the budget.
                The other side had no comment.
            """;
        Assert.Equal(["The", "He", "The"], Split(text).Select(s => s.Split(' ', '\n')[0]));
    }

    [Fact]
    public void Sentences_of_a_paragraph_know_that_they_belong_together()
    {
        const string text = "One. Two.\n\nThree.";
        var tokens = Tokenizer.Tokenize(text);
        Assert.Equal([0, 0, 1], Splitter.Split(text, tokens).Select(s => s.Paragraph));
    }

    [Fact]
    public void Every_token_belongs_to_one_sentence()
    {
        const string text = "One. “Two,” he said. Three (four). five\n\nSix";
        var tokens = Tokenizer.Tokenize(text);
        int next = 0;
        foreach (var sentence in Splitter.Split(text, tokens))
        {
            Assert.Equal(next, sentence.First);
            next = sentence.End;
        }
        Assert.Equal(tokens.Count, next);
    }

    private static IEnumerable<string> Split(string text) => Splitter.Split(text, Tokenizer.Tokenize(text)).Select(s => s.Span.In(text));
}
