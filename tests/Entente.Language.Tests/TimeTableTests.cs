using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The example of every row of the two tables of time words means what the row says.</summary>
public class TimeTableTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string table in (string[])["language/calendar.tsv", "language/holidays.tsv"])
            foreach (var row in DataTable.Parse(table, Repository.ReadData(table), "example", "means").Rows)
                if (row["example"].Length > 0)
                    data.Add(row.Place, row["example"], row["means"]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_a_row_means_what_it_says(string place, string example, string means) =>
        Assert.True(means == Meanings(example), $"{place}: {Meanings(example)}");

    private static string Meanings(string text) =>
        string.Join('|', EnglishTimes.Of(text, "2023-01-17").Select(t => t.Value?.Text ?? t.Length ?? "null"));
}
