using Entente.Language;

namespace Entente.Training;

/// <summary>A span with a label of the set's own.</summary>
public readonly record struct LabelledSpan(int First, int End, string Label);

/// <summary>A sentence as a set annotates it.</summary>
/// <param name="Spans">In order; they do not overlap.</param>
/// <param name="Counts">False for a token of which the set does not tell whether it is a name.</param>
public sealed record LabelledSentence(IReadOnlyList<Token> Tokens, IReadOnlyList<LabelledSpan> Spans, bool[] Counts)
{
    public static LabelledSentence Of(IReadOnlyList<string> forms, IReadOnlyList<LabelledSpan> spans)
    {
        bool[] counts = new bool[forms.Count];
        Array.Fill(counts, true);
        return new(GivenText.Of(forms).Tokens, spans, counts);
    }

    /// <summary>The proper-noun core of a noun phrase around its head: "the [Bagram Air Base] near the city". Null where the head bears no capital or digit.</summary>
    /// <param name="isPerson">"Alan Kurdi of Stockholm and Omar Sow" is one place and two persons.</param>
    public static (int First, int End)? ProperCore(IReadOnlyList<Token> tokens, int first, int end, int head, bool isPerson)
    {
        if (!IsProper(tokens[head]))
            return null;
        int left = head, right = head + 1;
        for (int i = head - 1; i >= first && (IsProper(tokens[i]) || JoinsNames(tokens[i], isPerson)); i--)
            if (IsProper(tokens[i]))
                left = i;
        for (int i = right; i < end && (IsProper(tokens[i]) || JoinsNames(tokens[i], isPerson)); i++)
            if (IsProper(tokens[i]))
                right = i + 1;
        return (left, right);
    }

    private static bool IsProper(Token token) => token.IsCapitalised || char.IsDigit(token.Text[0]);

    private static bool JoinsNames(Token token, bool isPerson) => token.Norm is "-" or "de" or "la" or "da" or "al" or "bin" or "ibn" or "von" or "van"
        || (!isPerson && token.Norm is "of" or "the" or "for" or "on" or "and" or "&" or "'s" or "'");
}
