namespace Entente.Desk;

/// <summary>What a person may have meant who misspelt a name or a code.</summary>
public static class Spelling
{
    /// <summary>The nearest first; nothing farther than a letter in three.</summary>
    public static IEnumerable<T> Near<T>(string asked, IEnumerable<T> candidates, Func<T, string> nameOf) =>
        candidates.Select(c => (Candidate: c, Distance: Distance(asked.ToLowerInvariant(), nameOf(c).ToLowerInvariant())))
            .Where(c => c.Distance <= Math.Max(1, asked.Length / 3)).OrderBy(c => c.Distance).Select(c => c.Candidate);

    /// <summary>Letters to add, drop, change or swap (Damerau and Levenshtein's, no letter touched twice); a word that begins with what was asked is one step away.</summary>
    private static int Distance(string asked, string name)
    {
        if (asked.Length > 2 && name.StartsWith(asked, StringComparison.Ordinal))
            return 1;
        int[] beforeLast = [], last = [.. Enumerable.Range(0, name.Length + 1)];
        for (int i = 1; i <= asked.Length; i++)
        {
            int[] row = new int[name.Length + 1];
            row[0] = i;
            for (int k = 1; k <= name.Length; k++)
            {
                row[k] = Math.Min(Math.Min(last[k], row[k - 1]) + 1, last[k - 1] + (asked[i - 1] == name[k - 1] ? 0 : 1));
                if (i > 1 && k > 1 && asked[i - 1] == name[k - 2] && asked[i - 2] == name[k - 1])
                    row[k] = Math.Min(row[k], beforeLast[k - 2] + 1);
            }
            (beforeLast, last) = (last, row);
        }
        return last[^1];
    }
}
