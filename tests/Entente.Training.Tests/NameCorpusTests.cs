using Entente.Language;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Tests;

public class NameCorpusTests
{
    private static readonly NameCorpus Corpus = NameCorpus.Load(Repository.ReadData, Repository.OpenData);

    [Theory]
    [InlineData("gmb", "President/B-per Adams/I-per met/O Mr./B-per Otieno/I-per", "Person:Adams Person:Otieno")]
    [InlineData("gmb", "British/B-gpe Prime/B-per Minister/I-per Reed/I-per spoke/O", "Nationality:British Person:Reed")]
    [InlineData("gmb", "Prime/B-per Minister/O Louise/B-per Tremblay/I-per left/O", "Person:Louise_Tremblay")]
    [InlineData("gmb", "Mr./B-per Otieno/B-geo left/O", "Person:Otieno")]
    [InlineData("gmb", "Secretary/B-per of/O State/B-per Alan/I-per Hale/I-per left/O", "Person:Alan_Hale")]
    [InlineData("gmb", "the/B-org African/I-org Union/I-org 's/I-org seat/O", "Organisation:African_Union")]
    [InlineData("gmb", "Kenya/B-gpe and/O Kenyan/B-geo troops/O", "Place:Kenya Nationality:Kenyan")]
    [InlineData("gmb", "NATO/B-geo met/O on/O Friday/B-tim", "Organisation:NATO Date:Friday")]
    [InlineData("wikigold", "A/O Danish/B-MISC ship/O Hermod/B-MISC sank/O", "Nationality:Danish Other:Hermod")]
    [InlineData("crossner-politics", "the/O 1998/B-election Danish/I-election election/I-election", "Event:1998_Danish_election")]
    [InlineData("uner-ewt", "Peru/B-ORG said/O Lima/B-LOC agreed/O", "Place:Peru Place:Lima")]
    [InlineData("worldwide", "Peru/B-Organization said/O a/O Dam/B-Facility broke/O", "Organisation:Peru Facility:Dam")]
    public void A_set_is_mended_to_one_scheme(string set, string iob2, string names) => Assert.Equal(names, NamesOf(One(set, iob2)));

    [Theory]
    [InlineData("gmb", "two/B-tim hooded/O", "0")]
    [InlineData("gmb", "a/O Kurdish/O town/O", "1")]
    [InlineData("wikigold", "born/O in/O March/O 1975/O", "2 3")]
    [InlineData("wikigold", "$/O 50/O paid/O", "0 1")]
    [InlineData("wikigold", "40/O goals/O in/O 12/O games/O", "")]
    [InlineData("crossner-politics", "a/O communist/B-misc paper/O", "1")]
    [InlineData("worldwide", "a/O Kurdish/O town/O", "")]
    [InlineData("gmb", "the/O Ninth/O Fleet/O sailed/O", "")]
    public void What_a_set_does_not_tell_does_not_count(string set, string iob2, string uncounted)
    {
        var sentence = One(set, iob2);
        Assert.Equal(uncounted, string.Join(' ', sentence.Counts.Index().Where(c => !c.Item).Select(c => c.Index)));
    }

    [Fact]
    public void A_label_that_the_table_does_not_know_is_a_fault_with_its_file()
    {
        var fault = Assert.Throws<EntenteException>(() => One("gmb", "Lima/B-city")).Fault;
        Assert.Equal(("ENT0303", "test.iob2"), (fault.Code, fault.Place));
    }

    [Theory]
    [InlineData("Lima B-geo")]
    [InlineData("Lima\tB-geo\tmore")]
    [InlineData("Lima\tX-geo")]
    public void A_broken_line_is_a_fault_with_its_line(string line)
    {
        var fault = Assert.Throws<EntenteException>(() => Read("gmb", $"# doc = 1\nIn\tO\n{line}\n")).Fault;
        Assert.Equal(("ENT0401", "test.iob2:3"), (fault.Code, fault.Place));
    }

    [Fact]
    public void Labels_are_IOB2_of_our_own_kinds() =>
        Assert.Equal(["B-Person", "I-Person", "O", "B-Place"], One("gmb", "Alan/B-per Hale/I-per left/O Lima/B-geo").Labels());

    [Fact]
    public void ReDocRED_names_stand_in_their_sentences()
    {
        const string line = """{"sents":[["Ana","Reis","left","."],["She","is","Chilean",",","born","May","1975"]],"entities":[[[0,0,2,"PER"]],[[1,2,3,"LOC"]],[[1,5,7,"TIME"]],[[1,0,1,"NUM"]]]}""";
        var sentences = Read("redocred", line);
        Assert.Equal(["Person:Ana_Reis", "Nationality:Chilean Date:May_1975"], sentences.Select(NamesOf));
        Assert.False(sentences[1].Counts[0]);
    }

    [Fact]
    public void Names_of_re3d_are_cut_from_noun_phrases_by_code_points()
    {
        const string text = "🚢 The harbour of Chora in the Kingdom of Elba was shelled. We told the rebels.";
        string Entity(string words, string type, double confidence = 1)
        {
            int at = text.IndexOf(words, StringComparison.Ordinal) - 1;
            return FormattableString.Invariant($$"""{"begin":{{at}},"end":{{at + words.Length}},"type":"{{type}}","confidence":{{confidence}}}""");
        }
        string line = $$"""{"text":"{{text}}","entities":[{{Entity("The harbour of Chora", "Location")}},{{Entity("Kingdom of Elba", "Location")}},{{Entity("Elba", "Person", 0.1)}},{{Entity("We", "Organisation")}},{{Entity("the rebels", "Organisation")}}]}""";
        Assert.Equal(["Place:Chora Place:Kingdom_of_Elba", ""], Read("re3d", line).Select(NamesOf));
    }

    [Fact]
    public void Names_of_GUM_have_a_proper_noun_as_head()
    {
        string[] lines =
        [
            "1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(1-person-new-cf1-3-sgl",
            "2\told\told\tADJ\tJJ\t_\t3\tamod\t_\t_",
            "3\tmayor\tmayor\tNOUN\tNN\t_\t6\tnsubj\t_\t_",
            "4\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_",
            "5\tLima\tLima\tPROPN\tNNP\t_\t3\tnmod\t_\tEntity=(2-place-new-cf2-1-sgl-Lima)1)",
            "6\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_",
            "7\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\tEntity=(3-organization-new-cf2-2-sgl",
            "8\tBank\tBank\tPROPN\tNNP\t_\t6\tobj\t_\t_",
            "9\tof\tof\tADP\tIN\t_\t10\tcase\t_\t_",
            "10\tPeru\tPeru\tPROPN\tNNP\t_\t8\tnmod\t_\tEntity=(4-place-new-cf2-1-sgl-Peru)3)",
            "11\tin\tin\tADP\tIN\t_\t12\tcase\t_\t_",
            "12\tit\tit\tPRON\tPRP\t_\t6\tobl\t_\tEntity=(2-place-giv-cf1-1-ana-Lima)",
        ];
        Assert.Equal("Place:Lima Organisation:Bank_of_Peru", NamesOf(Assert.Single(Read("gum", string.Join('\n', lines) + "\n\n"))));
    }

    [Fact]
    public void A_retokenised_sentence_keeps_its_names_by_characters()
    {
        var sentence = One("worldwide", "“/O The/O U/B-Location ./I-Location S/I-Location ./I-Location and/O Lee/B-Person Jae/I-Person -/I-Person myung/I-Person ’/O s/O aide/O agreed/O ,/O ”/O he/O said/O ./O").Retokenised();
        Assert.Equal(["“", "The", "U.S.", "and", "Lee"], sentence.Forms.Take(5));
        Assert.Equal("Place:U.S. Person:Lee_Jae_-_myung", NamesOf(sentence));
        Assert.Contains("’s", sentence.Forms);
    }

    [Fact]
    public void A_part_of_a_form_that_was_no_name_does_not_count_by_itself()
    {
        var sentence = One("gmb", "a/O Kenya-led/O force/O").Retokenised();
        Assert.All(sentence.Forms.Zip(sentence.Counts), t => Assert.Equal(t.First != "Kenya", t.Second));
    }

    [Fact]
    public void Quotes_and_brackets_are_joined_as_they_are_printed() =>
        Assert.Equal("He said \"no\" (twice), didn't he?", NameSentence.Joined("He said `` no '' -LRB- twice -RRB- , did n't he ?".Split(' ')).Text);

    [Fact]
    public void Every_set_has_a_scheme_for_its_labels() =>
        Assert.All(Corpus.Schemes, s => Assert.True(s.Labels.Count > 0 && s.Scored.Count > 0, s.Set));

    private static List<NameSentence> Read(string set, string text) => [.. Corpus.Read(Corpus.Schemes.Single(s => s.Set == set), "test.iob2", new StringReader(text))];

    private static NameSentence One(string set, string iob2) =>
        Assert.Single(Read(set, string.Concat(iob2.Split(' ').Select(t => $"{t[..t.LastIndexOf('/')]}\t{t[(t.LastIndexOf('/') + 1)..]}\n"))));

    private static string NamesOf(NameSentence sentence) =>
        string.Join(' ', sentence.Names.Select(n => $"{n.Kind}:{string.Join('_', sentence.Forms.Skip(n.First).Take(n.End - n.First))}"));
}
