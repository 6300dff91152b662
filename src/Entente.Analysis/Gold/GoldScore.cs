using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>Of so many claims of the gold and so many of the system, so many are right.</summary>
public readonly record struct Rightness(int Gold, int System, int Right)
{
    public double Precision => (double)Right / Math.Max(System, 1);

    public double Recall => (double)Right / Math.Max(Gold, 1);

    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>How well claims of one kind were read.</summary>
/// <param name="Kind">Null for all kinds together.</param>
public sealed record KindScore(ClaimKind? Kind, Rightness Found, Rightness Exact, Rightness Full);

/// <summary>A claim of the gold and the one that says it.</summary>
public sealed record ClaimPair(Claim Gold, Claim System, bool IsExact, bool IsFull);

/// <summary>Claims of a system beside what a careful person read in the same articles.</summary>
public sealed class GoldScore
{
    private GoldScore(IReadOnlyList<Claim> gold, IReadOnlyList<Claim> system, IReadOnlyList<ClaimPair> pairs, IReadOnlyList<string> withoutArticle)
    {
        WithoutArticle = withoutArticle;
        Pairs = pairs;
        Missed = Without(gold, pairs.Select(p => p.Gold));
        Extra = Without(system, pairs.Select(p => p.System));
        Kinds = [.. Enum.GetValues<ClaimKind>().Select(k => OfKind(k, gold, system, pairs)), OfKind(null, gold, system, pairs)];
        Confusions = Confusion.Of(pairs);
        Judged = [.. pairs.Select(p => new JudgedClaim(p.System.Doc, p.System.Kind, p.System.Confidence, true)),
            .. Extra.Select(c => new JudgedClaim(c.Doc, c.Kind, c.Confidence, false))];
    }

    /// <summary>Each kind in the order of the scheme, then all together.</summary>
    public IReadOnlyList<KindScore> Kinds { get; }

    public KindScore All => Kinds[^1];

    public IReadOnlyList<ClaimPair> Pairs { get; }

    /// <summary>Of the gold, what the system does not say.</summary>
    public IReadOnlyList<Claim> Missed { get; }

    /// <summary>Of the system, what the gold does not say.</summary>
    public IReadOnlyList<Claim> Extra { get; }

    /// <summary>Names in the gold that no article has: all their claims count as missed.</summary>
    public IReadOnlyList<string> WithoutArticle { get; }

    public IReadOnlyList<Confusion> Confusions { get; }

    /// <summary>Every claim of the system; right is one that is found.</summary>
    public IReadOnlyList<JudgedClaim> Judged { get; }

    /// <param name="articles">Names of all that were read, so that claims of an article without gold count as wrong; null for those that the gold names.</param>
    public static GoldScore Of(CodeBook codeBook, IReadOnlyList<Claim> gold, IReadOnlyList<Claim> system, IReadOnlyCollection<string>? articles)
    {
        var nameOf = NamesOf([.. gold.Select(g => g.Doc)], articles ?? []);
        var counted = (articles ?? gold.Select(g => g.Doc)).Select(nameOf).ToHashSet(StringComparer.Ordinal);
        var read = system.Where(s => counted.Contains(nameOf(s.Doc))).ToList();
        return new(gold, read, PairsOf(new ClaimComparison(codeBook), gold, read, nameOf), [.. gold.Select(g => g.Doc).Distinct(StringComparer.Ordinal).Where(d => !counted.Contains(nameOf(d)))]);
    }

    /// <summary>A claim pairs with one other at most, the best pairs first: full, then exact, then by their words.</summary>
    private static List<ClaimPair> PairsOf(ClaimComparison comparison, IReadOnlyList<Claim> gold, List<Claim> system, Func<string, string> nameOf)
    {
        var wordsOf = system.Select(s => ClaimComparison.WordsOf(s.Evidence.Quote)).ToList();
        var byDoc = Enumerable.Range(0, system.Count).ToLookup(i => nameOf(system[i].Doc), StringComparer.Ordinal);
        var candidates = new List<(double Nearness, int Gold, int System, bool IsExact, bool IsFull)>();
        for (int g = 0; g < gold.Count; g++)
        {
            var words = ClaimComparison.WordsOf(gold[g].Evidence.Quote);
            foreach (int s in byDoc[nameOf(gold[g].Doc)].Where(s => comparison.IsFound(gold[g], system[s])))
            {
                bool isExact = comparison.IsExact(gold[g], system[s]), isFull = isExact && ClaimComparison.IsFull(gold[g], system[s]);
                candidates.Add(((isExact ? 1 : 0) + (isFull ? 1 : 0) + ClaimComparison.Likeness(words, wordsOf[s]), g, s, isExact, isFull));
            }
        }
        var isSaid = new bool[gold.Count];
        var isTaken = new bool[system.Count];
        var pairs = new List<ClaimPair>();
        foreach (var (_, g, s, isExact, isFull) in candidates.OrderByDescending(c => c.Nearness))
            if (!isSaid[g] && !isTaken[s])
            {
                isSaid[g] = isTaken[s] = true;
                pairs.Add(new(gold[g], system[s], isExact, isFull));
            }
        return pairs;
    }

    /// <summary>
    /// Gold often shortens the name of a file: up to the first <c>_</c> or <c>.</c>, "harbour_3f9c.txt" and "harbour" are one article. Where
    /// that would make one of two ("wire_1", "wire_2"), whole names count.
    /// </summary>
    private static Func<string, string> NamesOf(params IReadOnlyCollection<string>[] sides) =>
        sides.All(names => names.Distinct(StringComparer.Ordinal).Count() == names.Select(Stem).Distinct(StringComparer.Ordinal).Count()) ? Stem : name => name;

    private static string Stem(string name) => name.Split('/')[^1].Split('_', '.')[0];

    private static List<Claim> Without(IReadOnlyList<Claim> claims, IEnumerable<Claim> paired)
    {
        var taken = new HashSet<Claim>(paired, ReferenceEqualityComparer.Instance);
        return [.. claims.Where(c => !taken.Contains(c))];
    }

    private static KindScore OfKind(ClaimKind? kind, IReadOnlyList<Claim> gold, IReadOnlyList<Claim> system, IReadOnlyList<ClaimPair> pairs)
    {
        int inGold = gold.Count(Counts), inSystem = system.Count(Counts);
        var found = pairs.Where(p => Counts(p.Gold)).ToList();
        return new(kind, new(inGold, inSystem, found.Count), new(inGold, inSystem, found.Count(p => p.IsExact)), new(inGold, inSystem, found.Count(p => p.IsFull)));

        bool Counts(Claim claim) => kind is null || claim.Kind == kind;
    }
}
