namespace Entente.Language.Neural;

/// <summary>
/// What a word looks like, in numbers that serve as rows of tables: its beginning, its ends and its shape, hashed. The same letters give the
/// same rows on every machine, for the rows are trained.
/// </summary>
public static class FormTables
{
    /// <summary>Rows of the tables for: last two letters, last three, last four, first two, first three, shape.</summary>
    public static readonly int[] Sizes = [1024, 4096, 8192, 1024, 4096, 512];

    public static int Count => Sizes.Length;

    /// <summary>
    /// The form under which a word is looked up: in lower case, and with the typewriter's marks, for half of the news has curly ones and the
    /// treebanks have few.
    /// </summary>
    public static string Key(string text)
    {
        if (text.Length == 1)
            switch (text[0])
            {
                case '“' or '”' or '„' or '«' or '»' or '‟':
                    return "\"";
                case '‘' or '’' or '‚' or '`' or '´' or 'ʼ':
                    return "'";
                case '—' or '–' or '―':
                    return "--";
                case '‐' or '‑' or '−':
                    return "-";
                case '…':
                    return "...";
            }
        return text.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Replace('‘', '\'');
    }

    /// <summary>"1,234" as "0,000": numbers of one shape are one word.</summary>
    public static string WithoutDigits(string key) => string.Create(key.Length, key, static (to, from) =>
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = char.IsDigit(from[i]) ? '0' : from[i];
    });

    /// <param name="text">As written.</param>
    /// <param name="norm">Its key.</param>
    public static void Rows(ReadOnlySpan<char> text, ReadOnlySpan<char> norm, Span<int> rows)
    {
        rows[0] = Row(0, norm[^Math.Min(2, norm.Length)..]);
        rows[1] = Row(1, norm[^Math.Min(3, norm.Length)..]);
        rows[2] = Row(2, norm[^Math.Min(4, norm.Length)..]);
        rows[3] = Row(3, norm[..Math.Min(2, norm.Length)]);
        rows[4] = Row(4, norm[..Math.Min(3, norm.Length)]);
        Span<char> shape = stackalloc char[12];
        rows[5] = Row(5, shape[..Shape(text, shape)]);
    }

    /// <summary>"NATO" is XX, "McCain" XxXx, "F-35" X-dd, "signed" xx: a run longer than two counts as two.</summary>
    private static int Shape(ReadOnlySpan<char> text, Span<char> shape)
    {
        int length = 0, run = 0;
        foreach (char c in text)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsSurrogate(c) ? 'u' : c;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run > 2)
                continue;
            if (length == shape.Length)
                break;
            shape[length++] = kind;
        }
        return length;
    }

    /// <summary>FNV-1a over UTF-16 units, folded.</summary>
    private static int Row(int table, ReadOnlySpan<char> letters)
    {
        uint hash = 2166136261 ^ (uint)table * 40503;
        foreach (char c in letters)
            hash = (hash ^ c) * 16777619;
        return (int)((hash ^ (hash >> 15)) % (uint)Sizes[table]);
    }
}
