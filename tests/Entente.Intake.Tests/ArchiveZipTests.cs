using System.IO.Compression;
using System.Text;
using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>Zip and tar: entries are opened as files are, and what a name or a bit may do is checked before.</summary>
public sealed class ArchiveZipTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(null);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("news.zip")]
    [InlineData("news.tar")]
    [InlineData("news.tar.gz")]
    [InlineData("news.tgz")]
    public void Entries_are_articles_named_after_their_files(string name)
    {
        (string, byte[])[] entries = [("b.txt", Utf8(Story)), ("sub/a.jsonl", Utf8($$"""{"id": "7", "text": "{{Story}}"}""")), ("sub/picture.png", Utf8("x"))];
        var all = Read(name, entries);
        Assert.Equal(["b news.zip!b.txt", "7 news.zip!sub/a.jsonl:1"], all.Where(t => t.Article is not null).Select(t => $"{t.Article!.Name} news.zip{t.Place[t.Place.IndexOf('!', StringComparison.Ordinal)..]}"));
        Assert.Equal(new LeftAlone("another kind of file", 1), all[^1].LeftAlone);
    }

    [Fact]
    public void Entries_come_in_the_order_of_their_names() =>
        Assert.Equal(["A", "a", "b"], Read("news.zip", [("b.txt", Utf8(Story)), ("a.txt", Utf8(Story)), ("A.txt", Utf8(Story))]).Select(t => t.Article!.Name));

    [Fact]
    public void A_zip_in_a_pipe_and_one_in_another_are_opened()
    {
        byte[] inner = Zip([("a.txt", Utf8(Story))]);
        Assert.Equal("a", Assert.Single(feed.ReadInput(new PipeStream(inner))).Article!.Name);
        var taken = Assert.Single(Read("outer.zip", [("inner.zip", inner)]));
        Assert.EndsWith("outer.zip!inner.zip!a.txt", taken.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_of_all_kinds_nest()
    {
        byte[] warc = Join(Gzip(Answer("https://a.example/1", Story)), Gzip(Answer("https://a.example/2", Story)));
        byte[] tar = Gzip(Tar([("crawl.warc.gz", warc), ("a.txt.gz", Gzip(Utf8(Story)))]));
        Assert.Equal(["https://a.example/1", "https://a.example/2", "a"], Read("outer.zip", [("inner.tar.gz", tar)]).Select(t => t.Article?.Name));
    }

    [Fact]
    public void Deeper_than_four_is_refused_and_the_rest_is_read()
    {
        byte[] bytes = Utf8(Story);
        for (int depth = 0; depth < Limits.Depth; depth++)
            bytes = Zip([("nested.zip", bytes), ($"at{depth}.txt", Utf8(Story))]);
        var all = Read("outer.zip", [("nested.zip", bytes)]);
        Assert.Equal("ENT0116", Assert.Single(all, t => t.SetAside is not null).SetAside!.Code);
        Assert.Equal(["at3", "at2", "at1"], all.Where(t => t.Article is not null).Select(t => t.Article!.Name).OrderDescending());
    }

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("..\\b.txt")]
    [InlineData("/etc/hosts.txt")]
    [InlineData("\\\\server\\share.txt")]
    [InlineData("C:/windows/win.txt")]
    [InlineData("a\0b.txt")]
    [InlineData("a\u001B[31mb.txt")]
    [InlineData("sub/NUL.txt")]
    [InlineData("com1.txt")]
    public void A_name_that_leads_elsewhere_is_told_and_left_out(string name)
    {
        var all = Read("news.zip", [(name, Utf8(Story)), ("z.txt", Utf8(Story))]);
        Assert.Equal("ENT0124", Assert.Single(all, t => t.SetAside is not null).SetAside!.Code);
        Assert.DoesNotContain(all, t => t.Place.Any(char.IsControl));
        Assert.Equal("z", Assert.Single(all, t => t.Article is not null).Article!.Name);
    }

    [Theory]
    [InlineData("nullify.txt")]
    [InlineData("a..b.txt")]
    [InlineData("sub\\windows style.txt")]
    [InlineData("комюнике.txt")]
    [InlineData("company.txt")]
    public void A_name_that_only_looks_odd_is_taken(string name) =>
        Assert.Equal(Path.GetFileNameWithoutExtension(name.Split('\\')[^1]), Assert.Single(Read("news.zip", [(name, Utf8(Story))])).Article!.Name);

    [Fact]
    public void A_name_of_ten_thousand_letters_is_told_in_short()
    {
        var fault = Assert.Single(Read("news.zip", [(new string('a', 10_000) + ".txt", Utf8(Story))])).SetAside!;
        Assert.Equal(("ENT0124", true), (fault.Code, fault.Place.Length < 400));
    }

    [Fact]
    public void What_needs_a_password_is_told_and_the_rest_is_read()
    {
        byte[] zip = Zip([("a.txt", Utf8(Story)), ("b.txt", Utf8(Story))]);
        // The bit that says so, in the entry and in the list.
        foreach (byte[] mark in (byte[][])[[.. "PK\x3\x4"u8], [.. "PK\x1\x2"u8]])
            zip[zip.AsSpan().IndexOf(mark) + (mark[2] == 3 ? 6 : 8)] |= 1;
        var all = ReadBytes("news.zip", zip);
        Assert.Equal(["ENT0125", "b"], all.Select(t => t.SetAside?.Code ?? t.Article!.Name));
    }

    [Fact]
    public void A_link_is_left_alone()
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("link.txt");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var stream = link.Open();
            stream.Write("/etc/passwd"u8);
        }
        Assert.Equal(new LeftAlone("a link or a device", 1), Assert.Single(ReadBytes("news.zip", packed.ToArray())).LeftAlone);
    }

    [Fact]
    public void Leaves_of_the_finder_are_no_articles() =>
        Assert.Equal(2, Read("news.zip", [("__MACOSX/._a.txt", Utf8("x")), ("._a.txt", Utf8("x"))])[^1].LeftAlone!.Count);

    [Theory]
    [InlineData("[Content_Types].xml", "report.docx")]
    [InlineData("mimetype", "book.epub")]
    [InlineData("_rels/.rels", "table.xlsx")]
    public void An_office_document_is_not_opened_as_an_archive(string first, string name) =>
        Assert.DoesNotContain(Read(name, [(first, Utf8("x")), ("word/document.txt", Utf8(Story))]), t => t.Article is not null);

    [Fact]
    public void A_damaged_entry_costs_itself()
    {
        byte[] zip = Zip([("a.txt", Utf8(Story + Story)), ("b.txt", Utf8(Story))]);
        zip[45] ^= 0x55;
        Assert.Equal(["ENT0119", "b"], ReadBytes("news.zip", zip).Select(t => t.SetAside?.Code ?? t.Article!.Name));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100)]
    public void A_zip_without_its_list_of_entries_is_told(int kept) =>
        Assert.Equal("ENT0119", Assert.Single(ReadBytes("news.zip", Zip([("a.txt", Utf8(Story + Story))])[..kept])).SetAside!.Code);

    [Fact]
    public void A_cut_tar_gives_what_came_before_the_cut()
    {
        byte[] tar = Tar(Enumerable.Range(0, 5).Select(i => ($"{i}.txt", Utf8(Story))));
        var all = ReadBytes("news.tar", tar[..(tar.Length - 3000)]);
        Assert.Contains(all, t => t.Article?.Name == "0");
        Assert.Equal("ENT0119", all[^1].SetAside!.Code);
    }

    private List<Taken> Read(string name, params (string Name, byte[] Bytes)[] entries) => ReadBytes(name,
        name.EndsWith(".tar", StringComparison.Ordinal) ? Tar(entries) : name.EndsWith("gz", StringComparison.Ordinal) ? Gzip(Tar(entries)) : Zip(entries));

    private List<Taken> ReadBytes(string name, byte[] bytes) => [.. feed.ReadFile(folder.Write(name, bytes))];

    private sealed class PipeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
