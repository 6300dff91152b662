using System.Collections.Frozen;

namespace Entente.Language.Coreference;

/// <param name="Sort">Person or thing.</param>
/// <param name="Person">1 or 3.</param>
internal sealed record Pronoun(Sort Sort, int Person, Gender Gender, bool IsPlural, bool IsReflexive);

/// <summary>The pronouns that stand for somebody in news. The second person is whoever listens; relatives stand beside their noun.</summary>
internal static class Pronouns
{
    private static readonly FrozenDictionary<string, Pronoun> All = Build(
        (new(Sort.Person, 3, Gender.Male, false, false), "he him his"),
        (new(Sort.Person, 3, Gender.Male, false, true), "himself"),
        (new(Sort.Person, 3, Gender.Female, false, false), "she her hers"),
        (new(Sort.Person, 3, Gender.Female, false, true), "herself"),
        (new(Sort.Thing, 3, Gender.Unknown, false, false), "it its"),
        (new(Sort.Thing, 3, Gender.Unknown, false, true), "itself"),
        (new(Sort.Thing, 3, Gender.Unknown, true, false), "they them their theirs"),
        (new(Sort.Thing, 3, Gender.Unknown, true, true), "themselves"),
        (new(Sort.Person, 1, Gender.Unknown, false, false), "i me my mine myself"));

    public static Pronoun? Of(string norm) => All.GetValueOrDefault(norm);

    private static FrozenDictionary<string, Pronoun> Build(params (Pronoun Pronoun, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => KeyValuePair.Create(w, r.Pronoun))).ToFrozenDictionary(StringComparer.Ordinal);
}
