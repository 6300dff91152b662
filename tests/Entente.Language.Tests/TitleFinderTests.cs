using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

public class TitleFinderTests
{
    private static readonly TitleFinder Titles = TitleFinder.Load(Repository.ReadData);

    public static TheoryData<string> Examples() =>
        [.. DataTable.Parse("language/titles.tsv", Repository.ReadData("language/titles.tsv"), "title", "kind", "example").Rows.Select(r => r["example"]).Where(e => e.Length > 0)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_title_of_the_table_is_found_before_the_name(string example) => AssertTitle(example);

    [Theory]
    [InlineData("On Tuesday [Defence Minister] Ito flew to Perth.")]
    [InlineData("But [President] Adams did not sign.")]
    [InlineData("[Former Kenyan Foreign Minister] Amina Odhiambo spoke.")]
    [InlineData("Canada's [Prime Minister] Louise Tremblay spoke.")]
    [InlineData("In Oslo, [NATO's acting Secretary-General] Erik Dahl spoke.", "[acting Secretary-General]")]
    [InlineData("They met [Air Chief Marshal Sir] Peter Bond.")]
    [InlineData("A treaty that [Secretary of State for Defence] Alan Reed praised.")]
    public void A_title_takes_in_what_belongs_to_it_and_no_more(string example, string? title = null) => AssertTitle(example, title);

    [Theory]
    [InlineData("President Adams", "Adams")]
    [InlineData("Prime Minister Louise Tremblay", "Louise Tremblay")]
    [InlineData("Mr. Otieno", "Otieno")]
    [InlineData("Lt. Gen. Sir Peter Bond", "Peter Bond")]
    [InlineData("Julie Bishop", "Julie Bishop")]
    [InlineData("Marshall Islands", "Marshall Islands")]
    [InlineData("President", "")]
    public void A_span_that_holds_the_title_is_cut_to_the_name(string span, string name)
    {
        var tokens = Tokenizer.Tokenize(span);
        int first = Titles.NameIn(tokens, 0, tokens.Count, 0);
        Assert.Equal(name, first >= tokens.Count ? "" : span[tokens[first].Span.Start..]);
    }

    /// <summary>The name begins after the brackets; the title is what they hold unless <paramref name="title"/> says otherwise.</summary>
    private static void AssertTitle(string example, string? title = null)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var tokens = Tokenizer.Tokenize(text);
        int name = tokens.FindIndex(t => t.Span.Start >= phrase.End);
        int first = Titles.Before(tokens, name, 0);
        string found = first == name ? "" : text[tokens[first].Span.Start..tokens[name - 1].Span.End];
        Assert.Equal(title?.Trim('[', ']') ?? phrase.In(text), found);
    }
}
