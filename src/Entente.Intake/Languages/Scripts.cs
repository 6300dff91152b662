namespace Entente.Intake;

/// <summary>Writing systems, by their blocks in Unicode.</summary>
internal static class Scripts
{
    /// <summary>Of ten Chinese characters and kana in Japanese, three and more are kana; in Chinese none is.</summary>
    private const int KanaShare = 10;

    private static readonly (char First, char Last, string Script)[] Blocks =
    [
        ('A', 'Z', "Latin"), ('a', 'z', "Latin"), ('\u00C0', '\u024F', "Latin"), ('\u0370', '\u03FF', "Greek"), ('\u0400', '\u052F', "Cyrillic"), ('\u0530', '\u058F', "Armenian"),
        ('\u0590', '\u05FF', "Hebrew"), ('\u0600', '\u06FF', "Arabic"), ('\u0750', '\u077F', "Arabic"), ('\u0900', '\u097F', "Devanagari"), ('\u0980', '\u09FF', "Bengali"), ('\u0A00', '\u0A7F', "Gurmukhi"),
        ('\u0A80', '\u0AFF', "Gujarati"), ('\u0B80', '\u0BFF', "Tamil"), ('\u0C00', '\u0C7F', "Telugu"), ('\u0C80', '\u0CFF', "Kannada"), ('\u0D00', '\u0D7F', "Malayalam"), ('\u0D80', '\u0DFF', "Sinhala"),
        ('\u0E00', '\u0E7F', "Thai"), ('\u0E80', '\u0EFF', "Lao"), ('\u1000', '\u109F', "Myanmar"), ('\u10A0', '\u10FF', "Georgian"), ('\u1200', '\u137F', "Ethiopic"), ('\u1780', '\u17FF', "Khmer"),
        ('\u1E00', '\u1EFF', "Latin"), ('\u3040', '\u30FF', "Kana"), ('\u3400', '\u9FFF', "Han"), ('\uAC00', '\uD7AF', "Hangul"),
    ];

    /// <summary>That of more than half of the letters; null for a text without letters, or of many scripts.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int letters = 0, block = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < Blocks[block].First || c > Blocks[block].Last)
                block = Math.Max(0, Array.FindIndex(Blocks, b => c >= b.First && c <= b.Last));
            if (c >= Blocks[block].First && c <= Blocks[block].Last)
                counts[Blocks[block].Script] = counts.GetValueOrDefault(Blocks[block].Script) + 1;
        }
        int kana = counts.GetValueOrDefault("Kana"), together = kana + counts.GetValueOrDefault("Han");
        if (together * 2 > letters)
            return kana * KanaShare >= together ? "Kana" : "Han";
        return counts.Where(s => s.Value * 2 > letters).Select(s => s.Key).FirstOrDefault();
    }
}
