namespace Entente.Matching;

/// <summary>
/// How alike two ways to put things into groups are (Bagga and Baldwin 1998). Of each thing: which share of those put with it belong there
/// (precision), and which share of those that belong with it were put there (recall); then the mean over all things.
/// </summary>
internal readonly record struct BCubed(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="things">Of each thing the group that it was put in and the one where it belongs.</param>
    public static BCubed Of<TPut, TGold>(IEnumerable<(TPut Put, TGold Gold)> things)
        where TPut : notnull
        where TGold : notnull
    {
        var both = things.CountBy(t => t).ToList();
        var put = both.GroupBy(b => b.Key.Put).ToDictionary(g => g.Key, g => g.Sum(b => b.Value));
        var gold = both.GroupBy(b => b.Key.Gold).ToDictionary(g => g.Key, g => g.Sum(b => b.Value));
        double count = both.Sum(b => b.Value);
        return count == 0 ? default : new(
            both.Sum(b => (double)b.Value * b.Value / put[b.Key.Put]) / count,
            both.Sum(b => (double)b.Value * b.Value / gold[b.Key.Gold]) / count);
    }
}
