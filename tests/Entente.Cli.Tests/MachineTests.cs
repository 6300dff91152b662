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
        string[] questions = ["export claims", "network", "timeline --actor JPN", "claims --min-confidence 0.7", "obligations JPN"];
        string[] here = AnswersOf("here.db", "C.UTF-8", "UTC"), there = AnswersOf("there.db", language, zone);
        Assert.True(here[0].Length > 10_000, "too little to compare");
        for (int i = 0; i < questions.Length; i++)
            Assert.True(here[i] == there[i], $"entente {questions[i]}\n{Snapshot.Diff(here[i].Split('\n'), there[i].Split('\n'))}");

        string[] AnswersOf(string record, string lang, string tz)
        {
            (string, string)[] machine = [("LC_ALL", lang), ("TZ", tz), ("ENTENTE_RECORD", folder.PathOf(record))];
            Assert.Equal(0, Executable.Run(["read", articles], machine).Code);
            return [.. questions.Select(q => Executable.Run(q.Split(' '), machine).Out)];
        }
    }
}
