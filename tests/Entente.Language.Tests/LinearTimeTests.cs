using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>
/// Texts that make a careless scan quadratic. Nothing is measured: with a scan without bound these take an hour, and so the deadline, which
/// is far off for what is linear, tells the two apart on any machine.
/// </summary>
public class LinearTimeTests
{
    public static TheoryData<string> Names() => [.. Texts.Keys];

    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["dots"] = () => new('.', 300_000),
        ["dots apart"] = () => Repeat(". ", 300_000),
        ["brackets"] = () => new('(', 300_000),
        ["closing brackets"] = () => new(')', 300_000),
        ["straight quotes"] = () => new('"', 300_000),
        ["quotes after a stop"] = () => "He said." + new string('"', 300_000) + " Then",
        ["stops and quotes"] = () => Repeat("a.\"", 100_000),
        ["opening quotes"] = () => new('“', 300_000),
        ["single quotes"] = () => new('‘', 300_000),
        ["apostrophes"] = () => Repeat("s'", 150_000),
        ["hyphens"] = () => Repeat("A-", 150_000),
        ["initials"] = () => Repeat("U.S.", 100_000),
        ["no space"] = () => new('a', 3_000_000),
        ["hyphenated word"] = () => Repeat("ab-", 1_000_000),
        ["line breaks"] = () => new('\n', 3_000_000),
        ["names in a list"] = () => Repeat("Japan, ", 100_000),
        ["one sentence"] = () => Repeat("japan and britain ", 60_000),
        ["days"] = () => Repeat("last ", 100_000) + "week",
        ["since"] = () => Repeat("since ", 100_000) + "2004",
        ["from"] = () => Repeat("from 2010 to ", 50_000),
        ["distances"] = () => Repeat("two days after ", 50_000) + "May 2",
        ["parts"] = () => Repeat("early ", 100_000) + "2009",
        ["ends of ends"] = () => Repeat("the end of the first week of ", 30_000),
        ["figures"] = () => Repeat("05/04/2021 ", 60_000),
        ["counted years"] = () => Repeat("1 year ", 100_000),
        ["quotes that open and close anyhow"] = () => Repeat("”“ ‘a \"b’ «", 8_000),
        ["paragraphs that open a quote"] = () => Repeat("“word\n\n", 60_000),
        ["single marks around words"] = () => Repeat("‘word’ ’word‘ ", 10_000),
        ["cues"] = () => Repeat("said according to claim ", 15_000),
        ["reported reports"] = () => Repeat("he said that she said that ", 40_000),
        ["quotes without speaker"] = () => Repeat("“word” ", 100_000),
        ["quotes with speakers"] = () => Repeat("“word” he said ", 60_000),
        ["combining marks"] = () => "e" + new string('\u0301', 1_000_000),
    };

    /// <summary>What the tokenizer looks ahead for. These are too many tokens to be parsed in a daily run.</summary>
    private static readonly Dictionary<string, Func<string>> Lookahead = new()
    {
        ["mailbox without end"] = () => Repeat("a@", 500_000),
        ["addresses without end"] = () => Repeat("http://a.", 300_000),
        ["dotted words"] = () => Repeat("ab.", 1_000_000),
        ["colons"] = () => Repeat("a:", 500_000),
        ["digits and hyphens"] = () => Repeat("12-", 500_000),
        ["digits and commas"] = () => Repeat("1,", 500_000),
        ["emoticons"] = () => Repeat(":-", 300_000),
        ["abbreviations before a long gap"] = () => Repeat("no. ", 50_000) + new string(' ', 1_000_000) + Repeat("no. ", 50_000),
        ["flags"] = () => Repeat("\U0001F1EF\U0001F1F5", 200_000),
        ["joined pictures"] = () => Repeat("\U0001F468\u200D", 200_000),
        ["forms never seen before"] = () => string.Join(' ', Enumerable.Range(0, 300_000).Select(i => $"w{i}x")),
    };

    public static TheoryData<string> LookaheadNames() => [.. Lookahead.Keys];

    [Theory]
    [MemberData(nameof(LookaheadNames))]
    public async Task What_is_looked_for_ahead_is_looked_for_once(string name)
    {
        string text = Lookahead[name]();
        var work = Task.Run(() => Tokenizer.Tokenize(text), TestContext.Current.CancellationToken);
        var tokens = await work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var sentences = SentenceSplitter.Load(Repository.OpenData).Split(text, tokens);
        Assert.Equal(tokens.Count, sentences.Sum(s => s.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_work_grows_with_the_text_and_not_with_its_square(string name)
    {
        string text = Texts[name]();
        var work = Task.Run(() => English.Pipeline.Annotate(text, When.Parse("2023-01-17")), TestContext.Current.CancellationToken);
        var annotated = await work.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal(annotated.Tokens.Count, annotated.Sentences.Sum(s => s.Count));
        Assert.True(annotated.Sentences.All(s => s.Count <= SentenceSplitter.LongestSentence));
    }

    private static string Repeat(string part, int times) => new System.Text.StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
