namespace Entente.Intake;

/// <summary>A date as it was found written.</summary>
/// <param name="Swapped">What it means if 04/05/2019 is written the other way round; null where that cannot be.</param>
/// <param name="Start">Where it stands in its text.</param>
internal readonly record struct ReadDate(DateOnly Day, DateOnly? Swapped, int Start, int End)
{
    /// <summary>The first date of a text in any of the ways that pages write one; words around it do not matter.</summary>
    public static ReadDate? In(ReadOnlySpan<char> text)
    {
        var parts = new DateParts(text);
        for (int i = 0; i < parts.Count; i++)
            if (parts.At(i) is { } date)
                return date;
        return null;
    }

    /// <summary>"2 hours ago", "yesterday".</summary>
    public static DateOnly? Ago(ReadOnlySpan<char> text, DateOnly today)
    {
        var parts = new DateParts(text);
        for (int i = 0; i + 1 < parts.Count; i++)
            if (parts.Number(i) is >= 0 and < 400 && DateWords.DaysOf(parts.Word(i + 1)) is { } days && (i + 2 >= parts.Count || parts.Word(i + 2) is "ago"))
                return today.AddDays(-days * parts.Number(i));
        return text.Trim().Equals("yesterday", StringComparison.OrdinalIgnoreCase) ? today.AddDays(-1) : null;
    }

    /// <summary>Whether a time is given in UTC, which hides the day that its outlet wrote.</summary>
    public static bool IsUtc(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        return text.Length > 12 && text.Contains(':')
            && (text.EndsWith("Z") || text.EndsWith("+00:00") || text.EndsWith("+0000") || text.EndsWith("GMT") || text.EndsWith("UTC"));
    }
}
