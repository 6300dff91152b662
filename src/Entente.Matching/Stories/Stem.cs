using System.Buffers;

namespace Entente.Matching;

/// <summary>Cuts English endings, so that "signs", "signed" and "signing" are one term. Stems need not be words.</summary>
internal static class Stem
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The length of the stem that is left at the beginning of <paramref name="word"/>, whose last letter may have been changed.</summary>
    /// <param name="word">In lower case.</param>
    public static int Cut(Span<char> word)
    {
        int length = word.Length;
        if (length > 2 && word[^1] == 's' && word[^2] is '\'' or '’')
            length -= 2;
        if (length <= 3)
            return length;
        length = WithoutPlural(word[..length]);
        length = WithoutPast(word[..length]);
        if (length > 5 && word[..length].EndsWith("ly"))
            length -= 2;
        if (length > 4 && word[length - 1] == 'e')
            length--;
        if (length > 4 && word[length - 1] == 'y')
            word[length - 1] = 'i';
        return length;
    }

    private static int WithoutPlural(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
            return Y(word, 3);
        if (word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes"))
            return word.Length - 2;
        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word.Length - 1 : word.Length;
    }

    private static int WithoutPast(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ied"))
            return Y(word, 3);
        if (word.Length > 4 && word.EndsWith("ed") && HasVowel(word[..^2]))
            return Single(word[..^2]);
        return word.Length > 5 && word.EndsWith("ing") && HasVowel(word[..^3]) ? Single(word[..^3]) : word.Length;
    }

    private static int Y(Span<char> word, int ending)
    {
        word[^ending] = 'y';
        return word.Length - ending + 1;
    }

    /// <summary>"stopp" to "stop", but "fall" and "miss" stay.</summary>
    private static int Single(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z') ? word.Length - 1 : word.Length;

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
