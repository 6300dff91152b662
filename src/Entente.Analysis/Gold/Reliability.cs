using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>A claim of a system, how sure the system was, and whether the gold says it.</summary>
public sealed record JudgedClaim(string Doc, ClaimKind Kind, double Confidence, bool IsRight);

/// <summary>Claims of like confidence.</summary>
/// <param name="From">Confidence from this on, a tenth wide; 1 belongs to the last.</param>
public sealed record ReliabilityBin(double From, int Claims, double Confidence, double Right);

/// <summary>Whether confidence keeps its word: bins of a tenth, and by how much they miss on average.</summary>
/// <param name="ExpectedError">Expected calibration error: the mean distance between confidence and share right, each bin weighing as many as it has claims.</param>
/// <param name="ErrorByChance">What that would be, about, if each claim were right with just its confidence: few claims scatter.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double ExpectedError, double ErrorByChance)
{
    private const int Tenths = 10;

    public static Reliability Of(IReadOnlyCollection<JudgedClaim> claims)
    {
        var bins = claims.GroupBy(c => Math.Min((int)((c.Confidence * Tenths) + 1e-9), Tenths - 1)).OrderBy(g => g.Key)
            .Select(g => new ReliabilityBin((double)g.Key / Tenths, g.Count(), g.Average(c => c.Confidence), g.Average(c => c.IsRight ? 1.0 : 0))).ToList();
        return new(bins, Mean(b => Math.Abs(b.Confidence - b.Right)), Mean(b => Math.Sqrt(2 / Math.PI * b.Confidence * (1 - b.Confidence) / b.Claims)));

        double Mean(Func<ReliabilityBin, double> of) => bins.Sum(b => b.Claims * of(b)) / Math.Max(claims.Count, 1);
    }
}
