using Entente.Vocabulary;

namespace Entente.Bench;

/// <summary>
/// A made-up record of any size, the same for the same seed: 200 states, 20 years, five claims an article, forms and statuses in the
/// proportions of news. The rivals get the very same rows.
/// </summary>
internal static class GeneratedClaims
{
    private const int States = 200, ClaimsPerArticle = 5;

    private static readonly string[] Forms =
    [
        "alliance", "defence-cooperation", "strategic-partnership", "trade", "dialogue", "forum", "reciprocal-access", "information-security", "arms-transfer", "other",
    ];

    private static readonly ReaderVersion Reader = new("bench", "0", "0", "0");

    public static IEnumerable<ArticleReading> Readings(int claims, int seed)
    {
        var random = new Random(seed);
        for (int article = 0; article * ClaimsPerArticle < claims; article++)
        {
            var day = new DateOnly(2003, 1, 1).AddDays(random.Next(20 * 365));
            string text = $"Report {article} of {day:yyyy-MM-dd}. The two states signed an agreement on defence and trade, said officials of both.";
            yield return new(new Article { Name = $"g{article}", ExternalId = $"g{article}", Text = text, Published = When.Day(day) }, Reader,
                [.. Enumerable.Range(0, ClaimsPerArticle).Select(_ => Claim(random, day, text, $"g{article}"))], []);
        }
    }

    private static AgreementClaim Claim(Random random, DateOnly day, string text, string doc)
    {
        int a = random.Next(States), b = (a + 1 + random.Next(States - 1)) % States;
        var span = new TextSpan(24, 24 + 62);
        return new AgreementClaim
        {
            Doc = doc,
            Form = Forms[random.Next(Forms.Length)],
            Parties = Vocabulary.Claim.Sorted([Code(a), Code(b)]),
            Status = (Status)random.Next(9),
            Date = When.Day(day),
            Modality = (Modality)random.Next(4),
            Evidence = new Evidence(span, span.In(text)),
            Confidence = 0.8,
        };
    }

    public static string Code(int state) => $"S{state:000}";
}
