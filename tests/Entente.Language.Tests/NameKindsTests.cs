using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

public class NameKindsTests
{
    private static readonly NameKinds Kinds = NameKinds.Load(Repository.ReadData);

    private static readonly IReadOnlyList<DataTable.Row> Rows = DataTable.Parse("language/name-heads.tsv", Repository.ReadData("language/name-heads.tsv"), "words", "kind", "example").Rows;

    public static TheoryData<string, string> Examples() => [.. Rows.Select(r => (r["kind"], r["example"]))];

    public static TheoryData<string, string> Counterexamples() => [.. Rows.Where(r => r["counterexample"].Length > 0).Select(r => (r["kind"], r["counterexample"]))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_row_gives_its_example_its_kind(string kind, string example) => Assert.Equal(kind, CodeOf(example));

    [Theory]
    [MemberData(nameof(Counterexamples))]
    public void Each_row_keeps_off_its_counterexample(string kind, string example) => Assert.NotEqual(kind, CodeOf(example));

    [Theory]
    [InlineData("Quito hosts the [Organisation of Ports].", NameKind.Organisation, NameKind.Organisation)]
    [InlineData("They left the [Treaty of Quito].", NameKind.Place, NameKind.Agreement)]
    [InlineData("They met [Sheila Camp].", NameKind.Person, NameKind.Person)]
    [InlineData("An [F - 16] fell.", NameKind.Other, NameKind.Weapon)]
    [InlineData("The [Convention on Road Traffic of 1949] binds them.", NameKind.Other, NameKind.Agreement)]
    [InlineData("It obeys [Resolution 1540].", NameKind.Organisation, NameKind.Agreement)]
    [InlineData("The [National People's Congress] voted.", NameKind.Organisation, NameKind.Organisation)]
    public void The_words_of_a_name_refine_what_it_was_taken_for(string example, NameKind taken, NameKind kind)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var (tokens, first, end) = English.Tokens(text, phrase);
        Assert.Equal(kind, Kinds.Refined(taken, tokens, first, end));
    }

    private static string? CodeOf(string example)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var (tokens, first, end) = English.Tokens(text, phrase);
        return Kinds.KindOf(tokens, first, end) is { } kind ? EnumCode.All<NameKind>()[(int)kind] : null;
    }
}
