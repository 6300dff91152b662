using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>A broken record costs itself: it is told with its place, and the records before and behind it are read.</summary>
public sealed class WarcDamageTests
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private static readonly byte[] Before = Answer("https://a.example/before", "Before."), Behind = Answer("https://a.example/behind", "Behind.");

    /// <summary>Records that break the format, each in its own way.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "no number", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: many\r\n\r\nx\r\n\r\n" },
        { "an empty number", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length:\r\n\r\nx\r\n\r\n" },
        { "no length", "WARC/1.0\r\nWARC-Type: resource\r\n\r\nx\r\n\r\n" },
        { "a negative length", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: -5\r\n\r\nx\r\n\r\n" },
        { "a length of 2^63", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 9223372036854775808\r\n\r\nx\r\n\r\n" },
        { "a length of 2^63-1", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 9223372036854775807\r\n\r\nx\r\n\r\n" },
        { "a length of 10^30", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1000000000000000000000000000000\r\n\r\nx\r\n\r\n" },
        { "a length of 100 MB", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 100000000\r\n\r\nx\r\n\r\n" },
        { "a length of 1 MB", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1000000\r\n\r\nx\r\n\r\n" },
        { "a length with a unit", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 5 bytes\r\n\r\nabcde\r\n\r\n" },
        { "too short a length", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabcdefghij\r\n\r\n" },
        { "too long a length", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 30\r\n\r\nabcdefghij\r\n\r\n" },
        { "an old version", "WARC/0.18\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx\r\n\r\n" },
        { "a version to come", "WARC/2.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx\r\n\r\n" },
        { "no version", "WARC-Type: resource\r\nContent-Length: 1\r\n\r\nx\r\n\r\n" },
        { "no header", "Something else that got in between.\r\n\r\n" },
        { "a header without an end", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 10" },
        { "zeros", new string('\0', 5000) },
        { "one byte", "x" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void It_is_told_and_its_neighbours_are_read(string what, string record)
    {
        byte[] broken = Utf8(record);
        foreach (byte[][] parts in (byte[][][])[[broken, Before, Behind], [Before, broken, Behind], [Before, Behind, broken]])
            foreach (byte[] archive in (byte[][])[Join(parts), Join(parts.Select(Gzip)), Gzip(Join(parts))])
            {
                var (inside, all) = Collecting.Warc(archive);
                Assert.Equal((what, "Before. Behind."), (what, string.Join(' ', inside.Texts)));
                var fault = Assert.Single(all, t => t.SetAside is not null).SetAside!;
                Assert.Equal("ENT0120", fault.Code);
                Assert.StartsWith("news.warc@", fault.Place, StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("\r\n\r\n", "")]
    [InlineData("\r\n\r\n", "\r\n")]
    [InlineData("\r\n\r\n", "\r\n\r\n\r\n\n\n\n")]
    public void What_stands_between_records_may_differ(string end, string other)
    {
        var (inside, all) = Collecting.Warc(Join(Before[..^end.Length], Utf8(other), Behind));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.DoesNotContain(all, t => t.SetAside is not null);
    }

    [Fact]
    public void Lines_may_end_with_a_line_feed_alone()
    {
        byte[] One(string text) => Utf8(System.Text.Encoding.UTF8.GetString(Record("response", Utf8($"HTTP/1.1 200 OK\nContent-Type: text/plain\n\n{text}"))).Replace("\r\n", "\n", StringComparison.Ordinal));
        var (inside, all) = Collecting.Warc(Join(One("Before."), One("Behind.")));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.DoesNotContain(all, t => t.SetAside is not null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(60)]
    public void A_file_that_was_cut_gives_what_came_before_the_cut(int lost)
    {
        var (plain, all) = Collecting.Warc(Join(Before, Behind)[..^(lost + 4)]);
        Assert.Equal(["Before."], plain.Texts);
        Assert.Equal("ENT0120", Assert.Single(all, t => t.SetAside is not null).SetAside!.Code);
        var (packed, told) = Collecting.Warc(Join(Gzip(Before), Gzip(Behind))[..^lost]);
        Assert.Equal(["Before."], packed.Texts);
        Assert.Equal("ENT0119", Assert.Single(told, t => t.SetAside is not null).SetAside!.Code);
    }

    [Fact]
    public void Whatever_byte_of_a_gzip_member_is_damaged_the_members_around_it_are_read()
    {
        byte[] first = Gzip(Before), middle = Gzip(Answer("https://a.example/middle", Story)), last = Gzip(Behind);
        int untold = 0;
        for (int at = 0; at < middle.Length; at++)
        {
            byte[] damaged = [.. middle];
            damaged[at] ^= 0x55;
            var (inside, all) = Collecting.Warc(Join(first, damaged, last));
            Assert.Equal(("Before.", "Behind."), (inside.Texts.First(), inside.Texts.Last()));
            if (inside.Parcels.Count == 3)
                Assert.Equal(Story, inside.Texts.ElementAt(1));
            else
                Assert.Single(all, t => t.SetAside?.Code is "ENT0119");
            untold += inside.Parcels.Count == 3 ? 1 : 0;
        }
        // The time, the level and the system in the header say nothing about the data.
        Assert.InRange(untold, 6, 7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_member_of_9_MB_is_passed_over_damaged_or_not(bool isDamaged)
    {
        byte[] film = new byte[9_000_000];
        new Random(8).NextBytes(film);
        byte[] large = Gzip(Answer("https://a.example/film", film, "video/mp4"));
        if (isDamaged)
            large[8_000_000] ^= 1;
        var (inside, all) = Collecting.Warc(Join(Gzip(Before), large, Gzip(Behind)));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.Equal(isDamaged ? "ENT0119" : "another kind of file", string.Join(' ', all.Where(t => t.Article is null).Select(t => t.SetAside?.Code ?? t.LeftAlone!.Why)));
    }

    [Fact]
    public void Garbage_between_and_behind_members_is_told_and_passed_over()
    {
        byte[] garbage = Utf8("no gzip at all \u001F\u008B\b neither here");
        var (inside, all) = Collecting.Warc(Join(Gzip(Before), garbage, Gzip(Behind), garbage));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.Equal(2, all.Count(t => t.SetAside?.Code == "ENT0119"));
    }

    [Fact]
    public void A_bomb_among_the_members_costs_itself()
    {
        byte[] bomb = Gzip(Answer("https://a.example/bomb", new byte[20_000_000]));
        var (inside, all) = Collecting.Warc(Join(Gzip(Before), bomb, Gzip(Behind)));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.Equal("ENT0118", Assert.Single(all, t => t.SetAside is not null).SetAside!.Code);
    }

    [Fact]
    public void A_body_that_unpacks_to_too_much_costs_itself()
    {
        byte[] bomb = Answer("https://a.example/bomb", Gzip(new byte[20_000_000]), headers: "Content-Encoding: gzip\r\n");
        var (inside, all) = Collecting.Warc(Join(Before, bomb, Behind));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.Equal("ENT0118", Assert.Single(all, t => t.SetAside is not null).SetAside!.Code);
    }

    [Theory]
    [InlineData("video/mp4", null)]
    [InlineData("text/plain", "ENT0107")]
    public void A_block_of_40_MB_is_passed_over_and_not_kept(string contentType, string? code)
    {
        byte[] body = new byte[40_000_000];
        Array.Fill(body, (byte)'a');
        var (inside, all) = Collecting.Warc(Join(Before, Answer("https://a.example/large", body, contentType), Behind));
        Assert.Equal("Before. Behind.", string.Join(' ', inside.Texts));
        Assert.Equal(code, all.FirstOrDefault(t => t.SetAside is not null)?.SetAside!.Code);
    }

    [Fact]
    public void With_too_many_faults_no_more_is_read()
    {
        byte[] one = Utf8("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: x\r\n\r\n");
        var (_, all) = Collecting.Warc(Join(Enumerable.Repeat(one, Limits.Faults + 500)));
        Assert.Equal((Limits.Faults + 1, "ENT0117"), (all.Count, all[^1].SetAside!.Code));
    }
}
