using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Confidence by a table: a line through points that never falls.</summary>
public class CalibrationTests
{
    private const string Table = """
        kind	raw	calibrated
        event	0.2	0.1
        event	0.6	0.5
        event	0.8	0.5
        figure	0.5	0.7
        """;

    [Theory]
    [InlineData("event", 0, 0.1)]
    [InlineData("event", 0.2, 0.1)]
    [InlineData("event", 0.3, 0.2)]
    [InlineData("event", 0.6, 0.5)]
    [InlineData("event", 0.7, 0.5)]
    [InlineData("event", 1, 0.5)]
    [InlineData("figure", 0.1, 0.7)]
    [InlineData("figure", 0.9, 0.7)]
    [InlineData("agreement", 0.37, 0.37)]
    public void Between_points_on_the_line_outside_level_and_without_points_as_it_is(string kind, double raw, double calibrated)
    {
        Assert.True(EnumCode.TryParse(kind, out ClaimKind code));
        Assert.Equal(calibrated, Parse(Table).Of(code, raw), 9);
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        string text = Parse(Table).Write("a note");
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        Assert.Equal(text, Parse(text).Write("a note"));
        Assert.EndsWith("event\t0.80\t0.500\nfigure\t0.50\t0.700\n", text, StringComparison.Ordinal);
        Assert.Equal(0.4, Parse(Calibration.None.Write("none")).Of(ClaimKind.Event, 0.4));
    }

    [Theory]
    [InlineData("ENT0303", "treaty\t0.2\t0.1")]
    [InlineData("ENT0401", "event\t1.2\t0.1")]
    [InlineData("ENT0401", "event\t0,2\t0.1")]
    [InlineData("ENT0401", "event\t-0.2\t0.1")]
    [InlineData("ENT0401", "event\t0.2")]
    [InlineData("ENT0401", "event\t0.2\t0.3\nevent\t0.2\t0.4")]
    [InlineData("ENT0401", "event\t0.2\t0.3\nfigure\t0.1\t0.1\nevent\t0.4\t0.2")]
    public void A_table_that_falls_or_holds_no_shares_is_refused_with_its_line(string code, string rows)
    {
        var fault = Assert.Throws<EntenteException>(() => Parse($"kind\traw\tcalibrated\n{rows}")).Fault;
        Assert.Equal(code, fault.Code);
        Assert.StartsWith($"{Calibration.Table}:{rows.Split('\n').Length + 1}", fault.Place, StringComparison.Ordinal);
    }

    private static Calibration Parse(string text) => Calibration.Load(_ => text);
}
