using Entente.Vocabulary;

namespace Entente.Tests;

public class EnumCodeTests
{
    [Fact]
    public void Codes_are_written_as_the_contract_writes_them()
    {
        Assert.Equal("in-force", Status.InForce.Code());
        Assert.Equal("nuclear-umbrella", ObligationLevel.NuclearUmbrella.Code());
        Assert.Equal("expected-none", ObligationLevel.ExpectedNone.Code());
        Assert.Equal("CONSULT", EventType.CONSULT.Code());
        Assert.Equal("fact", Modality.Fact.Code());
        Assert.Equal("agreement", ClaimKind.Agreement.Code());
    }

    [Fact]
    public void Every_code_reads_back_as_the_value_that_wrote_it()
    {
        RoundTrip<ClaimKind>(v => v.Code());
        RoundTrip<Modality>(v => v.Code());
        RoundTrip<Status>(v => v.Code());
        RoundTrip<ObligationLevel>(v => v.Code());
        RoundTrip<EventType>(v => v.Code());
    }

    [Theory]
    [InlineData("consult")]
    [InlineData("Consult")]
    [InlineData("0")]
    [InlineData("CONSULT ")]
    [InlineData("")]
    [InlineData(null)]
    public void A_code_is_exact_or_it_is_none(string? code) => Assert.False(EnumCode.TryParse<EventType>(code, out _));

    private static void RoundTrip<T>(Func<T, string> write) where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        Assert.Equal(EnumCode.All<T>(), values.Select(write));
        Assert.Equal(values.Length, EnumCode.All<T>().Distinct().Count());
        foreach (var value in values)
        {
            Assert.True(EnumCode.TryParse(write(value), out T read));
            Assert.Equal(value, read);
        }
    }
}
