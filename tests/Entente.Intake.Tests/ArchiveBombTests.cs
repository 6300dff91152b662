using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>What is made to fill memory or time is refused early, and the other inputs go on.</summary>
public sealed class ArchiveBombTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(null);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("bomb.txt.gz", 10)]
    [InlineData("bomb.jsonl.gz", 10)]
    [InlineData("bomb.gz", 1000)]
    public void A_gzip_bomb_is_refused_after_some_megabytes(string name, int megabytes) =>
        IsRefused("ENT0118", name, packed =>
        {
            using var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true);
            Fill(gzip, megabytes, (byte)'a');
        });

    [Fact]
    public void A_zip_bomb_is_refused_after_some_megabytes() =>
        IsRefused("ENT0118", "bomb.zip", packed =>
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("a.txt").Open();
            Fill(entry, 500, (byte)'a');
        });

    [Fact]
    public void Zips_in_zips_in_zips_are_refused_as_a_whole()
    {
        byte[] bytes = Pack(new byte[3_000_000], m => new GZipStream(m, CompressionLevel.SmallestSize, true));
        for (int depth = 0; depth < 5; depth++)
            bytes = Zip(Enumerable.Range(0, 16).Select(i => ($"{i}.zip", bytes)));
        var codes = All("42.zip", packed => packed.Write(bytes)).Select(t => t.SetAside!.Code).ToList();
        Assert.Equal("ENT0118", codes[^1]);
        Assert.True(codes.Count < 5000, $"{codes.Count} of a million were looked into");
    }

    [Fact]
    public void What_unpacks_to_itself_ends_where_archives_are_too_deep()
    {
        byte[] bytes = Gzip(Utf8(Story));
        for (int depth = 0; depth < 100; depth++)
            bytes = Gzip(bytes);
        IsRefused("ENT0116", "quine.gz", packed => packed.Write(bytes));
    }

    [Fact]
    public void A_million_tiny_members_are_refused()
    {
        byte[] empty = EmptyMember;
        IsRefused("ENT0117", "members.txt.gz", packed =>
        {
            for (int i = 0; i <= Limits.Members; i++)
                packed.Write(empty);
        });
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused_once_they_unpack_to_too_much()
    {
        // One entry of a megabyte, listed a thousand times.
        byte[] zip = Zip([("a.txt", Utf8(new string('a', 1_000_000)))]);
        int list = zip.AsSpan().IndexOf("PK\x1\x2"u8), end = zip.AsSpan().IndexOf("PK\x5\x6"u8);
        byte[] record = zip[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), 1000);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(12), 1000 * (end - list));
        byte[] shared = Join([zip[..list], .. Enumerable.Repeat(zip[list..end], 1000), record]);
        var all = All("shared.zip", packed => packed.Write(shared));
        Assert.Equal("ENT0118", all[^1].SetAside!.Code);
        Assert.True(all.Count < 100, $"{all.Count} entries were unpacked");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_zip_of_150000_entries_is_refused_before_its_list_is_loaded_whatever_number_it_states(bool isTrue)
    {
        var list = new MemoryStream();
        for (int i = 0; i < 150_000; i++)
            list.Write([.. "PK\x1\x2"u8, .. new byte[24], 5, 0, .. new byte[16], .. Utf8($"{i % 100_000:D5}")]);
        byte[] end = [.. "PK\x5\x6"u8, .. new byte[18]];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), isTrue ? ushort.MaxValue : (ushort)5);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), (int)list.Length);
        var fault = Assert.Single(All("many.zip", packed => packed.Write(Join(list.ToArray(), end)))).SetAside!;
        Assert.Equal("ENT0117", fault.Code);
    }

    [Fact]
    public void A_tar_whose_header_fills_memory_is_refused()
    {
        var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a.txt", [new("comment", new string('a', 40_000_000))]) { DataStream = new MemoryStream(Utf8(Story)) });
        Assert.Equal("ENT0119", Assert.Single(All("header.tar", file => file.Write(packed.ToArray()))).SetAside!.Code);
    }

    [Fact]
    public void A_zip_in_a_pipe_is_held_only_up_to_a_limit()
    {
        var all = feed.ReadInput(new EndlessZip()).ToList();
        Assert.Equal("ENT0107", Assert.Single(all).SetAside!.Code);
    }

    private void IsRefused(string code, string name, Action<Stream> write)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Single(All(name, write).Select(t => t.SetAside!).GroupBy(f => f.Code)).First();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(code, fault.Code);
        Assert.True(name.StartsWith("members", StringComparison.Ordinal) || allocated < 100_000_000, $"{allocated:N0} bytes");
    }

    private List<Taken> All(string name, Action<Stream> write)
    {
        string path = folder.PathOf(name);
        using (var file = File.Create(path))
            write(file);
        return [.. feed.ReadFile(path)];
    }

    private static void Fill(Stream stream, int megabytes, byte with)
    {
        byte[] megabyte = new byte[1 << 20];
        Array.Fill(megabyte, with);
        for (int i = 0; i < megabytes; i++)
            stream.Write(megabyte);
    }

    private sealed class EndlessZip : MemoryStream
    {
        private bool isBegun;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!isBegun)
                "PK\x3\x4"u8.CopyTo(buffer.AsSpan(offset));
            isBegun = true;
            return count;
        }
    }
}
