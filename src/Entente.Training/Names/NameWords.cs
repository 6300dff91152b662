using System.Collections.Frozen;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Words whose kind does not depend on who annotated them: states, their people, international bodies. Read as plain words from the gazetteer.</summary>
public sealed class NameWords
{
    private readonly FrozenDictionary<string, NameKind> kinds;

    private NameWords(FrozenDictionary<string, NameKind> kinds) => this.kinds = kinds;

    public static NameWords Load(Func<string, string> read)
    {
        var kinds = new Dictionary<string, NameKind>(StringComparer.Ordinal);
        foreach (var row in Rows("gazetteer/body-names.tsv", "name", "how"))
            if (row["how"] is "name" or "acronym")
                kinds[row["name"]] = NameKind.Organisation;
        foreach (var row in Rows("gazetteer/states.tsv", "name"))
            kinds[row["name"]] = NameKind.Place;
        foreach (var row in Rows("gazetteer/names.tsv", "name", "how"))
            if (row["how"] is "name" or "demonym" or "demonym?")
                kinds.TryAdd(row["name"], row["how"] == "name" ? NameKind.Place : NameKind.Nationality);
        foreach (var row in Rows("language/peoples.tsv", "word"))
            kinds.TryAdd(row["word"], NameKind.Nationality);
        return new(kinds.ToFrozenDictionary(StringComparer.Ordinal));

        IEnumerable<DataTable.Row> Rows(string table, params string[] columns) => DataTable.Parse(table, read(table), columns).Rows;
    }

    /// <summary>Null for words of no list.</summary>
    public NameKind? KindOf(string words) => kinds.TryGetValue(words, out var kind) ? kind : null;
}
