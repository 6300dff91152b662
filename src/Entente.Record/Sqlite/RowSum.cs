namespace Entente.Record.Sqlite;

/// <summary>
/// The number of rows and the sum of their hashes, whatever their order: two tables of millions of rows are compared in one pass over each
/// and no memory. It finds damage and slips, not a forger, who has the chain to forge as well.
/// </summary>
internal record struct RowSum(long Rows, ulong Sum)
{
    public void Add(params ReadOnlySpan<object?> fields)
    {
        ulong hash = 0;
        foreach (object? field in fields)
            hash = field switch
            {
                long number => Mix(hash, (ulong)number),
                int number => Mix(hash, (ulong)(long)number),
                string text => Mix(text, hash),
                _ => Mix(hash, 0x9E3779B97F4A7C15),
            };
        (Rows, Sum) = (Rows + 1, Sum + hash);
    }

    private static ulong Mix(string text, ulong hash)
    {
        foreach (char c in text)
            hash = Mix(hash, c);
        return Mix(hash, (ulong)text.Length);
    }

    /// <summary>A round of SplitMix64: each bit of the input reaches each bit of the output.</summary>
    private static ulong Mix(ulong hash, ulong value)
    {
        ulong z = (hash * 31) + value + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
