using System.Text.Json;

namespace Entente.Tests;

/// <summary>What a person sees who asks when an article was written.</summary>
public sealed class DateTests : IDisposable
{
    private const string Text = """
        Neighbours talk again

        BISHKEK — Kyrgyz President Sadyr Japarov said on Thursday that border talks would go on.

        He had met his guests at the SCO summit in Samarkand last week. Former President Almazbek Atambayev stayed away.

        On Tuesday, Sept. 20, his envoys went to Dushanbe.
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_proof_is_shown_for_reading()
    {
        folder.Write("border.txt", Text);
        var seen = Face.Run("date", folder.PathOf("border.txt"), "--published", "2021-05-01");
        Assert.Equal((0, ""), (seen.Code, seen.Error));
        Snapshot.Matches(seen.Out);
    }

    [Fact]
    public void Machines_get_one_object_an_article_with_the_words_at_their_offsets()
    {
        folder.Write("border.txt", Text);
        folder.Write("silent.txt", "The envoys met and parted.");
        var seen = Face.Run("date", folder.Root, "--format", "json");
        var articles = seen.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["border", "silent"], articles.Select(a => a.GetProperty("doc").GetString()));
        Assert.Equal(JsonValueKind.Null, articles[1].GetProperty("date").ValueKind);
        Assert.Equal("2022-09-20/2022-09-25", articles[0].GetProperty("date").GetString());
        foreach (var witness in articles[0].GetProperty("heard").EnumerateArray())
            Assert.Equal(witness.GetProperty("text").GetString(), Text.ReplaceLineEndings("\n")[witness.GetProperty("start").GetInt32()..witness.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_and_the_rest_is_dated()
    {
        folder.Write("border.txt", Text);
        var seen = Face.Run("date", folder.PathOf("border.txt"), folder.PathOf("gone.txt"));
        Assert.Equal(3, seen.Code);
        Assert.Contains("ENT0101", seen.Error);
        Assert.Contains("2022-09-20", seen.Out);
    }

    [Fact]
    public void Read_tells_of_a_stated_date_that_the_text_contradicts()
    {
        folder.Write("border.jsonl", JsonSerializer.Serialize(new { id = "border", text = Text, published = "2021-05-01" }) + "\n");
        var seen = Face.Run("read", folder.PathOf("border.jsonl"), "--format", "jsonl");
        Assert.Equal(0, seen.Code);
        Assert.Contains("ENT0115", seen.Error);
        Assert.Contains("1 read", seen.Error);
    }
}
