using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>An article that the reader cannot cope with costs itself, not the run.</summary>
public class CarefulReadingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void One_that_fails_is_set_aside_by_name_and_the_others_are_read_in_order(int workers)
    {
        var articles = Enumerable.Range(1, 9).Select(i => new Article { Name = $"article {i}", Text = "Nothing happened." }).ToList();
        var (readings, setAside) = CarefulReading.Read(articles, a => a.Name == "article 4" ? throw new InvalidOperationException("no such word") : new(a, new("1", "1", "1", "1"), [], []), workers);
        Assert.Equal(articles.Where(a => a.Name != "article 4").Select(a => a.Name), readings.Select(r => r.Article.Name));
        var fault = Assert.Single(setAside);
        Assert.Equal(("ENT0127", "article 4"), (fault.Code, fault.Place));
        Assert.StartsWith("InvalidOperationException: no such word", fault.Found);
    }

    [Fact]
    public void A_fault_of_the_data_folder_ends_the_run() =>
        Assert.Throws<EntenteException>(() => CarefulReading.Read([new Article { Name = "a", Text = "b" }], _ => throw new EntenteException(Faults.NoData("data")), 1));
}
