using System.Text;
using System.Text.Json;
using Entente.Cli;

namespace Entente.Tests;

/// <summary>What <c>annotate</c> takes and how it ends; what it prints is shown in docs/annotate.md.</summary>
public sealed class AnnotateTests : IDisposable
{
    private const string Article = "{\"id\": \"a1\", \"text\": \"Chile and Peru met on Monday.\"}\n";
    private const string Document = "# newdoc id = d1\n1\tChile\t_\t_\t_\t_\t_\t_\t_\t_\n2\tagreed\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("-")]
    [InlineData("-", "--format", "conllu")]
    public void A_text_on_standard_input_comes_out_as_conllu(params string[] args)
    {
        var seen = Face.RunWith("Peru’s ships\r\nleft.", ["annotate", .. args]);
        Assert.Equal(0, seen.Code);
        Assert.StartsWith("# newdoc id = stdin\n", seen.Out, StringComparison.Ordinal);
        Assert.Contains("1-2\tPeru’s\t", seen.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_taken_as_it_is_with_what_reading_would_clean_away()
    {
        string path = folder.Write("page.txt", "  Share this\n\nShare this\n\nChile left the pact. \n");
        using var json = JsonDocument.Parse(Face.Run("annotate", path, "--format", "jsonl").Out);
        Assert.Equal("  Share this\n\nShare this\n\nChile left the pact. \n", json.RootElement.GetProperty("text").GetString());
        Assert.Equal("page", json.RootElement.GetProperty("doc").GetString());
    }

    [Fact]
    public void An_article_counts_from_its_own_date_and_else_from_the_one_given()
    {
        var seen = Face.RunWith(Article + Article.Replace("\"a1\"", "\"a2\", \"published\": \"2020-01-01\"", StringComparison.Ordinal), "annotate", "--format", "jsonl", "--published", "2024-05-08");
        Assert.Equal(["2024-05-06", "2019-12-30"], seen.Out.Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement.GetProperty("times")[0].GetProperty("value").GetString()));
    }

    [Fact]
    public void Sentences_are_numbered_through_all_articles()
    {
        var seen = Face.RunWith(Article + Article, "annotate");
        Assert.Equal(["# sent_id = 1", "# sent_id = 2"], seen.Out.Split('\n').Where(l => l.StartsWith("# sent_id", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("conllu")]
    [InlineData("jsonl")]
    [InlineData("table")]
    public void Given_tokens_are_kept_in_every_format(string format)
    {
        var seen = Face.RunWith(Document, "annotate", "--tokens", "-", "--format", format);
        Assert.Equal(0, seen.Code);
        Assert.Contains("agreed", seen.Out, StringComparison.Ordinal);
        Assert.Contains("d1", seen.Out, StringComparison.Ordinal);
        Assert.Equal(seen, Face.Run("annotate", "--tokens", folder.Write("d.conllu", Document), "--format", format));
    }

    [Fact]
    public void A_broken_line_is_told_and_the_others_are_annotated()
    {
        var seen = Face.RunWith($"{Article}{{\"text\": 5}}\n{Article}", "annotate", "--format", "jsonl");
        Assert.Equal(3, seen.Code);
        Assert.Equal(2, seen.Out.Trim().Split('\n').Length);
        Assert.Contains("ENT0106", seen.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ENT0101", "annotate", "nowhere.txt")]
    [InlineData("ENT0101", "annotate", "--tokens", "nowhere.conllu")]
    [InlineData("ENT0102", "annotate")]
    [InlineData("ENT0302", "annotate", "--published", "8/5/2024")]
    public void What_cannot_be_done_is_told(string code, params string[] args)
    {
        var seen = Face.Run(args);
        Assert.Equal(1, seen.Code);
        Assert.Contains(code, seen.Error, StringComparison.Ordinal);
        Assert.Equal("", seen.Out);
    }

    [Fact]
    public void Documents_before_a_broken_one_are_annotated()
    {
        var seen = Face.RunWith($"{Document}{Document}1\tonly two\n", "annotate", "--tokens", "-");
        Assert.Equal(1, seen.Code);
        Assert.Contains("ENT0111  standard input:11: found 2 columns", seen.Error, StringComparison.Ordinal);
        Assert.Equal(1, seen.Out.Split("# newdoc").Length - 1);
    }

    [Fact]
    public void A_stated_text_without_the_forms_is_told_and_the_tokens_are_annotated()
    {
        var seen = Face.RunWith(Document.Replace("1\tChile", "# text = Peru agreed.\n1\tChile", StringComparison.Ordinal), "annotate", "--tokens", "-");
        Assert.Equal(3, seen.Code);
        Assert.Contains("ENT0111  standard input:3: found the text \"Peru agreed.\"", seen.Error, StringComparison.Ordinal);
        Assert.Contains("1\tChile", seen.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_and_given_tokens_together_are_a_wrong_command_line() =>
        Assert.Equal(2, Face.Run("annotate", "a.txt", "--tokens", "a.conllu").Code);

    [Fact]
    public void Marks_that_turn_the_direction_of_a_line_do_not_reach_the_terminal_in_a_table() =>
        Assert.DoesNotContain('\u202E', Face.RunWith("Chile \u202Eagreed.", "annotate", "--format", "table").Out);

    /// <summary>An input without an end is annotated until nobody reads on: nothing waits for its end or keeps it.</summary>
    [Theory]
    [InlineData(Article, "--format", "jsonl")]
    [InlineData(Article, "--format", "conllu")]
    [InlineData(Article, "--format", "table")]
    [InlineData(Document, "--tokens", "-")]
    [InlineData(Document, "--tokens", "-", "--format", "jsonl")]
    public void Articles_are_annotated_one_at_a_time(string article, params string[] args)
    {
        using var output = new ShortReader(1_000_000);
        using var error = new StringWriter();
        using var input = new Endless(Encoding.UTF8.GetBytes(article));
        Assert.Equal(0, CommandLine.Run(["annotate", .. args], new Terminal(output, error, input, false, false, Face.Width)));
        Assert.Equal("", error.ToString());
        Assert.InRange(input.Given, 1_000, 10_000_000);
    }

    /// <summary>The same bytes again and again.</summary>
    private sealed class Endless(byte[] bytes) : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            for (int i = 0; i < buffer.Length; i++)
                buffer[i] = bytes[Given++ % bytes.Length];
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    /// <summary>Takes so many characters, then closes the pipe.</summary>
    private sealed class ShortReader(long most) : TextWriter
    {
        private long taken;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (++taken > most)
                throw new IOException("Broken pipe");
        }
    }
}
