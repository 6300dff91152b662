using System.Security.Cryptography;
using System.Text;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>In what way a name stands for its actor.</summary>
/// <summary><see cref="Short"/> counts after "the" where the article names the actor in full: "the North".</summary>
public enum NameKind { Name, Demonym, Capital, Government, Ministry, Force, Body, Seat, Place, Short }

/// <summary>A surface form and the actor it stands for. An ambiguous one counts only with other evidence beside it.</summary>
/// <param name="Use">When the form meant that actor ("Bonn" for Germany to 1999).</param>
public sealed record GazetteerName(string Text, string[] Norms, string Actor, NameKind Kind, bool IsAmbiguous, When? Use)
{
    /// <summary>Short forms in capitals must be written so: "US" is no "us".</summary>
    public bool IsAcronym { get; } = Text.Length <= 6 && Text.All(c => !char.IsLower(c));

    public bool IsInUse(When? published) => Use is not { } use || published is not { } p || use.Overlaps(p);
}

/// <summary>A member's term in a body. <paramref name="Standing"/> is member, observer, partner or suspended.</summary>
public sealed record Membership(string Body, string Member, string Standing, When? Term);

/// <summary>
/// Names to actors: states, capitals, demonyms, governments, ministries, forces, bodies, office holders. Data of <c>data/gazetteer</c>,
/// each with its dates. Immutable, shared by all readers.
/// </summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, List<GazetteerName>> namesByFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Norms, OfficeHolder Holder)>> personsByFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfficeHolder>> holdersByShort = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> formOfBody = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bodyOfOrgan = new(StringComparer.Ordinal);

    private readonly List<(string[] Norms, IReadOnlyList<string> Actors)> groups = [];
    private readonly List<Membership> memberships = [];
    private readonly Dictionary<string, HashSet<string>> officeWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> titles = new(StringComparer.Ordinal);

    private Gazetteer(string version) => Version = version;

    /// <summary>Changes with any letter of the tables.</summary>
    public string Version { get; }

    /// <summary>All actors: code and name.</summary>
    public IReadOnlyDictionary<string, string> Actors => actors;

    public static Gazetteer Load(Func<string, string> read)
    {
        string[] files =
        [
            "states", "names", "groups", "places", "bodies", "body-names", "memberships", "offices-asia-americas", "offices-europe-bodies", "offices-africa",
        ];
        var tables = files.ToDictionary(f => f, f => read($"gazetteer/{f}.tsv"));
        var gazetteer = new Gazetteer(VersionOf(files.Select(f => tables[f])));
        gazetteer.AddActors(Table("states", "code", "name"), null);
        var bodies = Table("bodies", "code", "name", "form", "organ_of");
        gazetteer.AddActors(bodies, gazetteer.formOfBody);
        foreach (var row in bodies.Rows.Where(r => r["organ_of"].Length > 0))
            gazetteer.bodyOfOrgan[row["code"]] = row["organ_of"];
        gazetteer.AddNames(Table("names", "name", "code", "how"));
        gazetteer.AddNames(Table("body-names", "name", "code", "how"));
        gazetteer.AddGroups(Table("groups", "name", "states"));
        foreach (var row in Table("places", "place", "code", "kind").Rows)
            gazetteer.Add(new(row["place"], Norms(row["place"]), row["code"], NameKind.Place, false, null));
        foreach (var row in Table("memberships", "body", "state", "from", "to", "status").Rows)
            gazetteer.memberships.Add(new(row["body"], row["state"], row["status"] is { Length: > 0 } status ? status : "member", Period(row)));
        foreach (string offices in files.Where(f => f.StartsWith("offices-", StringComparison.Ordinal)))
            gazetteer.AddHolders(Table(offices, "person", "short", "state"));
        LongestFirst(gazetteer.namesByFirstWord, n => n.Norms.Length);
        LongestFirst(gazetteer.personsByFirstWord, p => p.Norms.Length);
        return gazetteer;

        DataTable Table(string file, params ReadOnlySpan<string> columns) => DataTable.Parse($"gazetteer/{file}.tsv", tables[file], columns);
    }

    /// <summary>The form that membership of a body is coded as; null for a state.</summary>
    public string? FormOf(string actor) => formOfBody.GetValueOrDefault(actor);

    /// <summary>For whom an organ acts: the Security Council for the United Nations; everybody else for themselves.</summary>
    public string ActsFor(string actor) => bodyOfOrgan.GetValueOrDefault(actor, actor);

    /// <summary>The terms of a body's members, or of a state in its bodies, in the order of the table.</summary>
    public IEnumerable<Membership> MembershipsOf(string actor) => memberships.Where(m => m.Body == actor || m.Member == actor);

    /// <summary>The names that may begin at a token with this norm, longest first.</summary>
    public IReadOnlyList<GazetteerName> NamesFrom(string firstNorm) => namesByFirstWord.TryGetValue(firstNorm, out var names) ? names : [];

    /// <summary>The names that stand at a token, longest first.</summary>
    /// <param name="end">No name goes beyond it.</param>
    public IEnumerable<GazetteerName> NamesAt(IReadOnlyList<Token> tokens, int at, int end) =>
        namesByFirstWord.TryGetValue(tokens[at].Norm, out var names) ? names.Where(n => StandsAt(n.Norms, tokens, at, end)) : [];

    /// <summary>Several states under one name ("the Baltic states") and its length in tokens; null for none.</summary>
    public (int Length, IReadOnlyList<string> Actors)? GroupAt(IReadOnlyList<Token> tokens, int at, int end)
    {
        foreach (var (norms, members) in groups)
            if (norms[0] == tokens[at].Norm && StandsAt(norms, tokens, at, end))
                return (norms.Length, members);
        return null;
    }

    internal static bool StandsAt(string[] norms, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at + norms.Length > end)
            return false;
        for (int k = 0; k < norms.Length; k++)
            if (tokens[at + k].Norm != norms[k])
                return false;
        return true;
    }

    /// <summary>Full names of office holders that may begin here, longest first.</summary>
    public IReadOnlyList<(string[] Norms, OfficeHolder Holder)> PersonsFrom(string firstNorm) =>
        personsByFirstWord.TryGetValue(firstNorm, out var persons) ? persons : [];

    /// <summary>Who is called so after the first mention ("Kishida").</summary>
    public IReadOnlyList<OfficeHolder> HoldersCalled(string shortNorm) => holdersByShort.TryGetValue(shortNorm, out var holders) ? holders : [];

    /// <summary>Whether a title is one of an office that a state is known to have: the United States have no ministers.</summary>
    public bool HasOffice(string actor, string title) =>
        officeWords.TryGetValue(actor, out var words) && title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => words.Contains(w.ToLowerInvariant()));

    /// <summary>Whether a state or body is known to have an office of just this title.</summary>
    /// <param name="title">In lower case.</param>
    public bool HasTitle(string actor, string title) => titles.TryGetValue(actor, out var known) && known.Contains(title);

    /// <summary>The one actor that has an office of just this title: of a deputy secretary of state; null for none and for several.</summary>
    /// <param name="title">In lower case.</param>
    public string? OnlyOneWithTitle(string title)
    {
        var having = titles.Where(t => t.Value.Contains(title)).Take(2).ToList();
        return having.Count == 1 ? having[0].Key : null;
    }

    /// <summary>The actor that a person means by a code or a name on the command line: "JPN", "Japan", "nato"; null if none.</summary>
    public string? FindActor(string codeOrName)
    {
        string upper = codeOrName.ToUpperInvariant();
        if (actors.ContainsKey(upper))
            return upper;
        string[] norms = Norms(codeOrName);
        return norms.Length == 0 ? null : NamesFrom(norms[0]).FirstOrDefault(n => n.Kind != NameKind.Place && n.Norms.SequenceEqual(norms))?.Actor;
    }

    /// <summary>All by which a person may call an actor: its code, and names that are no places.</summary>
    public IEnumerable<(string Name, string Actor)> NamesOfActors =>
        actors.Keys.Select(code => (code, code)).Concat(namesByFirstWord.Values.SelectMany(names => names).Where(n => n.Kind != NameKind.Place).Select(n => (n.Text, n.Actor)));

    /// <summary>Stable: of equally long names the one from the earlier table wins.</summary>
    private static void LongestFirst<T>(Dictionary<string, List<T>> index, Func<T, int> length)
    {
        foreach (string key in index.Keys)
            index[key] = [.. index[key].OrderByDescending(length)];
    }

    private static string[] Norms(string text) => [.. Tokenizer.Tokenize(text).Select(t => t.Norm)];

    private static string VersionOf(IEnumerable<string> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string table in tables)
            hash.AppendData(Encoding.UTF8.GetBytes(table));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    private void AddActors(DataTable table, Dictionary<string, string>? forms)
    {
        foreach (var row in table.Rows)
        {
            if (!actors.TryAdd(row["code"], row["name"]))
                throw new EntenteException(Faults.DuplicateId(row.Place, row["code"], "an earlier row"));
            forms?.Add(row["code"], row["form"]);
        }
    }

    private void AddNames(DataTable table)
    {
        foreach (var row in table.Rows)
        {
            bool isAmbiguous = row["how"].EndsWith('?');
            var kind = row["how"].TrimEnd('?') switch
            {
                "name" => actors.ContainsKey(row["code"]) && formOfBody.ContainsKey(row["code"]) ? NameKind.Body : NameKind.Name,
                "acronym" or "organ" => NameKind.Body,
                "demonym" => NameKind.Demonym,
                "capital" => NameKind.Capital,
                "government" => NameKind.Government,
                "ministry" => NameKind.Ministry,
                "force" => NameKind.Force,
                "seat" => NameKind.Seat,
                "short" => NameKind.Short,
                _ => throw new EntenteException(Faults.UnknownCode(row.Place, row["how"], ["name", "acronym", "organ", "demonym", "capital", "government", "ministry", "force", "seat", "short"])),
            };
            if (!actors.ContainsKey(row["code"]))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["code"], ["a code of states.tsv or bodies.tsv"]));
            Add(new(row["name"], Norms(row["name"]), row["code"], kind, isAmbiguous, Period(row)));
        }
    }

    private void AddGroups(DataTable table)
    {
        foreach (var row in table.Rows)
        {
            var states = Claim.Sorted(row.List("states"));
            if (states.FirstOrDefault(a => !actors.ContainsKey(a)) is { } unknown)
                throw new EntenteException(Faults.UnknownCode(row.Place, unknown, ["a code of states.tsv"]));
            groups.Add((Norms(row["name"]), states));
        }
        groups.Sort((a, b) => b.Norms.Length - a.Norms.Length);
    }

    private void AddHolders(DataTable table)
    {
        foreach (var row in table.Rows)
        {
            if (!actors.ContainsKey(row["state"]))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["state"], ["a code of states.tsv or bodies.tsv"]));
            var holder = new OfficeHolder(row["person"], row["short"], row["state"], row["office"], row["title"], Period(row) ?? default);
            SetOf(titles, holder.Actor).Add(holder.Title.ToLowerInvariant());
            SetOf(officeWords, holder.Actor).UnionWith(holder.Title.Split(' ').Select(w => w.ToLowerInvariant()).Where(IsHeadOfOffice));
            foreach (string name in row.List("aliases").Prepend(holder.Person))
            {
                string[] norms = Norms(name);
                if (norms.Length > 1)
                    Bucket(personsByFirstWord, norms[0]).Add((norms, holder));
                else if (norms.Length == 1 && name != holder.Short)
                    AddShort(name, holder);
            }
            AddShort(holder.Short, holder);
        }
    }

    private static bool IsHeadOfOffice(string word) => word is "minister" or "president" or "premier" or "king" or "queen" or "emir" or "sultan" or "chancellor" or "taoiseach" or "prime" or "crown";

    private void AddShort(string name, OfficeHolder holder)
    {
        string[] norms = Norms(name);
        if (norms.Length == 1)
            Bucket(holdersByShort, norms[0]).Add(holder);
        else if (norms.Length > 1)
            Bucket(personsByFirstWord, norms[0]).Add((norms, holder));
    }

    private void Add(GazetteerName name)
    {
        if (name.Norms.Length > 0)
            Bucket(namesByFirstWord, name.Norms[0]).Add(name);
    }

    /// <summary>From the first day of <c>from</c> to the last of <c>to</c>; an empty <c>to</c> is open.</summary>
    private static When? Period(DataTable.Row row)
    {
        var from = row.Date("from");
        var to = row.Date("to");
        return from is null && to is null ? null : When.Parse($"{from?.Text ?? ".."}/{to?.Text ?? ".."}");
    }

    private static HashSet<string> SetOf(Dictionary<string, HashSet<string>> index, string key)
    {
        if (!index.TryGetValue(key, out var set))
            index[key] = set = new(StringComparer.Ordinal);
        return set;
    }

    private static List<T> Bucket<T>(Dictionary<string, List<T>> index, string key)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        return list;
    }
}
