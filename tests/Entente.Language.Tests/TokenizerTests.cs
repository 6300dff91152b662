using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Each row: a text, and its tokens joined by a bar.</summary>
public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u00A0\u200B\u200E\u202A", "")]
    [InlineData("Japan and Britain signed.", "Japan|and|Britain|signed|.")]
    [InlineData("Mr.\u00A0Kishida\u202Fsaid", "Mr.|Kishida|said")]
    [InlineData("“We stay,” he said.", "“|We|stay|,|”|he|said|.")]
    // Possessives and quotation marks that look alike.
    [InlineData("Japan’s", "Japan|+’s")]
    [InlineData("the allies' ships", "the|allies|+'|ships")]
    [InlineData("‘like this’", "‘|like|this|’")]
    [InlineData("the 'old allies' left", "the|'|old|allies|'|left")]
    [InlineData("Moscow s attack", "Moscow|s|attack")]
    [InlineData("''We stay,'' he said", "''|We|stay|,|''|he|said")]
    [InlineData("O'Brien met d'Estaing at 5 o'clock", "O'Brien|met|d'Estaing|at|5|o'clock")]
    [InlineData("the Shi'ite bloc", "the|Shi'ite|bloc")]
    // Contractions.
    [InlineData("don't, won’t, CAN'T", "do|+n't|,|wo|+n’t|,|CA|+N'T")]
    [InlineData("they're, it's, he'll, I'm, we'd", "they|+'re|,|it|+'s|,|he|+'ll|,|I|+'m|,|we|+'d")]
    [InlineData("Cannot is two words and dont is too", "Can|+not|is|two|words|and|do|+nt|is|too")]
    // Hyphens.
    [InlineData("the U.S.-Japan alliance", "the|U.S.|-|Japan|alliance")]
    [InlineData("a U.S.-led bloc", "a|U.S.|-|led|bloc")]
    [InlineData("two-plus-two talks", "two|-|plus|-|two|talks")]
    [InlineData("F-35 jets, a 10-year plan", "F|-|35|jets|,|a|10|-|year|plan")]
    [InlineData("a pre-war ex-minister re-elected by e-mail", "a|pre-war|ex-minister|re-elected|by|e-mail")]
    [InlineData("non‑aligned", "non‑aligned")]
    [InlineData("call 555-0199 or 1-800-555-0199", "call|555-0199|or|1-800-555-0199")]
    [InlineData("the 2019-2020 plan of 2019-12-31", "the|2019|-|2020|plan|of|2019-12-31")]
    [InlineData("a -- b --- c ----", "a|--|b|---|c|----")]
    // Stops: of abbreviations, initials, sentences, and lost spaces.
    [InlineData("the U.S. and the U.N.", "the|U.S.|and|the|U.N.")]
    [InlineData("the U.S, he said", "the|U.S|,|he|said")]
    [InlineData("Washington, D.C. is", "Washington|,|D.C.|is")]
    [InlineData("at 5 p.m. on Jan. 11 with Gen. Milley", "at|5|p.m.|on|Jan.|11|with|Gen.|Milley")]
    [InlineData("John F. Kennedy and J. R. Tolland", "John|F.|Kennedy|and|J.|R.|Tolland")]
    [InlineData("World War I. Then", "World|War|I|.|Then")]
    [InlineData("Article No. 7. He said no. Then", "Article|No.|7|.|He|said|no|.|Then")]
    [InlineData("ships, etc. and tanks etc. Then", "ships|,|etc.|and|tanks|etc|.|Then")]
    [InlineData("one word.Next sentence?Yes", "one|word|.|Next|sentence|?|Yes")]
    [InlineData("wait... no?! Yes!!!", "wait|...|no|?!|Yes|!!!")]
    [InlineData("TOKYO (Reuters) — Japan", "TOKYO|(|Reuters|)|—|Japan")]
    [InlineData("• first point", "•|first|point")]
    [InlineData("- first point", "-|first|point")]
    // Numbers, units, money.
    [InlineData("$1.5 billion, 54,000 troops at 10:30", "$|1.5|billion|,|54,000|troops|at|10:30")]
    [InlineData("2.5% of US$4bn or £30m, not HK$9", "2.5|%|of|US$|4|bn|or|£|30|m|,|not|HK$|9")]
    [InlineData("120km at 5pm on the 20th in the 1990s and 1980's", "120|km|at|5|pm|on|the|20th|in|the|1990s|and|1980's")]
    [InlineData("on 9/11 and 11/28/2000, +44 20, in ’72", "on|9/11|and|11/28/2000|,|+44|20|,|in|’72")]
    [InlineData("about .04 of it", "about|.04|of|it")]
    // Addresses and other things of the web.
    [InlineData("see http://example.com/a?b=c, or www.example.org.", "see|http://example.com/a?b=c|,|or|www.example.org|.")]
    [InlineData("write to jo.doe-smith@mail.example.com. Then", "write|to|jo.doe-smith@mail.example.com|.|Then")]
    [InlineData("(see example.org/page) and notes_2.pdf", "(|see|example.org/page|)|and|notes_2.pdf")]
    [InlineData("Contact:jo@example.com", "Contact|:|jo@example.com")]
    [InlineData("thanks :) @desk #summit #1", "thanks|:)|@desk|#summit|#|1")]
    [InlineData("AT&T and R&D", "AT&T|and|R&D")]
    [InlineData("and/or", "and|/|or")]
    [InlineData("he said:(a) this", "he|said|:|(|a|)|this")]
    // Other scripts, and characters that are two or none.
    [InlineData("São Tomé", "São|Tomé")]
    [InlineData("Sa\u0303o Tome\u0301 e", "Sa\u0303o|Tome\u0301|e")]
    [InlineData("岸田首相。", "岸田首相|。")]
    [InlineData("co\u00ADoperate", "co\u00ADoperate")]
    [InlineData("great\U0001F54A\uFE0F now \U0001F1EF\U0001F1F5\U0001F1EC\U0001F1E7!", "great|\U0001F54A\uFE0F|now|\U0001F1EF\U0001F1F5|\U0001F1EC\U0001F1E7|!")]
    [InlineData("\U0001D400b x", "\U0001D400b|x")]
    [InlineData("A\0B", "A|B")]
    public void A_text_falls_into_words_numbers_and_marks(string text, string tokens) => Assert.Equal(tokens, Cut(text));

    /// <summary>Tokens joined by a bar; those written together with the word before them begin with a plus.</summary>
    private static string Cut(string text) => string.Join('|', Tokenizer.Tokenize(text).Select(t => (t.IsClitic ? "+" : "") + t.Text));

    [Theory]
    [InlineData("Japan’s", "japan|'s")]
    [InlineData("won’t", "wo|n't")]
    [InlineData("Moscow s attack", "moscow|'s|attack")]
    [InlineData("the government s plan", "the|government|'s|plan")]
    [InlineData("plan s is", "plan|s|is")]
    [InlineData("non‑Aligned", "non-aligned")]
    [InlineData("TOKYO", "tokyo")]
    [InlineData("dont, thats", "do|n't|,|that|'s")]
    [InlineData("Sa\u0303o co\u00ADoperate", "são|cooperate")]
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

    public static TheoryData<string, string> TableExamples() =>
        [.. DataTable.Parse("language/written-forms.tsv", Repository.ReadData("language/written-forms.tsv"), "form", "example", "tokens").Rows.Select(r => (r["example"], r["tokens"]))];

    [Theory]
    [MemberData(nameof(TableExamples))]
    public void Every_form_of_the_table_is_cut_as_its_example_says(string example, string tokens) => Assert.Equal(tokens, Cut(example).Replace("+", "", StringComparison.Ordinal));

    [Fact]
    public void Tokens_of_one_form_share_their_lexeme_and_another_role_has_its_own()
    {
        var tokens = Tokenizer.Tokenize("not that it cannot, not here");
        Assert.Same(tokens[0].Lexeme, tokens[6].Lexeme);
        Assert.NotSame(tokens[0].Lexeme, tokens[4].Lexeme);
        Assert.True(tokens[4].IsClitic && !tokens[0].IsClitic);
    }

    [Fact]
    public void Many_threads_cut_a_text_into_the_same_tokens()
    {
        string text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"form{i}'s"));
        string[] cuts = [.. Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8).Select(_ => Cut(text))];
        Assert.Single(cuts.Distinct());
    }

    [Fact]
    public void A_token_costs_no_memory_of_its_own()
    {
        string text = string.Concat(Enumerable.Repeat("The ministers didn't sign Japan’s U.S.-led pact on Jan. 4, he said. ", 2_000));
        Tokenizer.Tokenize(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var tokens = Tokenizer.Tokenize(text);
        // Sixteen bytes a token in a list that may have grown once too far.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50L * tokens.Count);
    }
}
