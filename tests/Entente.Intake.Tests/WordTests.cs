using System.IO.Compression;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>A Word document is read as its last reader would see it.</summary>
public sealed class WordTests
{
    [Fact]
    public void Insertions_stay_and_deletions_hidden_words_and_second_copies_of_text_boxes_go()
    {
        var article = Read("<w:p><w:r><w:t>Japan </w:t></w:r><w:ins><w:r><w:t>signed</w:t></w:r></w:ins><w:del><w:r><w:delText>left</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ships</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>").Article!;
        Assert.Equal("Japan signed\n\nShips | 4", article.Text);
    }

    [Fact]
    public void A_document_type_definition_is_refused() => Assert.Equal("ENT0126", Read("", "<!DOCTYPE a [<!ENTITY b 'c'>]>").SetAside!.Code);

    [Fact]
    public void An_old_binary_document_is_refused_by_name() =>
        Assert.Contains("97-2003", new Opening().Open(new Parcel("a.doc", "a", new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))).Single().SetAside!.Found, StringComparison.Ordinal);

    private static Taken Read(string body, string before = "")
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open()))
            part.Write($"{before}<w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>");
        file.Position = 0;
        return new Opening().Open(new Parcel("a.docx", "a", file) { Ending = ".docx" }).Single();
    }
}
