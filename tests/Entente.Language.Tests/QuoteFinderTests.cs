using Entente.Language;

namespace Entente.Tests;

/// <summary>Each row: a text, and its quotes as "words (speaker)" joined by a bar.</summary>
public class QuoteFinderTests
{
    [Theory]
    [InlineData("“We stay,” Graham said.", "We stay, (Graham)")]
    [InlineData("“We stay,” said Euan Graham, an analyst.", "We stay, (Euan Graham)")]
    [InlineData("\"We stay,\" said Euan Graham.", "We stay, (Euan Graham)")]
    [InlineData("Prime Minister Kishida said: “We stay.”", "We stay. (Prime Minister Kishida)")]
    [InlineData("“We stay,” Kishida said, “and we help.”", "We stay, (Kishida)|and we help. (Kishida)")]
    [InlineData("Kishida warned that “nobody” would stay.", "nobody (Kishida)")]
    [InlineData("‘We stay,’ Graham said.", "We stay, (Graham)")]
    [InlineData("«We stay», Macron said.", "We stay (Macron)")]
    [InlineData("Graham spoke.\n\n“We stay.”", "We stay. (-)")]
    [InlineData("“We stay.” Graham said so in Oslo.", "We stay. (Graham)")]
    [InlineData("“We stay.", "")]
    [InlineData("The so-called “pact” is thin.", "pact (-)")]
    [InlineData("Japan’s plan and the allies’ ships", "")]
    [InlineData("“”", "")]
    [InlineData("On Monday, Graham said “no.”", "no. (Graham)")]
    public void A_quote_is_found_with_who_says_it(string text, string quotes) => Assert.Equal(quotes, string.Join('|', Quotes(text)));

    [Fact]
    public void A_mark_that_never_closes_does_not_swallow_the_quotes_after_it()
    {
        string text = "He said “this. " + string.Concat(Enumerable.Repeat("Words go on and on. ", 80)) + "“We stay,” Graham said.";
        Assert.Equal("We stay, (Graham)", Quotes(text)[^1]);
    }

    [Fact]
    public void A_word_knows_the_quote_around_it_and_a_sentence_its_times()
    {
        var text = English.Pipeline.Annotate("On Monday he said “one two” and “three”. Then, in 2004, “four” came on Friday.", null);
        string[] quoted = [.. text.Tokens.Select((t, i) => (t, i)).Where(p => text.QuoteAt(p.i) is not null).Select(p => p.t.Text)];
        Assert.Equal(["one", "two", "three", "four"], quoted);
        Assert.Equal(["Monday|", "2004|Friday|"], text.Sentences.Select(s => string.Concat(text.TimesIn(s).Select(t => t.Span.In(text.Text) + "|"))));
    }

    private static List<string> Quotes(string text) =>
        [.. English.Pipeline.Annotate(text, null).Quotes.Select(q => $"{q.Content.In(text)} ({q.Speaker?.In(text) ?? "-"})")];
}
