using Entente.Analysis;
using Entente.Matching;
using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>A claim with everything a person needs to check it.</summary>
/// <param name="Paragraph">The paragraph of the article that holds the evidence.</param>
public sealed record ClaimInContext(RecordedClaim Recorded, Article Article, TextSpan Paragraph);

/// <summary>An article with what was read from it, what was passed over, and its copies.</summary>
public sealed record ArticleInRecord(Article Article, IReadOnlyList<RecordedClaim> Claims, IReadOnlyList<PassedOver> Passed, IReadOnlyList<CopyInRecord> Copies);

/// <summary>Another article of the same origin, and how the two hang together: the article asked for is the first of the derivation.</summary>
public sealed record CopyInRecord(Article Article, Derivation Derivation);

public sealed partial class LocalDesk
{
    /// <summary>Each tie with the claims that its strands rest on, in their order.</summary>
    public IReadOnlyList<(NetworkTie Tie, IReadOnlyList<RecordedClaim> Evidence)> NetworkWithEvidence(Moment moment, string? actor, int limit) => Ask(moment, view =>
        (IReadOnlyList<(NetworkTie, IReadOnlyList<RecordedClaim>)>)
        [
            .. Analysis.Network.Of(view, CodeBook, actor).Ties.Take(limit)
                .Select(t => (t, (IReadOnlyList<RecordedClaim>)[.. t.Strands.Select(s => view.ClaimNumbered(s.ClaimNo))])),
        ]);

    public PairDossier Pair(Moment moment, string a, string b) => Ask(moment, view => PairDossier.Of(view, CodeBook, a, b));

    /// <param name="actor">Only those of this actor; null for all.</param>
    public ArrangementList Arrangements(Moment moment, string? actor) => Ask(moment, view => ArrangementList.Of(view, CodeBook, agreements.Value, actor));

    public IReadOnlyList<Source> Sources(Moment moment) => Ask(moment, view => SourceList.Of(view, LookalikeTable.Load(data.Read)));

    public IReadOnlyList<Obligation> Obligations(Moment moment, string actor) => Ask(moment, view => ObligationList.Of(view, CodeBook, actor));

    public Timeline Timeline(Moment moment, string? actor) => Ask(moment, view => Analysis.Timeline.Of(view, actor));

    public IReadOnlyList<RecordedClaim> Claims(Moment moment, ClaimFilter filter, int limit) => Ask(moment, view => (IReadOnlyList<RecordedClaim>)[.. view.Claims(filter).Take(limit)]);

    /// <summary>A claim, an article or an arrangement, by its id or the first letters of it.</summary>
    /// <exception cref="EntenteException">ENT0207: nothing begins so. ENT0208: more than one does.</exception>
    public object Show(Moment moment, string id) => Ask<object>(moment, view =>
    {
        string prefix = id.ToLowerInvariant();
        var ids = id.Length < 4 ? [] : view.IdsBeginning(prefix);
        if (ids.Count == 0)
            return ArrangementBeginning(view, id.Length < 4 ? null : prefix) ?? throw new EntenteException(Faults.UnknownId(id));
        if (ids.Count > 1)
            throw new EntenteException(Faults.AmbiguousId(id, ids));
        if (view.FindClaim(ids[0]) is { } claim)
        {
            var article = view.FindArticle(claim.ArticleId)!;
            return new ClaimInContext(claim, article, ParagraphAround(article.Text, claim.Claim.Evidence.Span));
        }
        var found = view.FindArticle(ids[0])!;
        return new ArticleInRecord(found, [.. view.Claims(new ClaimFilter { ArticleId = found.Id })], view.PassedOver(found.Id), CopiesOf(found, view));
    });

    private static IReadOnlyList<CopyInRecord> CopiesOf(Article article, View view)
    {
        var copy = Copy.Of(article);
        return [.. view.Origins.CopiesOf(article.Id).Where(id => id != article.Id).Select(id => view.FindArticle(id)!).Select(other => new CopyInRecord(other, Derivation.Between(copy, Copy.Of(other))))];
    }

    private Arrangement? ArrangementBeginning(View view, string? prefix)
    {
        var found = prefix is null ? [] : ArrangementList.Of(view, CodeBook, agreements.Value, null).Arrangements.Where(a => a.Id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return found.Count > 1 ? throw new EntenteException(Faults.AmbiguousId(prefix!, found.Select(a => a.Id))) : found.FirstOrDefault();
    }

    private static TextSpan ParagraphAround(string text, TextSpan span)
    {
        int start = text.LastIndexOf('\n', Math.Max(span.Start - 1, 0)) + 1;
        int end = text.IndexOf('\n', span.End);
        return new(Math.Min(start, span.Start), end < 0 ? text.Length : end);
    }
}
