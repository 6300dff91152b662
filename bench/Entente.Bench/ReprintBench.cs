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
        Report($"  a bare scan that hashes each letter makes {set.Sum(t => (long)t.Text.Length) / Seconds(() => Scan(set)) / 1e6:N0} M letters/s beside it; fingerprints alone {count / Seconds(() => Array.ForEach(set, t => Fingerprint.Of(t.Text))):N0} articles/s");
        long before = GC.GetTotalMemory(true);
        var index = new ReprintIndex();
        double[] parts = [.. set.Chunk(Math.Max(1, count / 10)).Select(part => part.Length / Seconds(() => AddAll(index, part)))];
        double grouping = Seconds(() => index.Groups());
        Report($"  {10 / parts.Sum(p => 1 / p):N0} articles/s; first tenth {parts[0]:N0}, second {parts[1]:N0}, last {parts[^1]:N0}; groups in {grouping:0.00} s");
        Report($"  {(GC.GetTotalMemory(true) - before) / count:N0} bytes an article");
        Score(new(set, index.Groups()));
    }

    private static void Score(ReprintScore score)
    {
        Report($"  pairs: precision {score.Precision:0.0000}, recall {score.Recall:0.0000}");
        Report($"  with their story: {string.Join(", ", Enum.GetValues<Edit>().Where(e => e is > Edit.Original and <= Edit.Mixed).Select(e => Line($"{e} {score.Found(e):0.000}")))}");
        Report($"  merged: follow-ups {score.Merged(Edit.FollowUp):0.0000}, round-ups {score.Merged(Edit.Splice):0.0000}");
    }

    /// <summary>So that a figure from a busy or a slow machine can be told: a calm core makes about 300.</summary>
    private static uint Scan(SetText[] texts)
    {
        uint hash = 2166136261;
        foreach (var text in texts)
            foreach (char letter in text.Text)
                hash = (hash ^ letter) * 16777619;
        return hash;
    }

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
