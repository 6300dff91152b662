using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Entente.Matching;
using Entente.Tests;

namespace Entente.Bench;

/// <summary>
/// Goal P5: reprints found among many articles, in articles a second of one core, at the start and at the end, in memory, and in quality on
/// sets of edited copies whose origins are known. The stories are invented, or the texts of a file of articles.
/// </summary>
internal static class ReprintBench
{
    public static void Run(int count, double reprints, double followUps, double splices, int seed, string? file)
    {
        string[] stories = file is null ? [] : [.. File.ReadLines(file).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
        var set = new ReprintSet(count, reprints, followUps, splices, seed)
            .Make(file is null ? i => InventedStory.Text(i, seed) : i => stories[i], file is null ? int.MaxValue : stories.Length);
        Report($"{count:N0} texts of {set.Average(t => t.Text.Length):N0} letters: {reprints:P0} reprints, {followUps:P0} follow-ups, {splices:P0} round-ups; seed {seed}");
        new ReprintIndex().Add(Fingerprint.Of(set[0].Text));
        long before = GC.GetTotalMemory(true);
        var index = new ReprintIndex();
        double[] parts = [.. set.Chunk(Math.Max(1, count / 10)).Select(part => part.Length / Seconds(() => AddAll(index, part)))];
        double grouping = Seconds(() => index.Groups());
        Report($"  {10 / parts.Sum(p => 1 / p):N0} articles/s; first tenth {parts[0]:N0}, second {parts[1]:N0}, last {parts[^1]:N0}; groups in {grouping:0.00} s");
        Report($"  {(GC.GetTotalMemory(true) - before) / count:N0} bytes an article");
        Score(new(set, index.Groups()));
        if (Environment.GetEnvironmentVariable("DBG") is not null) Dbg(set, index.Groups()); // DBG
    }

    private static void Score(ReprintScore score)
    {
        Report($"  pairs: precision {score.Precision:0.0000}, recall {score.Recall:0.0000}");
        Report($"  with their story: {string.Join(", ", Enum.GetValues<Edit>().Where(e => e is > Edit.Original and <= Edit.Mixed).Select(e => Line($"{e} {score.Found(e):0.000}")))}");
        Report($"  merged: follow-ups {score.Merged(Edit.FollowUp):0.0000}, round-ups {score.Merged(Edit.Splice):0.0000}");
    }

    private static void Dbg(SetText[] set, IReadOnlyList<IReadOnlyList<int>> groups) // DBG
    { // DBG
        int shown = 0; // DBG
        foreach (var g in groups.Where(g => g.Count > 1 && g.Any(i => set[i].Edit == Edit.Splice))) // DBG
            foreach (int s in g.Where(i => set[i].Edit == Edit.Splice)) // DBG
            { // DBG
                if (shown++ > 12) return; // DBG
                Console.WriteLine($"splice {set[s].Text.Length}: " + string.Join("; ", g.Where(i => i != s).Take(6).Select(o => { var d = Derivation.Between(Copy.Of(new Entente.Vocabulary.Article { Name = "", Text = set[s].Text }), Copy.Of(new Entente.Vocabulary.Article { Name = "", Text = set[o].Text })); return $"{set[o].Edit} {set[o].Text.Length} {d.Share:0.00} {d.OthersShare:0.00}"; }))); // DBG
            } // DBG
    } // DBG

    private static void AddAll(ReprintIndex index, SetText[] texts)
    {
        foreach (var text in texts)
            index.Add(Fingerprint.Of(text.Text));
    }

    /// <summary>Of the process's own processor time.</summary>
    private static double Seconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return Math.Max(0.001, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Report(FormattableString text) => Console.WriteLine(Line(text));
}
