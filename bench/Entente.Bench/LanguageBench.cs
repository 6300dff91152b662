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
    public static void Run(string data, string folder)
    {
        long start = Stopwatch.GetTimestamp();
        var pipeline = LanguagePipeline.Load(table => File.ReadAllText(Path.Combine(data, table)), file => File.OpenRead(Path.Combine(data, file)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"models loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms"));
        string[] texts = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        long bytes = texts.Sum(t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {bytes:N0} bytes; processor time, median of {Throughput.Rounds} rounds (min-max)"));
        var day = When.Parse("2023-01-17");
        Throughput.Report(texts, bytes,
            ("tokens", text => Tokenizer.Tokenize(text).Count),
            ("all: tokens, sentences, grammar, names, times, quotes", text => pipeline.Annotate(text, day).Tokens.Count));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {process.PeakWorkingSet64 / 1e6:N0} MB"));
    }
}
