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

    [Fact]
    public void Of_a_spoilt_archive_999_records_in_1000_that_were_not_touched_are_read() => Try(isPacked: false, seed: 1);

    [Fact]
    public void So_they_are_of_one_with_a_gzip_member_a_record() => Try(isPacked: true, seed: 2);

    private void Try(bool isPacked, int seed)
    {
        var random = new Random(seed);
        byte[][] records = [.. Enumerable.Range(0, Records).Select(i => RecordOf(i, random)).Select(r => isPacked ? Gzip(r) : r)];
        string what = isPacked ? "packed" : "plain";
        int untouched = 0, read = 0;
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int round = 0; round < Spoilt.Rounds / 2; round++)
        {
            var spoilt = Spoilt.Of(records, random);
            var (inside, all) = Collecting.Warc(spoilt.Bytes, isPacked);
            var names = inside.Parcels.Select(p => p.Parcel.Name).ToHashSet(StringComparer.Ordinal);
            untouched += spoilt.Untouched.Count;
            read += spoilt.Untouched.Count(i => names.Contains(UrlOf(i)));
            Assert.True(all.Count > 0, $"{what} {seed}, round {round}: passed over in silence");
            foreach (var fault in all.Where(t => t.SetAside is not null))
                faults[fault.SetAside!.Code] = faults.GetValueOrDefault(fault.SetAside.Code) + 1;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Spoilt.Rounds / 2:N0} archives, {untouched:N0} records untouched, {untouched - read:N0} of them not read; faults {string.Join(", ", faults)}"));
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
