using Entente.Vocabulary;

namespace Entente.Language.Coreference;

/// <summary>How a word stands for a state or body.</summary>
internal enum AliasKind { Name, Capital, People, Metonym }

/// <param name="Code">The same for all words that stand for the same.</param>
/// <param name="Former">What the word stood for in other times: Moscow, for the Soviet Union. Null for most.</param>
internal sealed record Alias(string Code, AliasKind Kind, string? Former = null);

/// <summary>
/// Names of one state or body in their many forms, read as plain words from the gazetteer, and what else news calls them by
/// (<c>data/language/metonyms.tsv</c>). Names that mean several today are left out.
/// </summary>
internal sealed class NameAliases
{
    private const string Metonyms = "language/metonyms.tsv";

    private readonly Dictionary<string, Alias> aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> states = new(StringComparer.Ordinal);

    public static NameAliases Load(Func<string, string> read)
    {
        var found = new NameAliases();
        foreach (string table in (string[])["gazetteer/names.tsv", "gazetteer/body-names.tsv"])
        {
            var rows = DataTable.Parse(table, read(table), "name", "code", "how", "to").Rows.Where(r => KindOf(r["how"]) is not null).ToLookup(r => r["name"], StringComparer.Ordinal);
            foreach (var name in rows)
                found.Add(name.Key, [.. name]);
        }
        foreach (var row in DataTable.Parse(Metonyms, read(Metonyms), "words", "names", "example").Rows)
            found.AddMetonyms(row);
        return found;
    }

    public Alias? Of(ReadOnlySpan<char> words) => aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var alias) ? alias : null;

    /// <summary>A state, and not a body: it has a capital or a people.</summary>
    public bool IsState(string code) => states.Contains(code);

    private void Add(string name, List<DataTable.Row> rows)
    {
        var kind = KindOf(rows[0]["how"])!.Value;
        if (kind is AliasKind.Capital or AliasKind.People)
            states.UnionWith(rows.Select(r => r["code"]));
        string[] today = [.. rows.Where(r => r["to"].Length == 0).Select(r => r["code"]).Distinct()];
        string[] former = [.. rows.Select(r => r["code"]).Distinct().Except(today)];
        if (today.Length == 1)
            aliases[name] = new(today[0], kind, former.FirstOrDefault());
        else if (today.Length == 0 && former.Length == 1)
            aliases[name] = new(former[0], kind);
    }

    private void AddMetonyms(DataTable.Row row)
    {
        string[] codes = [.. row.List("names").Select(n => Of(n)?.Code ?? throw new EntenteException(Faults.UnknownCode(row.Place, n, ["a name of gazetteer/names.tsv"])))];
        foreach (string words in row.List("words"))
            aliases[words] = new(codes[0], AliasKind.Metonym, codes.ElementAtOrDefault(1));
    }

    private static AliasKind? KindOf(string how) => how switch
    {
        "name" or "acronym" => AliasKind.Name,
        "capital" or "capital?" => AliasKind.Capital,
        "demonym" => AliasKind.People,
        _ => null,
    };
}
