using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Our figures are those of <c>score_claims.py</c>, the script by which the shared gold is scored, to the last digit.</summary>
public sealed class ScoreScriptTests : IDisposable
{
    private static readonly string[] Actors = ["CHL", "PER", "BOL", "ECU", "COL", "ASEAN"];

    private readonly TemporaryFolder folder = new();
    private readonly LocalDesk desk = new(new DataFolder(Repository.PathOf("data")), "", new TestClock(default));

    public void Dispose() => folder.Dispose();

    /// <summary>The figures beside were printed by the script.</summary>
    [Fact]
    public void A_small_gold_of_our_own_gives_the_figures_that_the_script_gave()
    {
        var score = desk.Score(new([folder.Write("gold.jsonl", """
            {"doc":"tin","kind":"agreement","form":"basing","parties":["ITA","OMN"],"status":"signed","date":"1998-04","modality":"fact","evidence":"Italy will keep two frigates at Salalah under a deal signed this month"}
            {"doc":"tin","kind":"agreement","form":"defence-cooperation","parties":["ITA","OMN","QAT"],"status":"negotiating","modality":"fact","evidence":"Qatar has joined the talks"}
            {"doc":"tin","kind":"event","type":"CONSULT","actors":["ITA"],"recipients":["OMN"],"date":"1998-04-06/1998-04-12","modality":"fact","evidence":"the minister flew to Muscat last week"}
            {"doc":"tin","kind":"event","type":"ACCUSE","actors":["YEM"],"recipients":["OMN"],"modality":"fact","speaker":"Salim Haddad","evidence":"Salim Haddad of Yemen called it a betrayal"}
            {"doc":"tin","kind":"figure","subject":"ITA","measure":"ships","value":2,"unit":"frigates","modality":"fact","evidence":"two frigates"}
            {"doc":"lark_1987","kind":"obligation","from":["FRA"],"to":["MLI"],"level":"consult","modality":"fact","evidence":"Paris has to be asked first"}
            {"doc":"lark_1987","kind":"obligation","from":["FRA"],"to":["MLI"],"level":"none","modality":"denied","evidence":"never bound to fight for Bamako"}
            """)], [], folder.Write("system.jsonl", """
            {"doc":"tin","kind":"agreement","form":"basing","parties":["ITA","OMN"],"status":"signed","date":"1998-04-15","modality":"fact","evidence":"a deal signed this month","confidence":0.9}
            {"doc":"tin","kind":"agreement","form":"strategic-partnership","parties":["ITA","OMN"],"status":"agreed","modality":"fact","evidence":"Qatar has joined the talks","confidence":0.6}
            {"doc":"tin.txt","kind":"event","type":"CONSULT","actors":["ITA","OMN"],"recipients":[],"date":"1998","modality":"fact","evidence":"flew to Muscat","confidence":0.8}
            {"doc":"tin","kind":"event","type":"ACCUSE","actors":["YEM"],"recipients":["OMN"],"modality":"fact","speaker":{"name":"Haddad"},"evidence":"called it a betrayal","confidence":0.7}
            {"doc":"tin","kind":"event","type":"ASSAULT","actors":["YEM"],"recipients":["OMN"],"modality":"fact","evidence":"fight","confidence":0.5}
            {"doc":"lark","kind":"obligation","from":["FRA"],"to":["MLI"],"level":"expected-none","modality":"fact","evidence":"never bound to fight","confidence":0.4}
            {"doc":"heron","kind":"figure","subject":"ITA","measure":"ships","value":2,"unit":"frigates","modality":"fact","evidence":"two frigates","confidence":0.4}
            """)), Fail)!;
        Assert.Equal(
            """
            agreement    2      2   1.000/1.000/1.000   0.500/0.500/0.500   0.500/0.500/0.500
            event        2      3   0.667/1.000/0.800   0.667/1.000/0.800   0.333/0.500/0.400
            obligation   2      1   1.000/0.500/0.667   0.000/0.000/0.000   0.000/0.000/0.000
            figure       1      0   0.000/0.000/0.000   0.000/0.000/0.000   0.000/0.000/0.000
            all          7      6   0.833/0.714/0.769   0.500/0.429/0.462   0.333/0.286/0.308
            """, string.Join('\n', score.Kinds.Select(k => string.Create(CultureInfo.InvariantCulture, $"{NameOf(k),-11}{k.Found.Gold,3}{k.Found.System,7}   {Triple(k.Found)}   {Triple(k.Exact)}   {Triple(k.Full)}"))));
    }

    /// <summary>Thousands of made-up claims that meet each other in every way: all kinds and codes, dates of every form, speakers, words.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Claims_thrown_together_at_random_score_as_by_the_script(int seed)
    {
        var random = new Random(seed);
        string gold = folder.Write("gold.jsonl", string.Join('\n', Enumerable.Range(0, 900).Select(_ => RandomClaim(random, "h", ""))));
        string system = folder.Write("system.jsonl", string.Join('\n', Enumerable.Range(0, 1100).Select(_ => RandomClaim(random, "hk", " _3f9c.txt .txt"))));
        var score = desk.Score(new([gold], [], system), Fail)!;
        Assert.InRange(score.All.Full.Right, 20, score.All.Exact.Right - 20);
        Assert.InRange(score.All.Exact.Right, 20, score.All.Found.Right - 20);
        AgreesWithTheScript(score, gold, system);
    }

    [Fact]
    public void The_shared_articles_score_as_by_the_script()
    {
        string? articles = Repository.Shared("eval", "real-dev", "articles.jsonl");
        Assert.SkipWhen(articles is null, "the shared articles are not beside the repository");
        AgreesOnOurReading(Repository.Shared("eval", "real-dev", "claims.jsonl")!, articles!, "--articles", articles!);
    }

    [Fact]
    public void The_seeds_score_as_by_the_script()
    {
        string? articles = Repository.Shared("seeds");
        Assert.SkipWhen(articles is null, "the shared articles are not beside the repository");
        AgreesOnOurReading(Repository.Shared("eval", "seeds.claims.jsonl")!, articles!);
    }

    private void AgreesOnOurReading(string gold, string articles, params string[] options)
    {
        var lines = new List<string>();
        desk.ReadOnly([articles], Stream.Null, new(2, 64), r => lines.AddRange(r.Claims.Select(ClaimJson.Write)), CancellationToken.None);
        AgreesWithTheScript(desk.Score(new([gold], [articles], null), Fail)!, gold, folder.Write("ours.jsonl", string.Join('\n', lines)), options);
    }

    private static void AgreesWithTheScript(GoldScore score, string gold, string system, params string[] options)
    {
        using var figures = JsonDocument.Parse(Script([.. options, gold, system, "--json"]));
        foreach (var kind in score.Kinds)
        {
            var row = figures.RootElement.GetProperty(NameOf(kind));
            Assert.Equal((row.GetProperty("gold").GetInt32(), row.GetProperty("system").GetInt32()), (kind.Found.Gold, kind.Found.System));
            foreach (var (name, ours) in new[] { ("found", kind.Found), ("exact", kind.Exact), ("full", kind.Full) })
            {
                double[] theirs = [.. row.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
                Assert.True(new[] { ours.Precision, ours.Recall, ours.F1 }.Zip(theirs).All(p => Math.Abs(p.First - p.Second) < 1e-12), $"{NameOf(kind)} {name}: {ours}, the script {string.Join(' ', theirs)}");
            }
        }
    }

    /// <summary>What the script prints; the test is skipped where script or Python is missing.</summary>
    private static string Script(params string[] args)
    {
        string? script = Repository.Shared("eval", "score_claims.py");
        Assert.SkipWhen(script is null, "the script is not beside the repository");
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo("python3", [script!, .. args]) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("there is no python3");
        }
        using (process)
        {
            string output = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output;
        }
    }

    private static string RandomClaim(Random random, string docs, string endings)
    {
        string fields = random.Next(4) switch
        {
            0 => $"""
                "kind":"agreement","form":"{Pick("alliance consultation-pact basing status-of-forces trade other dialogue forum")}","parties":{List(4)},"status":"{Pick("signed in-force ended")}"
                """,
            1 => $"""
                "kind":"event","type":"{Pick("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")}","actors":{List(2)},"recipients":{List(2)}
                """,
            2 => $"""
                "kind":"obligation","from":{List(2)},"to":{List(2)},"level":"{Pick("defend assist consult nuclear-umbrella none expected-none doubted")}"
                """,
            _ => $"""
                "kind":"figure","subject":"{Pick("CHL PER")}","measure":"troops","value":{random.Next(4)},"unit":"men"
                """,
        };
        return $$"""
            {"doc":"{{Pick(string.Join(' ', docs.SelectMany(d => Enumerable.Range(0, 3).Select(i => $"{d}{i}"))))}}{{Pick(endings)}}",{{fields.Trim()}},"date":{{Date()}},"modality":"{{Pick("fact fact planned")}}","speaker":{{Speaker()}},"evidence":"{{string.Join(random.Next(5) == 0 ? " — " : " ", Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick("Lima’s envoy Ørsted signed pact-like 2½ accords in_Lima, zwölf ÉLAN 東京 navies.")))}}"}
            """.Trim();

        string Pick(string words) => words.Split(' ') is var all ? all[random.Next(all.Length)] : "";

        string List(int most) => $"[{string.Join(',', Enumerable.Range(0, random.Next(most + 1)).Select(_ => $"\"{Actors[random.Next(Actors.Length)]}\""))}]";

        string Date() => Pick("- - - 1998 1998-05 1998-05-03 1998-05-03 1998-05-04 1998-04-28/1998-05-09 1998-05/.. ../1998-05 1998-05/ 1998-21 1998-23 199X 1998~ 1998-05? 1998-02/1998-07 1997/1998") is var date && date == "-" ? "null" : $"\"{date}\"";

        string Speaker() => Pick("null null null a b c d e") switch
        {
            "a" => "\"Ana Ríos\"",
            "b" => "\"Rios\"",
            "c" => """{"name":"Minister ana RÍOS","role":"minister"}""",
            "d" => "\"O’Higgins-Paz\"",
            "e" => "{\"name\":\"Bernardo O’Higgins-Paz\"}",
            _ => "null",
        };
    }

    private static string NameOf(KindScore score) => score.Kind?.Code() ?? "all";

    private static string Triple(Rightness r) => string.Create(CultureInfo.InvariantCulture, $"{r.Precision:0.000}/{r.Recall:0.000}/{r.F1:0.000}");

    private static void Fail(Fault fault) => Assert.Fail(fault.ToString());
}
