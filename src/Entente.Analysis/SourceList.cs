using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>What one outlet brought to the record.</summary>
/// <param name="Outlet">Null for articles that do not say who published them.</param>
/// <param name="Origins">How many of its articles are independent texts: of copies of one, only one.</param>
/// <param name="Copies">How many have copies in other outlets, or in its own.</param>
/// <param name="Wires">The agencies that it credits, with how many articles, the most used first.</param>
/// <param name="LooksLike">Another outlet whose name differs only by letters that look alike.</param>
public sealed record Source(string? Outlet, int Articles, int Origins, int Copies, IReadOnlyList<(string Wire, int Articles)> Wires, When? First, When? Last, string? LooksLike);

/// <summary>Who published what is in the record, the largest first.</summary>
public static class SourceList
{
    public static IReadOnlyList<Source> Of(View view, LookalikeTable lookalikes)
    {
        var byOutlet = view.Articles().Where(a => view.AsOf is not { } day || a.Published?.First is not { } first || first <= day).GroupBy(a => a.Outlet).ToList();
        var alike = byOutlet.Select(g => g.Key).OfType<string>().ToLookup(lookalikes.Skeleton, StringComparer.Ordinal);
        return
        [
            .. byOutlet.Select(g => Of(g.Key, [.. g], view.Origins, g.Key is null ? null : alike[lookalikes.Skeleton(g.Key)].FirstOrDefault(o => o != g.Key)))
                .OrderBy(s => s.Outlet is null).ThenByDescending(s => s.Origins).ThenBy(s => s.Outlet, StringComparer.Ordinal),
        ];
    }

    private static Source Of(string? outlet, IReadOnlyList<Article> articles, Origins origins, string? looksLike)
    {
        var dates = articles.Select(a => a.Published).OfType<When>().Order().ToList();
        return new(outlet, articles.Count, origins.Count(articles.Select(a => a.Id)), articles.Count(a => origins.CopiesOf(a.Id).Count > 1),
            [.. articles.Where(a => a.Wire is not null).GroupBy(a => a.Wire!).Select(g => (g.Key, g.Count())).OrderByDescending(w => w.Item2).ThenBy(w => w.Key, StringComparer.Ordinal)],
            dates.Count > 0 ? dates[0] : null, dates.Count > 0 ? dates[^1] : null, looksLike);
    }
}
