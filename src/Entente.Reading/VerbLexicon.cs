using System.Collections.Frozen;

namespace Entente.Reading;

/// <summary>The closed classes of English that word order hangs on: auxiliaries, prepositions, adverbs, day words.</summary>
public sealed class VerbLexicon(IReadOnlyCollection<string> participles)
{
    private static readonly FrozenSet<string> Be = Words("be is are was were been being am 're 'm");

    private static readonly FrozenSet<string> Auxiliaries = Words(
        "be is are was were been being am 're 'm have has had 've having do does did will 'll would wo shall should can could ca may might must not n't never cannot get gets got also");

    private static readonly FrozenSet<string> Adverbs = Words(
        "also never again now still then soon later already just even only formally officially jointly repeatedly reportedly publicly long first both all recently finally immediately briefly "
        + "allegedly strongly sharply quickly each ever largely effectively together once yet therefore thus meanwhile instead further since");

    private static readonly FrozenSet<string> Prepositions = Words(
        "of in on at with to for from by against between over near into toward towards among under during after before despite since within without about across around through via upon amid "
        + "like including alongside behind beyond following outside inside regarding off until unlike per concerning");

    private static readonly FrozenSet<string> DayWords = Words(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow week month year january february march april june july august september october november december earlier last");

    private readonly FrozenSet<string> participles = participles.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBe(string norm) => Be.Contains(norm);

    public static bool IsAuxiliary(string norm) => Auxiliaries.Contains(norm);

    public bool IsParticiple(string norm) => participles.Contains(norm) || norm.EndsWith("ed", StringComparison.Ordinal);

    public static bool IsAdverb(string norm) => Adverbs.Contains(norm) || (norm.Length > 4 && norm.EndsWith("ly", StringComparison.Ordinal) && norm is not "ally" and not "italy" and not "july" and not "reply" and not "supply" and not "family");

    public static bool IsPreposition(string norm) => Prepositions.Contains(norm);

    public static bool IsDayWord(string norm) => DayWords.Contains(norm);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
