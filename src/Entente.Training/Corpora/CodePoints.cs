using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Offsets in Unicode code points, as most annotated sets have them, to offsets in UTF-16 code units.</summary>
public sealed class CodePoints
{
    private readonly int length;

    /// <summary>Where each code point begins; null for a text without surrogates, in which both are the same.</summary>
    private readonly int[]? starts;

    public CodePoints(string text)
    {
        length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return;
        var found = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            found.Add(i);
        starts = [.. found, text.Length];
    }

    /// <summary>Offsets beyond the text mean its end.</summary>
    public TextSpan Span(int begin, int end) => new(Unit(begin), Unit(end));

    private int Unit(int codePoint) => starts is null ? Math.Clamp(codePoint, 0, length) : starts[Math.Clamp(codePoint, 0, starts.Length - 1)];
}
