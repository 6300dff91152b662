using System.Collections.Frozen;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>What a label of a set means here: a kind of name, no name, or nothing that may be taught or scored.</summary>
public readonly record struct LabelMeaning(NameKind? Kind, bool IsIgnored);

/// <summary>A set of annotated names: where its parts are and how its labels are read (<c>data/language/name-sets.tsv</c>, <c>name-schemes.tsv</c>).</summary>
/// <param name="Train">Path in the folder of corpora; null where the set may not be trained on.</param>
/// <param name="Lacks">Kinds that the set does not annotate.</param>
/// <param name="Scored">Classes that are measured on this set.</param>
public sealed record NameScheme(
    string Set,
    string Format,
    string? Train,
    string? Dev,
    FrozenSet<NameKind> Lacks,
    bool MendsTitles,
    bool MendsWords,
    FrozenDictionary<string, LabelMeaning> Labels,
    FrozenSet<NameClass> Scored)
{
    private const string Sets = "language/name-sets.tsv", Schemes = "language/name-schemes.tsv";

    private static readonly string[] BesidesKinds = ["none", "ignore"];

    public static IReadOnlyList<NameScheme> Load(Func<string, string> read)
    {
        var labels = DataTable.Parse(Schemes, read(Schemes), "set", "label", "kind", "scored").Rows.ToLookup(r => r["set"], StringComparer.Ordinal);
        return [.. DataTable.Parse(Sets, read(Sets), "set", "format", "train", "dev", "lacks", "mend").Rows.Select(row => Of(row, [.. labels[row["set"]]]))];
    }

    /// <exception cref="EntenteException">ENT0303: a label that the table does not name.</exception>
    public LabelMeaning Meaning(string label, string place) =>
        Labels.TryGetValue(label, out var meaning) ? meaning : throw new EntenteException(Faults.UnknownCode(place, label, Labels.Keys));

    private static NameScheme Of(DataTable.Row row, DataTable.Row[] labels)
    {
        var mends = row.List("mend");
        return new(row["set"], row["format"], PathOf(row["train"]), PathOf(row["dev"]), row.List("lacks").Select(k => Kind(k, row.Place)).ToFrozenSet(),
            mends.Contains("titles"), mends.Contains("words"),
            labels.ToFrozenDictionary(l => l["label"], Meaning, StringComparer.Ordinal),
            labels.Where(l => l["scored"] == "yes").Select(l => Kind(l["kind"], l.Place).ClassOf()).ToFrozenSet());
    }

    private static string? PathOf(string field) => field.Length > 0 ? field : null;

    private static LabelMeaning Meaning(DataTable.Row row) =>
        BesidesKinds.Contains(row["kind"]) ? new(null, row["kind"] == "ignore") : new(Kind(row["kind"], row.Place), false);

    private static NameKind Kind(string code, string place) =>
        EnumCode.TryParse(code, out NameKind kind) ? kind : throw new EntenteException(Faults.UnknownCode(place, code, EnumCode.All<NameKind>().Concat(BesidesKinds)));
}
