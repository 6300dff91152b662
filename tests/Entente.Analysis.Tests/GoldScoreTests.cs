using Entente.Analysis;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>When a claim counts as found, exact and full. The same figures as the script of the shared gold: see ScoreScriptTests.</summary>
public class GoldScoreTests
{
    private static readonly CodeBook Book = CodeBook.Load(Repository.ReadData);

    [Theory]
    [InlineData("as the gold", "full", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998-05-03"}""")]
    [InlineData("the month of the day", "full", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998-05"}""")]
    [InlineData("an open date that begins in time", "exact", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998-05/.."}""")]
    [InlineData("the year of the day", "exact", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998"}""")]
    [InlineData("no date", "exact", """{"form":"alliance","parties":["CHL","PER"],"status":"signed"}""")]
    [InlineData("another modality", "exact", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998-05-03","modality":"planned"}""")]
    [InlineData("another status", "found", """{"form":"alliance","parties":["CHL","PER"],"status":"ended"}""")]
    [InlineData("a form of the family", "found", """{"form":"consultation-pact","parties":["CHL","PER"],"status":"signed"}""")]
    [InlineData("two of three parties", "found", """{"form":"alliance","parties":["CHL","PER","BOL"],"status":"signed"}""")]
    [InlineData("two of five parties", "", """{"form":"alliance","parties":["CHL","PER","BOL","ECU","COL"],"status":"signed"}""")]
    [InlineData("a form of another family", "", """{"form":"trade","parties":["CHL","PER"],"status":"signed"}""")]
    [InlineData("one party in common", "", """{"form":"alliance","parties":["CHL","BOL"],"status":"signed"}""")]
    public void An_agreement_is_known_by_its_parties_and_form(string what, string right, string system) =>
        Assert.Equal((what, right), (what, Right("agreement", """{"form":"alliance","parties":["CHL","PER"],"status":"signed","date":"1998-05-03"}""", system)));

    [Theory]
    [InlineData("full", """{"type":"ACCUSE","actors":["ISL"],"recipients":["NOR"]}""")]
    [InlineData("found", """{"type":"THREATEN","actors":["ISL"],"recipients":["NOR"]}""")]
    [InlineData("found", """{"type":"ACCUSE","actors":["ISL","DNK"],"recipients":["NOR"]}""")]
    [InlineData("", """{"type":"SANCTION","actors":["ISL"],"recipients":["NOR"]}""")]
    [InlineData("", """{"type":"ACCUSE","actors":["NOR"],"recipients":["ISL"]}""")]
    [InlineData("", """{"type":"ACCUSE","actors":["ISL"],"recipients":[]}""")]
    public void A_directed_event_is_known_by_who_did_it_to_whom(string right, string system) => Assert.Equal(right, Right("event", """{"type":"ACCUSE","actors":["ISL"],"recipients":["NOR"]}""", system));

    [Theory]
    [InlineData("full", """{"type":"CONSULT","actors":["ISL","NOR"]}""")]
    [InlineData("full", """{"type":"CONSULT","actors":["NOR"],"recipients":["ISL"]}""")]
    [InlineData("found", """{"type":"SUPPORT","actors":["NOR"],"recipients":["ISL"]}""")]
    [InlineData("", """{"type":"CONSULT","actors":["NOR"],"recipients":["SWE"]}""")]
    public void In_a_joint_event_all_who_take_part_count_alike(string right, string system) => Assert.Equal(right, Right("event", """{"type":"CONSULT","actors":["ISL"],"recipients":["NOR"]}""", system));

    [Theory]
    [InlineData("full", """{"from":["FRA"],"to":["MLI"],"level":"defend"}""")]
    [InlineData("found", """{"from":["FRA"],"to":["MLI"],"level":"assist"}""")]
    [InlineData("found", """{"from":["FRA","DEU"],"to":["MLI"],"level":"defend"}""")]
    [InlineData("", """{"from":["FRA"],"to":["MLI"],"level":"doubted"}""")]
    [InlineData("", """{"from":["MLI"],"to":["FRA"],"level":"defend"}""")]
    public void A_duty_is_known_by_its_two_sides_and_by_whether_it_is_one(string right, string system) => Assert.Equal(right, Right("obligation", """{"from":["FRA"],"to":["MLI"],"level":"defend"}""", system));

    [Theory]
    [InlineData("full", """{"subject":"KEN","value":1200}""")]
    [InlineData("found", """{"subject":"UGA","value":1200}""")]
    [InlineData("", """{"subject":"KEN","value":1201}""")]
    public void A_figure_is_known_by_its_value(string right, string system) => Assert.Equal(right, Right("figure", """{"subject":"KEN","value":1200.0}""", system));

    [Theory]
    [InlineData("full", "Tui")]
    [InlineData("full", "Foreign Minister Mere tui")]
    [InlineData("exact", "Mere Tuilagi")]
    [InlineData("exact", "")]
    public void A_speaker_is_known_by_the_last_name(string right, string speaker) =>
        Assert.Equal(right, Right("figure", """{"subject":"FJI","value":7,"speaker":{"name":"Mere Tui"}}""", $$"""{"subject":"FJI","value":7,"speaker":"{{speaker}}"}"""));

    [Fact]
    public void A_claim_pairs_with_one_other_and_what_is_left_over_lowers_precision()
    {
        var score = Score(
            [Line("a", "event", """{"type":"CONSULT","actors":["JPN"],"recipients":["FRA"],"evidence":"met on Monday"}"""), Line("a", "event", """{"type":"CONSULT","actors":["JPN"],"recipients":["FRA"],"evidence":"spoke by telephone"}""")],
            [Line("a", "event", """{"type":"CONSULT","actors":["FRA","JPN"],"evidence":"by telephone"}"""), Line("a", "event", """{"type":"THREATEN","actors":["FRA"],"evidence":"warned"}""")]);
        Assert.Equal((1, 0.5, 0.5, 0.5), (score.All.Found.Right, score.All.Found.Precision, score.All.Found.Recall, score.All.Found.F1));
        Assert.Equal("spoke by telephone", Assert.Single(score.Pairs).Gold.Evidence.Quote);
        Assert.Equal("met on Monday", Assert.Single(score.Missed).Evidence.Quote);
        Assert.Equal("warned", Assert.Single(score.Extra).Evidence.Quote);
    }

    [Fact]
    public void The_pair_that_is_right_in_all_goes_before_one_whose_words_are_nearer()
    {
        var score = Score(
            [Line("a", "agreement", """{"form":"basing","parties":["OMN","ITA"],"status":"signed","evidence":"a base at Salalah"}""")],
            [Line("a", "agreement", """{"form":"basing","parties":["OMN","ITA"],"status":"ended","evidence":"a base at Salalah"}"""), Line("a", "agreement", """{"form":"basing","parties":["ITA","OMN"],"status":"signed","evidence":"the deal"}""")]);
        Assert.Equal("the deal", Assert.Single(score.Pairs).System.Evidence.Quote);
    }

    [Theory]
    [InlineData(1, "harbour", "harbour_3f9c.txt")]
    [InlineData(1, "news/harbour.txt", "harbour")]
    [InlineData(0, "harbour", "quay_3f9c")]
    public void The_stem_of_a_name_is_enough(int found, string gold, string system) => Assert.Equal(found, Score([Line(gold, "figure", Twelve)], [Line(system, "figure", Twelve)]).All.Found.Right);

    [Fact]
    public void Where_stems_would_make_one_article_of_two_whole_names_count()
    {
        var score = Score([Line("wire_1", "figure", Twelve), Line("wire_2", "figure", Twelve)], [Line("wire_2", "figure", Twelve), Line("wire_3", "figure", Twelve)]);
        Assert.Equal((2, 1, 1), (score.All.Found.Gold, score.All.Found.System, score.All.Found.Right));
    }

    [Fact]
    public void An_article_without_gold_counts_where_it_was_read_and_gold_without_an_article_is_told()
    {
        string[] gold = [Line("a", "figure", Twelve), Line("z", "figure", Twelve)], system = [Line("a", "figure", Twelve), Line("quiet", "figure", Twelve)];
        var score = Score(gold, system, "a", "quiet");
        Assert.Equal((2, 2, 1), (score.All.Found.Gold, score.All.Found.System, score.All.Found.Right));
        Assert.Equal(["z"], score.WithoutArticle);
        Assert.Equal(1, Score(gold, system).All.Found.System);
    }

    [Fact]
    public void Confusions_count_the_codes_of_those_found()
    {
        var score = Score(
            [Line("a", "agreement", """{"form":"alliance","parties":["CHL","PER"],"status":"signed"}"""), Line("b", "agreement", """{"form":"alliance","parties":["CHL","PER"],"status":"signed"}"""), Line("c", "agreement", """{"form":"trade","parties":["CHL","PER"],"status":"signed"}""")],
            [Line("a", "agreement", """{"form":"alliance","parties":["CHL","PER"],"status":"signed"}"""), Line("b", "agreement", """{"form":"security-guarantee","parties":["CHL","PER"],"status":"agreed","modality":"planned"}"""), Line("c", "agreement", """{"form":"peace","parties":["CHL","PER"],"status":"signed"}""")]);
        Assert.Equal(["form alliance alliance 1", "form alliance security-guarantee 1", "status signed agreed 1", "status signed signed 1", "modality fact fact 1", "modality fact planned 1"],
            score.Confusions.Select(c => $"{c.Field} {c.Gold} {c.System} {c.Pairs}"));
    }

    [Fact]
    public void Nothing_at_all_is_no_division_by_nothing() => Assert.Equal((0.0, 0.0, 0.0), (Score([], []).All.Full.Precision, Score([], []).All.Full.Recall, Score([], []).All.Full.F1));

    private const string Twelve = """{"subject":"FJI","value":12}""";

    private static string Right(string kind, string gold, string system)
    {
        var all = Score([Line("a", kind, gold)], [Line("a", kind, system)]).All;
        return all.Full.Right == 1 ? "full" : all.Exact.Right == 1 ? "exact" : all.Found.Right == 1 ? "found" : "";
    }

    private static GoldScore Score(string[] gold, string[] system, params string[] articles) => GoldScore.Of(Book, Claims(gold), Claims(system), articles.Length > 0 ? articles : null);

    private static List<Claim> Claims(string[] lines) => [.. new ClaimLines(Book, _ => null).Read("lines", new StringReader(string.Join('\n', lines)), fault => Assert.Fail(fault.ToString()))];

    private static string Line(string doc, string kind, string fields) =>
        $$"""{"doc":"{{doc}}","kind":"{{kind}}",{{(fields.Contains("modality", StringComparison.Ordinal) ? "" : """
        "modality":"fact",
        """)}}{{fields[1..]}}""";
}
