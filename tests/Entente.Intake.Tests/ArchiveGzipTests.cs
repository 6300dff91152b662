using System.Text;
using Entente.Intake;
using Entente.Vocabulary;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>One thing packed by gzip is opened as what it is, as far as it goes.</summary>
public sealed class ArchiveGzipTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(null);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("treaty.txt.gz", "treaty")]
    [InlineData("treaty.TXT.GZ", "treaty")]
    [InlineData("treaty.gz", "treaty")]
    [InlineData("treaty.txt", "treaty")]
    public void A_packed_text_is_one_article_named_after_its_file(string name, string article)
    {
        var taken = Assert.Single(Read(name, Gzip(Utf8(Story)))).Article!;
        Assert.Equal((article, Story), (taken.Name, taken.Text));
    }

    [Fact]
    public void Packed_lines_are_articles_each_with_its_place()
    {
        byte[] lines = Utf8($$"""{"id": "a", "text": "{{Story}}"}{{"\n"}}{"id": "b"}""");
        var all = Read("wire.jsonl.gz", Gzip(lines));
        Assert.Equal(("a", "wire.jsonl.gz:2"), (all[0].Article!.Name, Path.GetFileName(all[1].SetAside!.Place)));
        Assert.Equal("stdin", Assert.Single(feed.ReadInput(new MemoryStream(Gzip(Utf8(Story))))).Article!.Name);
    }

    [Fact]
    public void Members_one_after_the_other_are_one_text_with_zeros_behind_it_or_not()
    {
        byte[] members = Join(Gzip(Utf8(Story[..20])), EmptyMember, Gzip(Utf8(Story[20..])));
        Assert.Equal(Story, Assert.Single(Read("treaty.txt.gz", members)).Article!.Text);
        Assert.Equal(Story, Assert.Single(Read("treaty.txt.gz", Join(members, new byte[10_000]))).Article!.Text);
    }

    [Fact]
    public void A_header_with_a_name_a_comment_and_more_is_passed_over()
    {
        byte[] plain = Gzip(Utf8(Story));
        byte[] header = [0x1F, 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "treaty.txt\0"u8, .. "a comment\0"u8, 0xAB, 0xCD];
        Assert.Equal(Story, Assert.Single(Read("treaty.txt.gz", [.. header, .. plain[10..]])).Article!.Text);
    }

    [Fact]
    public void Of_a_cut_file_what_came_before_the_cut_is_taken()
    {
        byte[] packed = Gzip(Utf8(string.Join("\n", GeneratedArticles.Lines(200))));
        var all = Read("wire.jsonl.gz", packed[..(packed.Length / 2)]);
        Assert.True(all.Count(t => t.Article is not null) > 50);
        Assert.Equal(("ENT0119", "an end in the middle of the data"), (all[^1].SetAside!.Code, all[^1].SetAside!.Found));
    }

    [Theory]
    [InlineData("a byte of the data", 60, "ENT0119")]
    [InlineData("the checksum", -6, "ENT0119")]
    [InlineData("the length", -2, "ENT0119")]
    public void Damage_is_told(string what, int at, string code)
    {
        byte[] packed = Gzip(Utf8(string.Join("\n", GeneratedArticles.Lines(20))));
        packed[at < 0 ? packed.Length + at : at] ^= 0xFF;
        Assert.Equal((what, code), (what, Read("wire.jsonl.gz", packed)[^1].SetAside!.Code));
    }

    [Fact]
    public void Garbage_behind_the_end_is_told_and_the_text_is_taken()
    {
        var all = Read("treaty.txt.gz", Join(Gzip(Utf8(Story)), Utf8("garbage")));
        Assert.Equal((Story, "ENT0119"), (all[0].Article!.Text, all[1].SetAside!.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u001F\u008B")]
    [InlineData("\u001F\u008B\b\0\0\0\0\0\0\u0003")]
    [InlineData("no gzip")]
    public void What_is_no_gzip_but_called_so_is_told(string latin1) =>
        Assert.Matches("ENT0102|ENT0119", Assert.Single(Read("treaty.txt.gz", Encoding.Latin1.GetBytes(latin1))).SetAside!.Code);

    [Fact]
    public void A_packed_file_of_a_kind_that_is_not_read_is_named() => Assert.Equal(("ENT0109", "a .csv file"), Coded(Assert.Single(Read("table.csv.gz", Gzip(Utf8("a;b"))))));

    [Fact]
    public void A_disk_that_fails_under_an_archive_is_told_as_such()
    {
        byte[] packed = Gzip(Utf8(string.Join("\n", GeneratedArticles.Lines(2000))));
        var all = feed.ReadInput(new FailingStream(packed[..(packed.Length / 2)])).ToList();
        Assert.Equal("ENT0108", all[^1].SetAside!.Code);
    }

    private static (string Code, string Found) Coded(Taken taken) => (taken.SetAside!.Code, taken.SetAside.Found);

    private List<Taken> Read(string name, byte[] bytes) => [.. feed.ReadFile(folder.Write(name, bytes))];

    private sealed class FailingStream(byte[] first) : MemoryStream(first)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Position < Length ? base.Read(buffer, offset, count) : throw new IOException("Input/output error");
    }
}
