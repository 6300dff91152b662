using System.Globalization;
using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Pages of our own with bytes lost, doubled, swapped and put in. Whatever comes in, a page comes out or is set aside, in time.</summary>
public sealed class PageFuzzTests
{
    private const int Batches = 8;

    private static readonly byte[][] Seeds = [.. Directory.GetFiles(Repository.PathOf("tests", "Entente.Intake.Tests", "Pages"), "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly byte[][] Pieces = [.. new[]
    {
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype", "&", "&#", "&#x110000;", "&amp", "\"", "'", "=", "\0", "\r", "\n\n", "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>",
        "</table>", "<li>", "</ul>", "<a href=x>", "</a>", "<script>", "</script>", "<style>", "<title>", "<textarea>", "<svg>", "<math>", "</svg>", "<select>", "<option>", "<template>", "<noscript>", "<iframe>",
        "<body>", "</body>", "<head>", "<html>", "<plaintext>", "<br><br>", "<article>", "<h1>", " class=\"article-body\"", " class=nav", " hidden", " style=display:none", "\u2028", "\u200B", "\u00AD",
        "<meta charset=utf-16>", "<meta charset=shift_jis>", "{\"articleBody\":\"", "Norland and Sudland signed. ",
    }.Select(Encoding.UTF8.GetBytes), [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0x1B, 0x24, 0x42]];

    public static IEnumerable<TheoryDataRow<int>> AllBatches => Enumerable.Range(0, Batches).Select(b => new TheoryDataRow<int>(b));

    /// <summary>20,000 pages a day; as many as ENTENTE_LONG says where it says more.</summary>
    private static int Count => (int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_LONG"), CultureInfo.InvariantCulture, out int asked) ? Math.Max(asked, 20_000) : 20_000) / Batches;

    [Theory]
    [MemberData(nameof(AllBatches))]
    public void No_page_throws_or_hangs(int batch)
    {
        for (int seed = batch * Count; seed < (batch + 1) * Count; seed++)
        {
            byte[] page = Make(new Random(seed));
            Exception? exception = null;
            double seconds = Pace.Fastest(() => exception = Record.Exception(() => Check(page)), enough: 2);
            Assert.True(exception is null, $"seed {seed}: {exception}");
            Assert.True(seconds < 2, $"seed {seed} took {seconds:0.0} s");
        }
    }

    private static void Check(byte[] page)
    {
        var taken = Assert.Single(new PageOpener().Open(new Parcel("page.html", "page", new MemoryStream(page))));
        Assert.True(taken.Article is { Text.Length: > 0 } != taken.SetAside is not null);
        using var tree = MarkupTree.Parse(Encoding.UTF8.GetString(page), MarkupMode.Xml);
        Assert.True(tree.Count > 0);
    }

    private static byte[] Make(Random random)
    {
        var page = new List<byte>(Seeds[random.Next(Seeds.Length)]);
        for (int i = random.Next(1, 40); i > 0; i--)
        {
            int at = random.Next(page.Count + 1);
            int length = Math.Min(random.Next(1, random.Next(4) == 0 ? 400 : 8), page.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    page.RemoveRange(at, length);
                    break;
                case 1:
                    page.InsertRange(at, page.GetRange(at, length));
                    break;
                case 2 when at < page.Count:
                    page[at] = (byte)random.Next(256);
                    break;
                case 3:
                    page.InsertRange(at, Seeds[random.Next(Seeds.Length)].Take(length));
                    break;
                default:
                    page.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }
        return [.. page];
    }
}
