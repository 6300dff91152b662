using System.Collections.Frozen;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Names whose kind the gazetteer settles, read from it as plain words: states, international bodies, places, and office holders by their full
/// names and short ones. A word that is two of these settles nothing.
/// </summary>
internal sealed class KnownNames
{
    /// <summary>Who held which office: the persons whom news names most.</summary>
    internal static readonly string[] OfficeTables = ["gazetteer/offices-africa.tsv", "gazetteer/offices-asia-americas.tsv", "gazetteer/offices-europe-bodies.tsv"];

    /// <summary>Letters of a name all in capitals that is looked up as a word: TEHRAN. What is shorter may be an acronym.</summary>
    private const int ShortestCapitals = 5;

    private readonly FrozenDictionary<string, NameKind> kinds;

    private KnownNames(FrozenDictionary<string, NameKind> kinds) => this.kinds = kinds;

    public static KnownNames Load(Func<string, string> read)
    {
        var kinds = new Dictionary<string, NameKind?>(StringComparer.Ordinal);
        void Add(string name, NameKind kind) => kinds[name] = kinds.TryGetValue(name, out var known) && known != kind ? null : kind;
        IEnumerable<DataTable.Row> Rows(string table, params string[] columns) => DataTable.Parse(table, read(table), columns).Rows;
        foreach (var row in Rows("gazetteer/body-names.tsv", "name", "how"))
            if (row["how"] is "name" or "acronym")
                Add(row["name"], NameKind.Organisation);
        foreach (var row in Rows("gazetteer/names.tsv", "name", "how"))
            if (row["how"] is "name" or "capital")
                Add(row["name"], NameKind.Place);
            else if (row["how"] is "demonym" or "demonym?")
                Add(row["name"], NameKind.Nationality);
        foreach (var row in Rows("gazetteer/places.tsv", "place", "kind"))
            Add(row["place"], row["kind"] is "base" or "site" ? NameKind.Facility : NameKind.Place);
        foreach (string table in OfficeTables)
            foreach (var row in Rows(table, "person", "short"))
            {
                Add(row["person"], NameKind.Person);
                Add(row["short"], NameKind.Person);
            }
        return new(kinds.Where(k => k.Value is NameKind.Organisation or NameKind.Place or NameKind.Person or NameKind.Nationality).ToFrozenDictionary(k => k.Key, k => k.Value!.Value, StringComparer.Ordinal));
    }

    /// <summary>The kind that the gazetteer gives the name, else the one that it was taken for.</summary>
    public NameKind Settled(NameKind taken, IReadOnlyList<Token> tokens, int first, int end) =>
        taken is NameKind.Person or NameKind.Place or NameKind.Organisation or NameKind.Other && KindOf(tokens, first, end) is { } known and not NameKind.Nationality ? known : taken;

    /// <summary>Where the name begins if the words before it belong to it: "South" of "South Korean".</summary>
    public int Begin(IReadOnlyList<Token> tokens, int first, int end, int limit) =>
        first > limit && tokens[first - 1].IsCapitalised && KindOf(tokens, first - 1, end) is not (null or NameKind.Person) ? first - 1 : first;

    private NameKind? KindOf(IReadOnlyList<Token> tokens, int first, int end)
    {
        string words = end - first == 1 ? tokens[first].Text : string.Join(' ', Enumerable.Range(first, end - first).Select(i => tokens[i].Text));
        if (kinds.TryGetValue(words, out var kind) || (words.Length >= ShortestCapitals && words.All(char.IsAsciiLetterUpper) && kinds.TryGetValue($"{words[0]}{words[1..].ToLowerInvariant()}", out kind)))
            return kind;
        return null;
    }
}
