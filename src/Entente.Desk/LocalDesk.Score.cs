using Entente.Analysis;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>Claims that people read in articles, to compare with.</summary>
/// <param name="Files">Claims, one a line.</param>
/// <param name="Articles">Files and folders of the articles; none if the system's claims are given.</param>
/// <param name="System">A file of the claims to compare; null for those of our own reader.</param>
public sealed record GoldSet(IReadOnlyList<string> Files, IReadOnlyList<string> Articles, string? System);

/// <summary>A calibration and how claims kept their word when it was fitted on other articles.</summary>
public sealed record FittedConfidence(Calibration Calibration, Reliability HeldOut);

public sealed partial class LocalDesk
{
    /// <summary>Compares claims with gold. Null where a line of either is no claim: figures on a part of them would mislead.</summary>
    /// <param name="tell">Called for each such line, for articles that cannot be read, and for gold without its article.</param>
    /// <exception cref="EntenteException">ENT0101, ENT0108: no such file.</exception>
    public GoldScore? Score(GoldSet set, Action<Fault> tell)
    {
        var given = new Lazy<Dictionary<string, string>>(() => ArticlesOf(set.Articles, new ArticleFeed(null), _ => { }).DistinctBy(a => a.Name).ToDictionary(a => a.Name, a => a.Text, StringComparer.Ordinal));
        var lines = new ClaimLines(CodeBook, doc => given.Value.GetValueOrDefault(doc));
        bool isWhole = true;
        var gold = set.Files.SelectMany(ClaimsIn).ToList();
        var system = set.System is { } file ? ClaimsIn(file).ToList() : [];
        if (!isWhole)
            return null;
        var articles = ArticlesOf(set.Articles, feed.Value, tell).ToList();
        if (set.System is null)
            system.AddRange(ReadAll(articles, Environment.ProcessorCount).SelectMany(r => r.Claims));
        var score = GoldScore.Of(CodeBook, gold, system, set.Articles.Count > 0 ? [.. articles.Select(a => a.Name)] : null);
        foreach (string doc in score.WithoutArticle)
            tell(Faults.GoldWithoutArticle(doc));
        return score;

        IEnumerable<Claim> ClaimsIn(string path)
        {
            using var reader = new StreamReader(OpenFile(path));
            foreach (var claim in lines.Read(path, reader, Refuse))
                yield return claim;
        }

        void Refuse(Fault fault)
        {
            isWhole = false;
            tell(fault);
        }
    }

    /// <summary>Fits the reader's confidence to gold; what was fitted before does not count.</summary>
    public FittedConfidence? FitConfidence(GoldSet set, Action<Fault> tell)
    {
        var asTheRulesSay = new LocalDesk(data.With(Calibration.Table, Calibration.None.ToString()), recordPath, clock);
        return asTheRulesSay.Score(set, tell) is { } score ? new(ConfidenceFit.Of(score.Judged), Reliability.Of(ConfidenceFit.HeldOut(score.Judged))) : null;
    }

    private static IEnumerable<Article> ArticlesOf(IEnumerable<string> paths, ArticleFeed feed, Action<Fault> setAside)
    {
        foreach (var taken in paths.SelectMany(path => Open(path, Stream.Null, feed, out _)))
            if (taken.Article is { } article)
                yield return article;
            else
                setAside(taken.SetAside!);
    }
}
