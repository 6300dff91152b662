using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

public class GazetteerTests
{
    /// <summary>The members of the United Nations, and the four beside them that news treats as states.</summary>
    private const string Members =
        "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB "
        + "CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN "
        + "KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK "
        + "PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO "
        + "TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE TWN PSE XKX VAT";

    private static readonly Gazetteer Gazetteer = Kit.Gazetteer;

    [Fact]
    public void All_members_of_the_United_Nations_are_there_and_four_beside_them()
    {
        string[] members = Members.Split(' ');
        Assert.Equal(197, members.Length);
        Assert.Empty(members.Except(Gazetteer.Actors.Keys));
        Assert.All(members, m => Assert.Null(Gazetteer.FormOf(m)));
    }

    [Fact]
    public void Every_state_and_body_is_found_by_its_code_and_by_its_own_name()
    {
        foreach (var (code, name) in Gazetteer.Actors)
        {
            Assert.Equal(code, Gazetteer.FindActor(code));
            if (Gazetteer.FormOf(code) is null)
                Assert.Equal(code, Gazetteer.FindActor(name));
        }
    }

    [Fact]
    public void There_are_sixty_bodies_and_more_each_with_a_form_of_membership_that_the_code_book_has()
    {
        var bodies = Gazetteer.Actors.Keys.Where(a => Gazetteer.FormOf(a) is not null).ToList();
        Assert.True(bodies.Count >= 60, $"{bodies.Count} bodies");
        var forms = CodeBook.Load(Repository.ReadData).Forms;
        Assert.All(bodies, b => Assert.Contains(Gazetteer.FormOf(b), forms));
        Assert.Equal("alliance", Gazetteer.FormOf("NATO"));
        Assert.Equal("forum", Gazetteer.FormOf("G7"));
        Assert.Equal("other", Gazetteer.FormOf("EU"));
        Assert.Equal("trade", Gazetteer.FormOf("CPTPP"));
    }

    [Fact]
    public void Sixty_states_and_more_have_holders_of_all_four_offices_at_once_at_some_date_since_2000()
    {
        string[] offices = ["head-of-state", "head-of-government", "foreign-minister", "defence-minister"];
        var terms = new[] { "asia-americas", "europe-bodies", "africa" }
            .SelectMany(t => DataTable.Parse(t, Repository.ReadData($"gazetteer/offices-{t}.tsv"), "person", "state", "office").Rows)
            .Select(r => (State: r["state"], Office: r["office"], Term: When.Parse($"{r.Date("from")?.Text ?? ".."}/{r.Date("to")?.Text ?? ".."}"))).ToList();
        var dates = Enumerable.Range(2000, 26).Select(y => new DateOnly(y, 7, 1)).ToList();
        var full = terms.GroupBy(t => t.State)
            .Count(state => dates.Any(d => offices.All(o => state.Any(t => (t.Office == o || (o == "head-of-government" && t.Office == "head-of-state")) && t.Term.Covers(d)))));
        Assert.True(full >= 60, $"{full} states");
    }

    [Theory]
    [InlineData("JPN", "JPN")]
    [InlineData("jpn", "JPN")]
    [InlineData("Japan", "JPN")]
    [InlineData("japan", "JPN")]
    [InlineData("nato", "NATO")]
    [InlineData("United States", "USA")]
    [InlineData("U.S.", "USA")]
    [InlineData("South Korea", "KOR")]
    [InlineData("Tokyo", "JPN")]
    [InlineData("European Union", "EU")]
    [InlineData("Atlantis", null)]
    [InlineData("", null)]
    public void An_actor_is_found_by_what_a_person_types(string typed, string? code) => Assert.Equal(code, Gazetteer.FindActor(typed));

    [Theory]
    [InlineData("Bonn agreed.", "1985-05-01", "DEU")]
    [InlineData("Bonn agreed.", null, "DEU")]
    [InlineData("Berlin agreed.", "2005-05-01", "DEU")]
    [InlineData("Russia agreed.", "2005-05-01", "RUS")]
    [InlineData("Moscow agreed.", "1985-05-01", "SUN")]
    [InlineData("Moscow agreed.", "2005-05-01", "RUS")]
    [InlineData("The Soviet Union agreed.", "1985-05-01", "SUN")]
    public void What_a_name_stands_for_depends_on_the_day_of_the_article(string text, string? published, string code)
    {
        var day = published is null ? (When?)null : When.Parse(published);
        var annotated = Kit.Annotate(text, day);
        var mention = Assert.Single(Kit.Mentions(annotated, day).Find(annotated.Sentences[0]));
        Assert.Equal([code], mention.Actors);
        Assert.True(mention.CanAct);
    }

    [Fact]
    public void Bonn_speaks_for_no_government_any_more()
    {
        var annotated = Kit.Annotate("Bonn agreed.", Kit.Day);
        Assert.DoesNotContain(Kit.Mentions(annotated, Kit.Day).Find(annotated.Sentences[0]), m => m.CanAct);
    }

    [Fact]
    public void The_version_is_the_same_for_the_same_tables_and_another_for_one_letter_changed()
    {
        Assert.Equal(Gazetteer.Version, Gazetteer.Load(Repository.ReadData).Version);
        Assert.NotEqual(Gazetteer.Version, Gazetteer.Load(t => Repository.ReadData(t) + (t == "gazetteer/names.tsv" ? "Nippon Koku\tJPN\tname\n" : "")).Version);
    }

    [Theory]
    [InlineData("gazetteer/names.tsv", "Atlantis\tATL\tname\n", "ENT0303")]
    [InlineData("gazetteer/names.tsv", "Japan Proper\tJPN\tnom\n", "ENT0303")]
    [InlineData("gazetteer/states.tsv", "JPN\tJapan again\n", "ENT0403")]
    [InlineData("gazetteer/offices-africa.tsv", "A B\tB\tATL\tother\tKing\t2000\t\n", "ENT0303")]
    [InlineData("gazetteer/offices-africa.tsv", "A B\tB\tZAF\tother\tKing\tlast year\t\n", "ENT0302")]
    public void A_row_that_cannot_be_right_is_refused_with_its_place(string table, string row, string code)
    {
        var fault = Assert.Throws<EntenteException>(() => Gazetteer.Load(t => Repository.ReadData(t) + (t == table ? row : ""))).Fault;
        Assert.Equal(code, fault.Code);
        Assert.StartsWith(table, fault.Place);
    }

    [Theory]
    [InlineData("EU", "2023-01-31", 27)]
    [InlineData("EU", "2020-01-01", 28)]
    [InlineData("NATO", "2023-01-31", 30)]
    [InlineData("NATO", "1999-01-01", 16)]
    [InlineData("NATO", "2024-12-31", 32)]
    [InlineData("ASEAN", "2023-01-31", 10)]
    [InlineData("G7", "2023-01-31", 7)]
    [InlineData("UN", "2023-01-31", 193)]
    public void A_body_has_the_members_of_the_day(string body, string day, int members) =>
        Assert.Equal(members, Kit.Gazetteer.MembershipsOf(body).Where(m => m.Body == body && m.Standing == "member" && (m.Term?.Covers(Vocabulary.When.Parse(day).First!.Value) ?? true))
            .Select(m => m.Member).Distinct().Count());

    [Fact]
    public void A_treaty_called_by_its_name_is_named_in_the_claim()
    {
        var reader = new ArticleReader(Kit.Language, Kit.Gazetteer, Kit.Rules, Kit.Morphology);
        var claim = Assert.IsType<Vocabulary.AgreementClaim>(Assert.Single(reader.Read(new() { Name = "a", Text = "Manila and Washington signed the Enhanced Defense Cooperation Agreement." }).Claims));
        Assert.Equal(("basing", "Enhanced Defense Cooperation Agreement"), (claim.Form, claim.Name));
    }
}
