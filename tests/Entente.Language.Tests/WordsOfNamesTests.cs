using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What tables say of whole names: words that are none by themselves, and names whose kind the gazetteer settles.</summary>
public class WordsOfNamesTests
{
    private static readonly PlainWords Plain = PlainWords.Load(Repository.ReadData);

    private static readonly KnownNames Known = KnownNames.Load(Repository.ReadData);

    public static TheoryData<string> PlainExamples() => [.. DataTable.Parse("language/plain-words.tsv", Repository.ReadData("language/plain-words.tsv"), "words", "example").Rows.Select(r => r["example"])];

    [Theory]
    [MemberData(nameof(PlainExamples))]
    public void What_stands_in_brackets_is_no_name(string example)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var annotated = English.Pipeline.Annotate(text, null);
        Assert.DoesNotContain(annotated.Names, n => n.Span.Start < phrase.End && n.Span.End > phrase.Start);
        var (tokens, first, end) = English.Tokens(text, phrase);
        Assert.True(Plain.Are(tokens, first, end));
    }

    [Theory]
    [InlineData("It went to the [Supreme Court of Kenya] twice.")]
    [InlineData("He led the [Green Party] for years.")]
    [InlineData("They met at the [Ministry of Health] there.")]
    public void Within_a_longer_name_they_stay(string example)
    {
        var (text, phrase) = Bracketed.Parse(example);
        Assert.Contains(phrase, English.Pipeline.Annotate(text, null).Names.Select(n => n.Span));
    }

    [Theory]
    [InlineData("The [UAE] agreed.", NameKind.Organisation, NameKind.Place)]
    [InlineData("They left [TEHRAN] at dawn.", NameKind.Organisation, NameKind.Place)]
    [InlineData("[Quito]'s envoy left.", NameKind.Person, NameKind.Place)]
    [InlineData("[UNESCO] agreed.", NameKind.Place, NameKind.Organisation)]
    [InlineData("[Kishida] agreed.", NameKind.Place, NameKind.Person)]
    [InlineData("The [Kishida Doctrine] held.", NameKind.Other, NameKind.Other)]
    [InlineData("[Zorvana] agreed.", NameKind.Other, NameKind.Other)]
    [InlineData("The [Quito] agreed.", NameKind.Agreement, NameKind.Agreement)]
    public void The_gazetteer_settles_the_kind_of_whole_names(string example, NameKind taken, NameKind kind)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var (tokens, first, end) = English.Tokens(text, phrase);
        Assert.Equal(kind, Known.Settled(taken, tokens, first, end));
    }

    [Theory]
    [InlineData("South Korean President [Yoon Suk-yeol] took office.")]
    [InlineData("The [South Korean] army left.")]
    [InlineData("The [U . S .] and Japan agreed on Friday.")]
    public void A_name_is_whole(string example)
    {
        var (text, phrase) = Bracketed.Parse(example);
        var tokens = Tokenizer.Tokenize(text);
        var annotated = English.Pipeline.Annotate(text, tokens, [new(0, tokens.Count, new(0, text.Length), 0)], null);
        Assert.Contains(phrase, annotated.Names.Select(n => n.Span));
    }
}
