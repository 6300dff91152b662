using System.IO.Compression;
using System.Text;
using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>Web archives: what goes on out of them, and as what.</summary>
public sealed class WarcTests
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_of_a_server_goes_on_with_its_address_its_time_and_what_it_says_of_itself(bool isPacked)
    {
        byte[] record = Answer("https://news.example/treaty", Utf8(Story), "Text/HTML;charset=\"windows-1251\"");
        var (inside, all) = Collecting.Warc(isPacked ? Gzip(record) : record);
        Assert.Single(all);
        var (parcel, bytes) = Assert.Single(inside.Parcels);
        Assert.Equal(Story, Encoding.UTF8.GetString(bytes));
        Assert.Equal(("https://news.example/treaty", "https://news.example/treaty", "text/html", "windows-1251"), (parcel.Url, parcel.Name, parcel.MediaType, parcel.Charset));
        Assert.Equal((new DateTimeOffset(2023, 1, 11, 9, 30, 0, TimeSpan.Zero), "news.warc@0", 1), (parcel.Fetched, parcel.Place, parcel.Depth));
    }

    [Fact]
    public void A_fault_in_a_packed_archive_has_the_place_of_its_member_as_an_index_of_the_archive_has_it()
    {
        byte[] first = Gzip(Answer("https://news.example/1", Story)), second = Gzip(Answer("https://news.example/2", Story));
        var (inside, _) = Collecting.Warc(Join(first, second));
        Assert.Equal(["news.warc@0", $"news.warc@{first.Length}"], inside.Parcels.Select(p => p.Parcel.Place));
    }

    [Fact]
    public void Texts_pages_feeds_and_pdfs_go_on_and_the_rest_is_counted_by_reason()
    {
        byte[] body = Utf8("<x/>");
        var (inside, all) = Collecting.Warc(Join(
            Record("warcinfo", Utf8("software: ours\r\n")),
            Record("request", Utf8("GET / HTTP/1.1\r\n\r\n")),
            Answer("https://a.example/1", body, "text/html"),
            Answer("https://a.example/2", body, "application/xhtml+xml"),
            Answer("https://a.example/3", body, "application/rss+xml; charset=utf-8"),
            Answer("https://a.example/4", body, "application/pdf"),
            Answer("https://a.example/5", body, "image/png"),
            Answer("https://a.example/6", body, "video/mp4"),
            Answer("https://a.example/7", body, "text/html", "404 Not Found"),
            Answer("https://a.example/8", body, "text/html", "301 Moved Permanently"),
            Answer("https://a.example/9", [], "text/html"),
            Record("response", Utf8("20230111 news.example 93.184.216.34"), "Content-Type: text/dns\r\n"),
            Record("revisit", Utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")),
            Record("metadata", Utf8("fetchTimeMs: 12\r\n"))));
        Assert.Equal(["1", "2", "3", "4"], inside.Parcels.Select(p => p.Parcel.Url![^1..]));
        Assert.Equal(["a copy of an earlier record 1", "an answer other than 200 2", "an answer that is not of HTTP 1", "an empty body 1", "another kind of file 2"],
            all.Where(t => t.LeftAlone is not null).Select(t => $"{t.LeftAlone!.Why} {t.LeftAlone.Count}"));
        Assert.DoesNotContain(all, t => t.SetAside is not null);
    }

    [Theory]
    [InlineData("<html>", true)]
    [InlineData("\uFEFF\n <html>", true)]
    [InlineData("%PDF-1.7", true)]
    [InlineData("GIF89a", false)]
    public void Without_a_media_type_markup_and_pdfs_go_on(string body, bool goesOn) =>
        Assert.Equal(goesOn ? 1 : 0, Collecting.Warc(Record("response", Utf8("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n" + body))).Inside.Parcels.Count);

    [Fact]
    public void A_resource_and_a_text_drawn_from_a_page_go_on_without_http()
    {
        var (inside, _) = Collecting.Warc(Join(
            Record("resource", Utf8(Story), "WARC-Target-URI: file:///treaty.txt\r\nContent-Type: text/plain\r\n"),
            Record("conversion", Utf8(Story + " Again."), "WARC-Target-URI: <https://a.example/a page>\r\nContent-Type: text/plain\r\n", version: "WARC/1.1")));
        Assert.Equal([Story, Story + " Again."], inside.Texts);
        Assert.Equal(["file:///treaty.txt", "https://a.example/a%20page"], inside.Parcels.Select(p => p.Parcel.Url));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("X-GZIP")]
    [InlineData("deflate")]
    [InlineData("deflate raw")]
    [InlineData("br")]
    [InlineData("br, gzip")]
    public void A_packed_body_is_unpacked(string encoding)
    {
        string page = $"<p>{Story}</p>";
        byte[] body = Utf8(page);
        foreach (string one in encoding.ToLowerInvariant().Split(", "))
            body = one switch
            {
                "deflate" => Pack(body, m => new ZLibStream(m, CompressionMode.Compress, true)),
                "deflate raw" => Pack(body, m => new DeflateStream(m, CompressionMode.Compress, true)),
                "br" => Pack(body, m => new BrotliStream(m, CompressionMode.Compress, true)),
                _ => Gzip(body),
            };
        var (inside, _) = Collecting.Warc(Answer("https://a.example/", body, "text/html", headers: $"Content-Encoding: {encoding.Replace(" raw", "", StringComparison.Ordinal)}\r\n"));
        Assert.Equal([page], inside.Texts);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("utf-8")]
    public void A_body_that_a_crawler_unpacked_already_is_taken_as_it_is(string encoding)
    {
        var (inside, _) = Collecting.Warc(Answer("https://a.example/", Utf8($"<p>{Story}</p>"), "text/html", headers: $"Content-Encoding: {encoding}\r\nTransfer-Encoding: chunked\r\n"));
        Assert.Equal([$"<p>{Story}</p>"], inside.Texts);
    }

    [Theory]
    [InlineData("5\r\nJapan\r\n4;note=x\r\n and\r\nA\r\n Britain si\r\n0\r\nTrailer: x\r\n\r\n", "Japan and Britain s")]
    [InlineData("5  \nJapan\n4\n and\n0\n\n", "Japan and")]
    [InlineData("5\r\nJapan\r\nff\r\n and the rest was cut", "Japan and the rest was cut")]
    [InlineData("5\r\nJapan\r\nno chunk\r\n", "Japan")]
    [InlineData("Bad weather\nin London", "Bad weather\nin London")]
    [InlineData("ffffffffff\r\nJapan", "ffffffffff\r\nJapan")]
    public void Chunks_are_put_together_as_far_as_they_go(string body, string expected)
    {
        var (inside, _) = Collecting.Warc(Answer("https://a.example/", Utf8(body), headers: "Transfer-Encoding: Chunked\r\n"));
        Assert.Equal([expected], inside.Texts);
    }

    [Theory]
    [InlineData("zstd", "ENT0109")]
    [InlineData("br", "ENT0120")]
    [InlineData("deflate", "ENT0120")]
    public void A_body_that_cannot_be_unpacked_is_told_and_the_next_record_is_read(string encoding, string code)
    {
        var (inside, all) = Collecting.Warc(Join(Answer("https://a.example/1", Utf8("\u0091\u0003\u0003 no such bytes"), headers: $"Content-Encoding: {encoding}\r\n"), Answer("https://a.example/2", Story)));
        Assert.Equal(code, all[0].SetAside!.Code);
        Assert.Equal([Story], inside.Texts);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/plain\n\n")]
    [InlineData("HTTP/2 200\r\ncontent-type : text/plain\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nX: a\r\n folded\r\n\tline\r\nCONTENT-TYPE:\r\n text/plain;\r\n charset=utf-8\r\n\r\n")]
    [InlineData("HTTP/1.1 200\r\nno colon here\r\n: none there\r\nContent-Type: text/plain; charset=\r\n\r\n")]
    public void Headers_are_read_leniently(string header)
    {
        var (inside, _) = Collecting.Warc(Record("response", Utf8(header + Story)));
        Assert.Equal([Story], inside.Texts);
        Assert.Equal("text/plain", inside.Parcels[0].Parcel.MediaType);
    }

    [Theory]
    [InlineData("sha1:{sha1-32}", true)]
    [InlineData("SHA1:{sha1-16}", true)]
    [InlineData("sha-256:{sha256-16}", true)]
    [InlineData("md5:{md5-16}", true)]
    [InlineData("blake3:0011", true)]
    [InlineData("sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("sha256:00", false)]
    public void A_block_is_held_against_its_digest_where_no_gzip_checksum_vouches_for_it(string digest, bool isRead)
    {
        byte[] block = Utf8(Story);
#pragma warning disable CA5350, CA5351
        byte[] sha1 = System.Security.Cryptography.SHA1.HashData(block);
        string stated = digest.Replace("{sha1-16}", Convert.ToHexStringLower(sha1), StringComparison.Ordinal)
            .Replace("{sha1-32}", Base32(sha1), StringComparison.Ordinal)
            .Replace("{sha256-16}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(block)), StringComparison.Ordinal)
            .Replace("{md5-16}", Convert.ToHexString(System.Security.Cryptography.MD5.HashData(block)), StringComparison.Ordinal);
#pragma warning restore CA5350, CA5351
        byte[] record = Record("resource", block, $"Content-Type: text/plain\r\nWARC-Block-Digest: {stated}\r\n");
        Assert.Equal(isRead ? 1 : 0, Collecting.Warc(record).Inside.Parcels.Count);
        Assert.Single(Collecting.Warc(Gzip(record)).Inside.Parcels);
    }

    [Fact]
    public void An_archive_that_holds_no_article_says_so() => Assert.Equal("ENT0102", Assert.Single(Collecting.Warc(Record("warcinfo", Utf8("software: ours\r\n"))).All).SetAside!.Code);

    /// <summary>By whole numbers, unlike the code under test.</summary>
    private static string Base32(byte[] bytes)
    {
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var digits = new StringBuilder();
        for (int i = 0; i < bytes.Length * 8 / 5; i++, number /= 32)
            digits.Insert(0, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(int)(number % 32)]);
        return digits.ToString();
    }
}
