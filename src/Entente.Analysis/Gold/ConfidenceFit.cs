using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Confidence fitted to what turned out right. On the scale of log odds a straight line is laid for all kinds together, held near "as it is",
/// and one for each kind, held near that of all (Platt's scaling with a prior): few claims move a line little.
/// </summary>
public static class ConfidenceFit
{
    /// <summary>How many claims' worth of evidence the prior is: as it is for all kinds, as all for each.</summary>
    private const double PriorOfAll = 1, PriorOfKind = 3;

    private const int Folds = 5, Steps = 10;

    private static readonly Line AsItIs = new(0, 1);

    public static Calibration Of(IReadOnlyCollection<JudgedClaim> claims)
    {
        var all = Fit(PointsOf(claims), AsItIs, PriorOfAll);
        return new(Enum.GetValues<ClaimKind>().SelectMany(kind =>
        {
            var line = Fit(PointsOf(claims.Where(c => c.Kind == kind)), all, PriorOfKind);
            return Enumerable.Range(0, Steps + 1).Select(i => (double)i / Steps).Select(raw => (kind, raw, Math.Round(line.At(LogOdds(raw)), 3)));
        }));
    }

    /// <summary>Each claim as it would be calibrated by a fit on other articles: in five parts, each tested with what the other four teach.</summary>
    public static IReadOnlyList<JudgedClaim> HeldOut(IReadOnlyCollection<JudgedClaim> claims)
    {
        var partOf = claims.Select(c => c.Doc).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(d => d.Item, d => d.Index % Folds, StringComparer.Ordinal);
        var fits = Enumerable.Range(0, Folds).Select(part => Of([.. claims.Where(c => partOf[c.Doc] != part)])).ToList();
        return [.. claims.Select(c => c with { Confidence = fits[partOf[c.Doc]].Of(c.Kind, c.Confidence) })];
    }

    private static List<(double At, double Right)> PointsOf(IEnumerable<JudgedClaim> claims) => [.. claims.Select(c => (LogOdds(c.Confidence), c.IsRight ? 1.0 : 0))];

    /// <summary>Newton's method on the two numbers of the line. A line never falls: the order of confidence stays.</summary>
    private static Line Fit(IReadOnlyList<(double At, double Right)> points, Line prior, double weight)
    {
        var line = prior;
        for (int step = 0; step < 50; step++)
        {
            double a = weight * (prior.Start - line.Start), b = weight * (prior.Slope - line.Slope), aa = weight, ab = 0, bb = weight;
            foreach (var (at, right) in points)
            {
                double share = line.At(at), spread = share * (1 - share);
                a += right - share;
                b += (right - share) * at;
                aa += spread;
                ab += spread * at;
                bb += spread * at * at;
            }
            double scale = (aa * bb) - (ab * ab);
            line = new(line.Start + (((bb * a) - (ab * b)) / scale), line.Slope + (((aa * b) - (ab * a)) / scale));
        }
        return line.Slope >= 0 ? line : Fit([.. points.Select(p => p with { At = 0 })], prior with { Slope = 0 }, weight);
    }

    /// <summary>Nobody is quite sure: a hundredth from either end.</summary>
    private static double LogOdds(double share)
    {
        double within = Math.Clamp(share, 0.01, 0.99);
        return Math.Log(within / (1 - within));
    }

    private readonly record struct Line(double Start, double Slope)
    {
        public double At(double logOdds) => 1 / (1 + Math.Exp(-(Start + (Slope * logOdds))));
    }
}
