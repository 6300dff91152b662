using Entente.Analysis;

namespace Entente.Tests;

/// <summary>Who brought what: copies are told, and a name that passes for another is told too.</summary>
public sealed class SourceListTests : IDisposable
{
    private static readonly LookalikeTable Lookalikes = LookalikeTable.Load(Repository.ReadData);

    private readonly RecordFixture record = new();

    public void Dispose() => record.Dispose();

    [Fact]
    public void An_outlet_is_told_with_its_independent_texts_its_agencies_and_its_time()
    {
        string first = record.Publish("The Gazette", "2023-01-16", "Bloomberg");
        record.Copies(first, record.Publish("The Gazette", "2023-01-18", "Bloomberg"));
        record.Publish("The Gazette", "2023-01-11");
        record.Publish(null, "2022-12-01");
        var (gazette, unknown) = (Sources()[0], Sources()[1]);
        Assert.Equal(("The Gazette", 3, 2, 2), (gazette.Outlet, gazette.Articles, gazette.Origins, gazette.Copies));
        Assert.Equal([("Bloomberg", 2)], gazette.Wires);
        Assert.Equal(("2023-01-11", "2023-01-18"), (gazette.First!.Value.Text, gazette.Last!.Value.Text));
        Assert.Equal((null, 1), (unknown.Outlet, unknown.Articles));
    }

    [Theory]
    [InlineData("Reuters", "R\u0435uters")]
    [InlineData("BBC News", "\u0412B\u0421 News")]
    [InlineData("The Times", "The Tim\u00E9s")]
    [InlineData("Global Times", "G1obal Times")]
    public void Two_names_that_look_alike_are_two_outlets_and_each_says_so(string real, string false_)
    {
        record.Publish(real, "2023-01-16");
        record.Publish(false_, "2023-01-16");
        Assert.Equal(2, Sources().Count);
        Assert.Equal(real, Sources().Single(s => s.Outlet == false_).LooksLike);
        Assert.Equal(false_, Sources().Single(s => s.Outlet == real).LooksLike);
    }

    [Fact]
    public void Names_that_merely_share_words_do_not_look_alike()
    {
        record.Publish("The Times", "2023-01-16");
        record.Publish("The Times of India", "2023-01-16");
        Assert.All(Sources(), s => Assert.Null(s.LooksLike));
    }

    private IReadOnlyList<Source> Sources() => SourceList.Of(record.AsOf(null), Lookalikes);
}
