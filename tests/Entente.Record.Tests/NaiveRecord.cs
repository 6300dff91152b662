using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>
/// The record as a newcomer would write it: three lists and a walk through all of them for each question. Slow, plain, and what every store
/// must agree with.
/// </summary>
internal sealed class NaiveRecord
{
    private readonly List<(ArticleReading Reading, DateTimeOffset Known)> readings = [];
    private readonly List<(string ArticleId, DateTimeOffset Known)> withdrawals = [];
    private readonly List<(Decision Decision, DateTimeOffset Known)> decisions = [];

    private readonly Dictionary<string, byte> fingerprints = [];
    private IReadOnlyList<IReadOnlyList<string>> copies = [];

    public DateTimeOffset LastKnown { get; private set; } = DateTimeOffset.UnixEpoch;

    public long Entries { get; private set; }

    public IEnumerable<string> AllClaimIds => readings.SelectMany(r => r.Reading.Claims.Select(c => ContentId.Of(r.Reading.Article.Id, c)));

    public bool Has(string articleId) => readings.Any(r => r.Reading.Article.Id == articleId);

    public bool Knows(string articleId, ReaderVersion reader) =>
        withdrawals.Any(w => w.ArticleId == articleId) || readings.LastOrDefault(r => r.Reading.Article.Id == articleId).Reading?.Reader == reader;

    public AppendOutcome Append(IEnumerable<ArticleReading> batch, DateTimeOffset now)
    {
        var known = Next(now);
        int articles = 0, taken = 0, claims = 0;
        foreach (var reading in batch.Where(r => !Knows(r.Article.Id, r.Reader)))
        {
            int isNew = Has(reading.Article.Id) ? 0 : 1;
            (articles, taken, claims) = (articles + isNew, taken + 1, claims + reading.Claims.Count);
            readings.Add((reading, known));
            (Entries, LastKnown) = (Entries + 1 + isNew, known);
        }
        return new(articles, taken, claims);
    }

    public void Withdraw(string articleId, DateTimeOffset now)
    {
        withdrawals.Add((articleId, Next(now)));
        (Entries, LastKnown) = (Entries + 1, Next(now));
    }

    public void Decide(Decision decision, DateTimeOffset now)
    {
        decisions.Add((decision, Next(now)));
        (Entries, LastKnown) = (Entries + 1, Next(now));
    }

    public void Match(string articleId, byte fingerprint, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        fingerprints[articleId] = fingerprint;
        copies = groups;
    }

    public IEnumerable<(string ArticleId, int? Fingerprint)> Fingerprints() => Ids(null).Select(id => (id, fingerprints.TryGetValue(id, out byte f) ? f : (int?)null));

    /// <summary>Each article of the view with its copies there, in the order taken in.</summary>
    public IEnumerable<IReadOnlyList<string>> Groups(DateTimeOffset? instant)
    {
        var ids = Ids(instant).Where(id => !IsWithdrawn(id, instant)).ToList();
        return ids.Select(id => (IReadOnlyList<string>)[.. ids.Where(other => other == id || copies.Any(g => g.Contains(id) && g.Contains(other)))]);
    }

    public IEnumerable<RecordedClaim> Claims(DateOnly? day, DateTimeOffset? instant, ClaimFilter filter) =>
        from r in InForce(instant)
        let article = r.Reading.Article
        from claim in r.Reading.Claims
        let id = ContentId.Of(article.Id, claim)
        let verdict = VerdictOn(id, instant)
        let firstDay = claim.Date is { } date ? date.First : article.Published?.First
        where day is null || firstDay is null || firstDay <= day
        where filter.IncludeRejected || verdict != Verdict.Reject
        where Answers(claim, article.Id, filter)
        select new RecordedClaim(id, claim, article.Id, article.Published, r.Known, verdict);

    private IEnumerable<string> Ids(DateTimeOffset? instant) => Seen(readings, r => r.Known, instant).Select(r => r.Reading.Article.Id).Distinct();

    public IEnumerable<string> ArticleNames(DateTimeOffset? instant) =>
        Seen(readings, r => r.Known, instant).Select(r => r.Reading.Article).DistinctBy(a => a.Id).Where(a => !IsWithdrawn(a.Id, instant)).Select(a => a.Name);

    public bool HasArticle(string articleId, DateTimeOffset? instant) => Seen(readings, r => r.Known, instant).Any(r => r.Reading.Article.Id == articleId);

    public IEnumerable<string> IdsBeginning(string prefix, DateTimeOffset? instant) =>
        InForce(instant).SelectMany(r => r.Reading.Claims.Select(c => ContentId.Of(r.Reading.Article.Id, c)))
            .Concat(Seen(readings, r => r.Known, instant).Select(r => r.Reading.Article.Id))
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Distinct();

    private List<(ArticleReading Reading, DateTimeOffset Known)> InForce(DateTimeOffset? instant)
    {
        var seen = Seen(readings, r => r.Known, instant).ToList();
        return [.. seen.Where((r, i) => !IsWithdrawn(r.Reading.Article.Id, instant) && !seen.Skip(i + 1).Any(later => later.Reading.Article.Id == r.Reading.Article.Id))];
    }

    private bool IsWithdrawn(string articleId, DateTimeOffset? instant) => Seen(withdrawals, w => w.Known, instant).Any(w => w.ArticleId == articleId);

    private Verdict? VerdictOn(string id, DateTimeOffset? instant) => Seen(decisions, d => d.Known, instant).LastOrDefault(d => d.Decision.ClaimId == id).Decision?.Verdict;

    private static bool Answers(Claim claim, string articleId, ClaimFilter filter)
    {
        string code = claim switch
        {
            AgreementClaim a => a.Form,
            EventClaim e => e.Type.ToString(),
            ObligationClaim o => o.Level.Code(),
            FigureClaim f => f.Measure,
            _ => "",
        };
        return (filter.Actor is null || claim.Everyone.Contains(filter.Actor))
            && (filter.Actor is null || filter.Other is null || claim.Everyone.Contains(filter.Other))
            && (filter.Kind is null || filter.Kind == claim.Kind)
            && (filter.Code is null || filter.Code == code)
            && (filter.Status is null || (claim as AgreementClaim)?.Status == filter.Status)
            && (filter.Modality is null || filter.Modality == claim.Modality)
            && (filter.ArticleId is null || filter.ArticleId == articleId)
            && claim.Confidence >= filter.MinimumConfidence;
    }

    private static IEnumerable<T> Seen<T>(IEnumerable<T> list, Func<T, DateTimeOffset> known, DateTimeOffset? instant) => list.Where(x => instant is null || known(x) <= instant);

    private DateTimeOffset Next(DateTimeOffset now) => now > LastKnown ? now : LastKnown.AddMicroseconds(1);
}
