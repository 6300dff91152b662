namespace Entente.Tests;

/// <summary>The record does not hang on the machine: its language, its calendar, its time zone.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("tr_TR.UTF-8", "Asia/Kathmandu")]
    [InlineData("de_DE.UTF-8", "Pacific/Apia")]
    [InlineData("ar_SA.UTF-8", "Asia/Kathmandu")]
    [InlineData("th_TH.UTF-8", "Pacific/Apia")]
    public void A_program_far_away_makes_the_same_record_and_gives_the_same_answers(string language, string zone)
    {
        string articles = folder.Write("articles.jsonl", string.Join("\n", GeneratedArticles.Lines(60)));
        (string, string)[] machine = [("LC_ALL", language), ("TZ", zone)];
        Assert.Equal(0, Face.Run("read", articles, "--record", folder.PathOf("here.db")).Code);
        Assert.Equal(0, Executable.Run(["read", articles, "--record", folder.PathOf("there.db")], machine).Code);
        foreach (string question in new[] { "export claims", "network --json --as-of 2020" })
        {
            string here = Face.Run([.. question.Split(' '), "--record", folder.PathOf("here.db")]).Out;
            string there = Executable.Run([.. question.Split(' '), "--record", folder.PathOf("there.db")], machine).Out;
            Assert.True(here.Length > 100 && here == there, $"entente {question}\n{Snapshot.Diff(here.Split('\n'), there.Split('\n'))}");
        }
    }
}
