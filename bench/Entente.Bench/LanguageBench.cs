using System.Diagnostics;
using System.Globalization;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Bench;

/// <summary>
/// Goals P1 and P2: the reader of English in bytes and tokens a second of the process's own processor time, one thread, warm. The texts are
/// the files of a folder, each read over and over until enough has been read.
/// </summary>
internal static class LanguageBench
{
    private const int Rounds = 5;
    private const double SecondsPerRound = 2;

    public static void Run(string data, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        var pipeline = LanguagePipeline.Load(table => File.ReadAllText(Path.Combine(data, table)), file => File.OpenRead(Path.Combine(data, file)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms"));
        string[] texts = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        long bytes = texts.Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {bytes:N0} bytes; processor time, median of {Rounds} rounds (min-max)"));
        var day = When.Parse("2023-01-17");
        Report("tokens", texts, bytes, text => Tokenizer.Tokenize(text).Count);
        Report("all: tokens, sentences, grammar, names, times, quotes", texts, bytes, text => pipeline.Annotate(text, day).Tokens.Count);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {process.PeakWorkingSet64 / 1e6:N0} MB"));
    }

    private static void Report(string what, string[] texts, long bytes, Func<string, int> read)
    {
        var tokensPerSecond = new List<double>();
        double ratio = 0;
        for (int round = -1; round < Rounds; round++)
        {
            long tokens = 0, passes = 0;
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsPerRound; passes++)
                foreach (string text in texts)
                    tokens += read(text);
            process.Refresh();
            double seconds = (process.TotalProcessorTime - before).TotalSeconds;
            if (round >= 0)
                tokensPerSecond.Add(tokens / seconds);
            ratio = (double)bytes * passes / tokens;
        }
        tokensPerSecond.Sort();
        double median = tokensPerSecond[Rounds / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-55} {median,12:N0} tokens/s ({tokensPerSecond[0]:N0}-{tokensPerSecond[^1]:N0})   {median * ratio / 1e6,6:N2} MB/s"));
    }
}
