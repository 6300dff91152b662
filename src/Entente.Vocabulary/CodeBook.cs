using System.Globalization;

namespace Entente.Vocabulary;

/// <summary>A code of the code book, with the sentence and the example that <c>entente explain</c> tells.</summary>
/// <param name="Scheme">Which list it belongs to: form, status, level, event, mode, modality, kind, rung, measure, context, error.</param>
/// <param name="Facts">What else the code book holds of it, by column.</param>
public sealed record CodeBookEntry(string Scheme, string Code, string Meaning, string Example, IReadOnlyList<KeyValuePair<string, string>> Facts);

/// <summary>
/// The rung of the ladder of bindingness on which a tie stands. <see cref="Height"/> grows with how much is owed, from 0 (absence said
/// aloud); it is null for restraint, which stands beside the ladder.
/// </summary>
public sealed record Rung(string Code, int? Height, string Name);

/// <summary>The code book: data that an analyst may change, read once from <c>data/codebook</c>.</summary>
public sealed class CodeBook
{
    private static readonly (string Scheme, string Table)[] Tables =
    [
        ("kind", "kinds"), ("form", "forms"), ("status", "statuses"), ("level", "levels"), ("event", "events"), ("mode", "modes"),
        ("modality", "modalities"), ("rung", "ladder"), ("measure", "measures"), ("context", "contexts"), ("error", "errors"),
    ];

    private readonly Dictionary<string, Rung> rungOfForm;

    private CodeBook(IReadOnlyList<CodeBookEntry> entries, IReadOnlyDictionary<string, Rung> rungs, Dictionary<string, Rung> rungOfForm)
    {
        Entries = entries;
        Rungs = rungs;
        this.rungOfForm = rungOfForm;
    }

    public IReadOnlyList<CodeBookEntry> Entries { get; }

    public IReadOnlyDictionary<string, Rung> Rungs { get; }

    public IReadOnlyCollection<string> Forms => rungOfForm.Keys;

    /// <param name="read">Gives the text of a table of the data folder by name, such as <c>codebook/forms.tsv</c>.</param>
    public static CodeBook Load(Func<string, string> read)
    {
        var entries = new List<CodeBookEntry>();
        var rungs = new Dictionary<string, Rung>(StringComparer.Ordinal);
        var rungOfForm = new Dictionary<string, Rung>(StringComparer.Ordinal);
        foreach (var (scheme, name) in Tables)
        {
            string file = $"codebook/{name}.tsv";
            var table = DataTable.Parse(file, read(file), "code", "meaning");
            foreach (var row in table.Rows)
            {
                var facts = table.Columns.Where(c => c is not ("code" or "meaning" or "example") && row[c].Length > 0)
                    .Select(c => KeyValuePair.Create(c, row[c]));
                entries.Add(new(scheme, row["code"], row["meaning"], row["example"], [.. facts]));
                if (scheme == "rung")
                    rungs[row["code"]] = new(row["code"], Height(row), row["name"]);
            }
        }
        foreach (var form in entries.Where(e => e.Scheme == "form"))
        {
            string rung = form.Facts.FirstOrDefault(f => f.Key == "rung").Value ?? "";
            rungOfForm[form.Code] = rungs.TryGetValue(rung, out var found)
                ? found
                : throw new EntenteException(Faults.UnknownCode($"codebook/forms.tsv, {form.Code}, rung", rung, rungs.Keys));
        }
        return new(entries, rungs, rungOfForm);
    }

    /// <summary>The rung of a form; null for a form the code book does not hold (a record may be older than the code book).</summary>
    public Rung? RungOf(string form) => rungOfForm.GetValueOrDefault(form);

    /// <summary>The level of obligation that a form carries by its nature (an alliance: defend); null for most.</summary>
    public string? ObligationOf(string form) => FactOf("form", form, "obligation");

    /// <summary>What the code book holds of a code in one of its further columns; null where that is nothing.</summary>
    public string? FactOf(string scheme, string code, string column) =>
        Entries.FirstOrDefault(e => e.Scheme == scheme && e.Code == code)?.Facts.FirstOrDefault(f => f.Key == column).Value;

    /// <summary>All entries with this code, in any scheme, whatever the case.</summary>
    public IEnumerable<CodeBookEntry> Find(string code) => Entries.Where(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase));

    private static int? Height(DataTable.Row row) =>
        int.TryParse(row["rung"], NumberStyles.None, CultureInfo.InvariantCulture, out int height) ? height : null;
}
