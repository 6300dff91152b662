using System.Globalization;
using System.Text.Json;

namespace Entente.Tests;

/// <summary>Each command as people see it, on a small record that never changes: text kept in <c>Approved/</c>.</summary>
public sealed class WhatPeopleSeeTests(SmallRecord record) : IClassFixture<SmallRecord>
{
    /// <summary>Name of the approved file → command line.</summary>
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["network"] = "network",
        ["network-of-an-actor"] = "network --actor Japan",
        ["network-as-of-a-day"] = "network --as-of 2023-01-13",
        ["network-as-known-then"] = "network --known-on 2023-02-01",
        ["network-first-row"] = "network --limit 1",
        ["network-of-a-stranger"] = "network --actor Chad",
        ["network-json"] = "network --json",
        ["network-of-an-actor-as-of-a-day-json"] = "network --actor JPN --as-of 2023-01-13 --json",
        ["pair"] = "pair JPN GBR",
        ["pair-by-name"] = "pair Japan United_States",
        ["pair-of-strangers"] = "pair CHN USA",
        ["pair-json"] = "pair JPN GBR --json",
        ["obligations"] = "obligations JPN",
        ["obligations-json"] = "obligations JPN --json",
        ["timeline"] = "timeline",
        ["timeline-of-an-actor"] = "timeline --actor JPN",
        ["timeline-last-step"] = "timeline --limit 1",
        ["timeline-json"] = "timeline --actor JPN --json",
        ["claims"] = "claims",
        ["claims-of-a-kind"] = "claims --kind figure",
        ["claims-of-a-form"] = "claims --form alliance --status in-force",
        ["claims-of-a-pair"] = "claims --actor GBR --with JPN --modality fact",
        ["claims-that-are-likely"] = "claims --min-confidence 0.8 --limit 3",
        ["claims-as-of-a-day"] = "claims --as-of 2023-01-12 --known-on 2023-02-01T12:00Z",
        ["claims-json"] = "claims --kind event --json",
        ["export"] = "export claims",
        ["export-as-of-a-day"] = "export claims --as-of 2023-01",
        ["verify"] = "verify",
    };

    public static TheoryData<string> QuestionNames() => [.. Questions.Keys];

    [Theory]
    [MemberData(nameof(QuestionNames))]
    public void A_question_is_answered_as_approved(string name) => Snapshot.Matches(Ask(Questions[name]).ToString(), name);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void An_answer_does_not_hang_on_the_machines_culture(string culture)
    {
        foreach (string name in new[] { "network", "network-json", "timeline", "claims-that-are-likely", "claims-as-of-a-day", "export-as-of-a-day", "obligations", "verify" })
            InCulture(culture, () => Snapshot.Matches(Ask(Questions[name]).ToString(), name));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("claim-json")]
    [InlineData("article")]
    [InlineData("article-json")]
    public void Show_leads_to_the_words(string what)
    {
        string id = what.StartsWith("claim", StringComparison.Ordinal) ? record.AccessClaim[..8] : SmallRecord.AccessArticle[..8];
        Snapshot.Matches(Ask($"show {id}{(what.EndsWith("json", StringComparison.Ordinal) ? " --json" : "")}").ToString(), $"show-{what}");
    }

    [Theory]
    [InlineData("form", "alliance")]
    [InlineData("plover-type", "CONSULT")]
    [InlineData("error-code", "ENT0105")]
    [InlineData("unknown-code", "aliance")]
    [InlineData("unknown-code-near-to-none", "qqqq")]
    [InlineData("everything", "")]
    public void Explain_tells_what_a_code_means(string name, string code) => Snapshot.Matches(Face.Run(["explain", .. code.Length == 0 ? [] : new[] { code }]).ToString(), $"explain-{name}");

    [Theory]
    [InlineData("")]
    [InlineData("read")]
    [InlineData("network")]
    [InlineData("pair")]
    [InlineData("obligations")]
    [InlineData("timeline")]
    [InlineData("claims")]
    [InlineData("show")]
    [InlineData("explain")]
    [InlineData("export")]
    [InlineData("verify")]
    [InlineData("annotate")]
    [InlineData("score")]
    [InlineData("train")]
    [InlineData("completion")]
    public void Help_tells_how_a_command_is_used(string command) =>
        Snapshot.Matches(Face.Run([.. command.Length == 0 ? [] : new[] { command }, "--help"]).ToString(), command.Length == 0 ? "help" : $"help-{command}");

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_shell_gets_its_completion_script(string shell) => Snapshot.Matches(Face.Run("completion", shell).ToString(), $"completion-{shell}");

    [Theory]
    [InlineData("entente net", "network")]
    [InlineData("entente claims --kind ob", "obligation")]
    [InlineData("entente claims --status in", "in-force")]
    [InlineData("entente explain recip", "reciprocal-access")]
    [InlineData("entente ann", "annotate")]
    [InlineData("entente annotate --format con", "conllu")]
    public void The_program_suggests_what_may_come_next(string line, string expected) =>
        Assert.Contains(expected, Face.Run($"[suggest:{line.Length}]", line).Out.Split('\n'));

    [Theory]
    [InlineData("an-unknown-actor", "pair Japn GBR")]
    [InlineData("an-unknown-status", "claims --status finished")]
    [InlineData("an-unknown-form", "claims --form aliance")]
    [InlineData("a-date-of-no-kind", "network --as-of 31.1.2023")]
    [InlineData("an-instant-of-no-kind", "network --known-on yesterday")]
    [InlineData("an-unknown-id", "show zzzzzzzz")]
    [InlineData("an-id-too-short", "show ab")]
    public void A_question_that_cannot_be_answered_tells_why(string name, string line)
    {
        var seen = Ask(line);
        Assert.Equal(1, seen.Code);
        Snapshot.Matches(seen.ToString(), $"refused-{name}");
    }

    [Theory]
    [InlineData("no-command", "")]
    [InlineData("an-unknown-command", "netwrk")]
    [InlineData("an-unknown-option", "network --actr JPN")]
    [InlineData("a-missing-argument", "pair JPN")]
    [InlineData("a-number-that-is-none", "network --limit many")]
    [InlineData("an-export-of-no-kind", "export everything")]
    [InlineData("a-read-of-nothing", "read")]
    public void A_command_line_that_is_wrong_exits_with_2(string name, string line)
    {
        var seen = Face.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, seen.Code);
        Snapshot.Matches(seen.ToString(), $"usage-{name}");
    }

    [Fact]
    public void Where_nothing_was_read_the_program_says_how_to_begin()
    {
        using var folder = new TemporaryFolder();
        var seen = Face.Run("network", "--record", folder.PathOf("none.db"));
        Assert.Equal(1, seen.Code);
        Snapshot.Matches(seen.ToString().Replace(folder.Root, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_record_is_named_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        string holiday = folder.Write("holiday.jpg", new string('x', 5000));
        var seen = Face.Run("verify", "--record", holiday);
        Assert.Equal(1, seen.Code);
        Assert.Contains("ENT0202", seen.Error);
        Assert.Equal(new string('x', 5000), File.ReadAllText(holiday));
    }

    [Fact]
    public void No_control_character_of_an_article_reaches_the_terminal()
    {
        foreach (string line in new[] { "claims", "pair CHN RUS", "claims --actor RUS --json", "export claims" })
        {
            string seen = Ask(line).ToString();
            Assert.Contains("Russia plans talks", seen);
            Assert.DoesNotContain('\u001B', seen);
        }
    }

    [Fact]
    public void Every_json_answer_is_one_object_with_its_version()
    {
        foreach (string line in Questions.Values.Where(q => q.Contains("--json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(Ask(line).Out);
            Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        }
    }

    /// <summary>An underscore stands for a space within an argument.</summary>
    private Seen Ask(string line)
    {
        var seen = Face.Run([.. line.Split(' ').Select(a => a.Replace('_', ' ')), "--record", record.Path]);
        return seen with { Out = seen.Out.Replace(record.Path, "small.db", StringComparison.Ordinal), Error = seen.Error.Replace(record.Path, "small.db", StringComparison.Ordinal) };
    }

    private static void InCulture(string name, Action work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
