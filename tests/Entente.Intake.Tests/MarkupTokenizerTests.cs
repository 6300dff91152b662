using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Markup is cut as the HTML Standard says, also where it is broken.</summary>
public sealed class MarkupTokenizerTests
{
    [Theory]
    [InlineData("a<b>c</b>", "'a' <b> 'c' </b>")]
    [InlineData("<P CLASS=Lead ID = 'x' hidden>", "<p class=Lead id=x hidden=>")]
    [InlineData("<p a=1 a=2>", "<p a=1 a=2>")]
    [InlineData("<br/><br / >", "<br/> <br>")]
    [InlineData("<a href=x/>", "<a href=x/>")]
    [InlineData("<a =b>", "<a =b=>")]
    [InlineData("<a'b>", "<a'b>")]
    [InlineData("a < b <3 <", "'a < b <3 <'")]
    [InlineData("a</>b", "'a' 'b'")]
    [InlineData("</", "'</'")]
    [InlineData("a</ b>c", "'a' ! b! 'c'")]
    [InlineData("a<b c=\"d>e", "'a'")]
    [InlineData("</p class=x>", "</p>")]
    public void Tags_and_text(string markup, string expected) => Assert.Equal(expected, Cut(markup));

    [Theory]
    [InlineData("<!--a-->b", "!a! 'b'")]
    [InlineData("<!-->b", "!! 'b'")]
    [InlineData("<!--->b", "!! 'b'")]
    [InlineData("<!--a--!>b", "!a! 'b'")]
    [InlineData("<!--a--b---->c", "!a--b--! 'c'")]
    [InlineData("<!--a--", "!a!")]
    [InlineData("<!--a-", "!a!")]
    [InlineData("<!a>b<?c>d", "!a! 'b' !?c! 'd'")]
    [InlineData("<!DOCTYPE HTML PUBLIC '-//x'>a", "doctype:html 'a'")]
    [InlineData("<![CDATA[a]]>b", "![CDATA[a]]! 'b'")]
    public void Comments_and_declarations(string markup, string expected) => Assert.Equal(expected, Cut(markup));

    [Theory]
    [InlineData("&lt;b&gt; &amp;amp; &quot;", "<b> &amp; \"")]
    [InlineData("AT&T &bogus; & &;", "AT&T &bogus; & &;")]
    [InlineData("&eacute;t&eacute &notit; &notin; &Nopf;", "été ¬it; ∉ ℕ")]
    [InlineData("&#8212;&#x2014;&#X2014 &#150; &#0; &#xD800; &#x110000; &#99999999999;", "———\u0020– \uFFFD \uFFFD \uFFFD \uFFFD")]
    [InlineData("&#x1F54A; &# &#x; &#;", "\U0001F54A &# &#x; &#;")]
    [InlineData("&nGt; &fjlig;", "≫⃒ fj")]
    public void References_are_what_they_stand_for(string markup, string expected) => Assert.Equal($"'{expected}'", Cut(markup));

    [Theory]
    [InlineData("?a=1&copy=2&amp;b=3", "?a=1&copy=2&b=3")]
    [InlineData("?a=1&copyright", "?a=1&copyright")]
    [InlineData("&copy; &copy", "© ©")]
    public void In_an_address_an_old_name_without_its_semicolon_is_no_reference(string written, string expected) => Assert.Equal($"<a href={expected}>", Cut($"<a href=\"{written}\">"));

    [Theory]
    [InlineData("title", nameof(TextContent.Escapable), "a<b>&amp;</titles></TITLE >c", "'a<b>&</titles>' </title> 'c'")]
    [InlineData("style", nameof(TextContent.Raw), "a<b>&amp;</style/>c", "'a<b>&amp;' </style> 'c'")]
    [InlineData("script", nameof(TextContent.Script), "a</b><!--<script></script>--></script>c", "'a</b><!--<script></script>-->' </script> 'c'")]
    [InlineData("script", nameof(TextContent.Script), "<!--a</script>c", "'<!--a' </script> 'c'")]
    [InlineData("script", nameof(TextContent.Script), "<!--><script></script>c", "'<!--><script>' </script> 'c'")]
    [InlineData("plaintext", nameof(TextContent.Plain), "a</plaintext>&lt;", "'a</plaintext>&lt;'")]
    public void Elements_that_hold_only_text_end_at_their_own_end_tag(string name, string content, string markup, string expected)
    {
        using var tokens = new MarkupTokenizer(markup);
        tokens.Expect(Enum.Parse<TextContent>(content), name);
        Assert.Equal(expected, Cut(tokens));
    }

    [Fact]
    public void All_line_ends_are_line_feeds_and_NUL_is_seen() => Assert.Equal("'a\nb\nc\nd\0' <e\uFFFD f\uFFFD=\uFFFD>", Cut("a\rb\r\nc\nd\0<e\0 f\0=\0>"));

    [Theory]
    [InlineData("<?xml version='1.0'?><A b:C='1'/>", "!xml version='1.0'! <a b:c=1/>")]
    [InlineData("<t><![CDATA[<b>&amp;]]></t>", "<t> '<b>&amp;' </t>")]
    [InlineData("<t><![CDATA[]]></t>", "<t> </t>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"b]]\"> <!ENTITY c '&a;&a;'>]><r>&c;</r>", "doctype:r <r> '&c;' </r>")]
    [InlineData("<_x/><äh>1</äh>", "<_x/> <äh> '1' </äh>")]
    public void Xml_is_read_leniently_and_nothing_is_expanded(string markup, string expected) => Assert.Equal(expected, Cut(markup, MarkupMode.Xml));

    private static string Cut(string markup, MarkupMode mode = MarkupMode.Html)
    {
        using var tokens = new MarkupTokenizer(markup, mode);
        return Cut(tokens);
    }

    private static string Cut(MarkupTokenizer tokens)
    {
        var all = new List<string>();
        while (tokens.Next())
            all.Add(tokens.Kind switch
            {
                TokenKind.Text => $"'{tokens.Content}'",
                TokenKind.StartTag => StartTag(tokens),
                TokenKind.EndTag => $"</{tokens.Content}>",
                TokenKind.Comment => $"!{tokens.Content}!",
                _ => $"doctype:{tokens.Content}",
            });
        return string.Join(' ', all);
    }

    private static string StartTag(MarkupTokenizer tokens)
    {
        var tag = new StringBuilder("<").Append(tokens.Content);
        foreach (var attribute in tokens.Attributes)
            tag.Append(' ').Append(tokens.Slice(attribute.NameStart, attribute.NameLength)).Append('=').Append(tokens.Slice(attribute.ValueStart, attribute.ValueLength));
        return tag.Append(tokens.IsSelfClosing ? "/>" : ">").ToString();
    }
}
