using Entente.Vocabulary;

namespace Entente.Tests;

public class TextSpanTests
{
    [Fact]
    public void A_span_is_half_open_and_cuts_its_words_out_of_the_text()
    {
        var span = new TextSpan(6, 11);
        Assert.Equal(5, span.Length);
        Assert.Equal("Japan", span.In("After Japan spoke"));
        Assert.Equal("6..11", span.ToString());
    }

    [Theory]
    [InlineData(2, 5, 2, 5, true, true)]
    [InlineData(2, 5, 3, 4, true, true)]
    [InlineData(2, 5, 3, 6, false, true)]
    [InlineData(2, 5, 5, 6, false, false)]
    [InlineData(2, 5, 0, 2, false, false)]
    [InlineData(2, 5, 0, 9, false, true)]
    public void Spans_that_only_touch_do_not_overlap(int start, int end, int otherStart, int otherEnd, bool contains, bool overlaps)
    {
        var span = new TextSpan(start, end);
        var other = new TextSpan(otherStart, otherEnd);
        Assert.Equal(contains, span.Contains(other));
        Assert.Equal(overlaps, span.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(span));
    }

    [Fact]
    public void The_union_of_two_spans_takes_in_what_lies_between()
    {
        Assert.Equal(new TextSpan(2, 9), new TextSpan(7, 9).Union(new(2, 3)));
        Assert.Equal(new TextSpan(2, 9), new TextSpan(2, 9).Union(new(4, 5)));
    }
}
