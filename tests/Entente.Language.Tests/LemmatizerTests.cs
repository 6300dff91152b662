using Entente.Language;

namespace Entente.Tests;

public class LemmatizerTests
{
    private static readonly Lemmatizer English = Load();

    private static Lemmatizer Load()
    {
        using var model = Repository.OpenData("language/lemmas.model");
        return Lemmatizer.Load(model, Morphology.Load(Repository.ReadData));
    }

    [Theory]
    // Forms of every treebank.
    [InlineData("said", Upos.Verb, "VBD", "say")]
    [InlineData("were", Upos.Aux, "VBD", "be")]
    [InlineData("n't", Upos.Part, "RB", "not")]
    [InlineData("n’t", Upos.Part, "RB", "not")]
    [InlineData("'ve", Upos.Aux, "VBP", "have")]
    [InlineData("ca", Upos.Aux, "MD", "can")]
    [InlineData("wo", Upos.Aux, "MD", "will")]
    [InlineData("'s", Upos.Part, "POS", "'s")]
    [InlineData("'s", Upos.Aux, "VBZ", "be")]
    [InlineData("them", Upos.Pron, "PRP", "they")]
    [InlineData("their", Upos.Pron, "PRP$", "their")]
    [InlineData("an", Upos.Det, "DT", "a")]
    [InlineData("countries", Upos.Noun, "NNS", "country")]
    [InlineData("women", Upos.Noun, "NNS", "woman")]
    [InlineData("worse", Upos.Adj, "JJR", "bad")]
    // Regular forms of words that news has and blogs have not.
    [InlineData("decommissioned", Upos.Verb, "VBD", "decommission")]
    [InlineData("redeploying", Upos.Verb, "VBG", "redeploy")]
    [InlineData("sanctioned", Upos.Verb, "VBN", "sanction")]
    [InlineData("corvettes", Upos.Noun, "NNS", "corvette")]
    [InlineData("communiqués", Upos.Noun, "NNS", "communiqué")]
    [InlineData("treaties", Upos.Noun, "NNS", "treaty")]
    [InlineData("scrapped", Upos.Verb, "VBD", "scrap")]
    [InlineData("timed", Upos.Verb, "VBN", "time")]
    [InlineData("retreated", Upos.Verb, "VBD", "retreat")]
    [InlineData("deadliest", Upos.Adj, "JJS", "deadly")]
    // Irregular ones, by the table, with and without a prefix.
    [InlineData("forbade", Upos.Verb, "VBD", "forbid")]
    [InlineData("overthrew", Upos.Verb, "VBD", "overthrow")]
    [InlineData("retook", Upos.Verb, "VBD", "retake")]
    [InlineData("co-wrote", Upos.Verb, "VBD", "co-write")]
    [InlineData("bound", Upos.Verb, "VBN", "bind")]
    // Names keep their capitals; words at a sentence's beginning lose theirs.
    [InlineData("Vilnius", Upos.Propn, "NNP", "Vilnius")]
    [InlineData("NATO", Upos.Propn, "NNP", "NATO")]
    [InlineData("Islands", Upos.Propn, "NNPS", "Island")]
    [InlineData("Signing", Upos.Verb, "VBG", "sign")]
    [InlineData("Ministers", Upos.Noun, "NNS", "minister")]
    [InlineData("HAS", Upos.Aux, "VBZ", "have")]
    [InlineData("54,000", Upos.Num, "CD", "54000")]
    // What no tagger says, and no language knows.
    [InlineData("widgets", Upos.X, null, "widgets")]
    [InlineData("widgets", Upos.X, "ZZZ", "widgets")]
    [InlineData("s", Upos.Noun, "NNS", "s")]
    [InlineData("plastic", Upos.Noun, "NNS", "plastic")]
    [InlineData("\U0001F54A", Upos.Noun, "NNS", "\U0001F54A")]
    [InlineData("\U0001F54A", Upos.Sym, "SYM", "\U0001F54A")]
    [InlineData("岸田首相", Upos.Propn, "NNP", "岸田首相")]
    public void A_form_and_its_tags_give_the_lemma(string form, Upos pos, string? tag, string lemma) => Assert.Equal(lemma, English.Lemma(form, pos, tag));

    [Fact]
    public void A_known_form_costs_no_memory()
    {
        string[] forms = ["signed", "treaties", "Japan", "were", "ships", "agreed", "of"];
        foreach (string form in forms)
            English.Lemma(form, Upos.Verb, "VBD");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 1_000; k++)
            foreach (string form in forms)
                English.Lemma(form, Upos.Verb, "VBD");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    /// <summary>More forms than the cache has places, from several threads: what one overwrites another finds again.</summary>
    [Fact]
    public void What_is_remembered_never_changes_an_answer()
    {
        string[] forms = [.. Enumerable.Range(0, 200_000).Select(i => $"x{i % 100_000}ed")];
        string[] once = [.. forms.Select(f => English.Lemma(f, Upos.Verb, "VBD"))], again = new string[forms.Length];
        Parallel.For(0, forms.Length, i => again[i] = English.Lemma(forms[i], Upos.Verb, "VBD"));
        Assert.Equal(once, again);
        Assert.Equal(once[..100_000], once[100_000..]);
    }

    [Fact]
    public void Every_token_of_a_hostile_text_has_a_lemma_under_every_tag()
    {
        (Upos, string?)[] tags = [(Upos.Verb, "VBD"), (Upos.Verb, "VBG"), (Upos.Noun, "NNS"), (Upos.Propn, "NNPS"), (Upos.Adj, "JJS"), (Upos.Num, "CD"), (Upos.Aux, "VBZ"), (Upos.X, null)];
        foreach (var (seed, text) in HostileTexts.All().Take(300))
            foreach (var token in Tokenizer.Tokenize(text))
                foreach (var (pos, tag) in tags)
                    Assert.True(English.Lemma(token.Text, pos, tag).Length > 0, $"seed {seed}: {token.Text} {tag}");
    }
}
