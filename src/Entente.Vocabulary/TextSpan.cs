namespace Entente.Vocabulary;

/// <summary>A stretch of an article's clean text, in UTF-16 code units. Half-open: <see cref="End"/> is the first unit after it.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public string In(string text) => text[Start..End];

    public override string ToString() => $"{Start}..{End}";
}
