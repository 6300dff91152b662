using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The table of calibration has the last word on confidence, and no word on anything else.</summary>
public class CalibratedReadingTests
{
    private static readonly Article Article = new()
    {
        Name = "harbour",
        Published = When.Parse("2003-06-11"),
        Text = "Chile and Peru signed a defence agreement on Monday. Peru will buy two frigates. Bolivia accused Chile of spying. "
            + "Peru is obliged to defend Chile. Chilean and Peruvian ministers met in Lima. Chile has 4,000 troops on the border.",
    };

    [Fact]
    public void Confidence_is_what_the_table_makes_of_the_rules_own()
    {
        var plain = Read(Calibration.None.Write("none"));
        var doubted = Read("kind\traw\tcalibrated\nevent\t0\t0.1\nevent\t1\t0.3\n");
        Assert.Contains(plain, c => c is EventClaim);
        Assert.Contains(plain, c => c is not EventClaim);
        Assert.Equal(plain.Select(c => c is EventClaim ? Math.Round(0.1 + (0.2 * c.Confidence), 2) : c.Confidence), doubted.Select(c => c.Confidence), (a, b) => Math.Abs(a - b) < 0.0051);
    }

    [Fact]
    public void Nothing_else_hangs_on_it()
    {
        var level = Read("kind\traw\tcalibrated\nagreement\t0\t0.5\nevent\t0\t0.5\nobligation\t0\t0.5\nfigure\t0\t0.5\n");
        Assert.All(level, c => Assert.Equal(0.5, c.Confidence));
        Assert.Equal(Read(Calibration.None.Write("none")).Select(Lines), level.Select(Lines));
    }

    [Fact]
    public void Another_table_is_another_reader() => Assert.NotEqual(Reader(Calibration.None.Write("none")).Version.Rules, Kit.Reader.Version.Rules);

    /// <summary>Confidence may be compared across kinds only if every kind has been fitted.</summary>
    [Fact]
    public void The_table_of_the_repository_tells_of_every_kind_and_stays_within_reason()
    {
        string text = Repository.ReadData(Calibration.Table);
        foreach (var kind in Enum.GetValues<ClaimKind>())
        {
            Assert.Contains($"\n{kind.Code()}\t", text, StringComparison.Ordinal);
            Assert.InRange(Kit.Rules.Calibration.Of(kind, 0.8), 0.6, 0.98);
            Assert.True(Kit.Rules.Calibration.Of(kind, 0.9) > Kit.Rules.Calibration.Of(kind, 0.5));
        }
    }

    private static string Lines(Claim claim) => ClaimJson.Write(claim with { Confidence = 0 });

    private static IReadOnlyList<Claim> Read(string table) => Reader(table).Read(Article).Claims;

    private static ArticleReader Reader(string table) =>
        new(Kit.Language, Kit.Gazetteer, RuleBook.Load(name => name == Calibration.Table ? table : Repository.ReadData(name), Kit.Morphology), Kit.Morphology);
}
