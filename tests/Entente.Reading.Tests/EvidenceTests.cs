using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Whatever article comes in, each claim quotes it to the letter, and what was passed over lies in it.</summary>
public class EvidenceTests
{
    [Fact]
    public void Every_claim_read_from_a_hostile_text_quotes_it_to_the_letter()
    {
        int claims = 0, passed = 0;
        foreach (var (seed, text) in HostileTexts.All())
        {
            var article = new Article { Name = $"seed {seed}", Text = text, Published = seed % 3 == 0 ? null : Kit.Day };
            var reading = Kit.Reader.Read(article);
            foreach (var claim in reading.Claims)
            {
                Check(article, claim.Evidence.Span);
                Assert.Equal(claim.Evidence.Span.In(text), claim.Evidence.Quote);
                Assert.Equal(article.Name, claim.Doc);
                Assert.InRange(claim.Confidence, 0, 1);
                Assert.NotEmpty(claim.Everyone);
                Assert.All(claim.Everyone, a => Assert.True(Kit.Gazetteer.Actors.ContainsKey(a), $"{article.Name}: actor '{a}'"));
                Assert.Equal(Claim.Sorted(claim.Everyone), claim.Everyone);
            }
            Assert.All(reading.Passed, p => Check(article, p.Span));
            Assert.Equal(reading.Claims.OrderBy(c => c.Evidence.Span.Start).ThenBy(c => c.Evidence.Span.End).Select(c => c.Evidence.Span), reading.Claims.Select(c => c.Evidence.Span));
            (claims, passed) = (claims + reading.Claims.Count, passed + reading.Passed.Count);
        }
        Assert.True(claims > HostileTexts.Count / 2 && passed > 0, $"only {claims} claims and {passed} passed over: the texts test too little");
    }

    [Fact]
    public void A_hostile_text_is_read_twice_the_same()
    {
        foreach (var (seed, text) in HostileTexts.All().Take(100))
        {
            var article = new Article { Name = $"seed {seed}", Text = text, Published = Kit.Day };
            Assert.Equal(Kit.Reader.Read(article).Claims.Select(ClaimJson.Write), Kit.Reader.Read(article).Claims.Select(ClaimJson.Write));
        }
    }

    public static TheoryData<string> Names() => [.. Texts.Keys];

    private static readonly Dictionary<string, Func<string>> Texts = new()
    {
        ["dots"] = () => new('.', 300_000),
        ["brackets"] = () => new('(', 300_000),
        ["no space"] = () => new('a', 3_000_000),
        ["names in a list"] = () => Repeat("Japan, ", 100_000),
        ["names joined"] = () => Repeat("Japan and Britain and ", 50_000),
        ["one sentence"] = () => Repeat("japan and britain ", 60_000),
        ["verbs and no actors"] = () => Repeat("signed a pact with attacked ", 20_000),
        ["deals in a row"] = () => Repeat("Japan signed a security pact with Britain and ", 10_000),
        ["quotes"] = () => Repeat("“Japan attacked Britain” he said ", 15_000),
        ["dates and quotes"] = () => Repeat("“Japan attacked Britain” on Monday and last week. ", 40_000),
        ["passives"] = () => Repeat("Japan was attacked by Britain, ", 20_000),
        ["persons"] = () => Repeat("Fumio Kishida met Joe Biden. ", 20_000),
        ["pronouns"] = () => "Japan attacked Britain. " + Repeat("They agreed and it signed. ", 30_000),
    };

    /// <summary>As in Language: with a scan without bound these take an hour, and the deadline is far off for what is linear.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_work_of_reading_grows_with_the_text_and_not_with_its_square(string name)
    {
        var article = new Article { Name = name, Text = Texts[name](), Published = Kit.Day };
        var reading = await Task.Run(() => Kit.Reader.Read(article), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.All(reading.Claims.Take(100), c => Assert.Equal(c.Evidence.Span.In(article.Text), c.Evidence.Quote));
    }

    private static void Check(Article article, TextSpan span)
    {
        bool isSound = span.Start < span.End && HostileTexts.IsBoundary(article.Text, span.Start) && HostileTexts.IsBoundary(article.Text, span.End);
        Assert.True(isSound, $"{article.Name}: {span} of {article.Text.Length}");
    }

    private static string Repeat(string part, int times) => new System.Text.StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
