namespace Entente.Vocabulary;

/// <summary>
/// A table of the data folder: tab-separated, UTF-8, a header line, <c># </c> comments. It opens in any spreadsheet, and each row knows
/// its place, so that a fault in the data names the file and the line.
/// </summary>
public sealed class DataTable
{
    private readonly Dictionary<string, int> columns;

    private DataTable(string name, Dictionary<string, int> columns, List<Row> rows)
    {
        Name = name;
        this.columns = columns;
        Rows = rows;
    }

    /// <summary>The file's path inside the data folder, with <c>/</c>.</summary>
    public string Name { get; }

    public IReadOnlyCollection<string> Columns => columns.Keys;

    public IReadOnlyList<Row> Rows { get; }

    /// <exception cref="EntenteException">ENT0401: no header, a column missing, or a row with too many fields.</exception>
    public static DataTable Parse(string name, string text, params ReadOnlySpan<string> required)
    {
        string[] lines = text.Split('\n');
        int line = 0;
        while (line < lines.Length && IsSkipped(lines[line]))
            line++;
        string[] header = line < lines.Length ? Fields(lines[line]) : [];
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string column in header)
            columns[column] = columns.Count;
        foreach (string column in required)
            if (!columns.ContainsKey(column))
                throw new EntenteException(Faults.BadTable($"{name}:{line + 1}", $"the columns {string.Join(", ", header)}", $"a column '{column}'"));
        var rows = new List<Row>(lines.Length);
        var table = new DataTable(name, columns, rows);
        for (line++; line < lines.Length; line++)
        {
            if (IsSkipped(lines[line]))
                continue;
            string[] fields = Fields(lines[line]);
            if (fields.Length > header.Length)
                throw new EntenteException(Faults.BadTable($"{name}:{line + 1}", $"{fields.Length} fields", $"{header.Length} at most, as in the header"));
            rows.Add(new Row(table, line + 1, fields));
        }
        return table;
    }

    private static bool IsSkipped(string line) => line.Length == 0 || line == "\r" || line.StartsWith("# ", StringComparison.Ordinal);

    private static string[] Fields(string line) => line.TrimEnd('\r').Split('\t');

    /// <summary>One row; a field that is missing or empty reads as "".</summary>
    public readonly struct Row(DataTable table, int line, string[] fields)
    {
        public string Place => $"{table.Name}:{line}";

        public string this[string column] =>
            table.columns.TryGetValue(column, out int at) && at < fields.Length ? fields[at] : "";

        /// <summary>The field's parts between semicolons; none for an empty field.</summary>
        public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>Null for an empty field.</summary>
        /// <exception cref="EntenteException">ENT0302: not an EDTF date.</exception>
        public When? Date(string column) => this[column] switch
        {
            "" => null,
            var text => When.TryParse(text, out var when) ? when : throw new EntenteException(Faults.BadDate(Place, text)),
        };
    }
}
