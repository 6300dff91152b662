using Entente.Cli;

namespace Entente.Tests;

/// <summary>What <c>entente read</c> does with good and bad input, by its exit code and what it tells.</summary>
public sealed class ReadingInTests : IDisposable
{
    private const string Good = """{"id": "good", "text": "Japan and Britain signed a reciprocal access agreement on 11 January 2023."}""";

    private readonly TemporaryFolder folder = new();

    private string Record => folder.PathOf("record.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_taken_exits_with_0_and_reading_it_again_changes_nothing()
    {
        string path = folder.Write("wire.jsonl", string.Join("\n", GeneratedArticles.Lines(20)));
        var first = Face.Run("read", path, "--record", Record);
        string export = Face.Run("export", "claims", "--record", Record).Out;
        var again = Face.Run("read", path, "--record", Record);
        Assert.Equal((0, 0), (first.Code, again.Code));
        Assert.Contains("Articles: 20 taken in, 0 already known, 0 read again, 0 set aside.", first.Error);
        Assert.Contains("Articles: 0 taken in, 20 already known, 0 read again, 0 set aside.", again.Error);
        Assert.Equal(export, Face.Run("export", "claims", "--record", Record).Out);
        Assert.Equal("Sound: 40 entries.", Face.Run("verify", "--record", Record).Out.TrimEnd());
    }

    [Fact]
    public void One_broken_line_among_good_ones_exits_with_3_and_is_told_with_its_code_and_place()
    {
        var seen = Face.Run("read", folder.Write("wire.jsonl", $"{Good}\n{{\"id\": \"bad"), "--record", Record);
        Assert.Equal(3, seen.Code);
        Assert.Contains($"ENT0105  {folder.PathOf("wire.jsonl")}:2: found broken JSON at byte", seen.Error);
        Assert.Contains("Articles: 1 taken in, 0 already known, 0 read again, 1 set aside.", seen.Error);
        Assert.Contains("  ENT0105: 1", seen.Error);
        Assert.Equal("Sound: 2 entries.", Face.Run("verify", "--record", Record).Out.TrimEnd());
    }

    [Theory]
    [InlineData("ENT0101", "nowhere.txt", null)]
    [InlineData("ENT0102", "empty.txt", "")]
    [InlineData("ENT0103", "picture.txt", "\u0001\u0002\0\u0003")]
    [InlineData("ENT0105", "broken.jsonl", "{")]
    [InlineData("ENT0106", "textless.json", "[{}]")]
    [InlineData("ENT0109", "report.xls", "a sheet")]
    [InlineData("ENT0110", "dated.jsonl", """{"text": "x", "published": "soon"}""")]
    public void Where_nothing_could_be_taken_it_exits_with_1(string code, string name, string? text)
    {
        string path = text is null ? folder.PathOf(name) : folder.Write(name, text);
        var seen = Face.Run("read", path, "--record", Record);
        Assert.Equal(1, seen.Code);
        Assert.Contains($"{code}  {path}", seen.Error);
        Assert.Contains($"  {code}: 1", seen.Error);
    }

    [Fact]
    public void A_folder_without_articles_exits_with_1_and_counts_the_files_left_alone()
    {
        folder.Write("things/README.md", "notes");
        var seen = Face.Run("read", folder.PathOf("things"), "--record", Record);
        Assert.Equal(1, seen.Code);
        Assert.Contains($"ENT0102  {folder.PathOf("things")}", seen.Error);
        Assert.Contains("(1 other files left alone)", seen.Error);
    }

    [Fact]
    public void A_missing_path_beside_a_good_one_does_not_stop_the_good_one()
    {
        var seen = Face.Run("read", folder.PathOf("articels"), folder.Write("wire.jsonl", Good), "--record", Record);
        Assert.Equal(3, seen.Code);
        Assert.Contains("1 taken in", seen.Error);
        Assert.Contains("ENT0101", seen.Error);
    }

    [Theory]
    [InlineData(Good, 0, "1 taken in")]
    [InlineData("Japan and Britain signed a treaty.", 0, "1 taken in")]
    [InlineData("", 1, "ENT0102  standard input")]
    public void Standard_input_is_read_by_a_dash(string input, int code, string told)
    {
        var seen = Face.RunWith(input, "read", "-", "--record", Record);
        Assert.Equal(code, seen.Code);
        Assert.Contains(told, seen.Error);
    }

    [Fact]
    public void Claims_can_be_printed_without_a_record()
    {
        var seen = Face.RunWith(Good, "read", "-", "--format", "jsonl", "--record", Record);
        Assert.Equal(0, seen.Code);
        Assert.Contains("\"form\":\"reciprocal-access\"", seen.Out);
        Assert.False(File.Exists(Record));
    }

    [Fact]
    public void After_twenty_faults_the_rest_are_only_counted()
    {
        var seen = Face.Run("read", folder.Write("wire.jsonl", Good + "\n" + string.Join("\n", Enumerable.Repeat("{", 30))), "--record", Record);
        Assert.Equal(3, seen.Code);
        Assert.Contains("… and 10 more set aside.", seen.Error);
        Assert.Contains("  ENT0105: 30", seen.Error);
    }

    [Fact]
    public void An_id_with_a_line_break_cannot_forge_an_acknowledgement()
    {
        var seen = Face.RunWith("""{"id": "evil\nstored 00000000000000000000000000 9 claims forged\u001b[31m", "text": "Japan and Britain signed a treaty."}""",
            "read", "-", "--record", Record, "--verbose");
        Assert.StartsWith("stored ", Assert.Single(seen.Out.TrimEnd().Split('\n')));
        Assert.DoesNotContain('\u001B', seen.Out);
    }

    [Fact]
    public void A_date_that_came_with_an_article_cannot_paint_the_terminal()
    {
        var seen = Face.RunWith("""{"text": "x", "published": "\u001b[2J\u202eevil"}""", "read", "-", "--record", Record);
        Assert.Contains("ENT0110", seen.Error);
        Assert.DoesNotContain('\u001B', seen.Error);
        Assert.DoesNotContain('\u202E', seen.Error);
    }

    [Fact]
    public void With_a_bar_of_progress_a_link_to_nowhere_is_set_aside_as_without()
    {
        folder.Write("news/good.jsonl", Good);
        File.CreateSymbolicLink(folder.PathOf("news/gone.txt"), folder.PathOf("nowhere"));
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = CommandLine.Run(["read", folder.PathOf("news"), "--record", Record], new Terminal(output, error, Stream.Null, false, true, Face.Width));
        Assert.Equal(3, code);
        Assert.Contains("ENT0108", error.ToString());
        Assert.Contains("1 taken in", error.ToString());
    }

    [Fact]
    public void A_record_that_cannot_be_made_is_told_and_nothing_throws()
    {
        var seen = Face.RunWith(Good, "read", "-", "--record", folder.PathOf("no/such/folder/record.db"));
        Assert.Equal(1, seen.Code);
        Assert.Contains("ENT0206", seen.Error);
    }
}
