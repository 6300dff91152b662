using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>Where a stated date of publication cannot be right by what the text itself tells. The stated one is kept; somebody should look.</summary>
internal static class DateCheck
{
    /// <summary>Papers of other time zones, and copies dated a day early.</summary>
    private const int DaysOfGrace = 3;

    /// <summary>From here on a witness is hardly ever wrong: a date line, a day told as past, an oath of office, a known event.</summary>
    private const int SureWeight = 6;

    /// <summary>The sure witnesses against the stated date, each as a place that was passed over.</summary>
    public static IReadOnlyList<PassedOver> Contradictions(Article article, ArticleDate date)
    {
        if (article.Published is not { First: not null, End: not null } stated || date.When is not { } told)
            return [];
        var around = Period.Widened(stated, DaysOfGrace, DaysOfGrace);
        return told.Overlaps(around) ? [] : [.. date.Heard.Where(w => w.Weight >= SureWeight && !w.Agrees(around)).Select(w => new PassedOver(w.Span, "date", $"published {stated.Text}, but {w.Says}"))];
    }

    public static Fault Warning(Article article, PassedOver contradiction) =>
        Faults.DateContradicted(article.Name, article.Published!.Value.Text, contradiction.Span.In(article.Text), contradiction.Reason[(contradiction.Reason.IndexOf(", but ", StringComparison.Ordinal) + 6)..]);
}
