using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

public class CoreferenceTests
{
    public static TheoryData<string> Examples() =>
        [.. new[] { "language/nominals.tsv", "language/metonyms.tsv", "language/deeds.tsv" }.SelectMany(t => DataTable.Parse(t, Repository.ReadData(t), "example").Rows).Select(r => r["example"]).Where(e => e.Length > 0)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_word_of_the_tables_takes_up_what_its_example_says(string example) => AssertSame(example);

    [Theory]
    [InlineData("[Prime Minister Ingrid Solberg] flew to Nairobi in 2019. Two days later [Solberg] met farmers.")]
    [InlineData("[Nguyen Van Linh] arrived late. [Linh] apologised.")]
    [InlineData("Opponents of [Tomas J. Varga] gathered. [Tomas Varga] ignored them.")]
    [InlineData("Mr. Bell and [Mrs. Bell] voted. [Mrs. Bell] smiled.")]
    [InlineData("The [Harbour Pilots Association (HPA)] went on strike. The [HPA] wants shorter shifts.")]
    [InlineData("[HPA] called the strike. The [Harbour Pilots Association] wants shorter shifts.")]
    [InlineData("[Kestrel Airways Ltd.] bought three jets in 1987. [Kestrel Airways] sold them at a loss.")]
    [InlineData("[Kestrel Airways] bought three jets in 1987. [Kestrel Airways Ltd.] sold them at a loss.")]
    [InlineData("The [United States] voted against. The [U.S.] had warned it would.")]
    public void A_name_stands_for_who_bears_a_form_of_it(string example) => AssertSame(example);

    [Theory]
    [InlineData("[Chancellor Greta Vogel] spoke first. Her words were few. [The chancellor] then left.")]
    [InlineData("[Greta Vogel], [the chancellor], spoke first.")]
    [InlineData("[Greta Vogel] is [the chancellor] of Austria.")]
    [InlineData("[Chilean President Adan Reyes] met Bolivian President Luis Soto. [The Chilean leader] promised a road.")]
    [InlineData("Kenya and Uganda signed [a fishing agreement] in 2004. After the vote, [the pact] took effect.")]
    [InlineData("[NATO] will grow again. [The alliance] takes in two more states.")]
    [InlineData("Diplomats in [Ethiopia] were alarmed. The famine in [the country] had spread.")]
    public void A_noun_takes_up_what_was_called_so(string example) => AssertSame(example);

    [Theory]
    [InlineData("[Margaret Hale] resigned on Friday. [She] gave no reason.")]
    [InlineData("President Adan Reyes thanked [Margaret Hale], who said that [she] was moved.")]
    [InlineData("[Mali] said that [it] would leave the force.")]
    [InlineData("[Thailand] recalled [its] ambassador from Phnom Penh.")]
    [InlineData("[Colonel Sani] blamed [himself].")]
    public void A_pronoun_goes_with_who_is_foremost(string example) => AssertSame(example);

    [Theory]
    [InlineData("[Tokyo] hosted the games.", "Tokyo")]
    [InlineData("Japan sent a team. Crowds filled the streets of [Tokyo].", "Tokyo")]
    [InlineData("Anders Holm and Peter Lund quarrelled. [He] left.", "He")]
    [InlineData("The Chilean president met the Peruvian president. Later, [the president] dined alone.", "the president")]
    [InlineData("[It] is unclear why Norway left.", "It")]
    [InlineData("John Smith wrote. [Adam Smith] replied.", "Adam Smith")]
    [InlineData("Norway signed a treaty. [The treaty with Chile] is older.", "The treaty with Chile")]
    public void Where_nothing_is_sure_nothing_is_said(string example, string phrase)
    {
        var text = Annotate(example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        int at = example.IndexOf('[', StringComparison.Ordinal);
        Assert.DoesNotContain(text.Mentions, m => m.Span == new TextSpan(at, at + phrase.Length) && (m.Antecedent >= 0 || m.Parts.Count > 0));
    }

    [Theory]
    [InlineData("Eritrea and Djibouti agreed on a border in 2010. The two countries had fought over it.", "The two countries", "Eritrea+Djibouti")]
    [InlineData("France protested when Spain closed the pass. Both nations recalled their envoys.", "Both nations", "France+Spain")]
    [InlineData("Fiji, Tonga and Samoa formed a fleet. The three countries will share its cost.", "The three countries", "Fiji+Tonga+Samoa")]
    public void Both_countries_are_those_that_stood_together(string words, string phrase, string parts)
    {
        var text = Annotate(words);
        var mention = Assert.Single(text.Mentions, m => m.Span.In(words) == phrase);
        Assert.Equal(parts, string.Join('+', mention.Parts.Select(p => text.Mentions[p].Span.In(words))));
    }

    [Fact]
    public void The_two_sides_later_are_the_two_countries_before()
    {
        var text = Annotate("Eritrea and Djibouti agreed on a border. The two countries had fought over it. Both sides will withdraw.");
        var sides = Assert.Single(text.Mentions, m => m.Span.In(text.Text) == "Both sides");
        Assert.Equal("The two countries", text.Mentions[sides.Antecedent].Span.In(text.Text));
    }

    [Theory]
    [InlineData("“I will not sign,” [Margaret Hale] said.", "I")]
    [InlineData("[Margaret Hale] said: “I will not sign.”", "I")]
    public void Who_speaks_is_who_says_I(string example, string pronoun)
    {
        var text = Annotate(example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        var speaker = Assert.Single(text.Mentions, m => m.Span.In(text.Text) == "Margaret Hale");
        var said = Assert.Single(text.Mentions, m => m.Span.In(text.Text) == pronoun);
        Assert.Equal(First(text, said), First(text, speaker));
    }

    [Fact]
    public void An_antecedent_comes_before_and_no_chain_runs_in_a_circle()
    {
        var text = Annotate("“I am tired,” Ruth Bell said. “I said so.” Bell, the mayor, left Lagos. She and her deputy met Chad and Niger. They thanked her. The two countries said “I”.");
        Assert.All(text.Mentions.Index(), m => Assert.True(m.Item.Antecedent < m.Index && m.Item.Parts.All(p => p < m.Index)));
        Assert.Contains(text.Mentions, m => m.Antecedent >= 0);
    }

    [Fact]
    public void Words_in_any_order_make_no_chain_that_runs_on_into_what_follows()
    {
        string[] words = ["Peru", "Lima", "President Ana Reyes", "Reyes", "Mr. Bell", "NATO", "the alliance", "both countries", "the two sides", "Chad and Niger", "he", "she", "it", "its", "they", "himself", "I", "“", "”", "said", ",", ".", "is",
            "the president", "the deal", "a treaty", "Harbour Union (HU)", "who", "of", "the company", "told", "my envoy", "envoy, Ana Bell,", "\n\n"];
        var random = new Random(7);
        for (int n = 0; n < 400; n++)
        {
            var text = Annotate(string.Join(' ', Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)])));
            Assert.All(text.Mentions.Index(), m => Assert.True(m.Item.Antecedent < m.Index && m.Item.Parts.All(p => p < m.Index) && !(m.Item.Antecedent >= 0 && m.Item.Parts.Count > 0), text.Text));
        }
    }

    [Theory]
    [InlineData("Anna Berg, ", 33_000)]
    [InlineData("He said he was. ", 15_000)]
    [InlineData("Japan and Chile met. The two countries agreed on a deal. The deal pleased them. ", 3_000)]
    [InlineData("President A. Smith and ", 20_000)]
    public async Task Long_lists_take_no_longer_a_word_than_short_ones(string part, int times)
    {
        string text = new System.Text.StringBuilder(part.Length * times).Insert(0, part, times).ToString();
        var work = Task.Run(() => Annotate(text), TestContext.Current.CancellationToken);
        Assert.NotEmpty((await work.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken)).Mentions);
    }

    private static AnnotatedText Annotate(string text) => English.Pipeline.Annotate(text, When.Parse("2015-06-01"));

    /// <summary>Of the phrases in brackets the last stands, through whatever is between, for the first.</summary>
    private static void AssertSame(string example)
    {
        var spans = new List<TextSpan>();
        var words = new System.Text.StringBuilder();
        int open = -1;
        foreach (char c in example)
            if (c == '[')
                open = words.Length;
            else if (c == ']')
                spans.Add(new(open, words.Length));
            else
                words.Append(c);
        var text = Annotate(words.ToString());
        int later = IndexOf(text, spans[^1]), first = IndexOf(text, spans[0]);
        string found = string.Join("; ", text.Mentions.Select(m => $"{m.Span.In(text.Text)} < {(m.Antecedent < 0 ? string.Join('+', m.Parts) : text.Mentions[m.Antecedent].Span.In(text.Text))} ({m.Reason})"));
        Assert.True(later >= 0, $"not a mention: {example}: {found}");
        Assert.True(text.Mentions[later].Parts.Count > 0 ? text.Mentions[later].Parts.All(p => text.Mentions[p].Span.Overlaps(spans[0])) : text.Mentions[later].Antecedent >= 0 && First(text, text.Mentions[later]) == First(text, text.Mentions[first]), $"{example}: {found}");
    }

    /// <summary>The last mention within a span, which may hold a title too.</summary>
    private static int IndexOf(AnnotatedText text, TextSpan span) => text.Mentions.Index().LastOrDefault(m => span.Contains(m.Item.Span) || m.Item.Span.Contains(span), (-1, null!)).Item1;

    private static Mention First(AnnotatedText text, Mention mention)
    {
        while (mention.Antecedent >= 0)
            mention = text.Mentions[mention.Antecedent];
        return mention;
    }
}
