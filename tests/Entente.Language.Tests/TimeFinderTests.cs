using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Each row: a text, the day it was published, and what each time in it means; "null" for one that cannot be dated.</summary>
public class TimeFinderTests
{
    /// <summary>A Tuesday.</summary>
    private const string Day = "2023-01-17";

    [Theory]
    [InlineData("It was signed on January 11, 2023.", "2023-01-11")]
    [InlineData("It was signed on 11 January 2023.", "2023-01-11")]
    [InlineData("It was signed on the 11th of January 2023.", "2023-01-11")]
    [InlineData("It was signed on Jan. 11.", "2023-01-11")]
    [InlineData("It was signed on Dec. 30.", "2022-12-30")]
    [InlineData("It was signed on September 8, 1951.", "1951-09-08")]
    [InlineData("It will be signed on March 3.", "2023-03-03")]
    [InlineData("It was signed on April 3.", "2022-04-03")]
    [InlineData("It was signed in December 2022.", "2022-12")]
    [InlineData("It was signed in December.", "2022-12")]
    [InlineData("It was signed last June.", "2022-06")]
    [InlineData("It was signed in May.", "2022-05")]
    [InlineData("It will be signed in May.", "2023-05")]
    [InlineData("May it be signed.", "")]
    [InlineData("May told the House.", "")]
    [InlineData("The troops march on.", "")]
    [InlineData("It was signed in 1951.", "1951")]
    [InlineData("In 2004, they met.", "2004")]
    [InlineData("It has run since 2004.", "2004/..")]
    [InlineData("It has run since last June.", "2022-06/..")]
    [InlineData("It has run since January 11, 2023.", "2023-01-11/..")]
    [InlineData("They met last week.", "2023-01-09/2023-01-15")]
    [InlineData("They meet this week.", "2023-01-16/2023-01-22")]
    [InlineData("They will meet next week.", "2023-01-23/2023-01-29")]
    [InlineData("They met last month.", "2022-12")]
    [InlineData("They will meet next month.", "2023-02")]
    [InlineData("They met last year.", "2022")]
    [InlineData("They met yesterday.", "2023-01-16")]
    [InlineData("They met today.", "2023-01-17")]
    [InlineData("They will meet tomorrow.", "2023-01-18")]
    [InlineData("They met on Wednesday.", "2023-01-11")]
    [InlineData("They met on Tuesday.", "2023-01-17")]
    [InlineData("They will meet on Wednesday.", "2023-01-18")]
    [InlineData("They met last Friday.", "2023-01-13")]
    [InlineData("They meet next Friday.", "2023-01-27")]
    [InlineData("It began two years ago.", "2021")]
    [InlineData("It began two decades ago.", "200X")]
    [InlineData("It began a decade ago.", "201X")]
    [InlineData("It began three days ago.", "2023-01-14")]
    [InlineData("It began 10 months ago.", "2022-03")]
    [InlineData("It will end within five years.", "2023/2028")]
    [InlineData("It dates from the 1990s.", "199X")]
    [InlineData("It will fly in the early 2030s.", "2030/2033")]
    [InlineData("It will fly in the mid 2030s.", "2033/2036")]
    [InlineData("They met last summer.", "2022-22")]
    [InlineData("They met in the summer of 2022.", "2022-22")]
    [InlineData("They met in autumn 2021.", "2021-23")]
    [InlineData("They meet next spring.", "2023-21")]
    [InlineData("It ran from 2010 to 2015.", "2010/2015")]
    [InlineData("It ran between 2010 and 2015.", "2010/2015")]
    [InlineData("It ran from March 2020 to May 2021.", "2020-03/2021-05")]
    [InlineData("It was signed on February 30, 2023.", "null")]
    [InlineData("Some 2000 troops and 54,000 others", "")]
    [InlineData("the spring offensive", "")]
    public void A_time_is_resolved_against_the_day_of_publication(string text, string expected) => Assert.Equal(expected, Times(text, Day));

    [Theory]
    [InlineData("They met last week.", "null")]
    [InlineData("They met on Wednesday.", "null")]
    [InlineData("They met on Jan. 11.", "null")]
    [InlineData("They met two years ago.", "null")]
    [InlineData("They met last summer.", "null")]
    [InlineData("They met in December.", "null")]
    [InlineData("They met in December 2022 and in 1951.", "2022-12|1951")]
    [InlineData("It has run since 2004.", "2004/..")]
    public void Without_a_day_of_publication_only_what_is_absolute_gets_a_date(string text, string expected) => Assert.Equal(expected, Times(text, null));

    [Theory]
    [InlineData("They met last year.", "2023-01", "2022")]
    [InlineData("They met yesterday.", "2023-01", "2022-12-31/2023-01-30")]
    [InlineData("They met last month.", "2023", "2022-12-01/2023-11-30")]
    [InlineData("They met last week.", "../2023", "null")]
    public void An_article_of_a_whole_month_dates_no_finer_than_its_two_ends_allow(string text, string anchor, string expected) => Assert.Equal(expected, Times(text, anchor));

    [Fact]
    public void The_span_of_a_time_is_its_own_words()
    {
        const string text = "They met on January 11, 2023, and last week.";
        Assert.Equal(["January 11, 2023", "last week"], EnglishTimes.Of(text, Day).Select(t => t.Span.In(text)));
    }

    [Theory]
    [InlineData("It began 200 decades ago.", "002X")]
    [InlineData("It began 190 decades ago.", "012X")]
    [InlineData("It began 202 decades ago.", "null")]
    [InlineData("It began 9999 years ago.", "null")]
    [InlineData("It began 9999 months ago.", "1189-10")]
    [InlineData("It began 9999 days ago.", "1995-09-02")]
    [InlineData("It ends within 9999 years.", "null")]
    public void A_count_beyond_all_calendars_breaks_nothing(string text, string expected) => Assert.Equal(expected, Times(text, Day));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void At_the_ends_of_the_calendar_nothing_breaks(string anchor)
    {
        foreach (string text in (string[])["last week", "next week", "yesterday", "tomorrow", "last month", "next month", "last year", "next year", "last Friday", "next Friday", "last summer",
            "next winter", "9000 years ago", "900 decades ago", "twelve months ago", "9999 days ago", "within 9999 years", "on Jan. 1", "will meet on Jan. 1", "will meet on Dec. 31", "next January", "last December"])
            Assert.NotNull(Times($"They met {text}.", anchor));
    }

    private static string Times(string text, string? published) =>
        string.Join('|', EnglishTimes.Of(text, published).Select(t => t.Value?.Text ?? "null"));
}
