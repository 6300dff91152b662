using Entente.Vocabulary;

namespace Entente.Language.Coreference;

/// <summary>A noun that takes up what was named before: "the prime minister", "the pact".</summary>
/// <param name="Also">Other words by which the same may be called later: a prime minister is also a leader.</param>
/// <param name="IsGeneral">Fits any of its sort, whatever it was called before: "the company".</param>
/// <param name="IsSeveral">Takes up names only in the plural: "both sides".</param>
internal sealed record Nominal(string Words, Sort Sort, Gender Gender, IReadOnlyList<string> Also, bool IsGeneral, bool IsSeveral);

/// <summary>The words that coreference rests on: nouns (nominals.tsv), given names, and verbs of deeds (deeds.tsv).</summary>
internal sealed class Nominals
{
    private const string Table = "language/nominals.tsv", NamesTable = "language/given-names.tsv", DeedsTable = "language/deeds.tsv";

    private readonly Dictionary<string, Nominal> nominals = new(StringComparer.Ordinal);
    private readonly HashSet<string> twoWordEnds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Nominal>> ofNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> deeds = new(StringComparer.Ordinal), addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gender> givenNames = new(StringComparer.Ordinal);

    public static Nominals Load(Func<string, string> read)
    {
        var found = new Nominals();
        foreach (var row in DataTable.Parse(Table, read(Table), "words", "sort", "gender", "also", "names", "example").Rows)
            found.Add(row);
        foreach (var row in DataTable.Parse(NamesTable, read(NamesTable), "gender", "names").Rows)
            foreach (string name in row["names"].Split(' '))
                found.givenNames[name] = GenderOf(row);
        foreach (var row in DataTable.Parse(DeedsTable, read(DeedsTable), "verbs", "who", "example").Rows)
            (row["who"] switch
            {
                "subject" => found.deeds,
                "object" => found.addresses,
                var other => throw new EntenteException(Faults.UnknownCode(row.Place, other, ["subject", "object"])),
            }).UnionWith(row.List("verbs"));
        return found;
    }

    /// <summary>The longest words of the table that end with a noun: "prime minister" before "minister".</summary>
    public Nominal? At(IReadOnlyList<Token> tokens, int first, int head, string lemma)
    {
        if (twoWordEnds.Contains(lemma))
        {
            int before = head - 1 > first && tokens[head - 1].Norm == "-" ? head - 2 : head - 1;
            if (before >= first && nominals.TryGetValue($"{tokens[before].Norm} {lemma}", out var two))
                return two;
        }
        return nominals.GetValueOrDefault(lemma);
    }

    public Nominal? Of(string word) => nominals.GetValueOrDefault(word);

    /// <summary>What else a body of this name is called: the alliance, the bloc.</summary>
    public IReadOnlyList<Nominal> OfName(string name) => ofNames.TryGetValue(name, out var list) ? list : [];

    /// <summary>Of a given name; unknown for names that both bear.</summary>
    public Gender GenderOf(string givenName) => givenNames.GetValueOrDefault(givenName);

    /// <summary>What only somebody does: say, sign, withdraw.</summary>
    public bool IsDeed(string verb) => deeds.Contains(verb);

    /// <summary>What is done to somebody only: accuse, urge.</summary>
    public bool IsAddress(string verb) => addresses.Contains(verb);

    private void Add(DataTable.Row row)
    {
        if (!EnumCode.TryParse(row["sort"], out Sort sort))
            throw new EntenteException(Faults.UnknownCode(row.Place, row["sort"], EnumCode.All<Sort>()));
        foreach (string words in row.List("words"))
        {
            var nominal = new Nominal(words, sort, GenderOf(row), [.. row.List("also").Concat(sort == Sort.Person ? [] : row.List("words")).Where(w => w != words)], row["names"] == "any", row["names"] == "several");
            nominals[words] = nominal;
            int space = words.LastIndexOf(' ');
            if (space > 0)
                twoWordEnds.Add(words[(space + 1)..]);
            if (!nominal.IsGeneral && !nominal.IsSeveral)
                foreach (string name in row.List("names"))
                    (ofNames.TryGetValue(name, out var list) ? list : ofNames[name] = []).Add(nominal);
        }
    }

    private static Gender GenderOf(DataTable.Row row) => row["gender"] switch
    {
        "" => Gender.Unknown,
        "f" => Gender.Female,
        "m" => Gender.Male,
        var other => throw new EntenteException(Faults.UnknownCode(row.Place, other, ["f", "m"])),
    };
}
