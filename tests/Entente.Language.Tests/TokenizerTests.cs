using Entente.Language;

namespace Entente.Tests;

/// <summary>Each row: a text, and its tokens joined by a bar.</summary>
public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u00A0\u200B", "")]
    [InlineData("Japan and Britain signed.", "Japan|and|Britain|signed|.")]
    [InlineData("Mr.\u00A0Kishida\u202Fsaid", "Mr.|Kishida|said")]
    [InlineData("“We stay,” he said.", "“|We|stay|,|”|he|said|.")]
    [InlineData("Japan’s", "Japan|’s")]
    [InlineData("the allies' ships", "the|allies|'|ships")]
    [InlineData("‘like this’", "‘|like|this|’")]
    [InlineData("Moscow s attack", "Moscow|s|attack")]
    [InlineData("the U.S.-Japan alliance", "the|U.S.|-|Japan|alliance")]
    [InlineData("a U.S.-led bloc", "a|U.S.|-|led|bloc")]
    [InlineData("a NATO-led force", "a|NATO|-|led|force")]
    [InlineData("the Sino-Russian pact", "the|Sino|-|Russian|pact")]
    [InlineData("the U.S. and the U.N.", "the|U.S.|and|the|U.N.")]
    [InlineData("the U.S, he said", "the|U.S|,|he|said")]
    [InlineData("Washington, D.C. is", "Washington|,|D.C.|is")]
    [InlineData("two-plus-two talks", "two-plus-two|talks")]
    [InlineData("F-35 jets, a 10-year plan", "F-35|jets|,|a|10-year|plan")]
    [InlineData("non‑aligned", "non‑aligned")]
    [InlineData("don't, won’t, can't", "do|n't|,|wo|n’t|,|ca|n't")]
    [InlineData("they're, it's, he'll, I'm", "they|'re|,|it|'s|,|he|'ll|,|I|'m")]
    [InlineData("O'Brien met d'Estaing", "O'Brien|met|d'Estaing")]
    [InlineData("one word.Next sentence", "one|word|.|Next|sentence")]
    [InlineData("TOKYO (Reuters) — Japan", "TOKYO|(|Reuters|)|—|Japan")]
    [InlineData("• first point", "•|first|point")]
    [InlineData("- first point", "-|first|point")]
    [InlineData("$1.5 billion, 54,000 troops at 10:30", "$|1.5|billion|,|54,000|troops|at|10:30")]
    [InlineData("2.5%", "2.5|%")]
    [InlineData("Jan. 11 and Gen. Milley", "Jan.|11|and|Gen.|Milley")]
    [InlineData("John F. Kennedy", "John|F.|Kennedy")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("and/or", "and|/|or")]
    [InlineData("wait... no", "wait|...|no")]
    [InlineData("a -- b", "a|--|b")]
    [InlineData("São Tomé", "São|Tomé")]
    [InlineData("Sa\u0303o Tome\u0301 e", "Sa\u0303o|Tome\u0301|e")]
    [InlineData("岸田首相", "岸田首相")]
    [InlineData("A\0B", "A|B")]
    public void A_text_falls_into_words_numbers_and_marks(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', Tokenizer.Tokenize(text).Select(t => t.Text)));

    [Theory]
    [InlineData("Japan’s", "japan|'s")]
    [InlineData("won’t", "wo|n't")]
    [InlineData("Moscow s attack", "moscow|'s|attack")]
    [InlineData("the government s plan", "the|government|'s|plan")]
    [InlineData("plan s is", "plan|s|is")]
    [InlineData("non‑Aligned", "non-aligned")]
    [InlineData("TOKYO", "tokyo")]
    public void The_norm_is_what_lexicons_are_written_in(string text, string norms) =>
        Assert.Equal(norms, string.Join('|', Tokenizer.Tokenize(text).Select(t => t.Norm)));

    [Fact]
    public void An_emoji_is_never_cut_in_two()
    {
        var tokens = Tokenizer.Tokenize("Peace \U0001F54A\uFE0F now \U0001F1EF\U0001F1F5!");
        Assert.Equal("Peace", tokens[0].Text);
        Assert.Equal("!", tokens[^1].Text);
        Assert.All(tokens, t => Assert.False(char.IsLowSurrogate(t.Text[0]) || char.IsHighSurrogate(t.Text[^1])));
    }

    [Fact]
    public void A_thousand_dots_are_a_few_marks_and_not_a_thousand() => Assert.InRange(Tokenizer.Tokenize(new string('.', 1_000)).Count, 1, 10);

    [Fact]
    public void A_word_longer_than_any_word_is_cut_and_nothing_of_it_is_lost()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001D400", 1_001));
        var tokens = Tokenizer.Tokenize(text);
        Assert.True(tokens.Count > 5);
        Assert.Equal(text, string.Concat(tokens.Select(t => t.Text)));
        Assert.All(tokens, t => Assert.True(t.Span.Length % 2 == 0));
    }
}
