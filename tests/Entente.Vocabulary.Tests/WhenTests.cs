using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Dates as exact as the text gives them: EDTF in, a half-open stretch of days out.</summary>
public class WhenTests
{
    [Theory]
    [InlineData("2023-01-11", "2023-01-11", "2023-01-12")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData("2022-12-31", "2022-12-31", "2023-01-01")]
    [InlineData("2023-01", "2023-01-01", "2023-02-01")]
    [InlineData("2023-12", "2023-12-01", "2024-01-01")]
    [InlineData("2023", "2023-01-01", "2024-01-01")]
    [InlineData("0987", "0987-01-01", "0988-01-01")]
    [InlineData("2023-21", "2023-03-01", "2023-06-01")]
    [InlineData("2023-22", "2023-06-01", "2023-09-01")]
    [InlineData("2023-23", "2023-09-01", "2023-12-01")]
    [InlineData("2023-24", "2023-12-01", "2024-03-01")]
    [InlineData("199X", "1990-01-01", "2000-01-01")]
    [InlineData("19XX", "1900-01-01", "2000-01-01")]
    [InlineData("2004~", "2004-01-01", "2005-01-01")]
    [InlineData("2004-06?", "2004-06-01", "2004-07-01")]
    [InlineData("2004-06-11%", "2004-06-11", "2004-06-12")]
    [InlineData("2023-01-09/2023-01-15", "2023-01-09", "2023-01-16")]
    [InlineData("2010/2015-06", "2010-01-01", "2015-07-01")]
    [InlineData("2023-01-11/2023-01-11", "2023-01-11", "2023-01-12")]
    [InlineData("2004/..", "2004-01-01", null)]
    [InlineData("2004/", "2004-01-01", null)]
    [InlineData("../2004-05", null, "2004-06-01")]
    [InlineData("/2004-05", null, "2004-06-01")]
    [InlineData("../..", null, null)]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void A_date_is_read_as_the_days_from_its_first_to_the_day_after_its_last(string text, string? first, string? end)
    {
        var when = When.Parse(text);
        Assert.Equal(Day(first), when.First);
        Assert.Equal(Day(end), when.End);
        Assert.Equal(text, when.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("23")]
    [InlineData("20230111")]
    [InlineData("0000")]
    [InlineData("2023-1")]
    [InlineData("2023-1-11")]
    [InlineData("2023-00")]
    [InlineData("2023-13")]
    [InlineData("2023-20")]
    [InlineData("2023-25")]
    [InlineData("2023-02-29")]
    [InlineData("2023-04-31")]
    [InlineData("2023-01-00")]
    [InlineData("2023-21-05")]
    [InlineData("2023-01-11-12")]
    [InlineData("-500")]
    [InlineData("+2023")]
    [InlineData(" 2023")]
    [InlineData("2023 ")]
    [InlineData("11/01/2023")]
    [InlineData("2023/2022")]
    [InlineData("2023-02/2023-01")]
    [InlineData("2023-01-11/2023-01-10")]
    [InlineData("2004/../2005")]
    [InlineData("2023/soon")]
    [InlineData("2XXX")]
    [InlineData("X")]
    [InlineData("000X")]
    [InlineData("199X-05")]
    [InlineData("２０２３")]
    public void What_is_no_date_is_refused_by_name(string? text)
    {
        Assert.False(When.TryParse(text, out var when));
        Assert.Equal(default, when);
        if (text is not null)
            Assert.Equal("ENT0302", Assert.Throws<EntenteException>(() => When.Parse(text)).Fault.Code);
    }

    [Theory]
    [InlineData("2023-01", "2022-12-31", false)]
    [InlineData("2023-01", "2023-01-01", true)]
    [InlineData("2023-01", "2023-01-31", true)]
    [InlineData("2023-01", "2023-02-01", false)]
    [InlineData("2004/..", "2003-12-31", false)]
    [InlineData("2004/..", "2300-01-01", true)]
    [InlineData("../2004", "0001-01-01", true)]
    [InlineData("../2004", "2005-01-01", false)]
    [InlineData("../..", "1815-06-18", true)]
    [InlineData("2022-24", "2023-02-28", true)]
    public void A_period_covers_its_last_day_and_not_the_day_after(string when, string day, bool covers) =>
        Assert.Equal(covers, When.Parse(when).Covers(Day(day)!.Value));

    [Theory]
    [InlineData("2023-01-11", "2023-01", true)]
    [InlineData("2023-01", "2023-02", false)]
    [InlineData("2023-01-31", "2023-02-01", false)]
    [InlineData("2020/2023", "2023-12-31/2025", true)]
    [InlineData("2004/..", "2003", false)]
    [InlineData("2004/..", "2004-12-31", true)]
    [InlineData("2004/..", "../2004-01-01", true)]
    [InlineData("2004/..", "../2003-12-31", false)]
    [InlineData("../..", "199X", true)]
    [InlineData("199X", "2000", false)]
    public void Periods_overlap_when_they_share_a_day_whichever_is_asked(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, When.Parse(left).Overlaps(When.Parse(right)));
        Assert.Equal(overlap, When.Parse(right).Overlaps(When.Parse(left)));
    }

    [Fact]
    public void Dates_sort_by_start_with_open_starts_first_and_the_longer_of_two_before_the_shorter()
    {
        string[] sorted = ["../..", "../1990", "199X", "1990", "1990-01", "1990-01-01", "1990-01-02", "2004/..", "2004", "2023-01-09/2023-01-15", "2023-01-09", "2023-01-11"];
        var shuffled = sorted.OrderBy(t => t, StringComparer.Ordinal).Select(When.Parse).ToList();
        Assert.Equal(sorted, shuffled.Order().Select(w => w.Text));
        Assert.True(When.Parse("2004") < When.Parse("2005"));
        Assert.True(When.Parse("2005") > When.Parse("2004/.."));
        Assert.True(When.Parse("2004") <= When.Parse("2004"));
        Assert.True(When.Parse("2004") >= When.Parse("2004"));
    }

    [Fact]
    public void What_is_made_from_a_calendar_is_written_as_edtf()
    {
        Assert.Equal("2023-01-11", When.Day(new(2023, 1, 11)).Text);
        Assert.Equal("2023-09", When.Month(2023, 9).Text);
        Assert.Equal("0987", When.Year(987).Text);
        Assert.Equal("2023-01-09/2023-01-15", When.Between(new(2023, 1, 9), new(2023, 1, 15)).Text);
        Assert.Equal("2023-01-09", When.Between(new(2023, 1, 9), new(2023, 1, 9)).Text);
    }

    [Theory]
    [InlineData("2004", "2004/..")]
    [InlineData("2004-05-06", "2004-05-06/..")]
    [InlineData("2010/2015", "2010/..")]
    public void Since_a_date_runs_from_its_start_with_no_end_known(string start, string expected)
    {
        var since = When.Since(When.Parse(start));
        Assert.Equal(When.Parse(expected), since);
        Assert.Null(since.End);
    }

    [Fact]
    public void The_last_day_of_the_calendar_breaks_nothing()
    {
        Assert.Equal(DateOnly.MaxValue, When.Day(DateOnly.MaxValue).End);
        Assert.Equal(DateOnly.MaxValue, When.Parse("9999-12").End);
        Assert.Equal(DateOnly.MaxValue, When.Parse("999X").End);
        Assert.Equal(DateOnly.MaxValue, When.Parse("99XX").End);
        Assert.Equal(DateOnly.MaxValue, When.Parse("9999-24").End);
    }

    [Fact]
    public void A_date_nobody_set_is_open_at_both_ends()
    {
        When none = default;
        Assert.Equal("../..", none.ToString());
        Assert.True(none.Covers(new(2023, 1, 11)));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
