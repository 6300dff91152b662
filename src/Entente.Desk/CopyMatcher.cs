using Entente.Matching;
using Entente.Record;

namespace Entente.Desk;

/// <summary>
/// Keeps the record's knowledge of copies in step with its articles: those without a fingerprint get one, and all are grouped anew, since a
/// later text may part or join earlier ones.
/// </summary>
internal static class CopyMatcher
{
    public static void Match(LedgerWriter writer, Ledger ledger)
    {
        var kept = writer.Fingerprints().ToList();
        var texts = new Fingerprint?[kept.Count];
        var made = new List<(string ArticleId, ReadOnlyMemory<byte> Fingerprint)>();
        for (int i = 0; i < texts.Length; i++)
            texts[i] = kept[i].Fingerprint is { } bytes ? Fingerprint.From(bytes.Span) : null;
        if (Array.TrueForAll(texts, t => t is not null))
            return;
        using var view = ledger.AsOf(null).KnownNow();
        var index = new ReprintIndex();
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] is null)
            {
                texts[i] = Fingerprint.Of(view.FindArticle(kept[i].ArticleId)!.Text);
                made.Add((kept[i].ArticleId, texts[i]!.Bytes));
            }
            index.Add(texts[i]!);
        }
        writer.Match(made, [.. index.Groups().Where(g => g.Count > 1).Select(g => (IReadOnlyList<string>)[.. g.Select(i => kept[i].ArticleId)])]);
    }
}
