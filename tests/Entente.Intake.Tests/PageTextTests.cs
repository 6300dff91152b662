using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>In which encoding a page is read, and that none is refused for it.</summary>
public sealed class PageTextTests
{
    private const string Words = "Señor Müller – “ja”, château";

    static PageTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_tells(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);
        Assert.Equal(Words, Read([.. bytes.GetPreamble(), .. bytes.GetBytes(Words)], "shift_jis"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf_16_without_its_mark_is_told_by_its_first_tag(string encoding) => Assert.Equal("<p>" + Words, Read(Encoding.GetEncoding(encoding).GetBytes("<p>" + Words)));

    [Theory]
    [InlineData("<meta charset=iso-8859-1>", "windows-1252")]
    [InlineData("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=Latin1'>", "windows-1252")]
    [InlineData("<?xml version=\"1.0\" encoding=\"us-ascii\"?>", "windows-1252")]
    [InlineData("<!-- <meta charset=utf-8> --><meta charset=windows-1254>", "windows-1254")]
    public void A_page_s_own_word_is_taken_as_browsers_take_it(string declaration, string meant) => Assert.Equal(declaration + Words, Read(Encoding.GetEncoding(meant).GetBytes(declaration + Words)));

    [Fact]
    public void The_sender_s_word_comes_before_the_page_s() =>
        Assert.Equal("<meta charset=koi8-r>" + Words, Read(Encoding.GetEncoding(1252).GetBytes("<meta charset=koi8-r>" + Words), "ISO-8859-1"));

    [Theory]
    [InlineData("gb2312", "gb18030", "条约 㐀")]
    [InlineData("shift_jis", "shift_jis", "条約に署名した")]
    [InlineData("windows-1251", "windows-1251", "Договор подписан")]
    [InlineData("nonsense", "utf-8", "Договор")]
    [InlineData("utf-7", "utf-8", "Договор")]
    public void Letters_of_other_scripts_are_read(string declared, string meant, string words) =>
        Assert.Equal($"<meta charset={declared}>{words}", Read(Encoding.GetEncoding(meant).GetBytes($"<meta charset={declared}>{words}")));

    [Fact]
    public void Utf_8_that_calls_itself_latin_is_utf_8() => Assert.Equal("<meta charset=latin1>" + Words, Read(Encoding.UTF8.GetBytes("<meta charset=latin1>" + Words)));

    [Fact]
    public void One_bad_byte_costs_one_letter() => Assert.Equal(Words + "\uFFFD" + Words, Read([.. Encoding.UTF8.GetBytes(Words), 0xC3, .. Encoding.UTF8.GetBytes(Words)], "utf-8"));

    [Fact]
    public void What_nobody_declared_and_is_no_utf_8_is_guessed() =>
        Assert.Equal("Le château a été fermé à l’été dernier, après un accord signé.", Read(Encoding.GetEncoding(1252).GetBytes("Le château a été fermé à l’été dernier, après un accord signé.")));

    private static string Read(byte[] bytes, string? declared = null)
    {
        using var text = PageText.Decode(bytes, declared);
        return text.Letters.ToString();
    }
}
