using System.Diagnostics;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

public class QuantityFinderTests
{
    private static readonly QuantityFinder Quantities = QuantityFinder.Load(Repository.ReadData);

    public static TheoryData<string, string> Examples() =>
        [.. DataTable.Parse("language/units.tsv", Repository.ReadData("language/units.tsv"), "words", "kind", "example").Rows.Select(r => (r["kind"], r["example"]))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_row_of_the_table_is_found_in_its_example(string kind, string example)
    {
        var (text, phrase) = Bracketed.Parse(example);
        Assert.Equal(kind == "naming" ? [] : [phrase.In(text)], Found(text).Select(f => f.Words));
    }

    [Theory]
    [InlineData("It costs US$3.4 million or HK$ 20, not Rs. 900 million.", "US$3.4 million|HK$ 20|Rs. 900 million", NameKind.Money)]
    [InlineData("A $1.1bn loan and a 50,000-pound fine.", "$1.1bn|50,000-pound", NameKind.Money)]
    [InlineData("They raised $25-35 million, then 1.4 billion US dollars.", "$25-35 million|1.4 billion US dollars", NameKind.Money)]
    [InlineData("Billions of euros and half a million roubles vanished.", "Billions of euros|half a million roubles", NameKind.Money)]
    [InlineData("Some 4,000 troops, 30km away, fired 20 to 30 rockets.", "4,000 troops|30km|20 to 30 rockets", NameKind.Quantity)]
    [InlineData("It enriched to 60 per cent; tens of thousands of people fled.", "60 per cent|tens of thousands of people", NameKind.Quantity)]
    [InlineData("A 5,000-tonne ship sank with twenty-two sailors.", "5,000-tonne|twenty-two sailors", NameKind.Quantity)]
    [InlineData("Nobody saw 2,000 square kilometres burn.", "2,000 square kilometres", NameKind.Quantity)]
    public void Amounts_are_found_without_what_hedges_them(string text, string amounts, NameKind kind)
    {
        var found = Found(text);
        Assert.Equal(amounts.Split('|'), found.Select(f => f.Words));
        Assert.All(found, f => Assert.Equal(kind, f.Kind));
    }

    [Theory]
    [InlineData("In 2003 troops left.")]
    [InlineData("On 4 May 2020 soldiers marched.")]
    [InlineData("Two F-35 jets landed beside a Type 45 destroyer.")]
    [InlineData("The pound fell and the dollar rose.")]
    [InlineData("They met at 10 and left at 12.")]
    [InlineData("Resolution 1718 members met.")]
    [InlineData("")]
    public void Years_names_and_bare_numbers_are_no_amounts(string text) => Assert.DoesNotContain(Found(text), f => f.Words != "Two F-35");

    [Theory]
    [InlineData("tens of thousands of ")]
    [InlineData("$ ")]
    [InlineData("million ")]
    [InlineData("12 to ")]
    public void Time_is_linear(string words)
    {
        var tokens = Tokenizer.Tokenize(string.Concat(Enumerable.Repeat(words, 60_000)));
        var watch = Stopwatch.StartNew();
        Quantities.Find(tokens);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
    }

    private static List<(string Words, NameKind Kind)> Found(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return [.. Quantities.Find(tokens).Select(a => (text[tokens[a.FirstToken].Span.Start..tokens[a.EndToken - 1].Span.End], a.Kind))];
    }
}
