using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>
/// Something of which news can only know from a day on: a row of <c>data/reading/known-events.tsv</c>, or an agreement with the day of its
/// signature.
/// </summary>
/// <param name="Beside">What must stand in the same sentence, each as a list of alternatives: words, or codes of actors for any name of theirs.</param>
/// <param name="About">The same for the article as a whole.</param>
/// <param name="Dates">When it was; several where the same words tell of several.</param>
/// <param name="IsForeseen">Whether news speaks of it beforehand, as of a summit.</param>
public sealed record KnownEvent(string Id, string Place, Trigger Trigger, IReadOnlyList<string[]> Beside, IReadOnlyList<string[]> About, IReadOnlyList<When> Dates, bool IsForeseen, string Example)
{
    public bool IsAgreement { get; init; }

    public static IEnumerable<KnownEvent> Events(Func<string, string> read, Morphology morphology, WordClasses classes)
    {
        const string file = "reading/known-events.tsv";
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in DataTable.Parse(file, read(file), "id", "trigger", "beside", "about", "date", "foreseen", "example").Rows)
        {
            if (!seen.TryAdd(row["id"], row.Place))
                throw new EntenteException(Faults.DuplicateId(row.Place, row["id"], seen[row["id"]]));
            yield return new(row["id"], row.Place, Trigger.Parse(row.Place, row["trigger"], morphology, classes), Needs(row, "beside"), Needs(row, "about"), DatesOf(row), row["foreseen"] == "yes", row["example"]);
        }
    }

    /// <summary>Agreements by the names that one alone bears, three words or longer, from the day of signature.</summary>
    public static IEnumerable<KnownEvent> Agreements(Func<string, string> read, Morphology morphology, WordClasses classes)
    {
        const string file = "gazetteer/agreements.tsv";
        var rows = DataTable.Parse(file, read(file), "name", "aliases", "signed").Rows;
        var named = rows.SelectMany(r => r.List("aliases").Prepend(r["name"]).Select(n => (Name: n, Row: r))).GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).Select(g => g.First());
        foreach (var (name, row) in named)
            if (row.Date("signed") is { First.Year: >= 1945 } signed && Tokenizer.Tokenize(name) is { Count: >= 3 } words && words.All(t => char.IsLetterOrDigit(t.Norm[0]) || t.Norm is "-" or "'s"))
                yield return new($"agreement:{row["name"]}", row.Place, Trigger.Parse(row.Place, string.Join(' ', words.Select(t => t.Norm)), morphology, classes), [], [], [signed], true, "") { IsAgreement = true };
    }

    private static List<string[]> Needs(DataTable.Row row, string column) => [.. row.List(column).Select(n => n.Split('|', StringSplitOptions.TrimEntries))];

    private static List<When> DatesOf(DataTable.Row row)
    {
        var dates = row.List("date").Select(d => When.TryParse(d, out var when) && when is { First: not null, End: not null } ? when : throw new EntenteException(Faults.BadDate(row.Place, d))).Order().ToList();
        return dates.Count > 0 ? dates : throw new EntenteException(Faults.BadDate(row.Place, ""));
    }
}
