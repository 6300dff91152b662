using System.Globalization;
using System.Text;

namespace Entente.Vocabulary;

/// <summary>
/// What a reader's own confidence is worth: for each kind of claim a line that never falls, through points fitted on articles that people
/// have read by hand. A kind without points keeps its confidence as it is.
/// </summary>
public sealed class Calibration
{
    /// <summary>Its table in the data folder.</summary>
    public const string Table = "reading/calibration.tsv";

    private readonly Dictionary<ClaimKind, List<Point>> lines = [];

    /// <exception cref="EntenteException">ENT0303: no such kind. ENT0401: no share, or a line that falls.</exception>
    public Calibration(DataTable table)
    {
        foreach (var row in table.Rows)
        {
            if (!EnumCode.TryParse(row["kind"], out ClaimKind kind))
                throw new EntenteException(Faults.UnknownCode($"{row.Place} kind", row["kind"], EnumCode.All<ClaimKind>()));
            Add(kind, new(Share(row, "raw"), Share(row, "calibrated")), row.Place);
        }
    }

    /// <param name="lines">By kind, in rising order.</param>
    public Calibration(IEnumerable<(ClaimKind Kind, double Raw, double Calibrated)> lines)
    {
        foreach (var (kind, raw, calibrated) in lines)
            Add(kind, new(raw, calibrated), Table);
    }

    public static Calibration None { get; } = new([]);

    /// <exception cref="EntenteException">The table is malformed; the message names file and line.</exception>
    public static Calibration Load(Func<string, string> read) => new(DataTable.Parse(Table, read(Table), "kind", "raw", "calibrated"));

    /// <summary>Between two points on the line through them, before the first and after the last level.</summary>
    public double Of(ClaimKind kind, double raw)
    {
        if (!lines.TryGetValue(kind, out var line))
            return raw;
        int next = line.FindIndex(p => p.Raw >= raw);
        if (next <= 0)
            return line[next < 0 ? ^1 : 0].Calibrated;
        var (before, after) = (line[next - 1], line[next]);
        return before.Calibrated + ((after.Calibrated - before.Calibrated) * (raw - before.Raw) / (after.Raw - before.Raw));
    }

    /// <summary>The text of its table.</summary>
    /// <param name="note">What it was made from, in a line.</param>
    public string Write(string note)
    {
        var text = new StringBuilder($"""
            # What the confidence of a rule is worth: of claims with 'calibrated', about that share is right. Between two points a line is drawn.
            # Written by 'entente score GOLD --articles FILE --fit-confidence FILE'; docs/scoring.md tells how.
            # {note}
            kind	raw	calibrated

            """);
        foreach (var (kind, line) in lines.OrderBy(l => l.Key))
            foreach (var point in line)
                text.Append(CultureInfo.InvariantCulture, $"{kind.Code()}\t{point.Raw:0.00}\t{point.Calibrated:0.000}\n");
        return text.ToString();
    }

    private void Add(ClaimKind kind, Point point, string place)
    {
        if (!lines.TryGetValue(kind, out var line))
            lines[kind] = line = [];
        if (line is [.., var last] && (point.Raw <= last.Raw || point.Calibrated < last.Calibrated))
            throw new EntenteException(Faults.BadTable(place, $"{point} after {last}", "points in rising order, and a line that does not fall"));
        line.Add(point);
    }

    private static double Share(DataTable.Row row, string column) =>
        double.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share <= 1 ? share
            : throw new EntenteException(Faults.BadTable(row.Place, $"{column} '{row[column]}'", "a number from 0 to 1"));

    private readonly record struct Point(double Raw, double Calibrated)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Raw} → {Calibrated}");
    }
}
