using System.Text;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>In the example of every cue the speaker stands in [square] and what is said in {curly} brackets, and both are found there.</summary>
public class CueTableTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in DataTable.Parse("language/cues.tsv", Repository.ReadData("language/cues.tsv"), "cue", "kind", "example").Rows)
            data.Add(row.Place, row["example"]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_cue_has_the_speaker_and_the_content_that_it_marks(string place, string example)
    {
        var plain = new StringBuilder(example).Replace("[", "").Replace("]", "").Replace("{", "").Replace("}", "").ToString();
        string found = string.Join(" + ", English.Pipeline.Annotate(plain, null).Quotes.Select(q => $"[{q.Speaker?.Span.In(plain)}] {{{q.Content.In(plain).Trim('“', '”')}}}"));
        Assert.True($"[{Between(example, '[', ']')}] {{{Between(example, '{', '}')}}}" == found, $"{place}: {example}: {found}");
    }

    [Fact]
    public void A_kind_that_nobody_knows_is_a_fault() =>
        Assert.Equal("ENT0303", Assert.Throws<EntenteException>(() => QuoteFinder.Load(_ => "cue\tkind\texample\nsay\tspech\tx")).Fault.Code);

    private static string Between(string text, char open, char close) => text[(text.IndexOf(open, StringComparison.Ordinal) + 1)..text.IndexOf(close, StringComparison.Ordinal)];
}
