using System.Globalization;
using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>
/// Whole archives spoilt at random: nothing throws, nothing is passed over in silence, and what was not touched is read. ENTENTE_FUZZ sets
/// how many are tried; what came of them is written to the output of the test.
/// </summary>
public sealed class WarcFuzzTests(ITestOutputHelper output)
{
    private const int Records = 12;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_FUZZ"), CultureInfo.InvariantCulture, out int rounds) ? rounds : 20_000;

    [Fact]
    public void Of_a_spoilt_archive_999_records_in_1000_that_were_not_touched_are_read() => Try("plain", seed: 1, Rounds / 2, record => record);

    [Fact]
    public void So_they_are_of_one_with_a_gzip_member_a_record() => Try("packed", seed: 2, Rounds / 2, Gzip);

    private void Try(string what, int seed, int rounds, Func<byte[], byte[]> pack)
    {
        var random = new Random(seed);
        byte[][] records = [.. Enumerable.Range(0, Records).Select(i => pack(RecordOf(i, random)))];
        int untouched = 0, read = 0;
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int round = 0; round < rounds; round++)
        {
            var spoilt = Spoilt.Of(records, random);
            var (inside, all) = Collecting.Warc(spoilt.Bytes);
            var names = inside.Parcels.Select(p => p.Parcel.Name).ToHashSet(StringComparer.Ordinal);
            untouched += spoilt.Untouched.Count;
            read += spoilt.Untouched.Count(i => names.Contains(UrlOf(i)));
            Assert.True(all.Count > 0, $"{what} {seed}, round {round}: passed over in silence");
            foreach (var fault in all.Where(t => t.SetAside is not null))
                faults[fault.SetAside!.Code] = faults.GetValueOrDefault(fault.SetAside.Code) + 1;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rounds:N0} archives, {untouched:N0} records untouched, {untouched - read:N0} of them not read; faults {string.Join(", ", faults)}"));
        Assert.True(read >= untouched * 0.999, $"{what}: {read} of {untouched}");
    }

    private static string UrlOf(int number) => $"https://news.example/{number}";

    private static byte[] RecordOf(int number, Random random)
    {
        string text = string.Join("\r\n\r\n", GeneratedArticles.Lines(1 + random.Next(3)));
        return number % 3 == 0
            ? Answer(UrlOf(number), Gzip(Utf8(text)), "text/html", headers: "Content-Encoding: gzip\r\n")
            : Answer(UrlOf(number), Utf8(text));
    }
}

/// <summary>A file of several parts with a few changes, and which parts none of them touched.</summary>
internal sealed record Spoilt(byte[] Bytes, IReadOnlyList<int> Untouched)
{
    public static Spoilt Of(byte[][] parts, Random random)
    {
        var touched = new HashSet<int>();
        byte[][] all = [.. parts];
        for (int change = 1 + random.Next(4); change > 0; change--)
        {
            int at = random.Next(all.Length);
            touched.Add(at);
            all[at] = Change(all[at], random);
        }
        byte[] bytes = Join(all);
        if (random.Next(4) == 0)
        {
            // Cut off.
            bytes = bytes[..random.Next(1, bytes.Length)];
            for (int i = 0, end = 0; i < all.Length; i++)
                if ((end += all[i].Length) > bytes.Length)
                    touched.Add(i);
        }
        return new(bytes, [.. Enumerable.Range(0, parts.Length).Where(i => !touched.Contains(i))]);
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return bytes;
        int at = random.Next(bytes.Length), length = Math.Min(1 + random.Next(1 << random.Next(9)), bytes.Length - at);
        byte[] noise = new byte[length];
        random.NextBytes(noise);
        switch (random.Next(6))
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 1:
                return [.. bytes[..at], .. noise, .. bytes[at..]];
            case 2:
                return [.. bytes[..at], .. noise, .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            case 4:
                return Digits(bytes, random);
            default:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }

    /// <summary>Another number where one stands: lengths are what a reader of archives trusts most.</summary>
    private static byte[] Digits(byte[] bytes, Random random)
    {
        int from = random.Next(bytes.Length);
        int at = Array.FindIndex(bytes, from, b => b is >= (byte)'0' and <= (byte)'9');
        byte[] number = Utf8(random.Next(4) switch { 0 => "-1", 1 => "9223372036854775807", 2 => $"{random.Next(100_000)}", _ => "" });
        return at < 0 ? bytes[..^1] : [.. bytes[..at], .. number, .. bytes[(at + 1)..]];
    }
}
