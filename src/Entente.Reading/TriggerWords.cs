using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// The words that triggers wait for, each with a number, and the needs that it meets: of "signed ~ (treaty|pact)" the second is one, met by
/// either noun. Filled while the rule book is loaded, and not changed after.
/// </summary>
public sealed class TriggerWords
{
    /// <summary>All that begins with a digit is one word here: what numbers are worth, the trigger itself looks at.</summary>
    public const string Digits = "0";

    private const int Unknown = 0;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> needs = new(StringComparer.Ordinal);

    /// <summary>By the number of a word.</summary>
    private readonly List<int[]> needsMet = [[]];

    /// <summary>By the id of a lexeme, its number and one; 0 where nobody has asked yet. Threads that ask at once find the same.</summary>
    private readonly int[] kept = new int[Lexeme.MostIds];

    /// <summary>Numbers what stands in a sentence.</summary>
    public TriggerSentence Read(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        int[] found = new int[sentence.Count];
        ulong[] met = new ulong[(needs.Count + 63) / 64];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = NumberOf(tokens[sentence.First + i].Lexeme);
            foreach (int need in needsMet[found[i]])
                met[need >> 6] |= 1UL << need;
        }
        return new(tokens, sentence, found, met);
    }

    /// <summary>The numbers of some words, each once.</summary>
    internal IEnumerable<int> NumbersOf(IEnumerable<string> words) => words.Select(NumberOf).Distinct();

    /// <summary>The number of a need; triggers that wait for the same words share it.</summary>
    internal int NeedFor(IEnumerable<string> words)
    {
        int[] alternatives = [.. NumbersOf(words).Order()];
        string key = string.Join(' ', alternatives);
        if (needs.TryGetValue(key, out int known))
            return known;
        int need = needs.Count;
        foreach (int number in alternatives)
            needsMet[number] = [.. needsMet[number], need];
        return needs[key] = need;
    }

    private int NumberOf(Lexeme lexeme)
    {
        if (lexeme.Id >= 0 && kept[lexeme.Id] is > 0 and var known)
            return known - 1;
        int number = numbers.GetValueOrDefault(Key(lexeme.Norm), Unknown);
        if (lexeme.Id >= 0)
            kept[lexeme.Id] = number + 1;
        return number;
    }

    private int NumberOf(string word)
    {
        string key = Key(word);
        if (numbers.TryGetValue(key, out int known))
            return known;
        needsMet.Add([]);
        return numbers[key] = needsMet.Count - 1;
    }

    private static string Key(string norm) => char.IsDigit(norm[0]) ? Digits : norm;
}

/// <summary>A sentence as triggers see it: the number of each of its words, and the needs that any of them meets.</summary>
public sealed class TriggerSentence
{
    private readonly int[] numbers;
    private readonly ulong[] met;

    internal TriggerSentence(IReadOnlyList<Token> tokens, Sentence sentence, int[] numbers, ulong[] met) => (Tokens, Sentence, this.numbers, this.met) = (tokens, sentence, numbers, met);

    public IReadOnlyList<Token> Tokens { get; }

    public Sentence Sentence { get; }

    internal int NumberAt(int token) => numbers[token - Sentence.First];

    internal bool Meets(ReadOnlySpan<int> needs)
    {
        foreach (int need in needs)
            if ((met[need >> 6] & (1UL << need)) == 0)
                return false;
        return true;
    }
}
