using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Tables that are part of the program and do not lie beside it: the same page must be read alike by all.
/// </summary>
internal static class BuiltInTable
{
    public static IReadOnlyList<DataTable.Row> Rows(string name, params ReadOnlySpan<string> columns)
    {
        using var file = new StreamReader(typeof(BuiltInTable).Assembly.GetManifestResourceStream(name)!);
        return DataTable.Parse(name, file.ReadToEnd(), columns).Rows;
    }
}
