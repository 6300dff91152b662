using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>What a page tells of itself.</summary>
internal enum MetaField : byte { None, Title, Heading, Outlet, Author, Credit, Published, Modified, Language, Url, Type }

/// <summary>Something a page tells of itself.</summary>
/// <param name="Rank">The lowest is believed.</param>
/// <param name="From">Where it stands: "meta og:title", "json datePublished".</param>
/// <param name="Node">0 if it stands in no element that is shown.</param>
internal sealed record Witness(MetaField Field, string Value, int Rank, string From, int Node = 0);

/// <summary>The names under which pages tell of themselves: <c>data/intake/page-meta.tsv</c>.</summary>
internal sealed class MetaNames
{
    private const string Table = "intake/page-meta.tsv";

    private readonly FrozenDictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> names;

    private MetaNames(string where, IEnumerable<DataTable.Row> rows) => names = rows.Where(r => r["where"] == where)
        .ToFrozenDictionary(r => r["name"], r => new Meaning(FieldOf(r), $"{where} {r["name"]}", RankOf(r)), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static MetaNames Meta { get; }
    public static MetaNames Json { get; }
    public static MetaNames JsonTypes { get; }
    public static MetaNames Properties { get; }
    public static MetaNames Classes { get; }
    public static MetaNames ClassParts { get; }
    public static MetaNames Relations { get; }

    /// <summary>Tells at once that a class has none of the words of <see cref="ClassParts"/>.</summary>
    public static SearchValues<string> AnyClassPart { get; }

    /// <summary>Words of class and id of what stands beside the story.</summary>
    public static MetaNames PartsBeside { get; }
    public static MetaNames TagsBeside { get; }

    static MetaNames()
    {
        var rows = BuiltInTable.Rows(Table, "where", "name", "says", "rank");
        (Meta, Json, JsonTypes, Properties) = (new("meta", rows), new("json", rows), new("json type", rows), new("itemprop", rows));
        (Classes, ClassParts, Relations) = (new("class", rows), new("class part", rows), new("rel", rows));
        AnyClassPart = SearchValues.Create([.. rows.Where(r => r["where"] == "class part").Select(r => r["name"])], StringComparison.OrdinalIgnoreCase);
        (PartsBeside, TagsBeside) = (new("part", rows), new("tag", rows));
    }

    public bool Find(ReadOnlySpan<char> name, out Meaning meaning) => names.TryGetValue(name, out meaning);

    /// <summary>The first of several names between spaces that means something.</summary>
    public bool FindAmong(ReadOnlySpan<char> all, out Meaning meaning)
    {
        foreach (var part in all.Split(' '))
            if (names.TryGetValue(all[part], out meaning))
                return true;
        meaning = default;
        return false;
    }

    private static MetaField FieldOf(DataTable.Row row) => row["says"] == "beside" ? MetaField.None
        : Enum.TryParse(row["says"], ignoreCase: true, out MetaField field) ? field
        : throw new EntenteException(Faults.UnknownCode(row.Place, row["says"], ["beside", .. Enum.GetNames<MetaField>().Select(n => n.ToLowerInvariant())]));

    private static int RankOf(DataTable.Row row) => row["rank"] is "" ? 0 : int.Parse(row["rank"], CultureInfo.InvariantCulture);

    internal readonly record struct Meaning(MetaField Field, string From, int Rank);
}
