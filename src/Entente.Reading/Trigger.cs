using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Where a trigger matched: its tokens (half-open), and its head, from which the actors are looked for.</summary>
public readonly record struct TriggerMatch(int First, int End, int Head, bool HeadIsVerb)
{
    /// <summary>A "no" stands in a gap of the trigger: "held no talks".</summary>
    public bool IsDenied { get; init; }
}

/// <summary>A step with which a match may begin.</summary>
/// <param name="Alternatives">Of each its words in a row, each of them one of a set.</param>
/// <param name="Needs">What else must stand in the sentence: of each set of words one.</param>
public sealed record TriggerStart(IReadOnlyList<IEnumerable<string>[]> Alternatives, IReadOnlyList<IEnumerable<string>> Needs);

/// <summary>
/// A pattern over the tokens of one sentence, as written in the rule tables: words, <c>lemma.v</c>, <c>lemma.n</c>, <c>(a|b)</c>, optional
/// <c>x?</c>, classes <c>@x</c>, and the gaps <c>~</c> of up to six tokens and <c>~+</c> of at least one, which cross no mark and no "not". docs/reading-rules.md tells more.
/// </summary>
public sealed class Trigger
{
    private const int LongestGap = 6;

    private readonly Element[] elements;
    private readonly WordClasses classes;
    private readonly int head;

    private Trigger(string text, Element[] elements, int head, WordClasses classes)
    {
        Text = text;
        this.elements = elements;
        this.head = head;
        this.classes = classes;
    }

    public string Text { get; }

    /// <summary>All that a match may begin with, so that a rule is tried only where it stands.</summary>
    public IEnumerable<TriggerStart> Starts()
    {
        for (int i = 0; i < elements.Length; i++)
        {
            yield return new(AlternativesOf(elements[i]), [.. elements.Where((e, k) => k != i && !e.IsOptional && !e.IsGap).SelectMany(NeedsOf)]);
            if (!elements[i].IsOptional)
                yield break;
        }
    }

    /// <summary>Of a class only the first words are told.</summary>
    private IReadOnlyList<IEnumerable<string>[]> AlternativesOf(Element element) => element.Class is { } name ? [[classes.FirstWords(name)]] : element.Alternatives;

    /// <summary>Of several alternatives one word each: the longest, for it is likely the rarest ("to blame").</summary>
    private IEnumerable<IEnumerable<string>> NeedsOf(Element element) =>
        AlternativesOf(element) is [var only] ? only : [AlternativesOf(element).SelectMany(a => a.MaxBy(words => words.Min(w => w.Length))!)];

    /// <exception cref="EntenteException">ENT0402: the trigger is empty, begins or ends with a gap, or names an unknown class.</exception>
    public static Trigger Parse(string place, string text, Morphology morphology, WordClasses classes)
    {
        var elements = Parts(text).Select(part => Element.Parse(part, morphology)).ToArray();
        if (elements.Length == 0 || elements[0].IsGap || elements[^1].IsGap)
            throw new EntenteException(Faults.BadRule(place, $"the trigger '{text}'", "words, not beginning or ending with '~'"));
        if (elements.FirstOrDefault(e => e.Class is { } c && !classes.Has(c)) is { Class: { } unknown })
            throw new EntenteException(Faults.BadRule(place, $"the class '@{unknown}'", "a class of reading/classes.tsv"));
        int head = Array.FindIndex(elements, e => e.IsVerb);
        if (head < 0)
            head = Array.FindIndex(elements, e => e.IsNoun);
        return new(text, elements, Math.Max(head, 0), classes);
    }

    public bool TryMatch(IReadOnlyList<Token> tokens, int at, int end, out TriggerMatch match)
    {
        int headToken = at;
        bool isDenied = false;
        bool matched = Match(tokens, 0, at, end, ref headToken, ref isDenied, out int stop);
        match = new(at, stop, headToken, elements[head].IsVerb) { IsDenied = isDenied };
        return matched && stop > at;
    }

    private bool Match(IReadOnlyList<Token> tokens, int element, int at, int end, ref int headToken, ref bool isDenied, out int stop)
    {
        stop = at;
        if (element == elements.Length)
            return true;
        var current = elements[element];
        if (current.IsGap)
        {
            for (int skip = 0; skip <= LongestGap && at + skip < end; skip++)
            {
                if (skip >= current.ShortestGap && Match(tokens, element + 1, at + skip, end, ref headToken, ref isDenied, out stop))
                {
                    for (int i = at; i < at + skip; i++)
                        isDenied |= tokens[i].Norm == "no";
                    return true;
                }
                if (IsMark(tokens[at + skip].Norm) || IsNegation(tokens[at + skip].Norm))
                    return false;
            }
            return false;
        }
        int length = current.Class is { } name ? classes.Match(name, tokens, at, end) : current.Match(tokens, at, end);
        if (length > 0 && Match(tokens, element + 1, at + length, end, ref headToken, ref isDenied, out stop))
        {
            // Set on the way back, so that a failed branch leaves no trace. Of a phrase the last word is the head, of a verb phrase the first.
            if (element == head)
                headToken = current.IsVerb ? at : at + length - 1;
            return true;
        }
        if (current.IsOptional && Match(tokens, element + 1, at, end, ref headToken, ref isDenied, out stop))
            return true;
        return element > 0 && LengthOfDay(tokens, at, end) is > 0 and var day && Match(tokens, element, at + day, end, ref headToken, ref isDenied, out stop);
    }

    /// <summary>"threatened on Tuesday to close", "refused late on Friday to let", "agreed earlier this month to send": a day between two words of the pattern is passed over; 0 where none stands.</summary>
    private static int LengthOfDay(IReadOnlyList<Token> tokens, int at, int end)
    {
        int i = at;
        while (i < end && tokens[i].Norm is "on" or "late" or "early" or "earlier" or "later" or "last" or "this")
            i++;
        if (i > at && i < end && tokens[i - 1].Norm is "last" or "this" && tokens[i].Norm is "week" or "month" or "year" or "summer" or "winter" or "spring" or "autumn")
            return i + 1 - at;
        if (i >= end || !VerbLexicon.IsDayWord(tokens[i].Norm))
            return 0;
        i++;
        return i < end && tokens[i].Norm is "morning" or "afternoon" or "evening" or "night" ? i + 1 - at : i - at;
    }

    internal static bool IsMark(string norm) => norm is "," or ";" or ":" or "." or "—" or "–" or "(" or ")" or "\"" or "“" or "”" or "!" or "?";

    /// <summary>"said Peru was not behind it": what stands beyond is denied, and a rule that is about a denial writes it.</summary>
    private static bool IsNegation(string norm) => norm is "not" or "n't" or "never";

    /// <summary>Splits at spaces outside brackets: an alternative may hold several words.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        int start = 0, depth = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ' ' && depth == 0))
            {
                if (i > start)
                    yield return text[start..i];
                start = i + 1;
            }
            else if (text[i] is '(' or ')')
                depth += text[i] == '(' ? 1 : -1;
        }
    }

    /// <summary>One step of the pattern: each alternative is a sequence of words, each of them one of several inflected forms.</summary>
    private sealed record Element(IReadOnlyList<IReadOnlySet<string>[]> Alternatives, string? Class, bool IsOptional, bool IsGap, bool IsVerb, bool IsNoun)
    {
        internal int ShortestGap { get; private init; }

        internal static Element Parse(string text, Morphology morphology)
        {
            if (text is "~" or "~+")
                return new([], null, false, true, false, false) { ShortestGap = text.Length - 1 };
            bool isOptional = text.Length > 1 && text[^1] == '?';
            if (isOptional)
                text = text[..^1];
            if (text[0] == '@')
                return new([], text[1..], isOptional, false, false, IsNoun: text[1..] is not ("number" or "many" or "money"));
            string[] alternatives = text.Length > 2 && text[0] == '(' && text[^1] == ')' ? text[1..^1].Split('|') : [text];
            bool isVerb = text.Contains(".v", StringComparison.Ordinal), isNoun = text.Contains(".n", StringComparison.Ordinal);
            return new([.. alternatives.Select(a => a.Split(' ').SelectMany(w => Words(w.ToLowerInvariant(), morphology)).ToArray())], null, isOptional, false, isVerb, isNoun && !isVerb);
        }

        internal int Match(IReadOnlyList<Token> tokens, int at, int end)
        {
            foreach (var words in Alternatives)
            {
                int k = 0;
                while (k < words.Length && at + k < end && words[k].Contains(tokens[at + k].Norm))
                    k++;
                if (k == words.Length)
                    return k;
            }
            return 0;
        }

        /// <summary>Cut as texts are: "build-up.n" is three words, of which the last is inflected.</summary>
        private static IEnumerable<HashSet<string>> Words(string word, Morphology morphology)
        {
            string stem = word.EndsWith(".v", StringComparison.Ordinal) || word.EndsWith(".n", StringComparison.Ordinal) ? word[..^2] : word;
            string[] words = stem.Contains('\'', StringComparison.Ordinal) ? [stem] : [.. Tokenizer.Tokenize(stem).Select(t => t.Norm)];
            return words[..^1].Select(w => new HashSet<string>(StringComparer.Ordinal) { w }).Append(Forms(words[^1] + word[stem.Length..], morphology));
        }

        private static HashSet<string> Forms(string word, Morphology morphology) =>
            word.EndsWith(".v", StringComparison.Ordinal) ? [.. morphology.VerbForms(word[..^2])]
            : word.EndsWith(".n", StringComparison.Ordinal) ? [.. morphology.NounForms(word[..^2])]
            : [word];
    }
}
