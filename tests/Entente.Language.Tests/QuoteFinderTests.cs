using Entente.Language;

namespace Entente.Tests;

/// <summary>
/// Each row: a text, and what is said in it as "kind words (speaker)" joined by a bar; a plus stands before what goes on with the utterance before.
/// </summary>
public class QuoteFinderTests
{
    [Theory]
    [InlineData("“We stay,” Graham said.", "direct We stay, (Graham)")]
    [InlineData("“We stay,” said Euan Graham, an analyst.", "direct We stay, (Euan Graham, an analyst)")]
    [InlineData("\"We stay,\" said Euan Graham.", "direct We stay, (Euan Graham)")]
    [InlineData("''We stay,'' said Euan Graham.", "direct We stay, (Euan Graham)")]
    [InlineData("‘We stay,’ Graham said.", "direct We stay, (Graham)")]
    [InlineData("«We stay», Macron said.", "direct We stay (Macron)")]
    [InlineData("Prime Minister Kishida said: “We stay.”", "direct We stay. (Prime Minister Kishida)")]
    [InlineData("On Monday, Graham said “no.”", "mixed no. (Graham)")]
    [InlineData("“Will it hold?” asked a Downing Street spokeswoman.", "direct Will it hold? (a Downing Street spokeswoman)")]
    [InlineData("“The gate is shut,” the prime minister’s press secretary told reporters in Lima.", "direct The gate is shut, (the prime minister’s press secretary)")]
    [InlineData("“Go home!” he shouted.", "direct Go home! (he)")]
    [InlineData("“We are here!” he grinned.", "direct We are here! (he)")]
    [InlineData("“The bridge was old,” Duarte notes.", "direct The bridge was old, (Duarte)")]
    public void Words_between_marks_have_the_speaker_beside_their_cue(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("“We stay,” Kishida said, “and we help.”", "direct We stay, (Kishida)|+direct and we help. (Kishida)")]
    [InlineData("“We stay,” Kishida said. “We have no choice. We help.”", "direct We stay, (Kishida)|+direct We have no choice. We help. (Kishida)")]
    [InlineData("“We stay,” Kishida said, looking up at the tower, “and we help.”", "direct We stay, (Kishida)|+direct and we help. (Kishida)")]
    [InlineData("“We stay,” Kishida said.\n\n“We have no choice. We help.”", "direct We stay, (Kishida)|+direct We have no choice. We help. (Kishida)")]
    [InlineData("Kishida said: “We stay here.\n\n“We help them too.”\n\nThe rain began.", "direct We stay here. (Kishida)|+direct We help them too. (Kishida)")]
    public void An_utterance_that_is_interrupted_keeps_its_speaker(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("Graham said that the fleet would sail at dawn.", "indirect the fleet would sail at dawn (Graham)")]
    [InlineData("The fleet will sail at dawn, the admiral said.", "indirect The fleet will sail at dawn (the admiral)")]
    [InlineData("According to the Kenyan ministry, the road is open.", "indirect the road is open (the Kenyan ministry)")]
    [InlineData("Nkosi denied that he had paid the men.", "indirect he had paid the men (Nkosi)")]
    [InlineData("Haddad asked whether the port was safe.", "indirect whether the port was safe (Haddad)")]
    [InlineData("The general is reported to have said that the war was lost.", "indirect the war was lost (The general)")]
    [InlineData("The pilot was quoted as saying that the sky was clear.", "indirect the sky was clear (The pilot)")]
    [InlineData("It was announced that the mine would close.", "indirect the mine would close (-)")]
    [InlineData("They had heard Okoye’s claim that the road was open.", "indirect the road was open (Okoye)")]
    [InlineData("The road was open.", "")]
    public void What_is_reported_in_other_words_is_indirect(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("Kishida warned that “nobody” would stay.", "mixed “nobody” would stay (Kishida)")]
    [InlineData("“A gift,” Reis said, adding that “nobody” paid.", "direct A gift, (Reis)|mixed “nobody” paid (Reis)")]
    [InlineData("Ferrari called the plan “a gift to thieves”.", "mixed a gift to thieves (Ferrari)")]
    [InlineData("The film exposes a “rotten system of favours”.", "mixed rotten system of favours (The film)")]
    public void A_few_words_between_marks_make_it_mixed(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("The so-called “pact” is thin.", "scare pact (-)")]
    [InlineData("The talks crossed a “red line”.", "scare red line (-)")]
    [InlineData("She has read “The Long Road Home” twice.", "scare The Long Road Home (-)")]
    [InlineData("Graham spoke.\n\n“We stay.”", "direct We stay. (-)")]
    [InlineData("“We stay.", "direct We stay. (-)")]
    [InlineData("He left a note “on the desk.", "")]
    [InlineData("Japan’s plan and the allies’ ships", "")]
    [InlineData("“”", "")]
    public void Where_nobody_is_shown_to_speak_there_is_no_speaker(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("Japan: ‘We will stay’", "direct We will stay (Japan)")]
    [InlineData("“HALE: We sail at dawn.”", "direct HALE: We sail at dawn. (HALE)")]
    [InlineData("“We will stay”: Ana Reis", "direct We will stay (Ana Reis)")]
    public void A_headline_or_a_transcript_names_its_speaker_by_a_colon(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("“He called it ‘a farce’ and left,” Graham said.", "direct He called it ‘a farce’ and left, (Graham)")]
    [InlineData("‘He called it “a farce” and left,’ Graham said.", "direct He called it “a farce” and left, (Graham)")]
    public void Of_quotes_within_quotes_the_outer_one_is_told(string text, string quotes) => Assert.Equal(quotes, Said(text));

    [Theory]
    [InlineData("Ana Reis opened the port. “We are glad,” she said.", "she", "Ana Reis")]
    [InlineData("Defence Minister Ana Reis spoke in Lima. “We are glad,” the minister said.", "the minister", "Ana Reis")]
    [InlineData("“We wait,” said Euan Graham, a captain. Tom Hale slept. “It is cold,” the captain added.", "the captain", "Euan Graham")]
    public void A_pronoun_or_role_stands_for_the_person_named_before(string text, string phrase, string name)
    {
        var annotated = English.Pipeline.Annotate(text, null);
        var speaker = annotated.Quotes[^1].Speaker!;
        Assert.Equal((phrase, name, true), (speaker.Span.In(text), annotated.Names[speaker.Name!.Value].Span.In(text), speaker.IsResolved));
    }

    [Fact]
    public void A_speaker_knows_the_name_in_its_phrase()
    {
        const string text = "“We stay,” said Euan Graham, an analyst at the institute.";
        var annotated = English.Pipeline.Annotate(text, null);
        var speaker = Assert.Single(annotated.Quotes).Speaker!;
        Assert.Equal(("Euan Graham", false), (annotated.Names[speaker.Name!.Value].Span.In(text), speaker.IsResolved));
    }

    [Fact]
    public void A_mark_that_never_closes_does_not_swallow_the_quotes_after_it()
    {
        string text = "He said “this. " + string.Concat(Enumerable.Repeat("Words go on and on. ", 80)) + "“We stay,” Graham said.";
        Assert.EndsWith("direct We stay, (Graham)", Said(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_come_in_order_and_never_overlap()
    {
        var quotes = English.Pipeline.Annotate("“A gift,” Reis said, adding that “nobody” paid. According to Hale, she “lied,” and Roy thinks that she said so.", null).Quotes;
        Assert.True(quotes.Count >= 3);
        Assert.All(quotes.Zip(quotes.Skip(1)), pair => Assert.True(pair.First.EndToken <= pair.Second.FirstToken));
    }

    [Fact]
    public void A_word_knows_the_quote_around_it_and_a_sentence_its_times()
    {
        var text = English.Pipeline.Annotate("On Monday came “one two” and “three”. Then, in 2004, “four” came on Friday.", null);
        string[] quoted = [.. text.Tokens.Select((t, i) => (t, i)).Where(p => text.QuoteAt(p.i) is not null).Select(p => p.t.Text)];
        Assert.Equal(["one", "two", "three", "four"], quoted);
        Assert.Equal(["Monday|", "2004|Friday|"], text.Sentences.Select(s => string.Concat(text.TimesIn(s).Select(t => t.Span.In(text.Text) + "|"))));
    }

    private static string Said(string text) => string.Join('|', English.Pipeline.Annotate(text, null).Quotes
        .Select(q => $"{(q.Continues ? "+" : "")}{q.Kind.ToString().ToLowerInvariant()} {q.Content.In(text)} ({q.Speaker?.Span.In(text) ?? "-"})"));
}
