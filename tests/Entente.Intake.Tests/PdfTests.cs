using Entente.Intake;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Entente.Tests;

/// <summary>A PDF's words come out as paragraphs, without what stands in the margin of each page.</summary>
public sealed class PdfTests
{
    [Fact]
    public void Broken_words_are_joined_and_running_titles_and_page_numbers_go()
    {
        var taken = Read(Made(["Japan and Norway signed a trea-", "ty in Oslo on Tuesday."], ["Both sides were content with it."]));
        Assert.Equal("Japan and Norway signed a treaty in Oslo on Tuesday.\n\nBoth sides were content with it.", taken.Article!.Text);
        Assert.Contains(taken.Removed, r => r.Why == "page furniture" && r.Text == "The Harbour Courier");
    }

    [Fact]
    public void A_PDF_without_text_is_told_as_pictures() => Assert.Equal("ENT0121", Read(Made([], [], "")).SetAside!.Code);

    [Fact]
    public void A_PDF_cut_short_is_told_or_read_and_throws_nothing()
    {
        byte[] whole = Made(["One line."], ["Another."]);
        for (int length = 10; length < whole.Length; length += whole.Length / 40)
            Read(whole[..length]);
    }

    private static byte[] Made(string[] first, string[] second, string title = "The Harbour Courier")
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string[] lines in (string[][])[first, second])
        {
            var page = builder.AddPage(PageSize.A4);
            if (title.Length > 0)
                page.AddText(title, 9, new PdfPoint(60, 810), font);
            for (int i = 0; i < lines.Length; i++)
                page.AddText(lines[i], 11, new PdfPoint(60, 700 - (14 * i)), font);
        }
        return builder.Build();
    }

    private static Taken Read(byte[] bytes) => new Opening().Open(new Parcel("a.pdf", "a", new MemoryStream(bytes)) { Ending = ".pdf" }).Single();
}
