using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The rules speak the language of the code book, and say where they do not.</summary>
public class RuleBookTests
{
    private static readonly CodeBook CodeBook = CodeBook.Load(Repository.ReadData);

    [Fact]
    public void Every_form_that_a_rule_or_a_named_treaty_gives_is_in_the_code_book()
    {
        Assert.All(Kit.Rules.AgreementNouns.Items, r => Assert.True(r.Form is null || CodeBook.Forms.Contains(r.Form), $"{r.Place}: {r.Form}"));
        Assert.All(Kit.Rules.Topics.Items, t => Assert.True(CodeBook.Forms.Contains(t.Form), $"{t.Place}: {t.Form}"));
    }

    [Fact]
    public void Every_measure_that_a_rule_gives_is_in_the_code_book() =>
        Assert.All(Kit.Rules.Figures.Items, r => Assert.True(CodeBook.Entries.Any(e => e.Scheme == "measure" && e.Code == r.Measure), $"{r.Place}: {r.Measure}"));

    [Fact]
    public void Membership_of_every_body_is_coded_as_a_form_of_the_code_book() =>
        Assert.All(Kit.Gazetteer.Actors.Keys.Where(a => Kit.Gazetteer.FormOf(a) is not null), a => Assert.True(CodeBook.Forms.Contains(Kit.Gazetteer.FormOf(a)!), a));

    [Theory]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\t~ x\tACCUSE\t\tsubject\t-\t0.5\te\tE", "ENT0402")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\tx @none\tACCUSE\t\tsubject\t-\t0.5\te\tE", "ENT0402")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\tx\tACCUSE\t\tsomewhere\t-\t0.5\te\tE", "ENT0402")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\tx\tACCUSE\t\tsubject\t-\t5\te\tE", "ENT0402")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\tx\tACCUSE\t\tsubject\t-\t0.5\t\t", "ENT0402")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\na\tx\tBLAME\t\tsubject\t-\t0.5\te\tE", "ENT0303")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger\ttype\twhat\twho\twhom\tconfidence\texample\texpect\nconsult-talks-owner\tx\tACCUSE\t\tsubject\t-\t0.5\te\tE", "ENT0403")]
    [InlineData("reading/events-conflict.tsv", "id\ttrigger", "ENT0401")]
    public void A_malformed_rule_is_refused_with_its_file_and_line(string table, string text, string code)
    {
        var refused = Assert.Throws<EntenteException>(() => Reading.RuleBook.Load(t => t == table ? text : Repository.ReadData(t), Kit.Morphology));
        Assert.Equal(code, refused.Fault.Code);
        Assert.StartsWith(table, refused.Fault.Place, StringComparison.Ordinal);
    }
}
