using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What one mention of a name tells of the others: short forms that the text explains, and one kind for what is written alike.</summary>
public class NamesOfAnArticleTests
{
    [Theory]
    [InlineData("[Kivu Research Council] (KRC) met. The KRC agreed.", "KRC:Organisation KRC:Organisation")]
    [InlineData("The [Bank for Western Kivu] (BWK), said BWK's head.", "BWK:Organisation BWK:Organisation")]
    [InlineData("KRC is old. [Kivu Research Council] (KRC) met.", "KRC:Organisation")]
    [InlineData("[Kivu Research Council] (SIT) met. SIT agreed.", "")]
    [InlineData("[Kivu Research Council] (in KRC) met.", "")]
    [InlineData("[Kivu Research Council] (Krc) met. Krc agreed.", "")]
    public void A_short_form_that_is_explained_is_a_name(string marked, string expected)
    {
        var (text, tokens, names) = Read(marked);
        Acronyms.Settle(names, tokens);
        Assert.Equal(expected, string.Join(' ', names.Where(n => n.EndToken - n.FirstToken == 1).Select(n => $"{n.Span.In(text)}:{n.Kind}")));
        Assert.Equal(names.OrderBy(n => n.FirstToken), names);
    }

    [Fact]
    public void A_short_form_takes_the_kind_of_its_name()
    {
        var (_, tokens, names) = Read("[Kivu Research Council] ([KRC]) met. [KRC] agreed.");
        names[1] = names[1] with { Kind = NameKind.Place };
        names[2] = names[2] with { Kind = NameKind.Person };
        Acronyms.Settle(names, tokens);
        Assert.All(names, n => Assert.Equal(NameKind.Organisation, n.Kind));
    }

    [Fact]
    public void The_commonest_kind_nearby_wins_and_what_is_far_away_has_no_say()
    {
        string far = string.Concat(Enumerable.Repeat("one more word ", 600));
        var (_, tokens, names) = Read($"[Kivu] met [Kivu] and [Kivu]. {far} [Kivu] rose.");
        names[0] = names[0] with { Kind = NameKind.Place };
        names[2] = names[2] with { Kind = NameKind.Place };
        NameConsistency.Settle(names, tokens);
        Assert.Equal([NameKind.Place, NameKind.Place, NameKind.Place, NameKind.Organisation], names.Select(n => n.Kind));
    }

    [Fact]
    public void A_surname_follows_the_full_name()
    {
        var (_, tokens, names) = Read("[Anna Hale] spoke. [Hale] left.");
        names[0] = names[0] with { Kind = NameKind.Person };
        NameConsistency.Settle(names, tokens);
        Assert.Equal(NameKind.Person, names[1].Kind);
    }

    /// <summary>Names stand in brackets and are organisations at first.</summary>
    private static (string Text, List<Token> Tokens, List<Name> Names) Read(string marked)
    {
        var spans = new List<TextSpan>();
        var text = new System.Text.StringBuilder();
        int open = 0;
        foreach (char c in marked)
            if (c == '[')
                open = text.Length;
            else if (c == ']')
                spans.Add(new(open, text.Length));
            else
                text.Append(c);
        var tokens = Tokenizer.Tokenize(text.ToString());
        return (text.ToString(), tokens, [.. spans.Select(s => new Name(tokens.FindIndex(t => t.Span.Start == s.Start), tokens.FindIndex(t => t.Span.End == s.End) + 1, s, NameKind.Organisation, null))]);
    }
}
