using System.Text.Json;
using Entente.Reading.Dating;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Undated articles date themselves: what each kind of witness says, how they are weighed, and when nothing is said.</summary>
public class DatingTests
{
    private static readonly ArticleDater Dater = new(Kit.Gazetteer, Kit.Rules);

    private static ArticleDate Date(string text) => Dater.Date(Kit.Annotate(text, null));

    private static IEnumerable<DateWitness> All(ArticleDate date) => date.Heard.Concat(date.SetAside);

    public static TheoryData<string> Events() => [.. Kit.Rules.KnownEvents.Items.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Events))]
    public void The_example_of_a_known_event_knows_of_it(string id)
    {
        var known = Kit.Rules.KnownEvents.Items.First(e => e.Id == id);
        Assert.True(All(Date(known.Example)).Any(w => w.Says.Contains($"({id})", StringComparison.Ordinal)), $"{known.Place}: {known.Example}");
    }

    [Fact]
    public void Each_word_by_which_articles_date_themselves_does_in_its_example_what_its_use_says()
    {
        var rows = DataTable.Parse("reading/dating-words.tsv", Repository.ReadData("reading/dating-words.tsv"), "use", "words", "example").Rows;
        var wrong = rows.Where(r => !Works(r["use"], Date(r["example"].Replace("[", "").Replace("]", "")))).Select(r => $"{r.Place}: {r["use"]} {r["words"]}: {r["example"]}");
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    private static bool Works(string use, ArticleDate date) => use switch
    {
        "line" => All(date).Any(w => w.Kind == WitnessKind.Line),
        "plan" => !All(date).Any(w => w.Kind == WitnessKind.Day),
        "happen" => All(date).Any(w => w.Says.StartsWith("“last week”", StringComparison.Ordinal)),
        "seal" => All(date).Any(w => w.Kind == WitnessKind.Agreement),
        "unsure" => !All(date).Any(w => w.Kind == WitnessKind.Office),
        _ => All(date).Any(w => w.Kind == WitnessKind.Office),
    };

    [Theory]
    [InlineData("Envoys meet in Lima\n\n4 May 2020\n\nThe envoys met again.", "2020-05-04")]
    [InlineData("Envoys meet in Lima\n\nPublished: May 4, 2020, 9:15 am GMT\n\nThe envoys met again.", "2020-05-04")]
    [InlineData("ACCRA, 4 May 2020 (Agency) — The envoys met again.", "2020-05-04/2020-05-05")]
    [InlineData("https://news.example/2020/05/04/envoys-meet\n\nThe envoys met again.", "2020-05-03/2020-05-05")]
    [InlineData("The pact was signed on 4 May 2020 in Lima.", "2020-05-04/..")]
    [InlineData("The fleet has not sailed there since 2017.", "2017-01-01/..")]
    public void Dates_that_are_written_out_date_the_text(string text, string expected) => Assert.Equal(expected, Date(text).When?.Text);

    [Theory]
    [InlineData("The pact is due to be signed on 4 May 2030.")]
    [InlineData("The plan would cut emissions by half by 2030.")]
    [InlineData("The envoys met on Wednesday and will meet again next week.")]
    [InlineData("The Treaty of the Two Rivers may be signed one day.")]
    [InlineData("")]
    public void Where_nothing_tells_nothing_is_said(string text) => Assert.Null(Date(text).When);

    [Theory]
    [InlineData("31 December 9999\n\nThe envoys met on Friday, Jan. 1.")]
    [InlineData("It has not happened since 9998. On Friday, Dec. 31, they met. On Feb. 29 they parted.")]
    [InlineData("It was signed on 1 January 1000 and on 1 January 1900. On Monday, Jan. 1, they met.")]
    [InlineData("The G7 summit in Hiroshima G7 summit in Hiroshima ended ended last week last week next century yesterday.")]
    public void The_ends_of_the_calendar_are_no_trap(string text) => Assert.All(All(Date(text)), w => Assert.NotEmpty(w.Span.In(text)));

    [Fact]
    public void Two_office_holders_were_in_office_together_only_for_a_while()
    {
        var date = Date("Canadian Prime Minister Stephen Harper received French President Francois Hollande.");
        Assert.Equal("2012-05-05/2015-11-24", date.When?.Text);
    }

    [Fact]
    public void A_day_of_the_week_and_of_the_month_tell_the_year()
    {
        var date = Date("British Prime Minister David Cameron met envoys on Tuesday, March 5.");
        Assert.Equal("2013-03-05/2013-03-15", date.When?.Text);
        Assert.True(date.IsNarrow);
    }

    [Fact]
    public void Last_week_beside_a_known_day_tells_the_week()
    {
        var date = Date("The G20 summit in Hamburg ended last week without a deal.");
        Assert.Equal("2017-07-10/2017-07-16", date.When?.Text);
    }

    [Fact]
    public void What_is_to_come_had_not_come_yet()
    {
        var date = Date("Brazil will host the G20 summit in Rio de Janeiro. Russia's invasion of Ukraine will be on the agenda.");
        Assert.True(date.When!.Value.End <= new DateOnly(2024, 11, 20) && date.When.Value.First >= new DateOnly(2022, 2, 24), date.When.Value.Text);
    }

    [Fact]
    public void One_wrong_witness_is_outvoted_and_told()
    {
        var date = Date("U.S. President Ronald Reagan liked jokes. U.S. President Barack Obama met Indian Prime Minister Manmohan Singh on Monday.");
        Assert.True(date.When!.Value.First >= new DateOnly(2009, 1, 1) && date.When.Value.End <= new DateOnly(2014, 7, 1), date.When.Value.Text);
        Assert.Contains(date.SetAside, w => w.Says.Contains("Reagan", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_witness_points_at_its_own_words()
    {
        const string text = "OSLO, 4 May 2020 — Norwegian Prime Minister Erna Solberg spoke of the annexation of Crimea.";
        var date = Date(text);
        Assert.Contains("Norwegian Prime Minister Erna Solberg", date.Heard.Select(w => w.Span.In(text)));
        Assert.Contains("annexation of Crimea", date.Heard.Select(w => w.Span.In(text)));
    }

    [Fact]
    public void An_undated_article_is_read_by_the_date_it_tells()
    {
        var reading = Kit.Reader.Read(new() { Name = "a", Text = "Pact signed\n\n6 May 2020\n\nNorway signed a defence pact with Sweden on Monday." });
        Assert.Contains(reading.Claims, c => c.Date?.Text is "2020-05-04");
        Assert.Null(reading.Article.Published);
    }

    [Theory]
    [InlineData("2015-06-01", "Kyiv asked for arms after Russia's full-scale invasion.", true)]
    [InlineData("2022-06-01", "Kyiv asked for arms after Russia's full-scale invasion of Ukraine.", false)]
    [InlineData("2019-03-02", "OSLO, 4 March 2019 — The envoys met.", false)]
    [InlineData("2019-03-02", "OSLO, 4 March 2020 — The envoys met.", true)]
    [InlineData(null, "OSLO, 4 March 2020 — The envoys met.", false)]
    public void A_stated_date_that_the_text_contradicts_is_kept_and_told(string? published, string text, bool isTold)
    {
        var reading = Kit.Reader.Read(new() { Name = "a", Text = text, Published = published is null ? null : When.Parse(published) });
        Assert.Equal(isTold ? ["ENT0115"] : [], reading.Warnings.Select(w => w.Code));
        Assert.Equal(isTold, reading.Passed.Any(p => p.Rule == "date"));
        Assert.Equal(published, reading.Article.Published?.Text);
    }

    [Fact]
    public void The_seed_articles_come_out_inside_a_week_of_the_truth()
    {
        Assert.SkipWhen(Repository.Shared("seeds") is null || Repository.Shared("eval", "seeds.articles.jsonl") is null, "the shared articles are not beside the repository");
        foreach (var line in File.ReadLines(Repository.Shared("eval", "seeds.articles.jsonl")!).Select(l => JsonDocument.Parse(l).RootElement))
        {
            var truth = When.Parse(line.GetProperty("published").GetString()!);
            string file = Directory.EnumerateFiles(Repository.Shared("seeds")!, line.GetProperty("doc").GetString() + "_*").Single();
            var told = Date(File.ReadAllText(file)).When;
            Assert.True(told is { First: { } first, End: { } end } && first >= truth.First!.Value.AddDays(-7) && end <= truth.End!.Value.AddDays(7), $"{file}: {told?.Text}, not {truth.Text}");
        }
    }

    [Theory]
    [InlineData("eval/real-dev/articles.jsonl", "published")]
    [InlineData("data/meantime/dev.jsonl", "dct")]
    public void Of_dated_articles_whose_date_is_hidden_it_lies_in_the_period_told(string path, string field)
    {
        Assert.SkipWhen(Repository.Shared(path.Split('/')) is null, "the shared articles are not beside the repository");
        int told = 0, right = 0;
        foreach (var article in File.ReadLines(Repository.Shared(path.Split('/'))!).Select(l => JsonDocument.Parse(l).RootElement))
            if (article.GetProperty(field) is { ValueKind: JsonValueKind.String } date && When.TryParse(date.GetString(), out var truth) && Date(article.GetProperty("text").GetString()!).When is { } when)
            {
                told++;
                right += when.Overlaps(truth) ? 1 : 0;
            }
        Assert.True(told >= 15 && right >= 0.95 * told, $"{right} of {told}");
    }
}
