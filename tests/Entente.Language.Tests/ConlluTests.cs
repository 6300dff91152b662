using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Sentences are written as in a file, with a space for each tab.</summary>
public class ConlluTests
{
    private const string Good = "# newdoc id = d\n# text = They don't.\n1 They _ _ _ _ 2 _ _ _\n2-3 don't _ _ _ _ _ _ _ _\n2 do _ _ _ _ 0 _ _ _\n3 n't _ _ _ _ _ _ _ SpaceAfter=No\n3.1 come _ _ _ _ _ _ 2:conj _\n4 . _ _ _ _ 2 _ _ _\n\n";

    [Fact]
    public void What_is_read_and_written_again_is_the_same() => Assert.Equal(Good.Replace(' ', '\t'), Written(Read(Good)).Replace(' ', '\t'));

    [Theory]
    [InlineData("1 They _ _ _ _ 0 _ _", "a:1", "9 columns")]
    [InlineData("1 They _ _ _ _ 0 _ _ _\n\n1 We _ _ _ _ 0 _ _ _\n2 stay", "a:4", "2 columns")]
    [InlineData("# c\n1 They _ _ _ _ 2 _ _ _", "a:2", "the head '2'")]
    [InlineData("1 They _ _ _ _ -1 _ _ _", "a:1", "the head '-1'")]
    [InlineData("1 They _ _ _ _ they _ _ _", "a:1", "the head 'they'")]
    [InlineData("1 They _ _ _ _ 0 _ _ _\n3 stay _ _ _ _ 1 _ _ _", "a:2", "the id '3'")]
    [InlineData("0 They _ _ _ _ 0 _ _ _", "a:1", "the id '0'")]
    [InlineData("01 They _ _ _ _ 0 _ _ _", "a:1", "the id '01'")]
    [InlineData("1 They _ _ _ _ 0 _ _ _\n1.2 stay _ _ _ _ _ _ _ _", "a:2", "the id '1.2'")]
    [InlineData("2-3 don't _ _ _ _ _ _ _ _\n1 do _ _ _ _ 0 _ _ _", "a:1", "the id '2-3'")]
    [InlineData("1-2 don't _ _ _ _ _ _ _ _\n1-2 don't _ _ _ _ _ _ _ _\n1 do _ _ _ _ 0 _ _ _", "a:2", "the id '1-2'")]
    [InlineData("1-2 don't _ _ _ _ _ _ _ _\n1 do _ _ _ _ 0 _ _ _", "a:2", "the sentence's end after 1 words")]
    [InlineData("1-99999999999 don't _ _ _ _ _ _ _ _\n1 do _ _ _ _ 0 _ _ _", "a:1", "the id '1-99999999999'")]
    [InlineData("0.1 gone _ _ _ _ _ _ _ _", "a:1", "the sentence's end after 0 words")]
    [InlineData("1  _ _ _ _ 0 _ _ _", "a:1", "no form")]
    public void A_file_that_breaks_the_format_is_refused_with_the_place(string file, string place, string found)
    {
        var fault = Assert.Throws<EntenteException>(() => Read(file)).Fault;
        Assert.Equal(("ENT0111", place, found), (fault.Code, fault.Place, fault.Found));
    }

    [Fact]
    public void Given_tokens_stand_where_the_text_has_them()
    {
        var given = GivenTokens.Of("a", Read(Good));
        Assert.Equal("They don't.", given.Text);
        Assert.Equal([(0, 4), (5, 7), (7, 10), (10, 11)], given.Tokens.Select(t => (t.Span.Start, t.Span.End)));
        Assert.Empty(given.SetAside);
    }

    [Theory]
    [InlineData("1 They _ _ _ _ _ _ _ _\n2 stay _ _ _ _ _ _ _ SpaceAfter=No\n3 . _ _ _ _ _ _ _ _", "They stay.")]
    [InlineData("1 They _ _ _ _ _ _ _ _\n2-3 gonna _ _ _ _ _ _ _ _\n2 going _ _ _ _ _ _ _ _\n3 to _ _ _ _ _ _ _ _\n4 stay _ _ _ _ _ _ _ _", "They gonna stay")]
    public void Where_no_text_is_given_it_is_made_of_the_forms(string file, string text) => Assert.Equal(text, GivenTokens.Of("a", Read(file)).Text);

    [Fact]
    public void Parts_that_are_spelt_otherwise_stand_for_the_whole()
    {
        var given = GivenTokens.Of("a", Read("1-2 gonna _ _ _ _ _ _ _ _\n1 going _ _ _ _ _ _ _ _\n2 to _ _ _ _ _ _ _ _"));
        Assert.All(given.Tokens, t => Assert.Equal(new TextSpan(0, 5), t.Span));
    }

    [Theory]
    [InlineData("They go .")]
    [InlineData("They stay . Always")]
    [InlineData("Perhaps they stay.")]
    [InlineData("")]
    public void A_text_without_the_forms_is_told_and_set_aside(string text)
    {
        var given = GivenTokens.Of("a", Read($"# text = {text.Replace(' ', '~')}\n1 They _ _ _ _ _ _ _ _\n2 stay _ _ _ _ _ _ _ SpaceAfter=No\n3 . _ _ _ _ _ _ _ _"));
        Assert.Equal("They stay.", given.Text);
        Assert.Equal(("ENT0111", "a:2"), given.SetAside.Select(f => (f.Code, f.Place)).Single());
    }

    [Fact]
    public void Paragraphs_and_documents_are_those_of_the_file()
    {
        const string One = "1 Stay _ _ _ _ _ _ _ _\n\n";
        var file = Read($"{One}# newdoc\n{One}{One}# newpar id = p2\n{One}# newdoc id = x\n# newpar\n{One}");
        var documents = GivenTokens.Documents(file).Select(d => GivenTokens.Of("a", d)).ToList();
        Assert.Equal(["Stay", "Stay Stay\n\nStay", "Stay"], documents.Select(d => d.Text));
        Assert.Equal([0, 0, 1], documents[1].Sentences.Select(s => s.Paragraph));
    }

    [Fact]
    public void Without_marks_of_documents_a_long_file_still_comes_in_parts()
    {
        var sentence = Read("1 Stay _ _ _ _ _ _ _ _")[0];
        Assert.All(GivenTokens.Documents(Enumerable.Repeat(sentence, 20_000)), d => Assert.InRange(d.Count, 1, 5_000));
    }

    [Theory]
    [InlineData("_", "Name=B-Place")]
    [InlineData("O", "Name=B-Place")]
    [InlineData("B-LOC", "Name=B-Place")]
    [InlineData("Name=I-Person|SpaceAfter=No", "Name=B-Place|SpaceAfter=No")]
    [InlineData("SpaceAfter=No|Entity=(1", "Name=B-Place|SpaceAfter=No|Entity=(1")]
    [InlineData("Cited=Yes|SpaceAfter=No", "Cited=Yes|Name=B-Place|SpaceAfter=No")]
    public void A_name_that_stood_in_misc_gives_way_and_all_else_stays(string before, string after)
    {
        Assert.Equal(after, MiscOf(before, [new(0, 1, new(0, 4), NameKind.Place, null)]));
        Assert.Equal(after == "Name=B-Place" ? "_" : after.Replace("Name=B-Place|", "", StringComparison.Ordinal), MiscOf(before, []));
    }

    [Fact]
    public void Grammar_goes_into_its_columns_and_all_else_comes_out_as_it_went_in()
    {
        const string File = """
            # newdoc id = d
            # made by = hand
            1-2 Don't _ _ _ _ _ _ _ SpaceAfter=No
            1 Do x Y Z A=b 3 dep 3:dep _
            2 n't _ _ _ _ _ _ _ _
            2.1 ever _ _ _ _ _ _ 3:x _
            3 go _ _ _ _ 0 root _ _


            """;
        var given = Read(File);
        var tokens = GivenTokens.Of("a", given);
        Word[] words = [new(Upos.Aux, "VB", "do", 2, "aux"), new(Upos.Part, "RB", "not", 2, "advmod"), new(Upos.Verb, "VB", "go", -1, "root")];
        using var writer = new StringWriter();
        FilledConllu.Write(writer, given, new(tokens.Text, tokens.Tokens, tokens.Sentences, words, [new(1, 3, new(2, 8), NameKind.Agreement, null)], [], [], []), English.Pipeline.Features);
        Assert.Equal("""
            # newdoc id = d
            # made by = hand
            1-2 Don't _ _ _ _ _ _ _ SpaceAfter=No
            1 Do do AUX VB Mood=Imp|VerbForm=Fin 3 aux _ _
            2 n't not PART RB Polarity=Neg 3 advmod _ Name=B-Agreement
            2.1 ever _ _ _ _ _ _ 3:x _
            3 go go VERB VB Mood=Imp|VerbForm=Fin 0 root _ Name=I-Agreement


            """, writer.ToString().Replace('\t', ' '));
    }

    private static string MiscOf(string misc, IReadOnlyList<Name> names)
    {
        var given = Read($"1 Oslo _ _ _ _ _ _ _ {misc}");
        var tokens = GivenTokens.Of("a", given);
        using var writer = new StringWriter();
        FilledConllu.Write(writer, given, new(tokens.Text, tokens.Tokens, tokens.Sentences, new Word[1], names, [], [], []), English.Pipeline.Features);
        return writer.ToString().Trim().Split('\t')[^1];
    }

    private static string Written(IReadOnlyList<ConlluSentence> sentences)
    {
        using var writer = new StringWriter();
        foreach (var sentence in sentences)
            Conllu.Write(writer, sentence);
        return writer.ToString();
    }

    /// <summary>A space stands for a tab, a tilde for a space.</summary>
    private static List<ConlluSentence> Read(string file) =>
        [.. Conllu.Read("a", new StringReader(string.Join('\n', file.Split('\n').Select(l => l.StartsWith('#') ? l.Replace('~', ' ') : l.Replace(' ', '\t')))))];
}
