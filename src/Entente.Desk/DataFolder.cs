using System.Collections.ObjectModel;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>The tables that an analyst may change: beside the program, or where <c>ENTENTE_DATA</c> points.</summary>
/// <param name="replaced">Tables that stand in for those of the folder, by name.</param>
public sealed class DataFolder(string path, IReadOnlyDictionary<string, string>? replaced = null)
{
    /// <exception cref="EntenteException">ENT0404: no data folder there.</exception>
    public static DataFolder Find()
    {
        string path = Environment.GetEnvironmentVariable("ENTENTE_DATA") is { Length: > 0 } given ? given : System.IO.Path.Combine(AppContext.BaseDirectory, "data");
        return Directory.Exists(path) ? new(path) : throw new EntenteException(Faults.NoData(path));
    }

    /// <exception cref="EntenteException">ENT0404: the table is missing.</exception>
    public string Read(string table) => replaced?.GetValueOrDefault(table) ?? File.ReadAllText(Existing(table));

    /// <summary>The same folder with another text for one table.</summary>
    public DataFolder With(string table, string text) => new(path, new Dictionary<string, string>(replaced ?? ReadOnlyDictionary<string, string>.Empty) { [table] = text });

    /// <exception cref="EntenteException">ENT0404: the model is missing.</exception>
    public Stream Open(string model) => File.OpenRead(Existing(model));

    private string Existing(string name)
    {
        string file = System.IO.Path.Combine(path, name);
        return File.Exists(file) ? file : throw new EntenteException(Faults.NoData(file));
    }
}
