using System.Globalization;
using Entente.Analysis;
using Entente.Intake;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>Claims that people read in articles, to compare with.</summary>
/// <param name="Files">Claims, one a line.</param>
/// <param name="Articles">Files and folders of the articles; none if the system's claims are given.</param>
/// <param name="System">A file of the claims to compare; null for those of our own reader.</param>
public sealed record GoldSet(IReadOnlyList<string> Files, IReadOnlyList<string> Articles, string? System);

/// <summary>A calibration of the reader.</summary>
/// <param name="Before">How the rules themselves keep their word.</param>
/// <param name="HeldOut">How claims keep theirs when the fit was made on other articles.</param>
/// <param name="Table">The text of its table, which tells all this.</param>
public sealed record FittedConfidence(Calibration Calibration, Reliability Before, Reliability HeldOut, string Table);

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
            system.AddRange(ReadAll(articles, Environment.ProcessorCount, tell).SelectMany(r => r.Claims));
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
        var asTheRulesSay = new LocalDesk(data.With(Calibration.Table, Calibration.None.Write("None.")), recordPath, clock);
        if (asTheRulesSay.Score(set, tell)?.Judged is not { } claims)
            return null;
        var fitted = ConfidenceFit.Of(claims);
        var (before, heldOut) = (Reliability.Of(claims), Reliability.Of(ConfidenceFit.HeldOut(claims)));
        return new(fitted, before, heldOut, fitted.Write(string.Create(CultureInfo.InvariantCulture,
            $"Fitted on {claims.Count} claims. Expected calibration error as the rules say {before.ExpectedError:0.000}, on articles not fitted {heldOut.ExpectedError:0.000}, by chance alone about {heldOut.ErrorByChance:0.000}.")));
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
