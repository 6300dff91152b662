using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Claims as people write them: evidence in any of its forms, and each line that is no claim told with what is wrong.</summary>
public class ClaimLinesTests
{
    private const string Claim = """{"doc":"note","kind":"event","type":"CONSULT","actors":["PER","CHL"],"recipients":[],"modality":"fact","evidence":"met in Lima"}""";

    [Theory]
    [InlineData("\"met in Lima\"", "met in Lima")]
    [InlineData("{\"start\":4,\"end\":15,\"text\":\"met in Lima\"}", "met in Lima")]
    [InlineData("{\"text\":\"met in Lima\"}", "met in Lima")]
    [InlineData("[9, 20]", "met in Lima")]
    [InlineData("[4, 4]", "")]
    [InlineData("null", "")]
    public void Evidence_is_words_or_an_object_or_offsets(string evidence, string words) => Assert.Equal(words, Assert.Single(Read(Claim.Replace("\"met in Lima\"", evidence, StringComparison.Ordinal))).Evidence.Quote);

    [Fact]
    public void Offsets_count_utf16_code_units_as_the_line_format_does() =>
        Assert.Equal("sank", Assert.Single(Read("""{"doc":"emoji","kind":"figure","subject":"PER","value":2,"modality":"fact","evidence":[3,7]}""")).Evidence.Quote);

    [Fact]
    public void Evidence_may_be_missing_and_offsets_say_nothing_where_the_article_is_not_at_hand()
    {
        Assert.Equal("", Assert.Single(Read(Claim.Replace(""","evidence":"met in Lima" """.TrimEnd(), "", StringComparison.Ordinal))).Evidence.Quote);
        Assert.Equal("", Assert.Single(Read(Claim.Replace("\"note\"", "\"elsewhere\"", StringComparison.Ordinal).Replace("\"met in Lima\"", "[0,900]", StringComparison.Ordinal))).Evidence.Quote);
    }

    [Fact]
    public void The_article_may_be_called_article_and_lists_come_sorted()
    {
        var claim = (EventClaim)Assert.Single(Read(Claim.Replace("\"doc\"", "\"article\"", StringComparison.Ordinal)));
        Assert.Equal("note", claim.Doc);
        Assert.Equal(["CHL", "PER"], claim.Actors);
    }

    [Theory]
    [InlineData("\"doc\":\"note\",", "", "\"doc\": nothing", "the name of the article")]
    [InlineData("\"kind\":\"event\"", "\"kind\":\"meeting\"", "\"kind\": 'meeting'", "one of agreement, event, obligation, figure")]
    [InlineData("CONSULT", "TALK", "\"type\": 'TALK'", "AGREE, CONSULT")]
    [InlineData("\"modality\":\"fact\",", "", "\"modality\": nothing", "one of fact, planned")]
    [InlineData("[\"PER\",\"CHL\"]", "\"PER\"", "\"actors\": \"PER\"", "a JSON array")]
    [InlineData("[\"PER\",\"CHL\"]", "[\"PER\",7]", "\"actors\": [\"PER\",7]", "a list of strings")]
    [InlineData("\"modality\"", "\"date\":\"May 1998\",\"modality\"", "\"date\": 'May 1998'", "an EDTF date")]
    [InlineData("\"modality\"", "\"speaker\":7,\"modality\"", "\"speaker\": 7", "a JSON object")]
    [InlineData("\"modality\"", "\"confidence\":\"high\",\"modality\"", "\"confidence\": \"high\"", "a JSON number")]
    [InlineData("\"modality\"", "\"confidence\":80,\"modality\"", "\"confidence\": 80", "a number from 0 to 1")]
    [InlineData("\"met in Lima\"", "[9,900]", "\"evidence\": [9,900]", "offsets in an article of 21 characters")]
    [InlineData("\"met in Lima\"", "[9,8]", "\"evidence\": [9,8]", "offsets in an article of 21 characters")]
    [InlineData("\"met in Lima\"", "[9]", "\"evidence\": [9]", "[start, end]")]
    [InlineData("\"met in Lima\"", "[0.5,9]", "\"evidence\": [0.5,9]", "[start, end]")]
    [InlineData("\"met in Lima\"", "7", "\"evidence\": 7", "words, {start, end, text} or [start, end]")]
    [InlineData("\"met in Lima\"}", "\"met", "broken JSON at byte", "a claim as one JSON object")]
    [InlineData("met in Lima", "\\ud800", "", "a claim as one JSON object")]
    public void A_line_that_is_no_claim_is_told_with_its_place_and_the_others_are_read(string good, string bad, string found, string expected)
    {
        Assert.Contains(good, Claim, StringComparison.Ordinal);
        var faults = new List<Fault>();
        Assert.Equal(2, Lines.Read("gold.jsonl", new StringReader($"{Claim}\n\n{Claim.Replace(good, bad, StringComparison.Ordinal)}\n{Claim}"), faults.Add).Count());
        var fault = Assert.Single(faults);
        Assert.Equal(("ENT0112", "gold.jsonl:3"), (fault.Code, fault.Place));
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"doc":"note","kind":"agreement","parties":["PER","CHL"],"form":"pact","status":"signed","modality":"fact"}""")]
    [InlineData("""{"doc":"note","kind":"agreement","parties":["PER","CHL"],"status":"signed","modality":"fact"}""")]
    [InlineData("""{"doc":"note","kind":"figure","subject":"PER","value":"many","modality":"fact"}""")]
    [InlineData("""{"doc":"note","kind":"obligation","from":["PER"],"to":["CHL"],"level":"help","modality":"fact"}""")]
    public void What_is_no_object_or_has_a_code_that_the_code_book_lacks_is_refused(string line)
    {
        var faults = new List<Fault>();
        Assert.Empty(Lines.Read("gold.jsonl", new StringReader(line), faults.Add));
        Assert.Equal("ENT0112", Assert.Single(faults).Code);
    }

    private static ClaimLines Lines => new(CodeBook.Load(Repository.ReadData), doc => doc switch
    {
        "note" => "Envoys:  met in Lima.",
        "emoji" => "⚓🚢sank",
        _ => null,
    });

    private static List<Claim> Read(string line) => [.. Lines.Read("gold.jsonl", new StringReader(line), fault => Assert.Fail(fault.ToString()))];
}
