using Entente.Reading;

namespace Entente.Tests;

/// <summary>The index leaves out only what would not match.</summary>
public class TriggerTests
{
    /// <summary>One example in twenty: each sentence is tried with each rule at each word.</summary>
    private static readonly IReadOnlyList<TriggerSentence> Sentences =
        [.. Kit.Rules.All.Where((_, i) => i % 20 == 0).SelectMany(r => Kit.Rules.SentencesOf(Kit.Language.Annotate($"{r.Example.Text} {r.Example.Counterexample}", null)))];

    [Fact]
    public void The_index_finds_all_that_trying_each_event_rule_at_each_word_finds() => AssertComplete(Kit.Rules.Events);

    [Fact]
    public void The_index_finds_the_rules_that_begin_with_an_amount() => AssertComplete(Kit.Rules.Figures);

    [Fact]
    public void The_index_finds_treaties_by_their_names() => AssertComplete(Kit.Rules.AgreementNouns);

    private static void AssertComplete<T>(TriggerIndex<T> index) where T : ReadingRule =>
        Assert.All(Sentences, s => Assert.Equal(OneByOne(index.Items, s), index.In(s).Select(m => (m.Item.Id, m.Match))));

    private static IEnumerable<(string, TriggerMatch)> OneByOne(IReadOnlyList<ReadingRule> rules, TriggerSentence sentence)
    {
        for (int i = sentence.Sentence.First; i < sentence.Sentence.End; i++)
            foreach (var rule in rules)
                if (rule.Trigger.TryMatch(sentence.Tokens, i, sentence.Sentence.End, out var match))
                    yield return (rule.Id, match);
    }
}
