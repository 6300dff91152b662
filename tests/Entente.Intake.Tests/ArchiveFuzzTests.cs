using System.Globalization;
using System.IO.Compression;
using Entente.Intake;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>Packed files spoilt at random: nothing throws, and nothing is passed over in silence.</summary>
public sealed class ArchiveFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[] Lines = Utf8(string.Join("\n", GeneratedArticles.Lines(6)));

    [Fact]
    public void Spoilt_gzip_is_taken_or_told() => Try("gzip", [Gzip(Lines), Gzip(Lines)], 3, () => new GzipOpener(new Opening()), ".gz");

    [Fact]
    public void Spoilt_zip_is_taken_or_told() => Try("zip", [Zip(Entries)], 4, () => new ZipOpener(new Opening()), ".zip");

    [Fact]
    public void Spoilt_tar_is_taken_or_told() => Try("tar", [Tar(Entries)], 5, () => new TarOpener(new Opening()), ".tar");

    private static IEnumerable<(string Name, byte[] Bytes)> Entries => [("a.jsonl", Lines), ("sub/b.txt", Utf8("A treaty was signed.")), ("c.zip", Zip([("d.txt", Utf8("A treaty was not signed."))])), ("e.png", [1, 2, 3])];

    private void Try(string what, byte[][] parts, int seed, Func<IOpener> open, string ending)
    {
        var random = new Random(seed);
        var opener = open();
        var faults = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int articles = 0;
        for (int round = 0; round < Spoilt.Rounds; round++)
        {
            byte[] bytes = Spoilt.Of(parts, random).Bytes;
            List<Taken> all;
            try
            {
                all = [.. opener.Open(new Parcel("news", "wire.jsonl", new MemoryStream(bytes)) { Ending = ending })];
            }
            catch (Exception e) when (e is not RefusedException)
            {
                throw new InvalidDataException($"{what} {seed}, round {round}: {e.GetType().Name}", e);
            }
            Assert.True(all.Count > 0, $"{what} {seed}, round {round}: passed over in silence");
            articles += all.Count(t => t.Article is not null);
            foreach (var fault in all.Where(t => t.SetAside is not null))
                faults[fault.SetAside!.Code] = faults.GetValueOrDefault(fault.SetAside.Code) + 1;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Spoilt.Rounds:N0} files, {articles:N0} articles; faults {string.Join(", ", faults)}"));
    }
}
