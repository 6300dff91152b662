using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The line format is a contract: the same fields in the same order, whatever the claim holds.</summary>
public class ClaimJsonTests
{
    public static TheoryData<string> Kinds() => [.. Examples.Claims.Select(c => c.Kind.Code())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_claim_of_each_kind_reads_back_as_it_was_written(string kind)
    {
        var claim = OfKind(kind);
        string json = ClaimJson.Write(claim);
        var back = ClaimJson.Read(json);
        Assert.Equal(json, ClaimJson.Write(back));
        Assert.IsType(claim.GetType(), back);
        Assert.Equal(claim.Speaker, back.Speaker);
        Assert.Equal(claim.Date, back.Date);
        Assert.Equal(claim.Evidence, back.Evidence);
        Assert.Equal(claim.Confidence, back.Confidence);
        Assert.Equal(claim.Everyone, back.Everyone);
    }

    [Theory]
    [InlineData("agreement", "doc kind name parties form status date modality speaker evidence confidence")]
    [InlineData("event", "doc kind type actors recipients place what date modality speaker evidence confidence")]
    [InlineData("obligation", "doc kind from to level contingency date modality speaker evidence confidence")]
    [InlineData("figure", "doc kind subject measure value unit date modality speaker evidence confidence")]
    public void The_fields_are_always_all_there_and_always_in_this_order(string kind, string fields)
    {
        var claim = OfKind(kind);
        Assert.Equal(fields, FieldsOf(claim));
        Assert.Equal(fields, FieldsOf(claim with { Speaker = null, Date = null }));
    }

    [Fact]
    public void A_line_is_written_to_the_byte_as_the_contract_says() => Assert.Equal(
        """
        {"doc":"a.txt","kind":"agreement","name":"Suva Pact","parties":["FJI","TON"],"form":"consultation-pact","status":"in-force","date":"2023-01","modality":"fact","speaker":{"name":"Mere Tui","role":"foreign minister","body":"Ministry of Foreign Affairs","state":"FJI"},"evidence":{"start":0,"end":28,"text":"Fiji and Tonga signed a pact"},"confidence":0.8}
        """,
        ClaimJson.Write(Examples.Agreement));

    [Fact]
    public void A_claim_is_one_line_and_its_quotes_stay_legible()
    {
        string json = ClaimJson.Write(Examples.Obligation with { Contingency = "a “pact”\nof São Tomé" });
        Assert.DoesNotContain('\n', json);
        Assert.Contains("a “pact”\\nof São Tomé", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_come_back_sorted_and_without_doubles()
    {
        var claim = (AgreementClaim)ClaimJson.Read(ClaimJson.Write(Examples.Agreement with { Parties = ["TON", "FJI", "TON"] }));
        Assert.Equal(["FJI", "TON"], claim.Parties);
    }

    [Fact]
    public void A_speaker_given_as_a_bare_name_is_taken_and_a_missing_confidence_is_certainty()
    {
        var claim = ClaimJson.Read("""
            {"doc":"a","kind":"figure","subject":"FJI","measure":"troops","value":12,"unit":"persons","modality":"fact","speaker":"Mere Tui","evidence":{"start":0,"end":1,"text":"x"}}
            """);
        Assert.Equal(new Speaker("Mere Tui"), claim.Speaker);
        Assert.Equal(1, claim.Confidence);
        Assert.Null(claim.Date);
    }

    [Theory]
    [InlineData("\"kind\":\"agreement\"", "\"kind\":\"treaty\"", "ENT0303")]
    [InlineData("\"status\":\"in-force\"", "\"status\":\"InForce\"", "ENT0303")]
    [InlineData("\"modality\":\"fact\",", "", "ENT0303")]
    [InlineData("\"date\":\"2023-01\"", "\"date\":\"January\"", "ENT0302")]
    [InlineData("\"evidence\"", "\"proof\"", "ENT0304")]
    [InlineData("\"start\":0", "\"start\":\"0\"", "ENT0304")]
    [InlineData("[\"FJI\",\"TON\"]", "\"FJI\"", "ENT0304")]
    [InlineData("[\"FJI\",\"TON\"]", "[\"FJI\",null]", "ENT0304")]
    [InlineData("\"confidence\":0.8", "\"confidence\":\"0.8\"", "ENT0304")]
    public void A_missing_field_or_an_unknown_code_is_refused_by_name(string good, string bad, string code)
    {
        string json = ClaimJson.Write(Examples.Agreement);
        Assert.Contains(good, json, StringComparison.Ordinal);
        Assert.Equal(code, Assert.Throws<EntenteException>(() => ClaimJson.Read(json.Replace(good, bad, StringComparison.Ordinal))).Fault.Code);
    }

    private static Claim OfKind(string kind) => Examples.Claims.Single(c => c.Kind.Code() == kind);

    private static string FieldsOf(Claim claim)
    {
        using var json = JsonDocument.Parse(ClaimJson.Write(claim));
        return string.Join(' ', json.RootElement.EnumerateObject().Select(p => p.Name));
    }
}
