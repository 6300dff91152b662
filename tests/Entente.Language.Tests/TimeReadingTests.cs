using Entente.Language;

namespace Entente.Tests;

/// <summary>How news tells times; published on 2023-01-17, a Tuesday.</summary>
public class TimeReadingTests
{
    private const string Day = "2023-01-17";

    [Theory]
    [InlineData("The fair is open from May 2 to 6, 2022.", "2022-05-02/2022-05-06")]
    [InlineData("Talks will run from Friday through Sunday in Vienna.", "2023-01-20/2023-01-22")]
    [InlineData("The March-April exercises were cancelled.", "2022-03/2022-04")]
    [InlineData("Beijing says the Nov. 14-15 summit went well.", "2022-11-14/2022-11-15")]
    [InlineData("The exercise, from 9 to 13 November, involved 40,000 troops.", "2022-11-09/2022-11-13")]
    [InlineData("He served 1998-2004 and again from 2010 on.", "1998/2004|2010/..")]
    [InlineData("Hold it no later than Friday.", "../2023-01-20")]
    public void A_range_is_read_whole(string text, string values) => Assert.Equal(values, Values(text, Day));

    [Theory]
    [InlineData("In the wake of the attack, ministers met.", "")]
    [InlineData("Prime Minister May said the deal was dead.", "")]
    [InlineData("Any insanity that may result is regretted.", "")]
    [InlineData("Resolution 2231 was adopted; 1500 soldiers and 2020 delegates came.", "")]
    [InlineData("The 35-year-old minister resigned.", "")]
    [InlineData("There are two to four people in the room.", "")]
    [InlineData("The fall of the government in the fall of 2019 came as no surprise.", "2019-23")]
    [InlineData("The Sunday Times reported it on Sunday.", "2023-01-15")]
    public void What_only_looks_like_a_time_is_left_alone(string text, string values) => Assert.Equal(values, Values(text, Day));

    [Theory]
    [InlineData("The accords of February 12, 2015, were broken. The following day, shelling resumed.", "2015-02-12|2015-02-13")]
    [InlineData("In 2014, Russia annexed Crimea. In March, it moved troops. Two months later, a truce was signed.", "2014|2014-03|2014-05")]
    [InlineData("It fought the war of 2008 and lost a base in the following year.", "2008|2009")]
    [InlineData("He left office on Jan. 20, 2021, and returned four years later.", "2021-01-20|2025")]
    public void A_story_counts_from_the_date_that_it_told_last(string text, string values) => Assert.Equal(values, Values(text, Day));

    [Theory]
    [InlineData("The ministers will meet on Friday.", "2023-01-20")]
    [InlineData("The ministers met on Friday.", "2023-01-13")]
    [InlineData("The text is to be signed on Friday.", "2023-01-20")]
    [InlineData("They said on Friday that it will hold.", "2023-01-13")]
    [InlineData("The markets stay shut until Friday, he said.", "../2023-01-20")]
    [InlineData("They agreed in early May to meet in late June.", "2022-05-01/2022-05-10|2023-06-21/2023-06-30")]
    public void The_nearest_verb_tells_past_from_future(string text, string values) => Assert.Equal(values, Values(text, Day));

    [Theory]
    [InlineData("The deadline of 22/04/2021 was missed; on 05/04/2021 nothing happened.", "2021-04-22|2021-04-05")]
    [InlineData("The deadline of 04/22/2021 was missed; on 05/04/2021 nothing happened.", "2021-04-22|2021-05-04")]
    [InlineData("On 05/04/2021 nothing happened.", "null")]
    [InlineData("On 05/05/2021 nothing happened.", "2021-05-05")]
    [InlineData("It was dated 2021-04-05.", "2021-04-05")]
    public void Figures_are_ordered_as_the_other_dates_of_the_text_are(string text, string values) => Assert.Equal(values, Values(text, Day));

    [Theory]
    [InlineData("They signed a 10-year pact.", TimeKind.Duration, "P10Y")]
    [InlineData("It took two and a half years.", TimeKind.Duration, "P2.5Y")]
    [InlineData("It has lasted for decades.", TimeKind.Duration, "PXDE")]
    [InlineData("It costs $3 billion a year.", TimeKind.Set, "P1Y")]
    [InlineData("The forum meets every other month.", TimeKind.Set, "P2M")]
    [InlineData("They spoke at 18:00 UTC.", TimeKind.Time, "T18:00")]
    [InlineData("They spoke at 6 p.m. on Monday.", TimeKind.Date, "T18:00")]
    [InlineData("It began two years ago.", TimeKind.Date, "P2Y")]
    public void Dates_hours_lengths_and_rates_are_told_apart(string text, TimeKind kind, string length)
    {
        var time = Assert.Single(EnglishTimes.Of(text, Day));
        Assert.Equal((kind, length), (time.Kind, time.Length));
    }

    [Fact]
    public void A_part_knows_its_whole_and_a_relative_date_its_anchor()
    {
        var times = EnglishTimes.Of("In early 2009 they met; last week they met again.", Day);
        Assert.Equal(["2009", null], times.Select(t => t.Whole?.Text));
        Assert.Equal([null, Day], times.Select(t => t.Anchor?.Text));
        Assert.Equal("last week, from 2023-01-17", times[1].Reason);
    }

    [Fact]
    public void A_tag_overrules_what_a_form_looks_like()
    {
        const string text = "The ships moored there will sail and the crew rested Friday.";
        var tokens = Tokenizer.Tokenize(text);
        var sentence = new Sentence(0, tokens.Count, new(0, text.Length), 0);
        string Friday(string tag) => EnglishTimes.Finder.Find(tokens, [sentence], [.. tokens.Select(t => new Word(Upos.X, t.Norm == "rested" ? tag : "", "", -1, ""))],
            Vocabulary.When.Parse(Day)).Single().Value!.Value.Text;
        Assert.Equal("2023-01-13", Friday("VBD"));
        Assert.Equal("2023-01-20", Friday("VBN"));
    }

    private static string Values(string text, string? published) => string.Join('|', EnglishTimes.Of(text, published).Select(t => t.Value?.Text ?? "null"));
}
