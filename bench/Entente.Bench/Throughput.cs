using System.Diagnostics;
using System.Globalization;

namespace Entente.Bench;

/// <summary>Tokens a second of the process's own processor time, one thread, warm: medians of rounds in which several readers take turns.</summary>
internal static class Throughput
{
    public const int Rounds = 5;
    private const double SecondsPerRound = 2;

    /// <param name="bytes">Of all inputs.</param>
    /// <param name="readers">Each gives the tokens of an input.</param>
    public static void Report<T>(IReadOnlyList<T> inputs, long bytes, params IReadOnlyList<(string What, Func<T, int> Read)> readers)
    {
        var speeds = readers.Select(_ => new List<double>()).ToList();
        long tokens = inputs.Sum(i => (long)readers[0].Read(i));
        for (int round = -1; round < Rounds; round++)
            for (int r = 0; r < readers.Count; r++)
                if (TokensPerSecond(inputs, readers[r].Read) is var speed && round >= 0)
                    speeds[r].Add(speed);
        for (int r = 0; r < readers.Count; r++)
        {
            speeds[r].Sort();
            double median = speeds[r][Rounds / 2];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {readers[r].What,-55} {median,12:N0} tokens/s ({speeds[r][0]:N0}-{speeds[r][^1]:N0})   {1e6 / median,6:N2} µs/token   {median * bytes / tokens / 1e6,6:N2} MB/s"));
        }
    }

    /// <summary>All inputs over and over, until enough has been read.</summary>
    private static double TokensPerSecond<T>(IReadOnlyList<T> inputs, Func<T, int> read)
    {
        long tokens = 0;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsPerRound;)
            foreach (var input in inputs)
                tokens += read(input);
        process.Refresh();
        return tokens / (process.TotalProcessorTime - before).TotalSeconds;
    }
}
