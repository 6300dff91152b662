using System.Text;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Bad input is set aside with its code and place, and the rest is taken; nothing throws.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Story = "Japan and Britain signed a treaty in London on Wednesday, officials said.";

    private static readonly TextCleaner Cleaner = TextCleaner.Load(Repository.ReadData);

    private readonly TemporaryFolder folder = new();
    private readonly ArticleFeed feed = new(Cleaner);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plain_text_is_one_article_named_after_its_file()
    {
        var article = Assert.Single(Read("treaty.txt", Story)).Article!;
        Assert.Equal(("treaty", Story, (string?)null), (article.Name, article.Text, article.ExternalId));
    }

    [Theory]
    [InlineData("empty.txt")]
    [InlineData("empty.json")]
    [InlineData("empty.jsonl")]
    public void An_empty_file_is_set_aside(string name) => IsAside("ENT0102", Read(name, ""), name);

    [Theory]
    [InlineData("blank.txt", " \n\t\r\n ")]
    [InlineData("blank.jsonl", "\n\n  \n")]
    [InlineData("none.json", "[]")]
    [InlineData("furniture.txt", "Advertisement\n\nShare\n")]
    public void A_file_that_says_nothing_is_set_aside(string name, string text) => IsAside("ENT0102", Read(name, text), name);

    [Theory]
    [InlineData("a PNG picture", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR")]
    [InlineData("binary data", "abc\0def")]
    public void Binary_data_called_text_is_told_by_what_it_looks_like(string kind, string latin1)
    {
        string path = folder.Write("holiday.txt", Encoding.Latin1.GetBytes(latin1));
        var fault = IsAside("ENT0103", [.. feed.ReadFile(path)], "holiday.txt");
        Assert.Equal(kind, fault.Found);
    }

    [Fact]
    public void Broken_line_7_of_10_is_set_aside_with_its_number_and_the_other_nine_are_taken()
    {
        var lines = Enumerable.Range(1, 10).Select(i => i == 7 ? """{"id": "7", "text": "Japan and Bri""" : $$"""{"id": "{{i}}", "text": "{{Story}}"}""");
        var all = Read("wire.jsonl", string.Join("\n", lines));
        var fault = Assert.Single(all, t => t.SetAside is not null).SetAside!;
        Assert.Equal(("ENT0105", "wire.jsonl:7"), (fault.Code, Path.GetFileName(fault.Place)));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "8", "9", "10"], all.Where(t => t.Article is not null).Select(t => t.Article!.Name));
        Assert.Equal("wire.jsonl:8", Path.GetFileName(all[7].Place));
    }

    [Theory]
    [InlineData("""["a", "list"]""", "ENT0105", "a JSON array")]
    [InlineData("42", "ENT0105", "a JSON number")]
    [InlineData("null", "ENT0105", "a JSON null")]
    [InlineData("""{"title": "No text"}""", "ENT0106", "\"text\": missing")]
    [InlineData("""{"text": null}""", "ENT0106", "\"text\": missing")]
    [InlineData("""{"text": 42}""", "ENT0106", "\"text\": a number")]
    [InlineData("""{"text": {"p": "nested"}}""", "ENT0106", "\"text\": a object")]
    [InlineData("""{"text": "x", "title": ["a"]}""", "ENT0106", "\"title\": a array")]
    [InlineData("""{"text": "x", "id": true}""", "ENT0106", "\"id\": a true")]
    [InlineData("""{"text": "   "}""", "ENT0102", "no text")]
    [InlineData("""{"text": "x", "published": "11/01/23"}""", "ENT0110", "\"published\": 11/01/23")]
    [InlineData("""{"text": "x", "published": "2023-02-30"}""", "ENT0110", "\"published\": 2023-02-30")]
    [InlineData("""{"text": "half a \ud83d pair"}""", "ENT0105", "a string with half of a surrogate pair (\\ud800 to \\udfff)")]
    [InlineData("""{"text": "x", "title": "\udc00"}""", "ENT0105", "a string with half of a surrogate pair (\\ud800 to \\udfff)")]
    public void A_line_that_is_no_article_is_told_by_what_is_wrong_with_it(string line, string code, string found)
    {
        var all = Read("wire.jsonl", $$"""{{line}}{{"\n"}}{"text": "{{Story}}"}""");
        Assert.Equal(2, all.Count);
        Assert.Equal((code, found, "wire.jsonl:1"), (all[0].SetAside!.Code, all[0].SetAside!.Found, Path.GetFileName(all[0].SetAside!.Place)));
        Assert.Equal(Story, all[1].Article!.Text);
    }

    [Fact]
    public void Of_a_json_array_each_element_is_taken_or_set_aside_by_its_place()
    {
        var all = Read("list.json", $$"""[{"id": 1, "text": "{{Story}}"}, {"id": 2}, "three", {"text": "{{Story}} Again."}]""");
        Assert.Equal(["1", "list:3"], all.Where(t => t.Article is not null).Select(t => t.Article!.Name));
        Assert.Equal(["ENT0106 list.json[1]", "ENT0105 list.json[2]"], all.Where(t => t.SetAside is not null).Select(t => $"{t.SetAside!.Code} {Path.GetFileName(t.SetAside.Place)}"));
    }

    [Fact]
    public void Json_lines_in_a_json_file_are_taken_line_by_line() =>
        Assert.Equal(["a", "b"], Read("lines.json", $$"""{"id": "a", "text": "{{Story}}"}{{"\n"}}{"id": "b", "text": "{{Story}}"}""").Select(t => t.Article!.Name));

    [Theory]
    [InlineData("""{"id": null, "text": "x y z"}""", "wire:1", null)]
    [InlineData("""{"id": "", "text": "x y z"}""", "wire:1", null)]
    [InlineData("""{"id": 17, "text": "x y z"}""", "17", "17")]
    [InlineData("""{"text": "x y z"}""", "wire:1", null)]
    public void An_article_without_an_id_is_named_by_its_line(string line, string name, string? id)
    {
        var article = Assert.Single(Read("wire.jsonl", line)).Article!;
        Assert.Equal((name, id), (article.Name, article.ExternalId));
    }

    [Theory]
    [InlineData("2023-01-11T09:30:00Z", "2023-01-11")]
    [InlineData("2023-01-11 09:30", "2023-01-11")]
    [InlineData("2023-01", "2023-01")]
    [InlineData("2023-01-09/2023-01-15", "2023-01-09/2023-01-15")]
    public void A_time_of_day_in_published_is_let_go_and_a_period_is_kept(string published, string expected) =>
        Assert.Equal(expected, Assert.Single(Read("wire.jsonl", $$"""{"text": "{{Story}}", "published": "{{published}}"}""")).Article!.Published!.Value.Text);

    [Fact]
    public void Windows_1252_is_read_as_what_its_writer_saw()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string text = "“Détente” is over, said the minister – and Köln’s café paid 20 € for naïveté. The façade of the Élysée fell, she said; “voilà”.";
        string path = folder.Write("legacy.txt", Encoding.GetEncoding(1252).GetBytes(text));
        Assert.Equal(text, Assert.Single(feed.ReadFile(path)).Article!.Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(string encoding)
    {
        var unicode = Encoding.GetEncoding(encoding);
        string path = folder.Write("marked.txt", [.. unicode.GetPreamble(), .. unicode.GetBytes("Łódź 🚢 " + Story)]);
        Assert.Equal("Łódź 🚢 " + Story, Assert.Single(feed.ReadFile(path)).Article!.Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Json_lines_with_a_byte_order_mark_are_lines_in_any_encoding_that_has_one(string encoding)
    {
        var unicode = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. unicode.GetPreamble(), .. unicode.GetBytes($$"""{"id": "a", "text": "Łódź 🚢 {{Story}}"}{{"\r\n"}}{"id": "b", "text": "{{Story}}"}""")];
        Assert.Equal(["a", "b"], feed.ReadFile(folder.Write("wire.jsonl", bytes)).Select(t => t.Article?.Name));
        Assert.Equal(["a", "b"], feed.ReadInput(new MemoryStream(bytes)).Select(t => t.Article?.Name));
    }

    [Fact]
    public void Bytes_of_no_encoding_are_set_aside_rather_than_guessed()
    {
        // Every byte above 0x80 in turn: no language is written so.
        byte[] noise = [.. Enumerable.Range(0, 4000).Select(i => (byte)(0x80 + (i * 89 % 128)))];
        string path = folder.Write("noise.txt", noise);
        Assert.Contains(IsAside(null, [.. feed.ReadFile(path)], "noise.txt").Code, new[] { "ENT0104", "ENT0103" });
    }

    [Fact]
    public void A_line_of_50_MB_costs_its_time_and_not_its_memory_and_the_next_line_is_taken()
    {
        string path = folder.PathOf("long.jsonl");
        using (var file = File.Create(path))
        {
            file.Write("""{"text": " """u8);
            byte[] megabyte = new byte[1 << 20];
            Array.Fill(megabyte, (byte)'a');
            for (int i = 0; i < 50; i++)
                file.Write(megabyte);
            file.Write(Encoding.UTF8.GetBytes("\"}\n" + $$"""{"id": "next", "text": "{{Story}}"}"""));
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        var all = feed.ReadFile(path).ToList();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(("ENT0107", "long.jsonl:1"), (all[0].SetAside!.Code, Path.GetFileName(all[0].SetAside!.Place)));
        Assert.Equal("next", all[1].Article!.Name);
        Assert.True(allocated < 30_000_000, $"{allocated:N0} bytes");
    }

    [Fact]
    public void A_text_of_50_MB_in_one_line_is_set_aside_with_its_length()
    {
        string path = folder.PathOf("long.txt");
        using (var file = File.Create(path))
        {
            byte[] megabyte = new byte[1 << 20];
            Array.Fill(megabyte, (byte)'a');
            for (int i = 0; i < 50; i++)
                file.Write(megabyte);
        }
        var fault = IsAside("ENT0107", [.. feed.ReadFile(path)], "long.txt");
        Assert.Equal("52,428,800 bytes", fault.Found);
    }

    [Fact]
    public void A_link_to_nowhere_is_told_as_unreadable_and_the_rest_of_the_folder_is_taken()
    {
        folder.Write("good.txt", Story);
        File.CreateSymbolicLink(folder.PathOf("gone.txt"), folder.PathOf("nowhere"));
        var (files, leftAlone) = ArticleFeed.FilesIn(folder.Root);
        var all = files.SelectMany(feed.ReadFile).ToList();
        Assert.Equal(0, leftAlone);
        Assert.Equal(["ENT0108"], all.Where(t => t.SetAside is not null).Select(t => t.SetAside!.Code));
        Assert.Equal(["good"], all.Where(t => t.Article is not null).Select(t => t.Article!.Name));
    }

    [Fact]
    public void A_file_of_another_user_is_told_as_unreadable()
    {
        string path = folder.Write("secret.txt", Story);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may read everything");
        IsAside("ENT0108", [.. feed.ReadFile(path)], "secret.txt");
    }

    [Fact]
    public void A_disk_that_fails_in_the_middle_is_told_and_what_came_before_stays_taken()
    {
        var all = feed.ReadInput(new FailingStream($$"""{"id": "first", "text": "{{Story}}"}{{"\n"}}{"id": "second", "te""")).ToList();
        Assert.Equal("first", all[0].Article!.Name);
        Assert.Equal("ENT0108", Assert.Single(all[1..]).SetAside!.Code);
    }

    [Theory]
    [InlineData("archive.rar")]
    [InlineData("picture.JPEG")]
    [InlineData("report.xls")]
    public void A_kind_that_read_does_not_take_is_named(string name) => IsAside("ENT0109", Read(name, Story), name);

    [Fact]
    public void In_a_folder_only_articles_are_read_in_the_order_of_their_names_and_the_others_are_counted()
    {
        foreach (string name in new[] { "b.txt", "a.jsonl", "sub/c.JSON", "README.md", "page.html", "picture.png", "d.text" })
            folder.Write(name, "x");
        var (files, leftAlone) = ArticleFeed.FilesIn(folder.Root);
        Assert.Equal(["a.jsonl", "b.txt", "d.text", "page.html", "c.JSON"], files.Select(Path.GetFileName));
        Assert.Equal(2, leftAlone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  {0}  ")]
    [InlineData("\uFEFF{0}")]
    [InlineData("\n\uFEFF\n{0}")]
    public void Standard_input_that_begins_with_a_brace_is_json_lines(string around)
    {
        string lines = $$"""{"id": "a", "text": "{{Story}}"}{{"\n"}}{"id": "b", "text": "{{Story}}"}""";
        string input = around.Length == 0 ? lines : around.Replace("{0}", lines, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], feed.ReadInput(Bytes(input)).Select(t => t.Article!.Name));
    }

    [Theory]
    [InlineData("Łódź says: {0}")]
    [InlineData("\uFEFF{0}")]
    [InlineData("\uFF21 wide letter begins as a mark does. {0}")]
    public void Standard_input_that_does_not_is_one_text(string format)
    {
        var article = Assert.Single(feed.ReadInput(Bytes(format.Replace("{0}", Story, StringComparison.Ordinal)))).Article!;
        Assert.Equal(("stdin", format.Replace("{0}", Story, StringComparison.Ordinal).TrimStart('\uFEFF')), (article.Name, article.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\uFEFF")]
    public void Standard_input_that_says_nothing_is_told(string input) => Assert.Equal("ENT0102", Assert.Single(feed.ReadInput(Bytes(input))).SetAside!.Code);

    [Fact]
    public void Whatever_bytes_come_in_nothing_throws_and_each_file_is_told_of()
    {
        var random = new Random(7);
        string seed = string.Join("\n", GeneratedArticles.Lines(6));
        byte[] good = Encoding.UTF8.GetBytes(seed);
        for (int round = 0; round < 400; round++)
        {
            byte[] bytes = [.. good];
            for (int change = 1 + random.Next(40); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            string name = (round % 3) switch { 0 => "fuzz.jsonl", 1 => "fuzz.txt", _ => "fuzz.json" };
            string path = folder.Write(name, bytes[..random.Next(bytes.Length)]);
            var all = feed.ReadFile(path).ToList();
            Assert.True(all.Count > 0, $"round {round}: {name} was passed over in silence");
            Assert.All(all, t => Assert.True(t.Article is null != t.SetAside is null, $"round {round}"));
        }
    }

    private List<Taken> Read(string name, string text) => [.. feed.ReadFile(folder.Write(name, text))];

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Fault IsAside(string? code, List<Taken> all, string name)
    {
        var fault = Assert.Single(all).SetAside;
        Assert.NotNull(fault);
        Assert.Equal(name, Path.GetFileName(fault.Place));
        if (code is not null)
            Assert.Equal(code, fault.Code);
        return fault;
    }

    private sealed class FailingStream(string first) : MemoryStream(Encoding.UTF8.GetBytes(first))
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < Length ? base.Read(buffer, offset, count) : throw new IOException("Input/output error");

        public override int Read(Span<byte> buffer) => Position < Length ? base.Read(buffer) : throw new IOException("Input/output error");
    }
}
