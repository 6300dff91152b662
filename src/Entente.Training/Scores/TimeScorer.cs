using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>How many times of a corpus were found, and given their value.</summary>
/// <param name="Gold">Annotated expressions that are asked for.</param>
/// <param name="Found">Of these, overlapped by one of ours.</param>
/// <param name="Ours">Our expressions, but for those on what is not asked for.</param>
/// <param name="Right">Of ours, those that overlap an annotated one.</param>
/// <param name="Exact">Annotated expressions with exactly the extent of one of ours.</param>
/// <param name="Judged">Of those found, with a value to compare.</param>
/// <param name="ValueRight">Of those judged.</param>
public sealed record TimeScore(int Gold, int Found, int Ours, int Right, int Exact, int Judged, int ValueRight, IReadOnlyList<string> Mistakes)
{
    public double FoundF1 => F1(Share(Right, Ours), Share(Found, Gold));

    public double ExactF1 => F1(Share(Exact, Ours), Share(Exact, Gold));

    public double ValueShare => Share(ValueRight, Judged);

    private static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}

/// <summary>Scores time expressions that were found in raw text.</summary>
public static class TimeScorer
{
    /// <param name="find">The times of a text, given its day of publication.</param>
    public static TimeScore Score(Func<string, When?, IReadOnlyList<TimeExpression>> find, IEnumerable<TimeCase> cases)
    {
        int gold = 0, found = 0, ours = 0, right = 0, exact = 0, judged = 0, valueRight = 0;
        var mistakes = new List<string>();
        foreach (var one in cases)
        {
            var times = find(one.Text, one.Published).Where(t => one.Scope.Contains(t.Span) && !(one.IsDatesOnly && t.Kind != TimeKind.Date)).ToList();
            foreach (var time in times)
            {
                var met = one.Gold.Where(g => g.Span.Overlaps(time.Span)).ToList();
                if (met.Count > 0 && !met.Exists(g => g.IsAsked))
                    continue;
                ours++;
                right += met.Count > 0 ? 1 : 0;
                if (met.Count == 0)
                    mistakes.Add($"spurious\t{one.Id}\t{Show(one, time.Span)}\t{Say(time)}");
            }
            foreach (var wanted in one.Gold.Where(g => g.IsAsked))
            {
                var met = times.Where(t => t.Span.Overlaps(wanted.Span)).ToList();
                gold++;
                exact += met.Exists(t => t.Span == wanted.Span) ? 1 : 0;
                found += met.Count > 0 ? 1 : 0;
                bool hasValue = met.Count > 0 && wanted.Meanings.Count > 0, isRight = hasValue && met.Exists(t => wanted.Meanings.Any(m => Means(t, m)));
                judged += hasValue ? 1 : 0;
                valueRight += isRight ? 1 : 0;
                if (met.Count == 0 || (hasValue && !isRight))
                    mistakes.Add($"{(met.Count == 0 ? "missed" : "value")}\t{one.Id}\t{Show(one, wanted.Span)}\t{string.Join(" or ", wanted.Meanings.Select(m => $"{m.Timex} {m.First:yyyy-MM-dd}..{m.End:yyyy-MM-dd}"))}\t{string.Join(" | ", met.Select(Say))}");
            }
        }
        return new(gold, found, ours, right, exact, judged, valueRight, mistakes);
    }

    /// <summary>Whether an expression of ours has this meaning.</summary>
    public static bool Means(TimeExpression time, TimeMeaning meaning)
    {
        if (!meaning.HasDays)
            return meaning.Timex is not { Length: > 0 } timex ? time is { Kind: TimeKind.Date, Value: null } : Timex.Of(time).Any(form => Timex.Fits(timex, form));
        if (time.Value is not { } value)
            return false;
        if (time.Whole is { } whole && meaning.Timex is { } name && whole.First <= (meaning.First ?? whole.First) && Timex.Of(whole).Any(form => Timex.Fits(name, form)))
            return true;
        string[] edges = value.Text.Split('/');
        var (first, last) = (Edge(edges[0]), Edge(edges[^1]));
        bool isCounted = time.Length is { } length && (length.EndsWith('Y') || length.EndsWith('M'));
        return (value.First == meaning.First || (isCounted && first is { } a && meaning.First is { } from && a.Covers(from)))
            && (value.End == meaning.End || (edges.Length == 2 && last?.First == meaning.End) || (isCounted && last is { } b && meaning.End is { } to && b.Covers(to.AddDays(meaning.First is null || to.DayNumber - meaning.First.Value.DayNumber <= 1 ? -1 : 0))));
    }

    private static When? Edge(string edtf) => edtf is not ("" or "..") && When.TryParse(edtf, out var when) ? when : null;

    private static string Say(TimeExpression time) => $"{time.Kind} {time.Value?.Text ?? "-"} {time.Length} ({time.Reason})";

    private static string Show(TimeCase one, TextSpan span)
    {
        int from = Math.Max(0, span.Start - 50), to = Math.Min(one.Text.Length, span.End + 30);
        return $"{one.Text[from..span.Start]}[[{span.In(one.Text)}]]{one.Text[span.End..to]}".Replace('\n', ' ');
    }
}
