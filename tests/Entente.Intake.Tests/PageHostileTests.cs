using System.Text;
using Entente.Intake;

namespace Entente.Tests;

/// <summary>Pages made to crash, to hang or to hide a story. Each has the same twenty sentences, and they must come out.</summary>
public sealed class PageHostileTests
{
    /// <summary>Seconds for each million characters; the slowest case takes a fifth of a second.</summary>
    private const double Hang = 2;

    private static readonly string[] Sentences =
        [.. Enumerable.Range(1, 20).Select(i => $"Paragraph {i} says that both governments agreed on point {i} of the harbour treaty after long talks in the capital.")];

    private static readonly string Story = string.Concat(Sentences.Select(s => $"<p>{s}</p>\n"));

    /// <summary>What comes before, within and after the story, by name; {*} is repeated.</summary>
    public static TheoryData<string, string, int, string> Pages => new()
    {
        { "{*}", "<div>", 100_000, "" },
        { "{*}", "<b>", 20_000, "" },
        { "{*}", "<table><tr><td>", 5_000, "" },
        { "{*}", "<ul><li>", 10_000, "" },
        { "{*}", "<blockquote>", 10_000, "" },
        { "{*}", "<a href=x>", 20_000, "</a>" },
        { "{*}", "<svg>", 10_000, "" },
        { "{*}", "<title>", 1, "" },
        { "{*}", "<style>p{}", 1, "" },
        { "{*}", "<script>var a = '<b>';", 1, "" },
        { "{*}", "<iframe src=x>", 1, "" },
        { "{*}", "<select><option>a", 1, "" },
        { "{*}", "<a href=x>link", 1, "" },
        { "{*}", "<", 500_000, " " },
        { "<p {*}>", "a1=b ", 50_000, "" },
        { "<div class=\"{*}\">x</div>", "nav share ", 50_000, "" },
        { "<ul>{*}</ul>", "<li><a href=x>Go here now</a></li>", 20_000, "" },
        { "<script>{*}</script></script>", "<!--<script>", 20_000, "" },
        { "<script><!--{*}</script>", "-", 200_000, "" },
        { "<script type=\"application/ld+json\">{\"articleBody\":{*}</script>", "[", 100_000, "" },
        { "", "", 0, "<!-- never ended" },
        { "", "<a ", 50_000, "{*}" },
        { "", "</>", 100_000, "{*}" },
        { "", "<!----", 50_000, "{*}" },
        { "", "<br>", 300_000, "{*}" },
        { "", "<a href=x>Go here now</a> ", 50_000, "{*}" },
        { "", "<p>One more short but whole sentence of the same long text stands here.</p>", 60_000, "{*}" },
        { "", "<p>x", 100_000, "{*}" },
        { "", "<b><i></b></i>", 50_000, "{*}" },
        { "", "<table><td><tr></td>", 50_000, "{*}" },
        { "", "</div></p></b></table>", 50_000, "{*}" },
        { "", "<svg><![CDATA[]]>", 30_000, "{*}" },
        { "", "<title>", 50_000, "{*}" },
        { "", "&", 300_000, "<p>{*}" },
        { "", "&#x", 100_000, "<p>{*}" },
        { "", "a", 500_000, "<p>&{*}" },
        { "", "\0", 200_000, "<p>{*}" },
        { "", "\r\n", 200_000, "<p>{*}" },
        { "", "\"", 200_000, "<p title='{*}'>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_story_is_found_and_in_time(string before, string repeated, int times, string after)
    {
        string many = new StringBuilder(repeated.Length * times).Insert(0, repeated, times).ToString();
        byte[] page = Encoding.UTF8.GetBytes($"<!doctype html><body>{before.Replace("{*}", many, StringComparison.Ordinal)}<article>{Story}{after.Replace("{*}", many, StringComparison.Ordinal)}</article></body>");
        string text = "";
        double enough = Hang * Math.Max(1, page.Length / 1e6);
        double seconds = Pace.Fastest(() => text = Assert.Single(new PageOpener().Open(new Parcel("page.html", "page", new MemoryStream(page)))).Article?.Text ?? "", enough);
        Assert.All(Sentences, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.True(seconds < enough, $"{seconds:0.0} s for {page.Length} bytes");
    }
}
