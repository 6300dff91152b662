using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The inflected forms of English verbs and nouns: regular ones by rule, the others from <c>data/language/irregular.tsv</c>.
/// Lexicons name lemmas; the forms are made here.
/// </summary>
public sealed class Morphology
{
    private readonly Dictionary<string, string[]> irregularVerbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> irregularNouns = new(StringComparer.Ordinal);

    private Morphology()
    {
    }

    public static Morphology Load(Func<string, string> read)
    {
        var morphology = new Morphology();
        foreach (var row in DataTable.Parse("language/irregular.tsv", read("language/irregular.tsv"), "lemma", "class", "past", "participle").Rows)
            if (row["class"] == "v")
                morphology.irregularVerbs[row["lemma"]] = [row["past"], row["participle"]];
            else
                morphology.irregularNouns[row["lemma"]] = row["past"];
        return morphology;
    }

    /// <summary>The participles that no ending gives away: "held", "sent".</summary>
    public IReadOnlyCollection<string> IrregularParticiples => [.. irregularVerbs.Values.SelectMany(parts => parts[1].Split('/'))];

    /// <summary>Past tenses, participles and plurals that no rule makes, with their Penn tag and the lemma.</summary>
    public IEnumerable<(string Form, string Tag, string Lemma)> IrregularForms() =>
    [
        .. irregularVerbs.SelectMany(v => v.Value[0].Split('/').Select(f => (f, "VBD", v.Key)).Concat(v.Value[1].Split('/').Select(f => (f, "VBN", v.Key)))),
        .. irregularNouns.Select(n => (n.Value, "NNS", n.Key)),
    ];

    public IReadOnlyList<string> VerbForms(string lemma)
    {
        if (lemma == "be")
            return ["be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"];
        if (lemma == "have")
            return ["have", "has", "had", "having", "'ve"];
        bool isIrregular = irregularVerbs.TryGetValue(lemma, out var parts);
        string[] past = isIrregular ? [.. parts!.SelectMany(p => p.Split('/'))] : [Past(lemma)];
        // "committed" tells that "committing" doubles too, "canceled" that "canceling" does not.
        var gerunds = past.Where(p => p.EndsWith("ed", StringComparison.Ordinal) && (p.Length > lemma.Length + 2 || p == lemma + "ed")).Select(p => p[..^2] + "ing")
            .DefaultIfEmpty(Gerund(lemma, isIrregular));
        return [.. past.Append(lemma).Append(ThirdPerson(lemma)).Concat(gerunds).Distinct()];
    }

    public IEnumerable<string> NounForms(string lemma) =>
        [lemma, irregularNouns.TryGetValue(lemma, out string? plural) ? plural : Plural(lemma)];

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool EndsInConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !IsVowel(word[^2]);

    private static string Plural(string noun) => IsManOrWoman(noun) ? noun[..^2] + "en" : EndsInConsonantY(noun) ? noun[..^1] + "ies" : Hisses(noun) ? noun + "es" : noun + "s";

    /// <summary>fisherman, crewman, gunwoman; not human, German.</summary>
    private static bool IsManOrWoman(string noun) =>
        noun.EndsWith("man", StringComparison.Ordinal) && noun is not ("human" or "german" or "roman" or "norman" or "ottoman" or "shaman" or "talisman");

    private static bool Hisses(string word) =>
        word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static string ThirdPerson(string verb) =>
        EndsInConsonantY(verb) ? verb[..^1] + "ies" : Hisses(verb) || verb.EndsWith('o') ? verb + "es" : verb + "s";

    private static string Past(string verb) =>
        verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : Doubled(verb) + "ed";

    private static string Gerund(string verb, bool isIrregular) =>
        verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
        : verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && !verb.EndsWith("ye", StringComparison.Ordinal) && verb.Length > 2 ? verb[..^1] + "ing"
        : Doubled(verb, isIrregular) + "ing";

    /// <summary>
    /// stop → stopp, ban → bann, quit → quitt; visit, offer, sign stay. Longer verbs that double (permit, refer) are listed as irregular; those
    /// with a past of their own stress their end (begin, forget).
    /// </summary>
    private static string Doubled(string verb, bool stressesItsEnd = false)
    {
        string sounds = verb.Replace("qu", "q", StringComparison.Ordinal);
        if (sounds.Length < 3 || IsVowel(sounds[^1]) || sounds[^1] is 'w' or 'x' or 'y' || !IsVowel(sounds[^2]) || IsVowel(sounds[^3]))
            return verb;
        return stressesItsEnd || sounds.Count(IsVowel) == 1 ? verb + verb[^1] : verb;
    }
}
